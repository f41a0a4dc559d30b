import type { ChildNode, Document, Element } from 'domhandler'
import { isText } from 'domhandler'
import { elementsOf } from '../tree.ts'

/** What says something without being read as text: it stays when the element around it is emptied. */
export const carriers = new Set(['script', 'meta', 'link', 'img', 'source', 'picture', 'base', 'style'])

/**
 * A page as lists: what is said of the element at a place of `all` stands at the same place of the others. Those below an
 * element follow it, up to `ends`; letters and signs are counted without those of carriers.
 */
export type Outline = {
  all: readonly Element[]
  /** The place behind the last element below. */
  ends: Int32Array
  /** Letters in the element itself, in no other element; -1 of a carrier. */
  own: Int32Array
  /** Letters in the element and all below it; 0 of a carrier. */
  sizes: Int32Array
  /** Letters of the page in no element at all. */
  outside: number
}

/** Measure a page once, from the leaves up: it may nest a hundred thousand deep. */
export function outlineOf(document: Document): Outline {
  const all = elementsOf(document)
  const ends = new Int32Array(all.length)
  const own = new Int32Array(all.length)
  const sizes = new Int32Array(all.length)
  const parents = new Int32Array(all.length)
  let above = -1
  for (let at = 0; at < all.length; at++) {
    const element = all[at]
    if (!element) continue
    while (above >= 0 && all[above] !== element.parent) {
      ends[above] = at
      above = parents[above] ?? -1
    }
    parents[at] = above
    above = at
    own[at] = carriers.has(element.name) ? -1 : countIn(element.children)
  }
  for (; above >= 0; above = parents[above] ?? -1) ends[above] = all.length
  for (let at = all.length - 1; at >= 0; at--) {
    const letters = own[at] ?? 0
    const parent = parents[at] ?? -1
    const size = letters < 0 ? 0 : (sizes[at] ?? 0) + letters
    sizes[at] = size
    if (parent >= 0) sizes[parent] = (sizes[parent] ?? 0) + size
  }
  return { all, ends, own, sizes, outside: countIn(document.children) }
}

function countIn(children: ChildNode[]): number {
  let count = 0
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (child && isText(child)) count += countSigns(child.data)
  }
  return count
}

function countSigns(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) count++
  return count
}

/** From a place of the page to the place behind the last. */
export type Stretch = { from: number; to: number }

const fewestLetters = 60

/** Letters of a stretch outside some places, and those of its paragraphs. */
export function measure(
  { all, ends, own, sizes }: Outline,
  { from, to }: Stretch,
  outside: Set<number> | null,
): { letters: number; prose: number } {
  let letters = 0
  let prose = 0
  for (let at = from; at < to;) {
    const direct = own[at] ?? 0
    const isParagraph = all[at]?.name === 'p'
    const isLeftOut = direct < 0 || outside?.has(at) === true
    const size = isLeftOut ? 0 : isParagraph ? (sizes[at] ?? 0) : direct
    letters += size
    if (isParagraph && size >= fewestLetters) prose += size
    at = isLeftOut || isParagraph ? (ends[at] ?? to) : at + 1
  }
  return { letters, prose }
}
