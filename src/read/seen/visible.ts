import type { ChildNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import type { Residue } from '../../types.ts'
import { foldLetters } from '../../text/letters.ts'
import { declaredBodies } from '../body/declared-body.ts'
import { allElements, elementsChanged, elementsOf } from '../tree.ts'
import { readShown } from '../completeness/shown-lines.ts'
import { hidesByName } from './hiding-names.ts'
import { createJudge, type Hiding } from './judge.ts'
import { declaredFree, gateNameOf, notFree, reasonToWithhold } from './reason-to-withhold.ts'
import { unslottedChildren } from './shadow-hosts.ts'

// What says something without being read as text: it stays when the element around it is emptied.
const carriers = new Set(['script', 'meta', 'link', 'img', 'source', 'picture', 'base', 'style'])
const longestResidue = 500
/** Of a page with more hidden parts than this none is looked through for what shows again. */
const mostFaded = 200

type Found = { element: Element; hiding: Hiding; size: number; group: string; nested: boolean }
type Tree = { sizes: Map<Element, number>; judge: (element: Element) => Hiding | null }

/** What was taken out, what a reader of the record should know, and of the text a script reveals: what stayed, why the rest went. */
export type Hidden = { residue: Residue[]; notes: string[]; revealed: string[]; withheld: string | null }

/**
 * Empty every element that a reader cannot see, so that no later step can read it.
 *
 * Hidden text that is the page's article is text that a script reveals: it stays, and a note says so, unless the page shows
 * that it is cut or its outlet calls it not free. Changes `document`.
 */
export function removeHidden(document: Document): Hidden {
  const all = elementsOf(document)
  const residue = emptyUnslotted(all)
  const tree = { sizes: textSizes(all), judge: createJudge(all) }
  const notes = new Set<string>()
  const take = ({ element, hiding }: Found): void => {
    const text = textOf(element, hiding.showsAgain)
    if (text === '') return
    residue.push({ step: 'hidden', rule: hiding.rule, text: text.slice(0, longestResidue) })
    if (hiding.showsAgain) silence(element, hiding.showsAgain)
    else empty(element)
  }
  const found = findHidden(all, tree)
  const isRevealed = revealed(document, found, tree.sizes)
  const waiting = new Set(found.filter(isRevealed))
  // What is kept from screen readers alone is there for the eye.
  const named = [...waiting]
    .filter(({ hiding }) => hiding.rule !== 'aria-hidden')
    .map(({ element }) => gateNameOf(element))
    .find((name) => name !== null)
  const reason =
    waiting.size === 0 ? null : (reasonAround(document, found) ?? (declaredFree(document) ? null : (named ?? null)))
  const texts: string[] = []
  let withheld: string | null = null
  for (const one of found) {
    const why = waiting.has(one) && !(reason === notFree && isStreamed(one.element)) ? reason : null
    if (why !== null && one.size >= leastWithheld) withheld = why
    if (why !== null || !waiting.has(one)) take(one)
    else {
      texts.push(textOf(one.element))
      reveal(one.element)
      notes.add(`text hidden by ${one.hiding.rule} was kept: a script shows it`)
      // What is hidden inside is hidden still.
      for (const inner of findHidden(allElements(one.element), tree)) {
        if (isStreamed(inner.element)) reveal(inner.element)
        else take(inner)
      }
    }
  }
  elementsChanged(document)
  return { residue, notes: [...notes], revealed: texts, withheld }
}

function emptyUnslotted(all: readonly Element[]): Residue[] {
  return unslottedChildren(all).flatMap((node): Residue[] => {
    const text = (isTag(node) ? textOf(node) : node.data).trim()
    if (isTag(node)) empty(node)
    else node.data = ''
    return text === '' ? [] : [{ step: 'hidden', rule: 'shadow root', text: text.slice(0, longestResidue) }]
  })
}

/** Fewer letters than this are a line of the page's furniture and nothing that a reader misses. */
const leastWithheld = 200

/** Why the page as it is seen, without all that it hides, forbids to read on. */
function reasonAround(document: Document, found: Found[]): string | null {
  const outside = new Set(found.map(({ element }) => element))
  return reasonToWithhold(document, readShown(document, outside).lines)
}

/** The outermost hidden elements among these; inside what is hidden in a way that can be taken back, the next ones too. */
function findHidden(some: readonly Element[], { sizes, judge }: Tree): Found[] {
  const found: Found[] = []
  const gone = new Set<Element>()
  const faded = new Map<Element, Hiding>()
  for (const element of some) {
    const { name, attribs, parent } = element
    if (name === 'html' || name === 'body' || carriers.has(name)) continue
    const size = sizes.get(element) ?? 0
    if (parent && isTag(parent) && gone.has(parent)) gone.add(element)
    if (size === 0 || gone.has(element)) continue
    const above = parent && isTag(parent) ? faded.get(parent) : undefined
    const named = hidesByName(element)
    const hiding = named === null ? judge(element) : { rule: named }
    if (above?.showsAgain && !above.showsAgain(element)) faded.set(element, above)
    if (!hiding) continue
    if (!hiding.showsAgain || found.length > mostFaded) gone.add(element)
    else if (faded.get(element)?.kind === hiding.kind) continue
    else faded.set(element, hiding)
    found.push({
      element,
      hiding,
      size,
      group: `${hiding.rule} ${name} ${attribs.class ?? ''}`,
      nested: above !== undefined,
    })
  }
  return found
}

/** The share of a hidden text that visible paragraphs may have for it to be the article. */
const mostSeen = 0.25

/**
 * Is hidden text what a script reveals: streamed by React, unfolded, or the page's longest hidden text, alone or with all
 * of its kind, where the text that is seen is short and its paragraphs are next to nothing?
 */
function revealed(document: Document, found: Found[], sizes: Map<Element, number>): (one: Found) => boolean {
  const prose = new Map<string, number>()
  for (const { element, group, nested } of found)
    if (!nested) prose.set(group, (prose.get(group) ?? 0) + measure(element.children, new Set(), sizes).prose)
  const [longest = ['', 0]] = [...prose].toSorted(([, a], [, b]) => b - a)
  const seen = measure(document.children, new Set(found.map(({ element }) => element)), sizes)
  const isArticle = longest[1] > seen.letters / 2 && seen.prose < longest[1] * mostSeen
  const declared = declaredLetters(document)
  return (one) =>
    isStreamed(one.element) || isUnfolded(one.element, declared) || (isArticle && one.group === longest[0])
}

const fewestLetters = 60
const mostMeasured = 50_000

/** Letters outside some elements, and those of paragraphs; text without any paragraph counts as one. */
function measure(
  roots: ChildNode[],
  outside: Set<Element>,
  sizes: Map<Element, number>,
): { letters: number; prose: number } {
  let letters = 0
  let prose = 0
  const waiting = [...roots]
  for (let seen = 0; waiting.length > 0 && seen < mostMeasured; seen++) {
    const node = waiting.pop()
    if (node && isText(node)) letters += countSigns(node.data)
    if (!node || !isTag(node) || outside.has(node) || carriers.has(node.name)) continue
    const size = sizes.get(node) ?? 0
    if (node.name !== 'p') pushAll(node.children, waiting)
    else letters += size
    if (node.name === 'p' && size >= fewestLetters) prose += size
  }
  return { letters, prose: outside.size === 0 && prose === 0 ? letters : prose }
}

function pushAll(nodes: ChildNode[], waiting: ChildNode[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node) waiting.push(node)
  }
}

