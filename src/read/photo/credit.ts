import { cleanLine } from '../../text/clean.ts'
import { anyCase } from '../../text/any-case.ts'
import { isAgency } from '../metadata/names.ts'
import words from './credit-words.json' with { type: 'json' }

/** What stands under a photo: what it shows and whose it is. */
export type PhotoWords = { caption: string | null; credit: string | null }

const edge = '(?<![\\p{L}\\p{M}])'
const mark = `(?:(?:${words.marks.join('|')})(?:\\s(?:${words.marks.join('|')}))?(?:\\.?\\s*[:：/／=＝|│]|\\s?(?:\\.{3}|…))|©|ⓒ|\\(c\\)|📷)`
const byMark = '(?:photo(?:graph)?s?|fotos?|bild|image|illustration|picture|graphic)\\s+(?:by|von|di|de|par)\\s'
const courtesy = words.courtesy.join('|')
const led = anyCase(`^\\s*[(（[【［]?\\s*(?:${mark}|${byMark}|(?:${courtesy})\\s|copyright\\s(?=\\d{4}))\\s*`)
const anywhere = anyCase(`${edge}(?:${words.marks.join('|')})\\s*[:：]\\s*`)
const glued =
  /(?<=[\p{Ll}.!?”])(?=(?:Foto|Photo|Bild|Image|Quelle|Copyright|Credit|Illustration|Source|Crédit|Fot)[\p{L}\s]{0,12}[:：/]|(?:Photograph|Illustration|Photo|Image)s? by )/gu
const inside = anyCase(
  `(?:\\s*[(（[【［]\\s*|(?<=[.。!?”"’\\]」…)）,،])\\s*|,?\\s+[–—|/-]?\\s*|(?=[©ⓒ]))(?:${mark}|${byMark})\\s*(.{2,110}?)\\s*[)）\\]】］]?\\.?$`,
)
const reserved = anyCase(`[\\s.,;–—-]*(?:${words.reserved.join('|')})[.。]?$`)
// "… on Monday. Courtesy of the board", "… (courtesy the board)", "… Copyright 2026 Harbour Post".
const owed = anyCase(
  `(?:\\s*[(（[]\\s*|(?<=[.。!?”"’)）])\\s*)(?:${courtesy}|copyright(?=\\s\\d{4}))\\s+([^()（）]{2,90}?)[)）\\]]?\\.?$`,
)
// "(foto Ansa)", "… at the quay. Beeld Ann Lee": a mark without its colon, before a name.
const named = anyCase(
  `(?:\\s*[(（[]\\s*|(?<=[.。!?…”"»])\\s*|\\s(?=\\p{L}{2,5}\\.\\s))(${words.marks.join('|')})\\.?\\s+([^()（）:：]{2,70}?)[)）\\]]?\\.?$`,
)
const dashed = /\s+[–—-]\s+([^–—]{2,90})$/u
const bracketed = /\s*[(（[【［]\s*([^()（）]{2,80})[)）\]】］]\.?$/u
const barred = /\s+[|•·]\s+([^|]{2,90})$/u
// "… at the quay (Foto - Ann Lee)": a dash for the colon, in brackets only.
const markedByDash = new RegExp(`^(?:${words.marks.join('|')})\\s*[-–—]\\s*(?=\\p{L})`, 'iu')
// "… 꺼내고 있다. 항구군 제공": who gave it, after the sentence.
const given = /(?<=[.다])\s+((?:[\p{Script=Hangul}A-Za-z\d]+\s){0,2}[\p{Script=Hangul}A-Za-z\d]+\s?제공)$/u
const japanese =
  /(?:[＝=]|(?<=[＝=][^＝=]*)[、，])([^、，＝=]{0,26}(?:撮影|提供|共同|ロイター|ＡＰ|AP|AFP|ゲッティ|時事)[^、，＝=]{0,12})$/u
const chinese =
  /[(（]\s*([^()（）]{2,30}(?:[摄攝]|供[图圖]|发|發))\s*[)）]$|(?<=[。.！!])\s*([^。]{2,24}[摄攝])$|\s([^。\s]{2,24}[摄攝])$/u
