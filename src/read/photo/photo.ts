import type { Document, Element } from 'domhandler'
import type { Photo, Url } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import { elements, visibleText } from '../tree.ts'

const creditMark =
  /\s*(?:[(（[]\s*)?(?:\b(?:photo(?:graph)?|picture|image|credit|foto|bild|quelle|crédit)\b\s*(?:by|:|：|von)|©|(?:图|圖|摄|写真|撮影|사진)\s*[:：/／=＝])\s*(.+?)\s*[)）\]]?$/iu

/** Caption and credit of one string that runs them together. */
export function splitCredit(text: string): { caption: string | null; credit: string | null } {
  const found = creditMark.exec(text)
  if (!found?.[1]) return { caption: text || null, credit: null }
  const caption = text.slice(0, found.index).trim()
  return { caption: caption === '' ? null : caption, credit: found[1] }
}

/** The lead photo: the first figure with a picture, else what JSON-LD or OpenGraph names. */
export function readPhoto(document: Document, { url, metadata }: { url: Url; metadata: PageMetadata }): Photo | null {
  for (const figure of elements(document)) {
    if (figure.name !== 'figure') continue
    const photo = fromFigure(figure, url)
    if (photo) return photo
  }
  const image = metadata.images.find((one) => absolute(one.url, url))
  const address = image ? absolute(image.url, url) : null
  if (!image || !address) return null
  const split = splitCredit(image.caption ?? '')
  return { url: address, caption: split.caption, credit: image.credit ?? split.credit }
}

function fromFigure(figure: Element, base: Url): Photo | null {
  const inside = [...elements(figure)]
  const image = inside.find((one) => one.name === 'img')
  const address = image ? absolute(image.attribs['data-src'] ?? image.attribs.src ?? '', base) : null
  if (!address) return null
  const isCredit = (one: Element): boolean => /credit|copyright|quelle|source/iu.test(one.attribs.class ?? '')
  const marked = inside.find(isCredit)
  const caption = inside.find((one) => one.name === 'figcaption' && !isCredit(one))
  const split = splitCredit(caption ? visibleText(caption, isCredit) : '')
  const credit = marked ? visibleText(marked).replace(/^(?:photo|foto|bild|credit|©)\s*[:：]?\s*/iu, '') : ''
  return { url: address, caption: split.caption, credit: credit === '' ? split.credit : credit }
}

function absolute(address: string, base: Url): Url | null {
  const url = address === '' ? null : URL.parse(address, base)
  return url && /^https?:$/u.test(url.protocol) ? url.href : null
}
