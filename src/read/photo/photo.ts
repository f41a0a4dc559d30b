import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import type { Photo, Url } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import { isAgency } from '../metadata/names.ts'
import { elements, visibleText } from '../tree.ts'
import words from './credit-words.json' with { type: 'json' }

type Shown = { url: Url; keys: string[]; caption: string | null; credit: string | null; aside: boolean }

const mark = `(?:${words.marks.join('|')})(?:\\.?\\s*[:：/／=＝|]|\\s?(?:\\.{3}|…))|©|\\(c\\)|📷`
const led = new RegExp(`^\\s*[(（[【]?\\s*(?:${mark}|(?:photo|foto|bild|image)s?(?:\\s+(?:by|von|di|de)))\\s*`, 'iu')
const inside = new RegExp(
  `(?:\\s*[(（[【]|(?<=[.。!?”"\\]」…)）,،])\\s*|(?=©|Quelle:|Foto:|Photo:|Bild:|사진)|\\s+[–—|/-]?\\s*)(?:${mark})\\s*(.{2,80}?)\\s*[)）\\]】]?\\.?$`,
  'iu',
)
const bracketed = /\s*[(（[【]\s*([^()（）]{2,60}(?:\/|via)[^()（）]{2,60})\s*[)）\]】]\.?$/u
const japanese = /＝(?=[^＝]{2,30}(?:撮影|提供|共同|ロイター|ＡＰ|AP|AFP|時事)[^＝]*$)(.+)$/u
// Words of a gallery's own machinery.
const chrome =
  /^(?:view|see|open|show|zoom|enlarge)?\s*(?:all\s*)?\d*\s*(?:images?|photos?|pictures?|gallery|fotos?|bilder|대 ?보기|이미지 확대보기|查看大图|点击放大)?$|^\d+\s*\/\s*\d+$|^(?:이미지 확대보기|查看大图|点击放大|拡大する|Bild vergrößern|Agrandir l['’]image)$/iu
const captionClass = new RegExp(words.captionClass, 'iu')
const creditClass = new RegExp(words.creditClass, 'iu')
const notPhoto =
  /logo|placeholder|spinner|avatar|profile-image|sprite|favicon|blank\.|pixel|1x1|transparent|default[-_]/iu

/** Caption and credit of one string that runs them together; the marks ("Photo:", ©, 写真：) are taken off. */
export function splitCredit(text: string): { caption: string | null; credit: string | null } {
  // Full-width brackets and letters are the same marks: （Ｃ）, ＝.
  const line = cleanLine(text.replace(/[（(]\s*[ＣCｃc]\s*[）)]/gu, '©'))
  if (led.test(line) && line.length < 120) return { caption: null, credit: bareCredit(line) }
  for (const rule of [inside, bracketed, japanese]) {
    const found = rule.exec(line)
    if (found?.[1] && found.index > 3)
      return { caption: line.slice(0, found.index).trim(), credit: bareCredit(found[1]) }
  }
  const ended = /^(.{12,}[.。!?”"\]」다]\.?)\s*([^.。]{2,40})$/u.exec(line)
  if (ended?.[1] && ended[2] && isAgency(ended[2].trim())) return { caption: ended[1].trim(), credit: ended[2].trim() }
  return { caption: line === '' || chrome.test(line) ? null : line, credit: null }
}

/** The lead photo: the one JSON-LD or OpenGraph names, with the caption the page shows under it; else the first figure. */
export function readPhoto(document: Document, { url, metadata }: { url: Url; metadata: PageMetadata }): Photo | null {
  const named = metadata.images.flatMap((one) => {
    const address = absolute(one.url, url)
    return address ? [{ ...one, url: address, keys: keysOf(address) }] : []
  })
  const keys = new Set(named.flatMap((one) => one.keys))
  const shown = shownPhotos(document, url)
  const same = shown.filter((one) => one.keys.some((key) => keys.has(key)))
  const lead =
    same.find((one) => one.caption && one.credit) ??
    same.find((one) => one.caption ?? one.credit) ??
    same[0] ??
    shown.find((one) => !one.aside && one.caption)
  const said = named[0]
  if (!lead && !said) return null
  const from = named.find((one) => one.keys.some((key) => lead?.keys.includes(key))) ?? (lead ? undefined : said)
  const split = splitCredit(from?.caption ?? '')
  return {
    url: from?.url ?? lead?.url ?? '',
    caption: lead?.caption ?? split.caption,
    credit: lead?.credit ?? bareCredit(from?.credit ?? '') ?? split.credit,
  }
}

/** Pictures of the page in order, each with what its own figure says; one walk. */
function shownPhotos(document: Document, base: Url): Shown[] {
  const shown: Shown[] = []
  let figures = 0
  for (const element of elements(document)) {
    const isFigure =
      element.name === 'figure' ||
      /(?:^|[\s_-])(?:figure|wp-caption|image-container)/iu.test(element.attribs.class ?? '')
    if (element.name !== 'img' && !isFigure) continue
    if (figures > 60) break
    if (isFigure) figures++
    const photo = isFigure ? fromFigure(element, base) : fromImage(element, base)
    if (
      photo &&
      !shown.some(
        (one) => one.url === photo.url && (one.caption ?? one.credit ?? '') >= (photo.caption ?? photo.credit ?? ''),
      )
    )
      shown.push(photo)
  }
  return shown
}

function fromImage(image: Element, base: Url): Shown | null {
  const url = addressOf(image, base)
  return url ? { url, keys: keysOf(url), ...wordsAround(image), aside: true } : null
}

/** Elements above a picture that may hold its words, and how much such a box may hold. */
const climbs = 6
const mostElements = 60
const longestWords = 500
const pictureBox = /image|img|media|photo|foto|figure|picture|bild|visual|thumb/iu

/** Caption and credit of a picture that no figure holds: in the smallest box above it that has words of its own. */
function wordsAround(image: Element): { caption: string | null; credit: string | null } {
  let box = image.parent
  for (let up = 0; box && isTag(box) && up < climbs; up++, box = box.parent) {
    const held = [...elements(box)]
    if (held.length > mostElements || held.some((one) => /^(?:h1|h2|h3|article|main)$/u.test(one.name))) break
    if (/^(?:a|article|main|body)$/u.test(box.name) || isAside(box)) break
    const found = wordsIn(held)
    if (found.caption !== null || found.credit !== null) return found
    const text = visibleText(box)
    if (text.length > longestWords) break
    if (text.length >= 8 && pictureBox.test(`${box.attribs.class ?? ''} ${box.attribs.id ?? ''}`))
      return splitCredit(text)
  }
  return { caption: null, credit: null }
}

function wordsIn(held: Element[]): { caption: string | null; credit: string | null } {
  const marksOf = (one: Element): string => `${one.attribs.class ?? ''} ${one.attribs.itemprop ?? ''}`
  const credit = held.find((one) => one.name !== 'img' && creditClass.test(marksOf(one)) && !isCaption(one))
  const captions = held.filter((one) => one.name !== 'img' && isCaption(one) && visibleText(one) !== '')
  // A box called caption may hold another of that name with the words alone.
  const caption = captions.findLast((one) => visibleText(one).length >= 12) ?? captions[0]
  const split = splitCredit(caption ? visibleText(caption, (one) => one === credit) : '')
  const own = credit ? bareCredit(visibleText(credit)) : null
  return { caption: split.caption, credit: own ?? split.credit }
}

function fromFigure(figure: Element, base: Url): Shown | null {
  let url: Url | null = null
  let caption: Element | null = null
  let credit: Element | null = null
  let count = 0
  for (const one of elements(figure)) {
    // A container of the whole article is called "figure" by some outlets: a real one is small.
    if (++count > 120) return null
    const marks = `${one.attribs.class ?? ''} ${one.attribs.itemprop ?? ''}`
    if (one.name === 'img' || one.name === 'source') url ??= addressOf(one, base)
    else if (creditClass.test(marks) && !isCaption(one)) credit ??= one
    else if (isCaption(one)) caption ??= one
  }
  if (!url) return null
  const split = splitCredit(caption ? visibleText(caption, (one) => one === credit) : '')
  const own = credit ? bareCredit(visibleText(credit)) : null
  return { url, keys: keysOf(url), caption: split.caption, credit: own ?? split.credit, aside: isAside(figure) }
}

function isCaption(one: Element): boolean {
  return one.name === 'figcaption' || captionClass.test(one.attribs.class ?? '') || one.attribs.itemprop === 'caption'
}

function isAside(element: Element): boolean {
  let up = element.parent
  for (let depth = 0; up && depth < 30; depth++, up = up.parent)
    if (isTag(up) && /^(?:aside|nav|footer|header|a)$/u.test(up.name)) return up.name !== 'header'
  return false
}

function addressOf(image: Element, base: Url): Url | null {
  const { attribs } = image
  const set = (attribs.srcset ?? attribs['data-srcset'] ?? '').split(/\s/u)[0]
  for (const said of [attribs['data-src'], attribs['data-original'], attribs.src, set]) {
    const url = said ? absolute(said, base) : null
    if (url) return url
  }
  return null
}

/** What two addresses of one picture share: long ids and the file's name without its size. */
function keysOf(url: Url): string[] {
  const said = url.replace(/^https?:\/\/[^/]+/u, '').toLowerCase()
  const ids = said.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{16,}|\d{7,}/gu) ?? []
  const files = said.split(/[/?&=,;|]|%2f/u).filter((part) => /\.(?:jpe?g|png|webp|avif|gif)/u.test(part))
  const names = files.map((part) =>
    part
      .replace(/\.(?:jpe?g|png|webp|avif|gif).*$/u, '')
      .replace(/[-_](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}w?|large|medium|small|[lmsb]|xl)$/u, ''),
  )
  return [...ids, ...names.filter((name) => name.length >= 6)]
}

function bareCredit(text: string): string | null {
  const bare = cleanLine(text.replace(led, '').replace(led, ''))
    .replace(/^[(（[]\s*([^()（）]*)[)）\]]$/u, '$1')
    .replace(/(?<![(（].*)[)）\]】]$/u, '')
  return bare.length < 2 || bare.length > 120 ? null : bare
}

function absolute(address: string, base: Url): Url | null {
  const url = address === '' || address.startsWith('data:') ? null : URL.parse(address, base)
  return url && /^https?:$/u.test(url.protocol) && !notPhoto.test(url.pathname) ? url.href : null
}
