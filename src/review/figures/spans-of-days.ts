import type { Dates } from './told-dates.ts'
import { spanOfWeekday } from './weekdays.ts'

/** From a day to a day, counted from the day of writing. */
type Span = readonly [number, number]

const dayLength = 86_400_000

/** The days of `week:-1`, `month:0` or `day:2`; `null` for years, and for what is no such name. */
function spanOf(name: string, today: Date): Span | null {
  const [grain = '', shift = '0'] = name.split(':')
  const by = Number(shift)
  if (grain === 'day') return [by, by]
  if (grain === 'week') {
    const monday = by * 7 - ((today.getUTCDay() + 6) % 7)
    return [monday, monday + 6]
  }
  if (grain === 'month') return monthsFrom(today.getUTCMonth() + by, 1, today)
  if (grain === 'quarter') return monthsFrom((Math.floor(today.getUTCMonth() / 3) + by) * 3, 3, today)
  return null
}

function monthsFrom(first: number, count: number, today: Date): Span {
  const year = today.getUTCFullYear()
  const midnight = Date.UTC(year, today.getUTCMonth(), today.getUTCDate())
  const daysTo = (time: number): number => Math.round((time - midnight) / dayLength)
  return [daysTo(Date.UTC(year, first, 1)), daysTo(Date.UTC(year, first + count, 1)) - 1]
}

/**
 * Whether a time told from the day of writing (上周, 下个月) lies outside of every such time of the source: 上周 for "last
 * month", 下个月 for "next Monday". A source that gives dates, months or parts of a year says itself which it means.
 */
export function liesElsewhere(name: string, theirs: Dates, today: Date | null): boolean {
  const span = today && spanOf(name, today)
  const dated = [theirs.months, theirs.days, theirs.years, theirs.parts].some(({ size }) => size > 0)
  if (!span || dated) return false
  const told = [
    ...[...theirs.relative].map((one) => spanOf(one, today)).filter((one) => one !== null),
    ...theirs.turns.map((turn) => spanOfWeekday(turn, today.getUTCDay())),
  ]
  return told.length > 0 && told.every(([from, to]) => to < span[0] || span[1] < from)
}
