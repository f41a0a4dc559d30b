import type { ChildNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import type { PassageKind } from '../../types.ts'
import { isUnseen } from '../tree.ts'
import { readTrait, type Trait } from './box-words.ts'
import { isDataRow, isHeading, kindOf } from './kind-of-line.ts'
import { splitPieces, type Piece } from './pieces.ts'
import { isProse, weigh } from './weigh.ts'

/** An element that makes blocks. `bad` is the trait of the nearest suspicious element that was not forgiven. */
export type Box = {
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
const latinLetter = /[A-Za-z0-9]/
const anyLetter = /[\p{L}\p{N}]/u

/** Where the walk is: the box, the link and the stress that a text is under, the row whose cells it reads. */
type Around = {
  box: Box | null
  link: string | null
  strong: boolean
  emphasis: boolean
  table: Element | null
}
type Walk = Lines &
  Around & {
    pieces: Piece[]
    mediaSeen: boolean
  }
/** What was around an element that is left: a block ends its line, an aside gives back the sentence it stood in. */
type Leave = Around & { type: 'leave'; ends: boolean; aside: boolean; pieces: Piece[] }
type Step = ChildNode | Leave

/** One walk over the page: every visible line of text in order, with the boxes around it. */
export function readLines(document: Document | Element): Lines {
  const walk: Walk = {
    boxes: [],
    lines: [],
    box: null,
    pieces: [],
    link: null,
    strong: false,
    emphasis: false,
    table: null,
    mediaSeen: false,
  }
  const steps: Step[] = document.children.toReversed()
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (step.type === 'leave') leave(walk, step)
    else if (isText(step)) sayRows(walk, step.data)
    else if (isTag(step)) enter(walk, step, steps)
  }
  flush(walk)
  sumUp(walk)
  // What stands in no box of a line is nobody's.
  const boxes = walk.boxes.filter((box) => box.size > 0)
  for (const box of boxes) box.trait = readTrait(box.element)
  return { boxes, lines: walk.lines }
}

// A line that begins with a full-width space behind a full stop is a paragraph: pages with `white-space: pre-wrap`.
const indented = /(?<=[。！？」』）])\s*\n\s*(?=\u3000)/u

function sayRows(walk: Walk, data: string): void {
  if (!data.includes('\u3000')) return say(walk, data)
  for (const [at, row] of data.split(indented).entries()) {
    if (at > 0) walk.pieces.push({ text: '\n', link: null, stress: null })
    say(walk, row)
  }
}

function say(walk: Walk, text: string): void {
  // White space before the first word is source text.
  if (walk.pieces.length === 0 && text.trim() === '') return
  walk.pieces.push({ text, link: walk.link, stress: walk.strong ? 'strong' : walk.emphasis ? 'emphasis' : null })
}

function enter(walk: Walk, element: Element, steps: Step[]): void {
  const { name } = element
  if (name === 'br') return void walk.pieces.push({ text: '\n', link: null, stress: null })
  if (media.has(name)) {
    if (walk.box) walk.box.media++
    walk.mediaSeen = true
  }
  if (name === 'rt' || name === 'rp' || isUnseen(element)) return
  if (block.has(name) || name.includes('-')) enterBlock(walk, element, steps)
  else if (inlineNamed.has(name)) enterInline(walk, element, steps)
  for (let i = element.children.length - 1; i >= 0; i--) {
    const node = element.children[i]
    if (node) steps.push(node)
  }
}

function leave(walk: Walk, { ends, aside, pieces, box, link, strong, emphasis, table }: Leave): void {
  if (ends) flush(walk)
  if (aside) walk.pieces = pieces
  walk.box = box
  walk.link = link
  walk.strong = strong
  walk.emphasis = emphasis
  walk.table = table
}

/** How it is around an element, to be so again behind it. */
function before(
  { pieces, box, link, strong, emphasis, table }: Walk,
  { ends, aside }: { ends: boolean; aside: boolean },
): Leave {
  return { type: 'leave', ends, aside, pieces, box, link, strong, emphasis, table }
}

function enterBlock(walk: Walk, element: Element, steps: Step[]): void {
  if (walk.table !== null && element.name !== 'tr') return enterCell(walk, element.name)
  flush(walk)
  steps.push(before(walk, { ends: true, aside: false }))
  walk.box = openBox(walk, element)
  if (element.name === 'tr' && isDataRow(element)) walk.table = element
}

/** What stands in a row of data is set off in its line: by a stroke in a cell of its own. */
function enterCell(walk: Walk, name: string): void {
  const isCell = name === 'td' || name === 'th'
  if (isCell && !walk.pieces.some((piece) => piece.text.trim() !== '')) return
  walk.pieces.push({ text: isCell ? ' | ' : ' ', link: null, stress: null })
}

function enterInline(walk: Walk, element: Element, steps: Step[]): void {
  const { name } = element
  const trait = name === 'a' ? null : readTrait(element)
  const aside = trait !== null && asideInline.has(trait)
  const isStrong = name === 'strong' || name === 'b'
  const isEmphasis = name === 'em' || name === 'i'
  if (!aside && !isStrong && !isEmphasis && name !== 'a') return
  steps.push(before(walk, { ends: aside, aside }))
  if (isStrong) walk.strong = true
  if (isEmphasis) walk.emphasis = true
  const { href } = element.attribs
  // A heading that leads to itself or to its place in the list of contents is a heading.
  if (name === 'a' && href !== undefined && !(href.startsWith('#') && isHeading(walk.box))) walk.link = href
  if (!aside) return
  // An inline element with a suspicious name becomes a line of its own, and the sentence around it stays one.
  walk.pieces = []
  walk.box = openBox(walk, element)
}

function openBox(walk: Walk, element: Element): Box {
  const parent = walk.box
  const box: Box = {
    element,
    parent,
    depth: (parent?.depth ?? -1) + 1,
    trait: null,
    bad: null,
    size: 0,
    linked: 0,
    prose: 0,
    media: 0,
  }
  walk.boxes.push(box)
  return box
}

function flush(walk: Walk): void {
  const { pieces, box } = walk
  walk.pieces = []
  if (pieces.length === 0 || !box) return
  for (const part of splitPieces(pieces)) addLine(walk, box, part)
}

function addLine(walk: Walk, box: Box, pieces: Piece[]): void {
  const verse = pieces.some((piece) => piece.text === '\n')
  const text = pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map((piece) => piece.text).join('')
  const plain = verse ? text.split('\n').map(cleanLine).join('\n').trim() : cleanLine(text)
  if (plain === '' || !(latinLetter.test(plain) || anyLetter.test(plain))) return
  const size = weigh(plain)
  let linked = 0
  for (const piece of pieces) if (piece.link !== null) linked += weigh(piece.text.trim())
  const { kind, level } = verse ? { kind: 'verse' as const, level: 0 } : kindOf(box)
  const prose = kind !== 'heading' && kind !== 'table-row' && isProse(plain, { size, linked })
  const afterMedia = walk.mediaSeen
  walk.mediaSeen = false
  walk.lines.push({ index: walk.lines.length, box, kind, level, text: plain, pieces, size, linked, prose, afterMedia })
}

/** Add sizes up the tree, leaves first: a box comes after its parent. */
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
