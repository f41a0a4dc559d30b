import type { Instant } from '../../types.ts'
import words from './date-words.json' with { type: 'json' }
import { fromSolar, otherCalendars } from './calendars.ts'
import { monthOf } from './months.ts'
import { zoneMinutes } from './zones.ts'

/**
 * A date found in a text: its instant, whether the text gives a zone and a time of day, where it begins and what stands
 * before it. `other`: the instant that 3/4/2026 means where day and month stand the other way round.
 */
export type FoundDate = {
  at: Instant
  zoned: boolean
  timed: boolean
  start: number
  before: string
  other?: Instant
}

const yearFirst = /(?<![\d.])(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)(?=\.?(?:[^\d]|$)|T)/gu
const han = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일號号]?/gu
const compact = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=T|\d{4}(?:\d{2})?(?!\d)|\D|$)/gu
const dayFirst = /(?<![\d.:])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:])/gu
const dayMonth =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|ère|º|ª|\.)?\s*(?:de\s+|di\s+|of\s+|d['’]|tháng\s+|-\s*)?(\p{L}[\p{L}\p{M}'’]*(?:\.\p{L}[\p{L}\p{M}]*)*(?:\s(?:الثاني|الأول))?)[.,]?(?:-|\s)*(?:de\s+|del\s+|lúc\s+|พ\.?ศ\.?\s*)?,?\s*(\d{4})(?!\d)/gu
const monthDay = /(\p{L}[\p{L}\p{M}'’]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(\d{4})(?!\d)/gu
// Hungarian, Lithuanian, Latvian, Basque: 2026. április 5., 2026 m. balandžio 5 d., 2026. gada 5. aprīlis.
const yearMonth = /(?<!\d)(\d{4})\.?\s*(?:m\.|gada|ko|(?:-e)?(?:ko)?)?\s*(\p{L}[\p{L}\p{M}]*)\s+(\d{1,2})(?!\d)/gu
const yearDayMonth = /(?<!\d)(\d{4})\.?\s*gada\s+(\d{1,2})\.\s*(\p{L}+)/gu
const vietnamese = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})/giu
const clock =
  /^(?:[^\d]{0,14}?|T)(?<half>오전|오후|上午|下午|午前|午後|凌晨|晚上|早上)?\s*(\d{1,2})\s?(?:[:：.]|h|時|时|시)\s?(\d{2})(?![\d]|\.\d)(?::(\d{2}))?(?:[.,]\d+)?\s*(분)?\s*(?<late>[ap]\.?\s?m\b\.?|μ\.?μ\.?|π\.?μ\.?|م|ص)?/iu
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xe50, 0x17e0, 0x1040, 0xff10]

/**
 * The instant a date on a page means, in UTC; a date without a zone is read as UTC.
 *
 * @param language the page's, for month names and for the order of 3/4/2026
 * @returns `null` when it is no date, or one that no calendar has (31 February)
 */
export function readInstant(text: string | null, language: string | null = null): Instant | null {
  return text === null ? null : (findDates(text, language)[0]?.at ?? null)
}

/** Every date of a text, in the order they stand in it. */
export function findDates(text: string, language: string | null = null): FoundDate[] {
  if (!/\p{Nd}/u.test(text)) return []
  const machine = readStamp(text)
  if (machine) return [machine]
  const said = latinDigits(text.trim())
  if (/^\d{10}$|^\d{13}$/u.test(said)) {
    const at = print(Number(said) * (said.length === 10 ? 1000 : 1))
    return at ? [{ at, zoned: true, timed: true, start: 0, before: '' }] : []
  }
  const found = formsIn(said, language).toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.flatMap((form) => {
    if (form.start < end) return []
    const read = withClock(form, said, language)
    if (read === null) return []
    end = form.end
    const other = form.slashed
      ? withClock({ ...form, month: form.day, day: form.month }, said, language)?.at
      : undefined
    const before = said.slice(Math.max(0, form.start - 40), form.start)
    return [{ ...read, start: form.start, before, ...(other && other !== read.at && { other }) }]
  })
}

const stamp = /^\s*((?:19|20)\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:(Z)|([+-])(\d\d):?(\d\d))\s*$/

/** The stamp of RFC 3339 that programs write, told at once: next to all data of pages have it. */
function readStamp(text: string): FoundDate | null {
  const found = stamp.exec(text)
  if (!found) return null
  const parts = found.slice(1, 7).map((part) => Number(part ?? 0))
  const [year = 0] = parts
  if (year < 1970) return null
  const minutes = found[7] ? 0 : Number(found[9]) * 60 + Number(found[10])
  const at = checked(parts, found[8] === '-' ? -minutes : minutes)
  return at === null ? null : { at, zoned: true, timed: true, start: 0, before: '' }
}

type Form = { start: number; end: number; year: number; month: number; day: number; slashed?: boolean }

