import { cleanLine } from '../../text/clean.ts'
import { isAgency } from '../metadata/names.ts'
import words from './credit-words.json' with { type: 'json' }

/** What stands under a photo: what it shows and whose it is. */
export type PhotoWords = { caption: string | null; credit: string | null }

const edge = '(?<![\\p{L}\\p{M}])'
const mark = `(?:(?:${words.marks.join('|')})(?:\\s(?:${words.marks.join('|')}))?(?:\\.?\\s*[:：/／=＝|│]|\\s?(?:\\.{3}|…))|©|ⓒ|\\(c\\)|📷)`
const byMark = '(?:photo(?:graph)?s?|fotos?|bild|image|illustration|picture|graphic)\\s+(?:by|von|di|de|par)\\s'
const led = new RegExp(`^\\s*[(（[【［]?\\s*(?:${mark}|${byMark})\\s*`, 'iu')
const anywhere = new RegExp(`${edge}(?:${words.marks.join('|')})\\s*[:：]\\s*`, 'giu')
const glued =
  /(?<=[\p{Ll}.!?”])(?=(?:Foto|Photo|Bild|Image|Quelle|Copyright|Credit|Illustration|Source|Crédit|Fot)[\p{L}\s]{0,12}[:：/]|(?:Photograph|Illustration|Photo|Image)s? by )/gu
const inside = new RegExp(
  `(?:\\s*[(（[【［]\\s*|(?<=[.。!?”"’\\]」…)）,،])\\s*|,?\\s+[–—|/-]?\\s*|(?=[©ⓒ]))(?:${mark}|${byMark})\\s*(.{2,110}?)\\s*[)）\\]】］]?\\.?$`,
  'iu',
)
const bracketed = /\s*[(（[【［]\s*([^()（）]{2,80})[)）\]】］]\.?$/u
const barred = /\s+[|•·]\s+([^|]{2,90})$/u
const japanese =
  /(?:[＝=]|(?<=[＝=][^＝=]*)[、，])([^、，＝=]{0,26}(?:撮影|提供|共同|ロイター|ＡＰ|AP|AFP|ゲッティ|時事)[^、，＝=]{0,12})$/u
