import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import type { Photo, Url } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import { elements, visibleText } from '../tree.ts'

const creditMarks: RegExp[] = [
  /\s*(?:[(（[]\s*)?(?:\b(?:photo(?:graph)?|picture|image|credit|foto|bild|quelle|crédit)\b\s*(?:by|:|：|von|\.{2,}|…)|©|(?:图|圖|摄|写真|撮影|사진)\s*[:：/／=＝])\s*(.+?)\s*[)）\]]?$/iu,
  // Chinese papers put the photographer before the verb: （本报记者 陆鸣 摄）
  /\s*[（(]\s*([^（()）]{2,40}?)\s*[摄攝]\s*[)）]$/u,
  // Japanese papers close a caption with ＝name撮影 or ＝name提供
  /＝\s*([^＝]{2,40}?)(?:撮影|提供)?$/u,
]

/** Caption and credit of one string that runs them together. */
export function splitCredit(text: string): { caption: string | null; credit: string | null } {
  const found = creditMarks.map((mark) => mark.exec(text)).find((match) => match !== null)
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
  const split = splitCredit(image.caption ?? captionBeside(document, { address, base: url }))
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
  const credit = marked ? visibleText(marked).replace(/^(?:photo(?:graph)?|foto|bild|credit|©)\s*[:：]?\s*/iu, '') : ''
  return { url: address, caption: split.caption, credit: credit === '' ? split.credit : credit }
}

const captionClass = /caption|legend|cutline|(?:pic|photo|image|img)[-_]?(?:note|text|desc|txt)/iu

/** What stands under a picture that is in no figure: a line beside it, or beside its parent, that is named as a caption. */
function captionBeside(document: Document, { address, base }: { address: Url; base: Url }): string {
  for (const image of elements(document)) {
    if (image.name !== 'img' || absolute(image.attribs.src ?? '', base) !== address) continue
    const near = [...(image.parent?.children ?? []), image.parent?.nextSibling]
    const line = near.find(
      (node): node is Element => !!node && isTag(node) && captionClass.test(node.attribs.class ?? ''),
    )
    const after = image.parent?.nextSibling?.nextSibling
    const beside = line ?? (after && isTag(after) && captionClass.test(after.attribs.class ?? '') ? after : null)
    if (beside) return visibleText(beside)
  }
  return ''
}

function absolute(address: string, base: Url): Url | null {
  const url = address === '' ? null : URL.parse(address, base)
  return url && /^https?:$/u.test(url.protocol) ? url.href : null
}
