import type { ChildNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import type { Residue } from '../../types.ts'
import { foldLetters } from '../../text/letters.ts'
import { declaredBodies } from '../body/declared-body.ts'
import { allElements, elementsChanged, elementsOf } from '../tree.ts'
import { readShown } from '../completeness/shown-lines.ts'
import { hidesByName } from './hiding-names.ts'
import { createJudge, type Hiding } from './judge.ts'
import { carriers, measure, type Outline, outlineOf, type Stretch } from './outline.ts'
import { declaredFree, gateNameOf, notFree, reasonToWithhold } from './reason-to-withhold.ts'
import { unslottedChildren } from './shadow-hosts.ts'

const longestResidue = 500
/** Of a page with more hidden parts than this none is looked through for what shows again. */
const mostFaded = 200

/** A hidden element, and its place in the outline of the page. */
type Found = { element: Element; at: number; hiding: Hiding; size: number; group: string; nested: boolean }
type Judge = (element: Element) => Hiding | null

/** What was taken out, what a reader of the record should know, and of the text a script reveals: what stayed, why the rest went. */
export type Hidden = { residue: Residue[]; notes: string[]; revealed: string[]; withheld: string | null }

/**
 * Empty every element that a reader cannot see, so that no later step can read it.
 *
 * Hidden text that is the page's article is text that a script reveals: it stays, and a note says so, unless the page shows
 * that it is cut or its outlet calls it not free. Changes `document`.
 */
export function removeHidden(document: Document): Hidden {
  const residue = emptyUnslotted(document)
  const outline = outlineOf(document)
  const judge = createJudge(outline.all)
  const notes = new Set<string>()
  const take = ({ element, hiding }: Found): void => {
    const text = textOf(element, hiding.showsAgain)
    if (text === '') return
    residue.push({ step: 'hidden', rule: hiding.rule, text: text.slice(0, longestResidue) })
    if (hiding.showsAgain) silence(element, hiding.showsAgain)
    else empty(element)
  }
  const found = findHidden(outline, { from: 0, to: outline.all.length }, judge)
  const isRevealed = revealed(document, found, outline)
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
      for (const inner of findHidden(outline, below(outline, one.at), judge)) {
        if (isStreamed(inner.element)) reveal(inner.element)
        else take(inner)
      }
    }
  }
  elementsChanged(document)
  return { residue, notes: [...notes], revealed: texts, withheld }
}

function emptyUnslotted(document: Document): Residue[] {
  const unslotted = unslottedChildren(elementsOf(document))
  if (unslotted.length > 0) elementsChanged(document)
  return unslotted.flatMap((node): Residue[] => {
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

/** The outermost hidden elements of a stretch; inside what is hidden in a way that can be taken back, the next ones too. */
function findHidden({ all, ends, sizes }: Outline, { from, to }: Stretch, judge: Judge): Found[] {
  const found: Found[] = []
  const faded = new Map<Element, Hiding>()
  for (let at = from; at < to; at++) {
    const element = all[at]
    const size = sizes[at] ?? 0
    if (!element || size === 0 || element.name === 'html' || element.name === 'body') continue
    const { name, attribs, parent } = element
    const above = faded.size > 0 && parent && isTag(parent) ? faded.get(parent) : undefined
    const named = hidesByName(element)
    const hiding = named === null ? judge(element) : { rule: named }
    if (above?.showsAgain && !above.showsAgain(element)) faded.set(element, above)
    if (!hiding) continue
    if (hiding.showsAgain && found.length <= mostFaded) {
      if (faded.get(element)?.kind === hiding.kind) continue
      faded.set(element, hiding)
    }
    const group = `${hiding.rule} ${name} ${attribs.class ?? ''}`
    found.push({ element, at, hiding, size, group, nested: above !== undefined })
    // What is gone is gone with all below it.
    if (faded.get(element) !== hiding) at = (ends[at] ?? to) - 1
  }
  return found
}

function below({ ends }: Outline, at: number): Stretch {
  return { from: at + 1, to: ends[at] ?? at + 1 }
}

/** The share of a hidden text that visible paragraphs may have for it to be the article. */
const mostSeen = 0.25

/**
 * Is hidden text what a script reveals: streamed by React, unfolded, or the page's longest hidden text, alone or with all
 * of its kind, where the text that is seen is short and its paragraphs are next to nothing?
 */
function revealed(document: Document, found: Found[], outline: Outline): (one: Found) => boolean {
  const prose = new Map<string, number>()
  for (const { at, size, group, nested } of found)
    if (!nested) prose.set(group, (prose.get(group) ?? 0) + (measure(outline, below(outline, at), null).prose || size))
  const [longest = ['', 0]] = [...prose].toSorted(([, a], [, b]) => b - a)
  const seen = measure(outline, { from: 0, to: outline.all.length }, new Set(found.map(({ at }) => at)))
  const isArticle = longest[1] > (seen.letters + outline.outside) / 2 && seen.prose < longest[1] * mostSeen
  const declared = declaredLetters(document)
  return (one) =>
    isStreamed(one.element) || isUnfolded(one.element, declared) || (isArticle && one.group === longest[0])
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
