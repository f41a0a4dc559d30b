import type { Instant } from '../../types.ts'
import type { Dates } from './told-dates.ts'
import { withSeasons } from './seasons.ts'
import { liesElsewhere } from './spans-of-days.ts'
import { otherWeeks } from './weekdays.ts'
import type { FigureFault } from './figure-fault.ts'

/** Whether a text says anything of days, years or times. */
export function tellsDates({
  years,
  months,
  days,
  weekdays,
  relative,
  parts,
  decades,
  centuries,
  times,
}: Dates): boolean {
  return (
    times.length > 0 ||
    [years, months, days, weekdays, relative, parts, decades, centuries].some(({ size }) => size > 0)
  )
}

type Known = {
  published: Instant | null
  numbers: Set<number>
  /** Lengths of time in whole years, for "in 1958 … six years later". */
  lengths: number[]
}

/** Compare dates grain by grain; what is relative is resolved with the day of publication. */
export function checkDates(ours: Dates, told: Dates, known: Known): FigureFault[] {
  const day = known.published === null ? null : new Date(known.published)
  const theirs = withSeasons(told, day)
  const faults = [
    ...years(ours, theirs, { day, known }),
    ...months(ours, theirs, { day, known }),
    ...weekdays(ours, theirs),
    ...otherWeeks(ours, theirs, day),
    ...relatives(ours, theirs, day),
    ...parts(ours, theirs),
    ...times(ours, theirs),
  ]
  return faults.map((message) => ({ check: 'date', message }))
}

type Context = { day: Date | null; known: Known }

function years(ours: Dates, theirs: Dates, { day, known }: Context): string[] {
  const resolved = new Set<number>(theirs.years)
  const now = day?.getUTCFullYear()
  if (now !== undefined) {
    resolved.add(now)
    for (const name of theirs.relative) if (name.startsWith('year:')) resolved.add(now + Number(name.slice(5)))
  }
  for (const decade of theirs.decades) resolved.add(Number(decade.split(' ')[0]))
  return [...ours.years].flatMap((year) => {
    if (resolved.has(year) || known.numbers.has(year)) return []
    if (known.lengths.some((length) => theirs.years.has(year - length) || theirs.years.has(year + length))) return []
    // "18 months ago", "within two years": only a year or two around publication can be meant.
    const reckoned = now !== undefined && theirs.years.size === 0 && Math.abs(year - now) <= 1
    return reckoned ? [] : [`the year ${year} is not in the source`]
  })
}

function months(ours: Dates, theirs: Dates, { day, known }: Context): string[] {
  const near = new Set<number>(theirs.months)
  const days = new Set<number>(theirs.days)
  const resolved = new Set<string>()
  if (day) {
    // What is told of days and months of its own is not also told of the day of publication.
    const other = theirs.months.size + theirs.weekdays.size === 0 && /month:-?1/u.test([...theirs.relative].join(' '))
    if (!other) near.add(day.getUTCMonth() + 1)
    const today = theirs.days.size === 0 && !other
    for (let back = -8; back <= 8; back++) {
      const at = new Date(day.getTime() + back * 86_400_000)
      if (theirs.weekdays.has(at.getUTCDay()) || (back === 0 && today)) {
        days.add(at.getUTCDate())
        near.add(at.getUTCMonth() + 1)
        resolved.add(`${at.getUTCMonth() + 1}-${at.getUTCDate()}`)
      }
      if (theirs.relative.has(`day:${back}`)) {
        days.add(at.getUTCDate())
        resolved.add(`${at.getUTCMonth() + 1}-${at.getUTCDate()}`)
      }
    }
    for (const shift of [-1, 1])
      if (theirs.relative.has(`month:${shift}`)) near.add(((day.getUTCMonth() + shift + 12) % 12) + 1)
  }
  // With a month of its own the source has said it: publication does not make another one right.
  // 28日 is of the month of writing, whatever other month is told beside it.
  const open = theirs.weekdays.size > 0 || theirs.bareDay
  const allowed = theirs.months.size > 0 && !open ? theirs.months : near
  const wrongMonths = [...ours.months].filter((month) => !allowed.has(month))
  const wrongDays = [...ours.days].filter((one) => !days.has(one) && !known.numbers.has(one))
  // Month and day may each be in the source, one of them by the weekday only: July 1 is not made of "Monday" and "Jan. 1".
  const strays = [...ours.monthDays].filter((one) => {
    const [month] = one.split('-').map(Number)
    return theirs.months.size > 0 && !theirs.months.has(month ?? 0) && !resolved.has(one)
  })
  return [
    ...(wrongMonths.length > 0 ? [] : strays.map((one) => `the day ${one} is not in the source`)),
    ...wrongMonths.map((month) => `month ${month} is not in the source`),
    ...wrongDays.map((one) => `day ${one} is not in the source`),
  ]
}

