import type { Instant } from '../../types.ts'
import type { Dates } from './told-dates.ts'
import { otherDayParts } from './day-parts.ts'
import { edgesOfShared } from './month-spans.ts'
import { otherThirds } from './month-thirds.ts'
import { withSeasons } from './seasons.ts'
import { asInBeijing } from './time-zones.ts'
import { liesElsewhere } from './spans-of-days.ts'
import { otherWeeks } from './weekdays.ts'
import { otherEdges } from './year-edges.ts'
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
  thirds,
  dayParts,
  times,
}: Dates): boolean {
  return (
    times.length > 0 ||
    [years, months, days, weekdays, relative, parts, decades, centuries, thirds, dayParts].some(({ size }) => size > 0)
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
  const theirs = withSeasons(asInBeijing(ours, told), day)
  const faults = [
    ...years(ours, theirs, { day, known }),
    ...months(ours, theirs, { day, known }),
    ...weekdays(ours, theirs, day),
    ...otherWeeks(ours, theirs, day),
    ...relatives(ours, theirs, day),
    ...parts(ours, theirs),
    ...otherEdges(ours.edges, theirs.edges),
    ...otherThirds(ours, theirs, day),
    ...times(ours, theirs),
    ...otherDayParts(
      ours.dayParts,
      theirs.dayParts,
      theirs.times.filter(({ sure }) => sure).map(({ minutes }) => minutes),
    ),
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
  // "By the end of the decade": until its last year, or the first of the next.
  if (now !== undefined && theirs.relative.has('decade:0'))
    for (const end of [9, 10]) resolved.add(Math.floor(now / 10) * 10 + end)
  for (const decade of theirs.decades) resolved.add(Number(decade.split(' ')[0]))
  return [...ours.years].flatMap((year) => {
    if (resolved.has(year)) return []
    // 公元1200年 for "1200 B.C."
    if (theirs.years.has(-year)) return [`the year ${year} is ${-year} in the source`]
    if (known.numbers.has(year) || known.lengths.some((length) => now !== undefined && now - length === year)) return []
    if (known.lengths.some((length) => theirs.years.has(year - length) || theirs.years.has(year + length))) return []
    // "18 months ago", "within two years": only a year or two around publication can be meant.
    const reckoned = now !== undefined && theirs.years.size === 0 && Math.abs(year - now) <= 1
    return reckoned ? [] : [`the year ${year} is not in the source`]
  })
}

/** What the day of publication makes of the days that a source tells. */
type Resolved = { months: Set<number>; days: Set<number>; monthDays: Set<string>; weekdays: Set<number> }

function resolvedWith(theirs: Dates, day: Date): Resolved {
  const [months, days, monthDays, weekdays] = [
    new Set(theirs.months),
    new Set(theirs.days),
    new Set<string>(),
    new Set(theirs.weekdays),
  ]
  const now = day.getUTCMonth()
  // What is told of days and months of its own is not also told of the day of publication.
  const other = theirs.months.size + theirs.weekdays.size === 0 && /month:-?1/u.test([...theirs.relative].join(' '))
  if (!other) months.add(now + 1)
  for (let back = -8; back <= 8; back++) {
    const at = new Date(day.getTime() + back * 86_400_000)
    const today = back === 0 && theirs.days.size === 0 && !other
    const told = theirs.relative.has(`day:${back}`)
    const isDay = theirs.weekdays.has(at.getUTCDay()) || today || told
    if (told || theirs.bareDay) if (told || theirs.days.has(at.getUTCDate())) weekdays.add(at.getUTCDay())
    if (!isDay) continue
    days.add(at.getUTCDate())
    if (!told) months.add(at.getUTCMonth() + 1)
    monthDays.add(`${at.getUTCMonth() + 1}-${at.getUTCDate()}`)
  }
  // 28日 is of this month, or of the last one where this one has not come so far.
  if (theirs.bareDay)
    for (const one of theirs.days)
      monthDays.add(`${one > day.getUTCDate() + 8 ? ((now + 11) % 12) + 1 : now + 1}-${one}`)
  for (const shift of [-1, 0, 1]) {
    const month = ((now + shift + 12) % 12) + 1
    if (!theirs.relative.has(`month:${shift}`)) continue
    months.add(month)
    for (const one of theirs.days) monthDays.add(`${month}-${one}`)
  }
  // "Friday … the next day": the day behind each that is told.
  const behind = [-1, 1].filter((shift) => theirs.relative.has(`after:${shift}`))
  for (const next of behind.flatMap((shift) => [...weekdays].map((one) => (one + shift + 7) % 7))) weekdays.add(next)
  return { months, days, monthDays, weekdays }
}

function months(ours: Dates, theirs: Dates, { day, known }: Context): string[] {
  const none = { months: theirs.months, days: theirs.days, monthDays: new Set<string>() }
  const { months: near, days, monthDays } = day ? resolvedWith(theirs, day) : none
  const edges = edgesOfShared(ours, theirs)
  // With a month of its own the source has said it: publication does not make another one right.
  // 28日 is of the month of writing, whatever other month is told beside it.
  const open = theirs.weekdays.size > 0 || theirs.bareDay
  const allowed = theirs.months.size > 0 && !open ? theirs.months : near
  const wrongMonths = [...ours.months].filter(
    (month) => !allowed.has(month) && !edges.has(month) && !isRelative(month, theirs, day),
  )
  const wrongDays = [...ours.days].filter((one) => !days.has(one) && !known.numbers.has(one))
  // Month and day may each be in the source, one of them by the weekday only: July 1 is not made of "Monday" and "Jan. 1".
  const strays = [...ours.monthDays].filter((one) => {
    const [month] = one.split('-').map(Number)
    return theirs.months.size > 0 && !theirs.months.has(month ?? 0) && !monthDays.has(one)
  })
  return [
    ...(wrongMonths.length > 0 ? [] : strays.map((one) => `the day ${one} is not in the source`)),
    ...wrongMonths.map((month) => `month ${month} is not in the source`),
    ...wrongDays.map((one) => `day ${one} is not in the source`),
  ]
}

/** 6月 for "next month" said in May. */
const isRelative = (month: number, theirs: Dates, day: Date | null): boolean =>
  day !== null &&
  [-1, 1].some(
    (shift) => theirs.relative.has(`month:${shift}`) && ((day.getUTCMonth() + shift + 12) % 12) + 1 === month,
  )

function weekdays(ours: Dates, theirs: Dates, day: Date | null): string[] {
  if (theirs.weekdays.size === 0) return []
  const told = day ? resolvedWith(theirs, day).weekdays : theirs.weekdays
  return [...ours.weekdays]
    .filter((one) => !told.has(one))
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
    if (grain === 'month' && day && theirs.months.has(((day.getUTCMonth() + Number(shift) + 12) % 12) + 1)) return []
    if (name === 'year:0' && ours.relative.has('year:-1') && theirs.relative.has('year:-1')) return []
    // 今年秋天面世，明年……: a season without its year is of this one, beside what is told of the next.
    const bothTold = [...theirs.relative].every((one) => !one.startsWith('year:') || ours.relative.has(one))
    if (name === 'year:0' && bothTold && theirs.parts.size + theirs.months.size > 0) return []
    const rivals = [...theirs.relative].filter((one) => one.startsWith(`${grain}:`))
    if (rivals.length > 0) return [`${name} is ${rivals.join(', ')} in the source`]
    return liesElsewhere(name, theirs, day) ? [`${name} is another time in the source`] : []
  })
}

