import zones from './data/time-zones.json' with { type: 'json' }
import type { Dates, Take } from './told-dates.ts'

const beijing = 480
/** Zones by their letters, and by their names in the languages of sources, as patterns. */
const { short, named } = zones as { short: Record<string, number[]>; named: Record<string, number[]> }
const letters = Object.keys(short).join('|')
const known = Object.entries({ ...named, ...short }).map(([name, offsets]) => ({
  pattern: new RegExp(`^(?:${name})$`, 'iu'),
  offsets,
}))
const anyZone = [...Object.keys(named), letters].join('|')

const military = new RegExp(
  `(?<![\\d.,:])([01]\\d|2[0-3])([0-5]\\d)\\s?(?:hours|hrs|local time|(${letters}))(?!\\p{L})`,
  'gu',
)
const zoned = new RegExp(
  `(?<=(\\d{1,2})[:.hH]?(\\d{2})?\\s?(?:Uhr\\s|h\\s|horas?\\s)?)(?:([ap])\\.?m\\.?,?\\s)?\\(?(${anyZone})(?!\\p{L})`,
  'gu',
)

const offsetsOf = (zone: string | undefined): number[] =>
  zone === undefined ? [] : (known.find(({ pattern }) => pattern.test(zone))?.offsets ?? [])

const inBeijing = (minutes: number, offset: number): number => (minutes - offset + beijing + 2880) % 1440

/** "0100 GMT", "9 p.m. ET": the time by its own clock, and by that of Beijing, as Chinese papers give it. */
export function takeZoned(dates: Dates, take: Take): void {
  take(military, (m) => {
    const minutes = Number(m[1]) * 60 + Number(m[2])
    for (const one of [minutes, ...offsetsOf(m[3]).map((offset) => inBeijing(minutes, offset))])
      dates.times.push({ minutes: one % 1440, sure: true })
  })
}

type InBeijing = Pick<Dates, 'times' | 'beijing'>

/** The Beijing time of hours with a zone behind them, read before the hours themselves are taken. */
export function beijingTimes(text: string): InBeijing {
  const found = Array.from(text.matchAll(zoned)).flatMap((m) => {
    const hour = (Number(m[1]) % (m[3] ? 12 : 24)) + (m[3] === 'p' ? 12 : 0)
    return offsetsOf(m[4]).map((offset) => ({ minutes: hour * 60 + Number(m[2] ?? 0), offset }))
  })
  const isNextDay = found.some(({ minutes, offset }) => minutes - offset + beijing >= 1440)
  return {
    times: found.map(({ minutes, offset }) => ({ minutes: inBeijing(minutes, offset), sure: true })),
    beijing: text.includes('北京时间') ? 'told' : isNextDay ? 'next day' : null,
  }
}

/** A source's days by the calendar of Beijing, where the sentence tells its time and it is the day after there. */
export function asInBeijing(ours: Dates, theirs: Dates): Dates {
  if (ours.beijing !== 'told' || theirs.beijing !== 'next day') return theirs
  const withNext = (days: Set<number>, round: number): Set<number> =>
    new Set([...days].flatMap((day) => [day, (day + 1) % round]))
  return { ...theirs, weekdays: withNext(theirs.weekdays, 7), days: withNext(theirs.days, 32) }
}