function weekdays(ours: Dates, theirs: Dates): string[] {
  if (theirs.weekdays.size === 0) return []
  return [...ours.weekdays]
    .filter((one) => !theirs.weekdays.has(one))
    .map((one) => `weekday ${one} (0 is Sunday) is another in the source`)
}

function relatives(ours: Dates, theirs: Dates, day: Date | null): string[] {
  return [...ours.relative].flatMap((name) => {
    if (theirs.relative.has(name)) return []
    const [grain = '', shift = '0'] = name.split(':')
    if (grain === 'year' && day) {
      const year = day.getUTCFullYear() + Number(shift)
      if (theirs.years.has(year)) return []
      // The source's own years are the only ones it can mean, unless the sentence just says "this year".
      // A month or feast without its year is of the year around publication, whatever year a building was made in.
      if (theirs.years.size > 0 && shift !== '0' && !theirs.undated)
        return [`"${name}" is ${year}, which is not in the source`]
    }
    // "Rose from the year before" is told of this year as much as of the last.
    if (name === 'year:0' && ours.relative.has('year:-1') && theirs.relative.has('year:-1')) return []
    const rivals = [...theirs.relative].filter((one) => one.startsWith(`${grain}:`))
    if (rivals.length > 0) return [`${name} is ${rivals.join(', ')} in the source`]
    return liesElsewhere(name, theirs, day) ? [`${name} is another time in the source`] : []
  })
}

const partGrain = (part: string): string =>
  /^[qh]\d/u.test(part) ? part.charAt(0) : part.startsWith('month') ? 'month' : 'season'

function parts(ours: Dates, theirs: Dates): string[] {
  const wrong = [...ours.parts].filter((part) => {
    const rivals = [...theirs.parts].filter((one) => partGrain(one) === partGrain(part))
    if (theirs.parts.has(part)) return false
    // 8月初 for Aug. 3, whatever else is late in a month.
    if (part.startsWith('month') && theirs.days.size > 0) return false
    // A quarter where the source speaks of a half year, and of no month that may make the quarter, is another time.
    const coarser =
      part.startsWith('q') && theirs.months.size === 0 && (theirs.parts.has('h1') || theirs.parts.has('h2'))
    return rivals.length > 0 || coarser
  })
  const decades = [...ours.decades].filter((decade) => {
    const [year, part] = decade.split(' ')
    if (theirs.decades.size === 0) return false
    const same = [...theirs.decades].filter((one) => one.startsWith(`${year}`))
    if (same.length === 0) return true
    return part !== undefined && same.every((one) => one.includes(' ') && !one.endsWith(` ${part}`))
  })
  const centuries = [...ours.centuries].filter((one) => theirs.centuries.size > 0 && !theirs.centuries.has(one))
  return [...wrong, ...decades, ...centuries.map((one) => `century ${one}`)].map(
    (one) => `"${one}" is another in the source`,
  )
}

function times(ours: Dates, theirs: Dates): string[] {
  if (theirs.times.length === 0) return []
  return ours.times.flatMap(({ minutes, sure }) => {
    const found = theirs.times.some(
      (one) => one.minutes === minutes || ((!sure || !one.sure) && one.minutes % 720 === minutes % 720),
    )
    return found
      ? []
      : [`the time ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} is not in the source`]
  })
}