/** React sends parts of a page late, in hidden elements that its script moves into place. */
function isStreamed(element: Element): boolean {
  return element.attribs.hidden !== undefined && (element.attribs.id ?? '').startsWith('S:')
}

// The class of Google's markup for text that subscribers see: https://developers.google.com/search/docs (paywalled content).
const gated = /(?:^|\s)paywall(?:\s|$)/u
const leastDeclared = 60
// A page with more hidden elements than this unfolds none of the others: each is looked for in the whole text.
const mostAsked = 500

/**
 * Is this a part of the article that a script unfolds: hidden by attribute, not by style, and either of the class that
 * outlets give to text for subscribers, or said word by word by the page's declared `articleBody`?
 */
function isUnfolded(element: Element, declared: () => string): boolean {
  const { attribs } = element
  if (attribs.style !== undefined) return false
  if (attribs.hidden === undefined && attribs['aria-hidden'] !== 'true') return false
  if (gated.test(attribs.class ?? '')) return true
  const said = foldLetters(textOf(element))
  return said.length >= leastDeclared && declared().includes(said.slice(0, 400))
}

/** The letters of every `articleBody` that the page declares, read when first asked for. */
function declaredLetters(document: Document): () => string {
  let letters: string | null = null
  let asked = 0
  return () => (asked++ < mostAsked ? (letters ??= declaredBodies(document).map(foldLetters).join(' ')) : '')
}

function reveal(element: Element): void {
  delete element.attribs.hidden
  delete element.attribs['aria-hidden']
  delete element.attribs.style
}

/** Take the words, not the elements: some of those below are shown again. */
function silence(element: Element, showsAgain: (below: Element) => boolean): void {
  const waiting: ChildNode[] = [...element.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) node.data = ''
    else if (isTag(node) && !carriers.has(node.name) && !showsAgain(node)) waiting.push(...node.children)
  }
}

function empty(element: Element): void {
  const kept: ChildNode[] = allElements(element).filter((one) => carriers.has(one.name) && one.name !== 'picture')
  for (const [index, one] of kept.entries()) {
    one.parent = element
    one.prev = kept[index - 1] ?? null
    one.next = kept[index + 1] ?? null
  }
  element.children = kept
}

/** Letters and signs below each element, counted once from the leaves up: a page may nest a hundred thousand deep. */
function textSizes(all: readonly Element[]): Map<Element, number> {
  const sizes = new Map<Element, number>()
  for (let at = all.length - 1; at >= 0; at--) {
    const element = all[at]
    if (!element || carriers.has(element.name)) continue
    let size = 0
    for (let place = 0; place < element.children.length; place++) {
      const child = element.children[place]
      if (child && isText(child)) size += countSigns(child.data)
      else if (child && isTag(child)) size += sizes.get(child) ?? 0
    }
    sizes.set(element, size)
  }
  return sizes
}

function countSigns(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) count++
  return count
}

function textOf(root: Element, skip: (element: Element) => boolean = () => false): string {
  const parts: string[] = []
  const waiting: ChildNode[] = root.children.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) parts.push(node.data)
    if (!isTag(node) || carriers.has(node.name) || skip(node)) continue
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
  return parts.join('').replace(/\s+/gu, ' ').trim()
}
