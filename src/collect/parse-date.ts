import type { Instant } from '../types.ts'
import months from './months.json' with { type: 'json' }
import persianMonths from './persian-months.json' with { type: 'json' }
import zones from './zones.json' with { type: 'json' }
import { fromPersian, gregorian, type Day } from './calendars.ts'
import { placeOffset, readTime, type TimeOfDay } from './read-time.ts'

const monthNumbers = namesOf(months)
const persianNumbers = namesOf(persianMonths)

type Parts = Day & TimeOfDay

/**
 * Read a date in any form found in feeds: RFC 822, ISO 8601 (weeks and days of the year too), W3C, asctime, Perforce,
 * East Asian (`2024年3月5日 下午3:04`, `令和6年3月5日`), months in the languages of CLDR, Buddhist and Persian years.
 * Without a zone it is taken as UTC; `3/5/2024` is March unless a word or a zone beside
 * it is not English, `5.3.2024` too.
 *
 * @returns `null` for what is no possible date; never "now"
 */
export function parseDate(written: string | null): Instant | null {
  if (written === null) return null
  const usual = readUsual(written)
  if (usual !== null) return toInstant(usual)
  const text = plainText(written)
  if (text === '') return null
  for (const read of [readIso, readEastAsian, readNamedMonth, readNumeric, readStamp]) {
    const parts = read(text)
    // The first form that fits decides: an impossible date must not be read in another way.
    if (parts !== null) return toInstant(atPlace(parts, text))
  }
  return null
}

// Nearly every feed writes one of these two; the general way costs ten times as much.
const rfc822 =
  /^(?:[A-Z][a-z]{2},? )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ?(?:GMT|UTC|Z|([+-])(\d{2})(\d{2}))$/u
const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/u
const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function readUsual(written: string): Parts | null {
  const iso = rfc3339.exec(written)
  const mail = iso === null ? rfc822.exec(written) : null
  const found = iso ?? mail
  if (found === null) return null
  const month = mail === null ? Number(found[2]) : english.indexOf(found[2] ?? '') + 1
  if (month === 0) return null
  const [year, day] = mail === null ? [found[1], found[3]] : [found[3], found[1]]
  const zone = (found[7] === '-' ? -1 : 1) * (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0))
  const [hour, minute, second] = [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)]
  return { year: Number(year), month, day: Number(day), hour, minute, second, zone }
}

// `listopada` is November in Polish and October in Croatian, `srp` August in Czech and July in Croatian: Croatian puts a
// full stop behind the day and the year.
const croatian: Record<string, number> = { lip: 6, lipnja: 6, srp: 7, srpnja: 7, lis: 10, listopada: 10 }
const croatianForm = /\d\.\s*(lip|lipnja|srp|srpnja|lis|listopada)\.?\s*\d{4}\./u

/** Lower case, ASCII digits of every script, no marks of direction, no ordinal endings. */
function plainText(written: string): string {
  return (
    written
      .slice(0, 200)
      // A mark of direction beside slashes is Arabic's or Hebrew's: the day comes first, as with full stops.
      .replace(/(\d|\p{Nd})\u200F?\/\u200F?(?=[^/]*\/)|\u200F\//gu, (found) =>
        written.includes('\u200F') ? found.replace('/', '.') : found,
      )
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069]|i\u0307/gu, (sign) => (sign.length > 1 ? 'i' : ''))
      .replace(/[^\p{ASCII}]/gu, (sign) => (/\p{Nd}/u.test(sign) ? String(digitOf(sign)) : sign))
      // A label in front: `发布时间：2004-01-26`.
      .replace(/^[\p{L}\s]{2,20}:\s*(?=\d)/u, '')
      .replace(/^(\d{8})(?=\d{6}$)/u, '$1t')
      .replace(/&nbsp;|\s+|\bthứ \d(?=,)/gu, ' ')
      .replace(/(\d)(?:st|nd|rd|th|ter|er|º|ª|°)(?![\p{L}])/gu, '$1')
      .trim()
  )
}

