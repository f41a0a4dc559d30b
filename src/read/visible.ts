import type { ChildNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import type { Residue } from '../types.ts'
import { declaredBodies, lettersOf } from './body/declared-body.ts'
import { hiddenByStylesheets, hides } from './stylesheets.ts'
import { allElements, elements } from './tree.ts'

// What says something without being read as text: it stays when the element around it is emptied.
const carriers = new Set(['script', 'meta', 'link', 'img', 'source', 'picture', 'base', 'style'])
const hiddenClass = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|a11y-hidden)(?:\s|$)/iu
const longestResidue = 500

/**
 * Empty every element that a reader cannot see, so that no later step can read it.
 *
 * A hidden element that holds most of the page's text is one that a script reveals: it stays, and a note says so.
 * Changes `document`.
 *
 * @returns what was taken out, and what a reader of the record should know
 */
export function removeHidden(document: Document): { residue: Residue[]; notes: string[] } {
  const byStylesheet = hiddenByStylesheets(document)
  const residue: Residue[] = []
  const notes: string[] = []
  const sizes = textSizes(document)
  const all = document.children.reduce((sum, child) => sum + (isTag(child) ? (sizes.get(child) ?? 0) : 0), 0)
  const declared = declaredLetters(document)
  for (const element of elements(document)) {
    if (element.name === 'html' || element.name === 'body' || carriers.has(element.name)) continue
    const rule = reason(element) ?? (byStylesheet.has(element) ? 'stylesheet' : null)
    if (!rule) continue
    const size = sizes.get(element) ?? 0
    if (size === 0) continue
    if (isStreamed(element) || size > all / 2 || isUnfolded(element, declared)) {
      reveal(element)
      notes.push(`text hidden by ${rule} was kept: a script shows it`)
      continue
    }
    residue.push({ step: 'hidden', rule, text: textOf(element).slice(0, longestResidue) })
    empty(element)
  }
  return { residue, notes: [...new Set(notes)] }
}

function reason(element: Element): string | null {
  const { attribs } = element
  if (attribs.hidden !== undefined) return 'hidden'
  if (attribs['aria-hidden'] === 'true') return 'aria-hidden'
  if (attribs.style !== undefined && hides(attribs.style)) return 'style'
  return hiddenClass.test(attribs.class ?? '') ? 'class' : null
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
  if (attribs.style !== undefined && hides(attribs.style)) return false
  if (attribs.hidden === undefined && attribs['aria-hidden'] !== 'true') return false
  if (gated.test(attribs.class ?? '')) return true
  const said = lettersOf(textOf(element))
  return said.length >= leastDeclared && declared().includes(said.slice(0, 400))
}

/** The letters of every `articleBody` that the page declares, read when first asked for. */
function declaredLetters(document: Document): () => string {
  let letters: string | null = null
  let asked = 0
  return () => (asked++ < mostAsked ? (letters ??= declaredBodies(document).map(lettersOf).join(' ')) : '')
}

function reveal(element: Element): void {
  delete element.attribs.hidden
  delete element.attribs['aria-hidden']
  delete element.attribs.style
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

function countLetters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) count++
  return count
}

// As \s has it; an expression over every text of a page took a tenth of the time that reading it takes.
function isSpace(code: number): boolean {
  if (code <= 160) return code === 32 || (code >= 9 && code <= 13) || code === 160
  return code >= 5760 && /\s/u.test(String.fromCharCode(code))
}

/** Letters and signs below each element, counted once from the leaves up: a page may nest a hundred thousand deep. */
function textSizes(document: Document): Map<Element, number> {
  const sizes = new Map<Element, number>()
  for (const element of allElements(document).toReversed()) {
    if (carriers.has(element.name)) continue
    let size = 0
    for (const child of element.children) {
      if (isText(child)) size += countLetters(child.data)
      else if (isTag(child)) size += sizes.get(child) ?? 0
    }
    sizes.set(element, size)
  }
  return sizes
}

function textOf(root: Document | Element): string {
  const parts: string[] = []
  const waiting: ChildNode[] = [...root.children].toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) parts.push(node.data)
    if (!isTag(node) || carriers.has(node.name)) continue
    for (const child of node.children.toReversed()) waiting.push(child)
  }
  return parts.join('').replace(/\s+/gu, ' ').trim()
}
