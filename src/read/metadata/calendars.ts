import words from './date-words.json' with { type: 'json' }

/** A day of the Gregorian calendar. */
export type Day = { year: number; month: number; day: number }

const dayMs = 86_400_000
// The first day of the solar year 1404 was 21 March 2025.
const [knownDays, knownMs] = [solarDays(1404, 1, 1), Date.UTC(2025, 2, 21)]

/**
 * A day of the solar Hijri calendar (Iran, Afghanistan) as the Gregorian day; `null` for a day it does not have.
 * The 33-year rule, right for the years 1206–1498 (checked against Unicode's calendar in the test).
 */
export function fromSolar({ year, month, day }: Day): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > (month < 7 ? 31 : 30)) return null
  const at = new Date(knownMs + (solarDays(year, month, day) - knownDays) * dayMs)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

function solarDays(year: number, month: number, day: number): number {
  const cycle = year + 1595
  const leaps = Math.floor(cycle / 33) * 8 + Math.floor(((cycle % 33) + 3) / 4)
  return 365 * cycle + leaps + day + (month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186)
}

const solar = new RegExp(
  `(?<!\\d)(\\d{1,2})\\s+(${words.solarMonths.join('|')})(?:\\s?ماه)?[،,]?\\s+(1[34]\\d\\d)(?!\\d)`,
  'gu',
)
const era = new RegExp(
  `(${Object.keys(words.eras).join('|')})\\s?(元|\\d{1,3})\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日`,
  'gu',
)

/** What every such date has: Arabic letters, or the sign for a year. */
const others = /[\u0600-\u06FF年]/

/** Days of other calendars that a text names beyond doubt: `14 اسفند 1404`, `令和8年3月5日`, `民國115年3月5日`. */
export function otherCalendars(text: string): (Day & { start: number; end: number })[] {
  if (!others.test(text)) return []
  const found = [...text.matchAll(solar)].map((match) => ({
    match,
    day: fromSolar({
      year: Number(match[3]),
      month: words.solarMonths.indexOf(match[2] ?? '') + 1,
      day: Number(match[1]),
    }),
  }))
  const begun: { [name: string]: number } = words.eras
  for (const match of text.matchAll(era)) {
    const year = (begun[match[1] ?? ''] ?? 0) + (match[2] === '元' ? 1 : Number(match[2]))
    found.push({ match, day: { year, month: Number(match[3]), day: Number(match[4]) } })
  }
  return found.flatMap(({ match, day }) =>
    day === null ? [] : [{ ...day, start: match.index, end: match.index + match[0].length }],
  )
}