/** The value of a decimal digit: Unicode puts the ten digits of a script in a row. */
function digitOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  let first = code
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  // Mathematical digits stand five alphabets in a row; NFKC has folded those.
  return code - first
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function toInstant(parts: Parts | null): Instant | null {
  if (parts === null) return null
  const { year, month, day, hour, minute, zone } = parts
  const second = Math.min(parts.second, 59)
  const days = monthDays[month - 1] ?? 0
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const most = month === 2 && !leap ? 28 : days
  if (day < 1 || day > most || hour > 24 || minute > 59 || parts.second > 60) return null
  if (year < 1900 || year > 2200 || (hour === 24 && (minute > 0 || second > 0)) || Math.abs(zone) > 18 * 60) return null
  return new Date(Date.UTC(year, month - 1, day, hour, minute - zone, second)).toISOString().replace('.000Z', 'Z')
}

const midnight: TimeOfDay = { hour: 0, minute: 0, second: 0, zone: 0 }

function atPlace(parts: Parts, text: string): Parts {
  const place = /\b[a-z]+\/[a-z_]+(?:\/[a-z_]+)?\b/u.exec(text)?.[0]
  if (place === undefined || parts.zone !== 0 || place.startsWith('etc/')) return parts
  const { year, month, day, hour, minute } = parts
  return { ...parts, zone: placeOffset(place, Date.UTC(year, month - 1, day, hour, minute)) ?? 0 }
}

