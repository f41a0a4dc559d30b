import { monthNames } from './data/date-words.ts'
import { screened } from './screened.ts'
import { hanNumber, toNumber, type Dates } from './told-dates.ts'

const names = Object.keys(monthNames).join('|')
const thirds: [string, RegExp][] = [
  ['early', /^(?:上旬|初|초|early|beginning|start|anfang|début|principios|comienzos|inicios)/iu],
  ['mid', /^(?:中旬|중순|mid|middle|mitte|mi|milieu|mediados)/iu],
  ['late', /./u],
]
const partOf = (said: string): string => thirds.find(([, pattern]) => pattern.test(said))?.[0] ?? 'late'

const eastern = new RegExp(
  `(?:(上个?月|先月|前月|지난달)|(下个?月|来月|翌月|다음 ?달|내달)|(本月|这个月|当月|今月|이번 ?달|이달)|(\\d{1,2}|[${hanNumber}]{1,3})\\s*[月월](?:份)?)\\s*(?:的)?(上旬|中旬|下旬|初|底|末|초|중순|하순|말)`,
  'gu',
)
const western = new RegExp(
  `(?<!\\p{L})(?:(early|mid|late|anfang|mitte|ende|début|mi|fin)[- ]|(beginning|start|middle|end|principios|comienzos|inicios|mediados|finales|fines)(?: of| de) )(?:de )?(${names})(?!\\p{L})`,
  'giu',
)
const monthEnd =
  /(?<!\p{L})(?:(end|middle|start|beginning) of (?:the|this) month|(Ende|Mitte|Anfang) des Monats|Monats(ende|mitte|anfang)|(fin|milieu|début) du mois|(final(?:es)?|fines|mediados|principios|comienzos) de(?:l| este)? mes)(?!\p{L})|(?<![先来\d])(月末|月底|月初|월말)/giu
screened([western, monthEnd])

/** Which third of which month a text tells, as `6 late`; the month of writing and its neighbours as `+0`, `+1` and `+-1`. */
export function takeMonthThirds(text: string, may: (pattern: RegExp) => boolean): Dates['thirds'] {
  const found = new Set<string>()
  for (const match of text.matchAll(eastern)) {
    const month = match[4] === undefined ? `+${match[1] ? -1 : match[2] ? 1 : 0}` : `${toNumber(match[4])}`
    found.add(`${month} ${partOf(match[5] ?? '')}`)
  }
  for (const match of may(western) ? text.matchAll(western) : [])
    found.add(`${monthNames[(match[3] ?? '').toLowerCase()] ?? 0} ${partOf(match[1] ?? match[2] ?? '')}`)
  for (const match of may(monthEnd) ? text.matchAll(monthEnd) : []) {
    const said = match.slice(1).find((one) => one !== undefined) ?? ''
    found.add(`+0 ${partOf(said.replace(/^[月월]/u, ''))}`)
  }
  return found
}

/** First and last day that each third may be said of: a day on the edge is of both. */
const reach: Record<string, [number, number]> = { early: [1, 12], mid: [9, 22], late: [19, 31] }

const resolved = (third: string, now: number | null): string => {
  const [month = '', part = ''] = third.split(' ')
  return month.startsWith('+') && now !== null ? `${((now + Number(month.slice(1)) + 11) % 12) + 1} ${part}` : third
}

/** 6月初 for "late June" or for June 28: another third of the same month, or one that no month of the source is told by. */
export function otherThirds(ours: Dates, theirs: Dates, day: Date | null): string[] {
  const now = day === null ? null : day.getUTCMonth() + 1
  const told = [...theirs.thirds].map((one) => resolved(one, now))
  return [...ours.thirds]
    .map((one) => resolved(one, now))
    .filter((third) => {
      if (told.includes(third)) return false
      const [month = '', part = ''] = third.split(' ')
      const [first, last] = reach[part] ?? [1, 31]
      const days = [...theirs.monthDays]
        .filter((one) => one.startsWith(`${month}-`))
        .map((one) => Number(one.split('-')[1]))
      if (days.length > 0) return !days.some((one) => one >= first && one <= last)
      const same = told.some((one) => one.startsWith(`${month} `))
      return same || (told.length > 0 && theirs.days.size === 0)
    })
    .map((third) => `"${third}" of a month is another in the source`)
}