function formsIn(text: string, language: string | null): Form[] {
  const forms: Form[] = []
  const add = (match: RegExpMatchArray, [year, month, day]: (string | number | null | undefined)[]): void => {
    const start = match.index ?? 0
    const end = start + match[0].length
    const full = fullYear(String(year))
    const said = { year: Number(year), month: Number(month), day: Number(day) }
    const slashed = match[2] === '/'
    if (month && full !== null) forms.push({ ...said, start, end, year: full, slashed })
    // Persian and Pashto pages count the years of the solar calendar: 1404/12/14.
    const solar = said.year > 1300 && said.year < 1500 && /^(?:fa|ps)/u.test(language ?? '') ? fromSolar(said) : null
    if (solar) forms.push({ ...solar, start, end })
  }
  for (const day of otherCalendars(text)) forms.push(day)
  for (const rule of [yearFirst, han, compact]) for (const match of text.matchAll(rule)) add(match, match.slice(1, 4))
  for (const match of text.matchAll(dayFirst)) add(match, ordered(match, language))
  for (const match of text.matchAll(vietnamese)) add(match, [match[3], match[2], match[1]])
  // What follows has a year of four figures, and letters.
  if (!/\d{4}/.test(text) || !/[\p{L}\p{M}]{2}/u.test(text)) return forms
  for (const match of text.matchAll(dayMonth)) add(match, [match[3], monthOf(match[2] ?? '', language), match[1]])
  for (const match of text.matchAll(monthDay)) add(match, [match[3], monthOf(match[1] ?? '', language), match[2]])
  for (const match of text.matchAll(yearMonth)) add(match, [match[1], monthOf(match[2] ?? '', language), match[3]])
  for (const match of text.matchAll(yearDayMonth)) add(match, [match[1], monthOf(match[3] ?? '', language), match[2]])
  return forms
}

/** 3/4/2026 is the 4th of March in the United States and the Philippines, the 3rd of April nearly everywhere else. */
function ordered(match: RegExpMatchArray, language: string | null): (string | undefined)[] {
  const [, first = '', sign, second = '', year] = match
  // "12.30.26" is a version, "1-2-26" a score: a short year is taken only where all parts have two digits.
  if ((year?.length ?? 0) === 2 && (first.length < 2 || second.length < 2)) return []
  const monthFirst =
    Number(second) > 12 || (sign === '/' && Number(first) <= 12 && /^(?:en-US|en-PH|fil)/u.test(language ?? ''))
  return monthFirst ? [year, first, second] : [year, second, first]
}

function fullYear(said: string): number | null {
  const year = Number(said)
  if (said.length === 2) return 2000 + year
  // The Buddhist era of Thai pages is 543 years ahead.
  const western = year > 2400 && year < 2700 ? year - 543 : year
  return western >= 1970 && western <= 2100 ? western : null
}

function withClock(
  form: Form,
  text: string,
  language: string | null,
): Pick<FoundDate, 'at' | 'zoned' | 'timed'> | null {
  const rest = text.slice(form.end)
  const bare = /^T?(\d{2})(\d{2})(\d{2})?(?!\d)/u.exec(rest)
  const time = bare ?? clock.exec(rest.slice(0, 60))
  const [hour, minute, second] = bare ? bare.slice(1, 4).map(Number) : hoursOf(time)
  const after = rest.slice(time?.[0].length ?? 0)
  const clockMs = Date.UTC(form.year, form.month - 1, form.day, hour ?? 0, minute ?? 0)
  const zone = time ? zoneMinutes(after, clockMs, language) : null
  const at = checked([form.year, form.month, form.day, hour ?? 0, minute ?? 0, second || 0], zone ?? 0)
  return at === null ? null : { at, zoned: zone !== null, timed: time !== null }
}

const afternoon = new RegExp(`^(?:${words.afternoon})$`, 'iu')
const morning = new RegExp(`^(?:${words.morning})$`, 'iu')

function hoursOf(time: RegExpExecArray | null): number[] {
  if (!time) return []
  const half = time.groups?.half ?? time.groups?.late ?? ''
  const hour = Number(time[2])
  const shifted = afternoon.test(half) && hour < 12 ? hour + 12 : morning.test(half) && hour === 12 ? 0 : hour
  return [shifted, Number(time[3]), Number(time[4] ?? 0)]
}

function checked(parts: number[], zone: number): Instant | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  if (month < 1 || month > 12 || day < 1 || hour > 23) return null
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // A day or hour out of range rolls over into another one: then no such instant exists.
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || at.getUTCMinutes() !== minute) return null
  return print(at.getTime() - zone * 60_000)
}

function print(at: number): Instant | null {
  if (Number.isNaN(at) || at < 0 || at > 4_102_444_800_000) return null
  return new Date(at).toISOString().replace(/\.\d{3}Z$/u, 'Z')
}

function latinDigits(text: string): string {
  return text.replace(/[^\P{Nd}\d]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((one) => code >= one && code < one + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}