const suffixed = new RegExp(
  `(?:(?<=(?:^|\\s)\\p{Ll}\\p{L}*[.,]?)\\s|(?<=^[^/|]*)\\s[/|]\\s)((?:\\p{Lu}[\\p{L}.’'-]*[\\s/]{1,3}){1,6}(?:${words.suffixes.join('|')}))$`,
  'u',
)
const ended = /^(.{12,}?[.。!?”"\]」다…]\.?)\s*([^.。!?]{2,60}|[^.。!?]{2,20}\.[^.。!?]{2,30})\.?$/u
// The last of several sentences: "… in April. Archive picture. EFE".
const endedLast = /^(.{12,}[.。!?”"\]」다…])\s+([^.。!?]{2,60})\.?$/u
// "… in April. / Ann Lee", "… 다리. /연합뉴스": a stroke after the sentence.
const stroked = /(?<=[.。!?”"다])\s*\/\s*([^/]{2,50}(?:\/[^/]{2,40})?)$/u
const reporter = new RegExp(`(?<=[.다])\\s+(\\p{Script=Hangul}{2,4}\\s?(?:${words.koreanRoles}))$`, 'u')
const forWhom = /^\p{Lu}\S*(?:\s\p{Lu}\S*){1,3}\s(?:for|para|pour|für|per|för|voor)\s/u
const alone = anyCase(`^(?:${words.alone.join('|')})\\.?$`)
const house = anyCase(`(?<![\\p{L}\\d])(?:${words.houses.join('|')})(?![\\p{L}])`)
const wholeHouse = anyCase(`^(?:${words.houses.join('|')}|${words.shortHouses.join('|')})$`)
// Short names are words of other languages too: only as they are printed.
const shortHouse = new RegExp(`(?<![\\p{L}\\d])(?:${words.shortHouses.join('|')})(?![\\p{L}])`, 'u')
const chrome = anyCase(`^(?:${words.chrome})$`)
const leadingChrome =
  /^(?:(?:view|see|show)\s+(?:all\s+)?\d*\s*(?:images?|photos?|gallery)|\d{1,3}\s*(?:\/|of|von|de|sur|di)\s*\d{1,3})\s+(?=\p{L})/iu
const trailingChrome =
  /,?\s*(?:purchase licensing rights|(?:, )?opens (?:in )?(?:a )?new (?:tab|window)|acquire licensing rights|buy (?:this )?(?:photo|image)).*$/iu
const longestCredit = 120
const longestCaption = 2000

/** Caption and credit of one string that runs them together; the marks ("Photo:", ©, 写真：) are taken off. */
export function splitCredit(said: string): PhotoWords {
  const text = said.slice(0, 2 * longestCaption)
  // Full-width brackets and letters are the same marks: （Ｃ）, ＝.
  const plain = withoutRights(cleanLine(text.replace(/[（(]\s*[ＣCｃc]\s*[）)]/gu, '©')))
    .replace(leadingChrome, '')
    .replace(trailingChrome, '')
    .replace(/\s+[-–—|•]+$/u, '')
  if (plain.length > longestCaption) return { caption: plain.slice(0, longestCaption), credit: null }
  const line = plain.replace(glued, ' ')
  if (line === '' || chrome.test(line)) return { caption: null, credit: null }
  const both = ledAndSigned(line)
  if (both) return both
  if ((led.test(line) && line.length < longestCredit) || isAgency(line) || isBareCredit(line))
    return { caption: null, credit: bareCredit(line) }
  const bracket = bracketed.exec(line)
  const dashedMark = markedByDash.exec(bracket?.[1] ?? '')?.[0]
  if (bracket?.[1] && bracket.index > 1 && dashedMark !== undefined)
    return pair(line.slice(0, bracket.index), bracket[1].slice(dashedMark.length))
  if (bracket?.[1] && bracket.index > 1 && (isSourceName(bracket[1]) || isNameAfter(bracket, line)))
    return pair(line.slice(0, bracket.index), bracket[1])
  const marked = inside.find(line)
  const set = marked && setApart(line, { index: marked.index, credit: marked.said[1] })
  if (set) return set
  for (const rule of [japanese, chinese, suffixed, reporter, given]) {
    const found = rule.exec(line)
    const apart = found && setApart(line, { index: found.index, credit: found[1] ?? found[2] ?? found[3] })
    if (apart) return apart
  }
  const debt = owed.find(line)
  if (debt?.said[1] && debt.index > 1 && isProper(debt.said[1])) return pair(line.slice(0, debt.index), debt.said[1])
  const byName = named.find(line)
  if (byName?.said[2] && byName.index > 8 && isNamed(byName.said))
    return pair(line.slice(0, byName.index), byName.said[2])
  const bar = barred.exec(line)
  if (bar?.[1] && bar.index > 8 && (isSourceName(bar[1]) || isName(bar[1])))
    return pair(line.slice(0, bar.index), bar[1])
  const dash = dashed.exec(line)
  if (dash?.[1] && dash.index > 8 && isSourceName(dash[1]) && isProper(dash[1]))
    return pair(line.slice(0, dash.index), dash[1])
  const stroke = stroked.exec(line)
  if (stroke?.[1] && stroke.index > 4 && (isSourceName(stroke[1]) || isName(stroke[1])))
    return pair(line.slice(0, stroke.index), stroke[1])
  return atEnd(line) ?? { caption: plain, credit: null }
}

/** A credit behind its mark, unless what stands there is a sentence or inside of brackets. */
function setApart(line: string, { index, credit }: { index: number; credit: string | undefined }): PhotoWords | null {
  const before = line.slice(0, index)
  return credit && index > 1 && isCredit(credit) && isClosed(before) ? pair(before, credit) : null
}

function withoutRights(line: string): string {
  const found = reserved.find(line)
  return found ? line.slice(0, found.index) : line
}

function withoutMark(text: string): string {
  return text.slice(led.find(text)?.said[0]?.length ?? 0)
}

/** "Photo: the bridge at dawn (Ann Lee/Harbour Post)": the mark names the kind of picture, the brackets whose it is. */
function ledAndSigned(line: string): PhotoWords | null {
  const start = led.find(line)?.said[0]?.length
  if (start === undefined) return null
  // "资料图：港口清晨。图：李安": a whole sentence between two marks is what the picture shows.
  const second = inside.find(line)
  const between = line.slice(start, second?.index ?? 0)
  if (second?.said[1] && /[.。！!]$/u.test(between) && between.length >= 6) return pair(between, second.said[1])
  const bracket = bracketed.exec(line)
  const before = line.slice(start, bracket?.index ?? 0)
  if (!bracket?.[1] || before.split(' ').length < 3 || isName(before)) return null
  return isSourceName(bracket[1]) ? pair(before, bracket[1]) : null
}

/** A credit that is the last sentence, by its look alone. */
function atEnd(line: string): PhotoWords | null {
  for (const rule of [ended, endedLast]) {
    const [, before, last] = rule.exec(line) ?? []
    if (!before || !last || !isCredit(last)) continue
    if (forWhom.test(last) && isProper(last)) return pair(before, last)
    if (isSourceName(last.trim()) && (last.length < before.length || isProper(last))) return pair(before, last)
  }
  return null
}

/** A full name, or names with commas, in brackets after a whole sentence: `… in April. (Ann Lee, Harbour News)`. */
function isNameAfter(bracket: RegExpExecArray, line: string): boolean {
  const said = bracket[1] ?? ''
  const before = line.slice(0, bracket.index).trimEnd()
  return (
    /[.。!?”"]$/u.test(before) && /\p{L}\s\p{L}/u.test(said) && isProper(said) && !/\d/u.test(said) && said.length <= 60
  )
}

const small = new RegExp(`^(?:${words.via})$`, 'u')

/** Is every word one of a name: with a capital, or one of the small words between names? */
function isProper(text: string): boolean {
  const said = text
    .trim()
    .split(/[\s/|,]+/u)
    .filter((word) => word !== '' && word !== '&')
  return (
    said.length > 0 &&
    said.every((word) => /^[^\p{L}]*[\p{Lu}\p{Lo}\d@]/u.test(word) || small.test(word)) &&
    !small.test(said[0] ?? '')
  )
}

/** A mark in small letters counts in brackets only, one with a capital where a sentence begins. */
function isNamed([whole = '', word = '', name = '']: (string | undefined)[]): boolean {
  const inBrackets = /^\s*[(（[]/u.test(whole)
  return (inBrackets || /^\p{Lu}/u.test(word)) && (isName(name) || isSourceName(name)) && isProper(name)
}

/** A name and a picture house with a stroke between them, or a picture house alone: `Ann Lee / Reuters`. */
function isBareCredit(line: string): boolean {
  const sides = line.split(/\s?\/\s?/u)
  if (line.length > 60 || !sides.every((one) => isName(one) || isAgency(one))) return false
  return sides.some((one) => isAgency(one) || wholeHouse.test(one)) && (sides.length > 1 || wholeHouse.test(line))
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
  let bare = withoutMark(withoutMark(cleanLine(text)))
  // "© Harbour Foto: Ann Lee": the last mark names the photographer.
  const last = anywhere.findAll(bare).at(-1)
  const from = last ? last.index + (last.said[0]?.length ?? 0) : 0
  if (last && last.index > 0 && from < bare.length - 1) bare = bare.slice(from)
  bare = bare
    .replace(/^[(（[［]\s*([^()（）]*)[)）\]］]$/u, '$1')
    .replace(/(?<![(（].*)[)）\]】］]\.?$/u, '')
    .replace(/^[\s|,;:–—/-]+|[\s|,;:–—/-]+$/gu, '')
  const sentence = /[.。!?]$/u.test(bare) && bare.split(' ').length > 5
  return bare.length < 2 || bare.length > longestCredit || sentence || chrome.test(bare) ? null : bare
}

/** Does a line name an agency, a picture house or a kind of source, and nothing else? */
export function isSourceName(text: string): boolean {
  const line = withoutMark(text).trim()
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