const chinese = /[(（]\s*([^()（）]{2,30}(?:[摄攝]|供[图圖]|发|發))\s*[)）]$|(?<=[。.！!])\s*([^。]{2,24}[摄攝])$/u
const suffixed = new RegExp(
  `(?:(?<=(?:^|\\s)\\p{Ll}\\p{L}*[.,]?)\\s|(?<=^[^/|]*)\\s[/|]\\s)((?:\\p{Lu}[\\p{L}.’'-]*[\\s/]{1,3}){1,6}(?:${words.suffixes.join('|')}))$`,
  'u',
)
const ended = /^(.{12,}?[.。!?”"\]」다…]\.?)\s*([^.。!?]{2,60}|[^.。!?]{2,20}\.[^.。!?]{2,30})\.?$/u
const alone = new RegExp(`^(?:${words.alone.join('|')})\\.?$`, 'iu')
const house = new RegExp(`(?<![\\p{L}\\d])(?:${words.houses.join('|')})(?![\\p{L}])`, 'iu')
// Short names are words of other languages too: only as they are printed.
const shortHouse = new RegExp(`(?<![\\p{L}\\d])(?:${words.shortHouses.join('|')})(?![\\p{L}])`, 'u')
const chrome = new RegExp(`^(?:${words.chrome})$`, 'iu')
const leadingChrome = new RegExp(`^(?:view|see|show)\\s+(?:all\\s+)?\\d*\\s*(?:images?|photos?|gallery)\\s+`, 'iu')
const longestCredit = 120
const longestCaption = 2000

/** Caption and credit of one string that runs them together; the marks ("Photo:", ©, 写真：) are taken off. */
export function splitCredit(said: string): PhotoWords {
  const text = said.slice(0, 2 * longestCaption)
  // Full-width brackets and letters are the same marks: （Ｃ）, ＝.
  const plain = cleanLine(text.replace(/[（(]\s*[ＣCｃc]\s*[）)]/gu, '©'))
    .replace(leadingChrome, '')
    .replace(/\s+[-–—|•]+$/u, '')
  if (plain.length > longestCaption) return { caption: plain.slice(0, longestCaption), credit: null }
  const line = plain.replace(glued, ' ')
  if (line === '' || chrome.test(line)) return { caption: null, credit: null }
  if ((led.test(line) && line.length < longestCredit) || isAgency(line))
    return { caption: null, credit: bareCredit(line) }
  const bracket = bracketed.exec(line)
  if (bracket?.[1] && bracket.index > 1 && isSourceName(bracket[1]))
    return pair(line.slice(0, bracket.index), bracket[1])
  for (const rule of [inside, japanese, chinese, suffixed]) {
    const found = rule.exec(line)
    const credit = found?.[1] ?? found?.[2]
    if (found && credit && found.index > 1 && isCredit(credit) && isClosed(line.slice(0, found.index)))
      return pair(line.slice(0, found.index), credit)
  }
  const bar = barred.exec(line)
  if (bar?.[1] && bar.index > 8 && (isSourceName(bar[1]) || isName(bar[1])))
    return pair(line.slice(0, bar.index), bar[1])
  const end = ended.exec(line)
  if (end?.[1] && end[2] && isSourceName(end[2].trim()) && isCredit(end[2]) && end[2].length < end[1].length)
    return pair(end[1], end[2])
  return { caption: plain, credit: null }
}

function pair(caption: string, credit: string): PhotoWords {
  const bare = caption.replace(/[\s,;–—|/-]+$/u, '').trim()
  return { caption: bare === '' ? null : bare, credit: bareCredit(credit) }
}

/** Are all brackets closed? A mark inside an open bracket is a part of it: `(Harbour Photo/Ann Lee)`. */
function isClosed(text: string): boolean {
  return (text.match(/[(（[]/gu)?.length ?? 0) === (text.match(/[)）\]]/gu)?.length ?? 0)
}

/** A mark in the middle of a quotation or before another sentence is a part of the caption. */
function isCredit(text: string): boolean {
  const quotes = text.match(/["”“«»„]/gu)?.length ?? 0
  return quotes % 2 === 0 && !/\p{Ll}{2}[.!?]\s+\p{Lu}\p{L}{2}/u.test(text.replace(/\.\s+courtesy/iu, ''))
}

/** A credit without its mark and brackets; `null` when nothing or a sentence is left. */
export function bareCredit(text: string): string | null {
  let bare = cleanLine(text).replace(led, '').replace(led, '')
  // "© Harbour Foto: Ann Lee": the last mark names the photographer.
  const last = [...bare.matchAll(anywhere)].at(-1)
  if (last && last.index > 0 && last.index + last[0].length < bare.length - 1)
    bare = bare.slice(last.index + last[0].length)
  bare = bare
    .replace(/^[(（[［]\s*([^()（）]*)[)）\]］]$/u, '$1')
    .replace(/(?<![(（].*)[)）\]】］]\.?$/u, '')
    .replace(/^[\s|,;:–—/-]+|[\s|,;:–—/-]+$/gu, '')
  const sentence = /[.。!?]$/u.test(bare) && bare.split(' ').length > 5
  return bare.length < 2 || bare.length > longestCredit || sentence || chrome.test(bare) ? null : bare
}

/** Does a line name an agency, a picture house or a kind of source, and nothing else? */
export function isSourceName(text: string): boolean {
  const line = text.replace(led, '').trim()
  if (line.length < 2 || line.length > 90 || line.split(' ').length > 12) return false
  if (isAgency(line) || alone.test(line) || led.test(text)) return true
  const capital = /^[\p{Lu}\p{Lo}@\d]|^(?:dpa|epa|via|photo|i?stock)/u.test(line)
  return (
    capital &&
    !/[.!?]\s/u.test(line) &&
    (house.test(line) || shortHouse.test(line) || /\p{L}\s?\/\s?\p{L}|\svia\s/u.test(line))
  )
}

/** One to five words with capitals, as a photographer's name is. */
export function isName(text: string): boolean {
  const bare = text.trim().replace(/^[(（[]|[)）\]]$/gu, '')
  const latin =
    /^(?:[\p{Lu}\d][\p{L}\p{M}\d'’.-]*|de|da|di|van|von|der|bin|al|el|y|e|&|and|und)(?:[\s/,]+(?:[\p{Lu}\d][\p{L}\p{M}\d'’.-]*|de|da|di|van|von|der|bin|al|el|y|e|&|and|und)){0,5}$/u
  return (
    latin.test(bare) || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s/]{2,14}$/u.test(bare)
  )
}

/** Is this a button's or a gallery's own word, as `View 6 images`? */
export function isChrome(text: string): boolean {
  return chrome.test(text)
}
