import type { ChildNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import type { PassageKind } from '../../types.ts'
import { isUnseen } from '../tree.ts'
import { readTrait, type Trait } from './box-words.ts'
import { splitPieces, type Piece } from './pieces.ts'

/** An element that makes blocks. `bad` is the trait of the nearest suspicious element that was not forgiven. */
export type Box = {
  index: number
  element: Element
  parent: Box | null
  depth: number
  trait: Trait | null
  bad: Trait | null
  /** Weighted length below, length under links, and length of lines that read as prose. */
  size: number
  linked: number
  prose: number
  /** Pictures and players below. */
  media: number
}

/** A block of text as a reader sees it: the atom that generators vote about. Sizes are weighted lengths. */
export type Line = {
  index: number
  box: Box
  kind: PassageKind
  level: number
  text: string
  pieces: Piece[]
  size: number
  linked: number
  prose: boolean
  /** Did a picture or player stand between this line and the one before? */
  afterMedia: boolean
}

export type Lines = { boxes: Box[]; lines: Line[] }

const block = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody thead tfoot tr td th caption ul'.split(
    ' ',
  ),
)
// Inline elements whose names may say that their words are no part of the sentence around them.
const inlineNamed = new Set([
  'span',
  'small',
  'cite',
  'label',
  'time',
  'i',
  'em',
  'b',
  'strong',
  'font',
  'a',
  'del',
  's',
  'strike',
])
const asideInline = new Set<Trait>([
  'caption',
  'share',
  'ad',
  'comments',
  'prompt',
  'gallery',
  'consent',
  'form',
  'struck-out',
])
const media = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'amp-img', 'canvas', 'object', 'embed'])
const kinds: Record<string, PassageKind> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  blockquote: 'quote',
  li: 'list-item',
  dd: 'list-item',
  dt: 'list-item',
  tr: 'table-row',
  pre: 'verse',
}
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
// Hangul, and the scripts that are written without spaces between words.
const maybeDense = /[\u0E00-\u1FFF\u2E80-\uFFFF]|[\u{20000}-\u{3FFFF}]/u
const latinLetter = /[A-Za-z0-9]/
const anyLetter = /[\p{L}\p{N}]/u
const semiDense =
  /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu
const ending = /[.!?。！？…।؟۔።։၊។]["”’»」』)）\]]*$|[.!?。！？…।؟۔።։][\s"”’»」』)）]/u

const closedSentence = /[.!?。！？।؟]["”’»」』)）\]]*$/u

/** Length of a text with Han and kana counted threefold, Hangul, Thai and its neighbours twofold, as one sign there says so much more. */
export function weigh(text: string): number {
  // Plain ASCII and Latin with their signs need no counting: the test is cheaper than two replacements.
  if (!maybeDense.test(text)) return text.length
  return text.length + (text.match(dense)?.length ?? 0) * 2 + (text.match(semiDense)?.length ?? 0)
}

/** Does a text end or hold a sentence's end, in any script? */
export function hasSentence(text: string): boolean {
  return ending.test(text)
}

type Walk = Lines & {
  box: Box | null
  pieces: Piece[]
  put: Piece[][]
  link: string | null
  strong: number
  emphasis: number
  table: Element | null
  mediaSeen: boolean
}
/** A node to enter, or what to do when all below one was read. */
type Step = ChildNode | (() => void)

/** One walk over the page: every visible line of text in order, with the boxes around it. */
export function readLines(document: Document | Element): Lines {
  const walk: Walk = {
    boxes: [],
    lines: [],
    box: null,
    pieces: [],
    put: [],
    link: null,
    strong: 0,
    emphasis: 0,
    table: null,
    mediaSeen: false,
  }
  const steps: Step[] = document.children.toReversed()
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (typeof step === 'function') step()
    else if (isText(step)) say(walk, step.data)
    else if (isTag(step)) enter(walk, step, steps)
  }
  flush(walk)
  sumUp(walk)
  return { boxes: walk.boxes, lines: walk.lines }
}

function say(walk: Walk, text: string): void {
  const stress = walk.strong > 0 ? 'strong' : walk.emphasis > 0 ? 'emphasis' : null
  walk.pieces.push({ text, link: walk.link, stress })
}

function enter(walk: Walk, element: Element, steps: Step[]): void {
  const { name } = element
  if (name === 'br') return void walk.pieces.push({ text: '\n', link: null, stress: null })
  if (media.has(name)) {
    if (walk.box) walk.box.media++
    walk.mediaSeen = true
  }
  if (name === 'rt' || name === 'rp' || isUnseen(element)) return
  const leave = (act: () => void): void => void steps.push(act)
  if (block.has(name) || name.includes('-')) enterBlock(walk, element, leave)
  else if (name === 'a') {
    const before = walk.link
    const { href } = element.attribs
    // A heading that leads to itself or to its place in the list of contents is a heading.
    if (href !== undefined && !(href.startsWith('#') && isHeading(walk.box))) walk.link = href
    leave(() => (walk.link = before))
  } else if (name === 'strong' || name === 'b') {
    walk.strong++
    leave(() => walk.strong--)
  } else if (name === 'em' || name === 'i') {
    walk.emphasis++
    leave(() => walk.emphasis--)
  }
  if (inlineNamed.has(name) && name !== 'a') enterNamed(walk, element, leave)
  for (let i = element.children.length - 1; i >= 0; i--) {
    const node = element.children[i]
    if (node) steps.push(node)
  }
}

