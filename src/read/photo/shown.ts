import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import type { Url } from '../../types.ts'
import { weightOf } from '../metadata/letters.ts'
import { elements, elementsOf, visibleText } from '../tree.ts'
import { addressesOf, keysOf } from './address.ts'
import { isShort, readWords } from './words.ts'
import type { PhotoWords } from './credit.ts'

/** A picture of the page. `words`: what stands with it, read when first asked for: most pictures are never asked. */
export type Shown = {
  words: () => PhotoWords
  url: Url
  /** Pixels, where the page says so; else 0. */
  width: number
  keys: string[]
  /** In an aside, a menu or a link to another article. */
  aside: boolean
  /** In a figure: the page itself calls it a picture with words. */
  figure: boolean
  /** Above the first paragraph or right below it: where a lead photo stands. */
  top: boolean
  /** In a box that is the text, and by its name no logo: asked only where nothing names a lead photo. */
  inText: () => boolean
  /** `alt`, for pictures whose credit stands nowhere else. */
  alt: string
}

const mostPictures = 80
const ownPicture = /-(?:image|img|picture|photo)(?:-|$)|^(?:image|img)-/u
const longParagraph = 160
// A standfirst may be as long as a paragraph: the lead photo often stands below it.
const paragraphsAbove = 1

function isPicture(name: string): boolean {
  return name === 'img' || name === 'source' || (name.includes('-') && ownPicture.test(name))
}

/** The pictures of a page in its order, each once per picture element; one walk. */
export function shownPhotos(document: Document, base: Url): Shown[] {
  const shown: Shown[] = []
  const seen = new Set<Element>()
  let paragraphs = 0
  for (const element of elementsOf(document)) {
    if (element.name === 'p' && paragraphs <= paragraphsAbove && isLong(element)) paragraphs++
    if (!isPicture(element.name) || shown.length >= mostPictures) continue
    // The sources of one <picture> are one photo.
    const holder =
      element.parent && isTag(element.parent) && element.parent.name === 'picture' ? element.parent : element
    if (seen.has(holder)) continue
    const urls = addressesIn(holder, base)
    const widest = urls[0]
    if (widest === undefined || isTiny(element)) continue
    seen.add(holder)
    const image = holder === element ? element : ([...elements(holder)].find((one) => one.name === 'img') ?? element)
    shown.push({
      ...widest,
      keys: [...new Set(urls.flatMap((one) => keysOf(one.url)))],
      words: once(() => readWords(holder, image)),
      aside: isAside(holder) || isPortrait(holder),
      figure: isInFigure(holder),
      top: paragraphs <= paragraphsAbove,
      inText: () => isInText(holder) && !furniture.test(widest.url),
      alt: cleanLine((image.attribs.alt ?? '').slice(0, 1000)),
    })
  }
  return withoutCommonKeys(shown)
}

function once<Value>(read: () => Value): () => Value {
  let known: { value: Value } | null = null
  return () => (known ??= { value: read() }).value
}

// An id that many pictures share is the outlet's or the day's, not a picture's.
const mostPerKey = 6

function withoutCommonKeys(shown: Shown[]): Shown[] {
  const count = new Map<string, number>()
  for (const one of shown) for (const key of one.keys) count.set(key, (count.get(key) ?? 0) + 1)
  return shown.map((one) => ({ ...one, keys: one.keys.filter((key) => (count.get(key) ?? 0) <= mostPerKey) }))
}

function addressesIn(holder: Element, base: Url): { url: Url; width: number }[] {
  if (holder.name !== 'picture') return addressesOf(holder, base)
  const inside = [...elements(holder)].slice(0, 20)
  return inside.flatMap((one) => addressesOf(one, base)).toSorted((a, b) => b.width - a.width)
}

const textLength = 500
const textHeight = 4
const furniture = /logo|icon|banner|sprite|pixel|spacer|avatar|placeholder|button|badge|emoji|\.svg|\.gif/iu

/** Does a near box around a picture hold a text, and is that box no page of many things? */
function isInText(element: Element): boolean {
  let up = element.parent
  for (let height = 0; up && isTag(up) && height < textHeight; up = up.parent, height++) {
    if (/^(?:body|html)$/u.test(up.name)) return false
    if (!isShort(up, textLength)) return true
    // Han says in a third of the letters what Latin says.
    if (!isShort(up, textLength / 3) && weightOf(visibleText(up)) >= textLength) return true
  }
  return false
}

function isLong(paragraph: Element): boolean {
  let nodes = 0
  for (const element of elements(paragraph)) if (++nodes > 60 || element.name === 'img') return false
  return !isShort(paragraph, longParagraph) && !isInFigure(paragraph)
}

function isInFigure(element: Element): boolean {
  let up = element.parent
  for (let depth = 0; up && depth < 5; depth++, up = up.parent) if (isTag(up) && up.name.startsWith('fig')) return true
  return false
}

/** A picture whose own attributes make it an icon or a portrait. */
function isTiny({ attribs }: Element): boolean {
  const [width, height] = [Number(attribs.width), Number(attribs.height)]
  return (width > 0 && width < 120) || (height > 0 && height < 90)
}

const portrait =
  /author|byline|avatar|profile|contributor|person|bio(?:$|[\s_-])|circle|round(?:ed-full|-image)|promo|teaser-list/iu

/** A picture of somebody who writes or speaks, not of what happened: its boxes say so. */
function isPortrait(element: Element): boolean {
  let up: Element['parent'] = element
  for (let depth = 0; up && isTag(up) && depth < 4; depth++, up = up.parent)
    if (portrait.test(`${up.attribs.class ?? ''} ${up.attribs.itemtype ?? ''}`)) return true
  return false
}

const toPicture = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)|^#|^javascript:|^$/iu

function isAside(element: Element): boolean {
  let up = element.parent
  let inFigure = false
  let linked = false
  for (let depth = 0; up && depth < 30; depth++, up = up.parent) {
    if (!isTag(up)) continue
    // A photo inside its figure may link to its large form; a link around the figure leads to another article.
    if (up.name === 'figure') {
      inFigure = true
      linked = false
    }
    if (up.name === 'a' && !toPicture.test(up.attribs.href ?? '')) {
      if (inFigure) return true
      linked = true
    }
    if (/^(?:aside|nav|footer)$/u.test(up.name)) return true
  }
  return linked
}