const isoForms = [
  /^(\+?\d{4})-w(\d{2})(?:-([1-7]))?()(?=t|\s|$)/u,
  /^(\d{4})w(\d{2})([1-7])?()(?=t|\s|$)/u,
  /^(\+?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?()(?=t|[\s_,z]|$)/u,
  /^(\d{4})-?()()(\d{3})(?=t|\s|z|$)/u,
  /^(\d{4})-(\d{1,2})-(\d{1,2})()(?=t|[\s,z]|$)/u,
  /^(\d{2})-?(\d{2})-?(\d{2})()(?=t\d|$)/u,
  /^-(\d{2})-?(\d{2})()()$/u,
  /^(\d{2})-?()()(\d{3})$/u,
]

function readIso(text: string): Parts | null {
  for (const [at, form] of isoForms.entries()) {
    const found = form.exec(text)
    if (found === null) continue
    const rest = text
      .slice(found[0].length)
      .replace(/^[\s_,]+|^z$/u, '')
      .replace(/^t\s*(?=\d)/u, at < 5 ? 't' : '')
    // A year and words behind it: the month is still to come.
    if (at === 2 && found[2] === undefined && rest !== '') continue
    const read = rest === '' ? null : readTime(rest.replace(/^t(?=\d{1,2}:)/u, ''))
    // A zone may follow the day alone; anything else that is no time is another form.
    if (read === null && !/^(?:[+-]\d{2}:?\d{2}|\(.*\)|utc|gmt|z)?$/u.test(rest)) continue
    const time = read?.time ?? midnight
    if (at < 2) return { ...weekDay(Number(found[1]), Number(found[2]), Number(found[3] ?? 1)), ...time }
    const short = at >= 5
    const year = short ? (shortYear(Number(found[1])) ?? 0) : Number(found[1])
    if (found[4]) return { ...yearDay(year, Number(found[4])), ...time }
    const month = Number(found[2] ?? 1)
    if (at === 2 && month > 12 && /^\d{6}$/u.test(found[0])) continue
    return { ...gregorian({ year, month, day: Number(found[3] || 1) }), ...time }
  }
  return null
}

/** ISO 8601: week 1 is the week of 4 January. */
function weekDay(year: number, week: number, day: number): Day {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const at = new Date(Date.UTC(year, 0, 4 + (week - 1) * 7 + day - (fourth.getUTCDay() || 7)))
  if (week < 1 || week > 53) return { year: 0, month: 0, day: 0 }
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

function yearDay(year: number, day: number): Day {
  const at = new Date(Date.UTC(year, 0, day))
  if (day < 1 || at.getUTCFullYear() !== year) return { year: 0, month: 0, day: 0 }
  return { year, month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

// First years of the Japanese eras that feeds still use.
const eras: Record<string, number> = { 令和: 2019, 平成: 1989, 昭和: 1926, 民國: 1912, 民国: 1912 }
const chinese = '〇一二三四五六七八九'

function readEastAsian(text: string): Parts | null {
  const plain = text
    .replace(/零|○/gu, '〇')
    .replace(/元(?=年)/u, '1')
    .replace(/[〇一二三四五六七八九十]+(?=\s*[年月日号號])/gu, (word) => String(chineseNumber(word)))
  const found =
    /(?:(令和|平成|昭和|民國|民国)?\s*(\d{1,4})\s*[年년]\s*)(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日号號일]?)?(.*)$/u.exec(
      plain,
    ) ?? /^()(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?!\d)(.*)$/u.exec(plain)
  if (found === null) return null
  const written = Number(found[2])
  const era = eras[found[1] ?? '']
  const year = era === undefined ? (found[2]?.length === 2 ? shortYear(written) : written) : era + written - 1
  const rest = (found[5] ?? '').replace(
    /[([（][^)\]）]{0,8}[)\]）]|[星期周週礼拜]{1,2}[一二三四五六日天]|\p{L}曜日?/gu,
    ' ',
  )
  return { year: year ?? 0, month: Number(found[3]), day: Number(found[4] ?? 1), ...(readTime(rest)?.time ?? midnight) }
}

/** `二〇二四` digit by digit, `十二` and `二十五` by tens. */
function chineseNumber(word: string): number {
  if (!word.includes('十')) return Number([...word].map((sign) => chinese.indexOf(sign)).join(''))
  const [tens, ones] = word.split('十')
  return (tens ? chinese.indexOf(tens) : 1) * 10 + (ones ? chinese.indexOf(ones) : 0)
}

function readNamedMonth(text: string): Parts | null {
  const clock = readTime(text)
  const days = clock?.rest ?? text
  const named = findNamedMonth(days)
  if (named === null) return null
  const numbers = [...days.replace(named.word, ' ; ').matchAll(/\d+|;/gu)].map(([number]) => number)
  const year4 = numbers.find((number) => /^\d{4}$/u.test(number))
  const short = numbers.filter((number) => /^\d{1,2}$/u.test(number)).map(Number)
  const day = short[0] ?? (year4 === undefined ? undefined : 1)
  const counted = numbers.find((number) => /^1[0-4]\d$/u.test(number)) // From 1900, as `tm_year` of C.
  const years = year4 ?? (counted && 1900 + Number(counted))
  const year = years ? Number(years) : shortYear(short[1])
  if (day === undefined || year === null) return null
  const time = clock?.time ?? midnight
  if (named.persian) return { ...fromPersian({ year, month: named.month, day }), ...time }
  return { ...gregorian({ year, month: named.month, day }), ...time }
}

function findNamedMonth(text: string): { word: string; month: number; persian: boolean } | null {
  const dotted = croatianForm.exec(text)?.[1]
  if (dotted !== undefined) return { word: dotted, month: croatian[dotted] ?? 0, persian: false }
  const counted =
    /(?:tháng|thg|th)\s?\.?(\d{1,2})(?!\d)/u.exec(text) ?? /(\d{1,2})(?:\s?[月월]|(?:-р)?\s?сарын)/u.exec(text)
  if (counted !== null) return { word: counted[0], month: Number(counted[1]), persian: false }
  const words = [...text.matchAll(/[\p{L}\p{M}'’]+(?:\.\p{L}+)*/gu)].map(([word]) => word)
  const twins = words.slice(0, -1).map((word, at) => `${word} ${words[at + 1]}`)
  // `mar, 12 août`: the weekday may look like a month, so the last name counts.
  for (const word of [...words, ...twins].toReversed()) {
    const persian = persianNumbers.get(word)
    if (persian !== undefined && /\b1[2-4]\d\d\b/u.test(text)) return { word, month: persian, persian: true }
  }
  for (const list of [twins, words]) {
    const months = list.filter((word) => monthNumbers.has(word))
    // Breton's `du` is French, its `mae` Welsh: two letters are a month where no longer word is.
    const exact = months.findLast((word) => word.length > 2) ?? months.at(-1)
    if (exact !== undefined) return { word: exact, month: monthNumbers.get(exact) ?? 0, persian: false }
  }
  const near = words.map((word) => ({ word, month: findMonth(word) })).findLast(({ month }) => month !== null)
  return near === undefined ? null : { word: near.word, month: near.month ?? 0, persian: false }
}

function findMonth(word: string): number | null {
  // Hebrew and Arabic put "in" before the name without a space.
  const bare = monthNumbers.get(word.replace(/^[בו]/u, ''))
  if (bare !== undefined) return bare
  if (word.length < 4) return null
  // Declined and misspelt forms: a long word that begins like a month.
  for (const [name, number] of monthNumbers) if (name.length >= 4 && word.startsWith(name)) return number
  const start = word.slice(0, 3)
  return /^[a-z]+$/u.test(word) && word.length <= 9 ? (monthNumbers.get(start) ?? null) : null
}

function shortYear(year: number | undefined): number | null {
  if (year === undefined || year > 99) return null
  return year < 70 ? 2000 + year : 1900 + year
}

function readNumeric(text: string): Parts | null {
  const spaced = /^(\d{1,2}) (\d{1,2}) ((?:19|20)\d{2})\b/u
  const found =
    /^(?:[\p{L}\p{M}., ]+\s+)?(\d{1,4})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d)[.\s,t]*(.*)$/u.exec(
      text.replace(spaced, '$1.$2.$3'),
    ) ?? /^()(?:.*\s)?$/u.exec(text)
  if (found?.[2] === undefined) return null
  const [first, second, third] = [Number(found[1]), Number(found[3]), Number(found[4])]
  const time =
    readTime(` ${found[5] ?? ''}`)?.time ?? readTime(text.slice(0, text.indexOf(found[1] ?? '')))?.time ?? midnight
  if ((found[1]?.length ?? 0) >= 3) return { ...gregorian({ year: first, month: second, day: third }), ...time }
  const year = found[4]?.length === 4 ? third : shortYear(third)
  if (year === null) return null
  // Slashes are month first where that is possible, unless words of another language stand by; dots and hyphens day first.
  const foreign = /[^\p{ASCII}]/u.test(text) || text.match(/[a-z]+/gu)?.some((word) => !isEnglish(word))
  const american = found[2] === '/' && !foreign ? first <= 12 : second > 12
  const [month, day] = american ? [first, second] : [second, first]
  return { ...gregorian({ year, month, day }), ...time }
}

// What stands beside a date where English is written.
const englishWords = new Set(
  'a am p pm m t z at on in the of last updated modified published posted created date time edt est'.split(' '),
)
const englishDay = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?$/u

// Who names a zone of Europe, Africa or Asia does not put the month first.
const zoneOf = (word: string): number => (zones as Record<string, number>)[word] ?? 1

function isEnglish(word: string): boolean {
  return englishWords.has(word) || englishDay.test(word) || zoneOf(word) <= 0
}

/** Seconds or milliseconds since 1970, also as `/Date(1709632800000)/`. */
function readStamp(text: string): Parts | null {
  const whole = /^(?:\/date\()?(\d{10}(?:\d{3})?)(?:\.\d+|[+-]\d{4})?(?:\)\/)?$/u.exec(text)?.[1]
  if (whole === undefined) return null
  const at = new Date(Number(whole) * (whole.length === 10 ? 1000 : 1))
  const [hour, minute, second] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()]
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour, minute, second, zone: 0 }
}

function namesOf(table: Record<string, string[]>): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const [number, names] of Object.entries(table)) {
    for (const name of names) if (!numbers.has(name)) numbers.set(name, Number(number))
  }
  return numbers
}