function enterBlock(walk: Walk, element: Element, leave: (act: () => void) => void): void {
  const cell = (element.name === 'td' || element.name === 'th') && walk.table !== null
  if (cell) {
    if (walk.pieces.some((piece) => piece.text.trim() !== ''))
      walk.pieces.push({ text: ' | ', link: null, stress: null })
    return
  }
  if (walk.table !== null && element.name !== 'tr') {
    walk.pieces.push({ text: ' ', link: null, stress: null })
    return
  }
  flush(walk)
  const outer = walk.box
  walk.box = openBox(walk, element)
  const table = walk.table
  if (element.name === 'tr' && isDataRow(element)) walk.table = element
  leave(() => {
    flush(walk)
    walk.box = outer
    walk.table = table
  })
}

/** An inline element with a suspicious name becomes a line of its own, and the sentence around it stays one. */
function enterNamed(walk: Walk, element: Element, leave: (act: () => void) => void): void {
  const trait = readTrait(element)
  if (trait === null || !asideInline.has(trait)) return
  walk.put.push(walk.pieces)
  walk.pieces = []
  const outer = walk.box
  walk.box = openBox(walk, element)
  leave(() => {
    flush(walk)
    walk.box = outer
    walk.pieces = walk.put.pop() ?? []
  })
}

function openBox(walk: Walk, element: Element): Box {
  const parent = walk.box
  const box: Box = {
    index: walk.boxes.length,
    element,
    parent,
    depth: (parent?.depth ?? -1) + 1,
    trait: readTrait(element),
    bad: null,
    size: 0,
    linked: 0,
    prose: 0,
    media: 0,
  }
  walk.boxes.push(box)
  return box
}

const mostLooked = 300

/** A row of short cells is data; a row that holds whole paragraphs or tables is layout. */
function isDataRow(row: Element): boolean {
  const waiting: ChildNode[] = [...row.children]
  let length = 0
  for (let seen = 0; waiting.length > 0; seen++) {
    const node = waiting.pop()
    if (seen > mostLooked || length > 400) return false
    if (node && isText(node)) length += node.data.trim().length
    if (!node || !isTag(node)) continue
    if (node.name === 'table' || node.name === 'ul' || node.name === 'article' || node.name === 'h1') return false
    waiting.push(...node.children)
  }
  return true
}

function isHeading(box: Box | null): boolean {
  return box !== null && /^h[1-6]$/u.test(box.element.name)
}

function flush(walk: Walk): void {
  const { pieces, box } = walk
  walk.pieces = []
  if (pieces.length === 0 || !box) return
  for (const part of splitPieces(pieces)) addLine(walk, box, part)
}

function addLine(walk: Walk, box: Box, pieces: Piece[]): void {
  const verse = pieces.some((piece) => piece.text === '\n')
  const text = pieces.map((piece) => piece.text).join('')
  const plain = verse ? text.split('\n').map(cleanLine).join('\n').trim() : cleanLine(text)
  if (plain === '' || !(latinLetter.test(plain) || anyLetter.test(plain))) return
  const size = weigh(plain)
  let linked = 0
  for (const piece of pieces) if (piece.link !== null) linked += weigh(piece.text.trim())
  const { kind, level } = verse ? { kind: 'verse' as const, level: 0 } : kindOf(box)
  const prose = kind !== 'heading' && kind !== 'table-row' && isProse(plain, size, linked)
  const afterMedia = walk.mediaSeen
  walk.mediaSeen = false
  walk.lines.push({ index: walk.lines.length, box, kind, level, text: plain, pieces, size, linked, prose, afterMedia })
}

/** Long enough or with a sentence in it, and more than links: a paragraph full of links has words of its own between them. */
function isProse(text: string, size: number, linked: number): boolean {
  if (linked >= size / 2 && (size - linked < 45 || linked > size * 0.75 || !closedSentence.test(text))) return false
  return size >= 140 || (size >= 50 && hasSentence(text))
}

function kindOf(box: Box): { kind: PassageKind; level: number } {
  for (let up: Box | null = box, height = 0; up && height < 4; up = up.parent, height++) {
    const kind = kinds[up.element.name]
    if (kind === 'table-row' && !isDataRow(up.element)) continue
    if (kind) return { kind, level: kind === 'heading' ? Number(up.element.name.slice(1)) : 0 }
    if (up.element.name === 'article' || up.element.name === 'section') break
  }
  return { kind: 'paragraph', level: 0 }
}

/** Add sizes up the tree, leaves first: a box has a greater index than its parent. */
function sumUp({ boxes, lines }: Lines): void {
  for (const { box, size, linked, prose } of lines) {
    box.size += size
    box.linked += linked
    if (prose) box.prose += size
  }
  for (let i = boxes.length - 1; i > 0; i--) {
    const box = boxes[i]
    if (!box?.parent) continue
    box.parent.size += box.size
    box.parent.linked += box.linked
    box.parent.prose += box.prose
    box.parent.media += box.media
  }
}