const partGrain = (part: string): string =>
  /^c-?\d/u.test(part) ? (part.split(' ')[0] ?? '') : /^[qh]\d/u.test(part) ? part.charAt(0) : 'season'

function parts(ours: Dates, theirs: Dates): string[] {
  const wrong = [...ours.parts].filter((part) => {
    const rivals = [...theirs.parts].filter((one) => partGrain(one) === partGrain(part))
    if (theirs.parts.has(part)) return false
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
  const told = theirs.centuries.size > 0 ? theirs.centuries : centuriesOf(theirs.years)
  const centuries = [...ours.centuries].filter((one) => told.size > 0 && !told.has(one))
  return [...wrong, ...decades, ...centuries.map((one) => `century ${one}`)].map(
    (one) => `"${one}" is another in the source`,
  )
}

/** 19世纪 for 1827: the centuries of years, where one is so old that a paper may call it by its century. */
function centuriesOf(years: Set<number>): Set<number> {
  const old = [...years].some((year) => year > 0 && year < 1920)
  return new Set(old ? [...years].filter((year) => year > 0).map((year) => Math.ceil(year / 100)) : [])
}

function times(ours: Dates, theirs: Dates): string[] {
  if (theirs.times.length === 0) return []
  return ours.times.flatMap(({ minutes, sure }) => {
    const { before, behind } = ours.slack
    const found = theirs.times.some((one) => {
      const round = !sure || !one.sure ? 720 : 1440
      return (one.minutes - minutes + before + 2 * round) % round <= before + behind
    })
    return found
      ? []
      : [`the time ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} is not in the source`]
  })
}
