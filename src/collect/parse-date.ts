import type { Instant } from '../types.ts'
import months from './months.json' with { type: 'json' }

const monthNumbers = new Map<string, number>()
for (const [number, names] of Object.entries(months)) {
  for (const name of names) if (!monthNumbers.has(name)) monthNumbers.set(name, Number(number))
}
// Minutes east of UTC. RFC 822 §5.1, and the letters outlets really write.
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  hst: -600,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  ist: 330,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  et: -300,
  pt: -480,
  ct: -360,
  mt: -420,
}

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number; zone: number }

/**
 * Read a date in any form found in feeds: RFC 822, ISO 8601, W3C, asctime, East Asian (`2024年3月5日 下午3:04`,
 * `2024년 3월 5일 오후 3:04`) and months in many languages. Without a zone it is taken as UTC.
 *
 * @returns `null` for what is no possible date; never "now"
 */
export function parseDate(written: string | null): Instant | null {
  if (written === null) return null
  const text = written
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200E\u200F]/gu, '')
    .trim()
  if (text === '') return null
  return toInstant(readIso(text) ?? readEastAsian(text) ?? readNamedMonth(text) ?? readNumeric(text))
}

function toInstant(parts: Parts | null): Instant | null {
  if (parts === null) return null
  const { year, month, day, hour, minute, zone } = parts
  const second = Math.min(parts.second, 59)
  const days = month >= 1 && month <= 12 ? new Date(Date.UTC(2000, month, 0)).getUTCDate() : 0
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const most = month === 2 && !leap ? 28 : days
  if (day < 1 || day > most || hour > 24 || minute > 59 || parts.second > 60) return null
  if (year < 1900 || year > 2200 || (hour === 24 && (minute > 0 || second > 0)) || Math.abs(zone) > 18 * 60) return null
  return new Date(Date.UTC(year, month - 1, day, hour, minute - zone, second)).toISOString().replace('.000Z', 'Z')
}

const day = { hour: 0, minute: 0, second: 0, zone: 0 }

function readIso(text: string): Parts | null {
  const found =
    /^([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-(\d{3}))?(?:(?:t|\s+|_)(.*))?$/u.exec(text) ??
    /^(\d{4})-(\d{1,2})-(\d{1,2})()(?:(?:t|\s+)(.*))?$/u.exec(text)
  if (found === null) return null
  const rest = found[5] ?? ''
  const time = readTime(rest)
  if (time === null && rest.trim() !== '') return null
  if (found[4]) {
    const at = new Date(Date.UTC(Number(found[1]), 0, Number(found[4])))
    if (at.getUTCFullYear() !== Number(found[1])) return null
    return { year: Number(found[1]), month: at.getUTCMonth() + 1, day: at.getUTCDate(), ...(time ?? day) }
  }
  return { year: Number(found[1]), month: Number(found[2] ?? 1), day: Number(found[3] ?? 1), ...(time ?? day) }
}

const halves = /(午前|上午|凌晨|早上|清晨|오전|\bam\b|a\.m\.?)|(午後|下午|晚上|中午|傍晚|오후|\bpm\b|p\.m\.?)/u

/** The first time of day in a text; `null` when there is none. */
function readTime(text: string): Omit<Parts, 'year' | 'month' | 'day'> | null {
  const found =
    /(\d{1,2})\s*(?::|時|时|點|点|시|h(?=\d))\s*(?:(\d{1,2})\s*(?::|分|분)?)?\s*(?:(\d{1,2})(?:[.,]\d+)?\s*[秒초]?)?/u.exec(
      text,
    ) ?? /^(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?/u.exec(text)
  if (found === null) return null
  let hour = Number(found[1])
  const half = halves.exec(text.replace(/(\d)(am|pm)/gu, '$1 $2'))
  if (half?.[2] !== undefined && hour < 12) hour += 12
  if (half?.[1] !== undefined && hour === 12) hour = 0
  const rest = text.slice(found.index + found[0].length)
  return { hour, minute: Number(found[2] ?? 0), second: Number(found[3] ?? 0), zone: readZone(rest) }
}

function readZone(text: string): number {
  const number = /([+\-−])\s*(\d{1,2}):?(\d{2})?(?!\d)/u.exec(text)
  if (number) return (number[1] === '+' ? 1 : -1) * (Number(number[2]) * 60 + Number(number[3] ?? 0))
  for (const [word] of text.matchAll(/[a-z]+/gu)) if (zones[word] !== undefined) return zones[word]
  return 0
}

function readEastAsian(text: string): Parts | null {
  const found = /(?:(\d{4})\s*[年년]\s*)(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?(.*)$/u.exec(text)
  if (found === null) return null
  const time = readTime(found[4] ?? '')
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]), ...(time ?? day) }
}

function readNamedMonth(text: string): Parts | null {
  const clock = /\d{1,2}[:h]\d{2}.*$/u.exec(text)
  const year4 = /(?:^|\D)(\d{4})(?!\d)(?!.*[:]\d{2}\d)/u.exec(text.replace(/[+-]\d{4}\b/u, ''))?.[1]
  // `mar, 12 août`: the weekday may look like a month, so the last name before the clock counts.
  const words = [...text.slice(0, clock?.index).matchAll(/[\p{L}\p{M}]+(?:\.\p{L}+)?/gu)]
  const month = words.map(([word]) => findMonth(word)).findLast((number) => number !== null)
  if (month === undefined || month === null) return null
  const before = year4 === undefined ? text : text.replace(year4, ' ')
  const numbers = [
    ...before
      .replace(/\d{1,2}[:h]\d{2}(?::\d{2})?(?:[.,]\d+)?/u, ' ')
      .replace(/[+-]\d{1,4}:?\d*\b(?=[^,]*$)/u, (zone) => (clock ? ' ' : zone))
      .matchAll(/\d{1,2}/gu),
  ].map(([n]) => Number(n))
  const dayNumber = numbers[0]
  if (dayNumber === undefined) return null
  const year = year4 === undefined ? shortYear(numbers[1]) : Number(year4)
  if (year === null) return null
  const time = clock === null ? null : readTime(clock[0])
  return { year, month, day: dayNumber, ...(time ?? day) }
}

function findMonth(word: string): number | null {
  const known = monthNumbers.get(word)
  if (known !== undefined) return known
  // Declined and misspelt forms: a long word that begins like exactly one month.
  if (word.length < 4) return null
  for (const [name, number] of monthNumbers) {
    if (name.length >= 4 && word.startsWith(name)) return number
  }
  return null
}

function shortYear(year: number | undefined): number | null {
  if (year === undefined || year > 99) return null
  return year < 70 ? 2000 + year : 1900 + year
}

function readNumeric(text: string): Parts | null {
  const found = /^(?:\p{L}+,?\s+)?(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[\s,t]+(.*))?$/u.exec(text)
  if (found === null) {
    const stamp = /^\d{10}(?:\d{3})?$/u.exec(text)
    if (stamp === null) return null
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1))
    return {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
      zone: 0,
    }
  }
  const [first, second, third] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const time = readTime(found[4] ?? '') ?? day
  if (found[1]?.length === 4) return { year: first, month: second, day: third, ...time }
  const year = found[3]?.length === 4 ? third : shortYear(third)
  if (year === null) return null
  // Slashes are month first where that is possible, dots and hyphens day first.
  const american = text.includes('/') ? first <= 12 : second > 12
  return american ? { year, month: first, day: second, ...time } : { year, month: second, day: first, ...time }
}
