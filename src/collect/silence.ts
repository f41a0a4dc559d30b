import type { Instant } from '../types.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How far back the usual pace is learnt from. */
const memoryMs = 60 * dayMs
/** Items that come together, as a morning's edition, are one arrival. */
const togetherMs = 10 * minuteMs
// With fewer arrivals no profile of the day is learnt: only the pauses themselves are compared.
const fewArrivals = 12
// A pause is measured in items that should have come meanwhile. Twice the second longest pause of the memory is more than
// chance brings (the longest of a hundred is about 4.6 where items come at random), three is the least for a strict daily
// rhythm; beyond fourteen chance is below one in a million, except for a source that comes in fits: its longest pauses and
// a third are allowed whatever they are.
const times = { usual: 2, few: 3 }
const least = 3
const most = 14
const leastSilenceMs = 6 * hourMs
const fewSilenceMs = 14 * dayMs

/** How long a source has been silent, measured by its own pace. */
export type Silence = {
  /** When its last item came. */
  since: Instant
  /** Items that should have come since by its own hours and weekdays; `null` where too few are known for a profile. */
  missed: number | null
  /** More than its usual pauses explain. */
  unusual: boolean
  /** Arrivals a day over what is remembered. */
  perDay: number
}

/**
 * Judge whether a source has fallen silent.
 *
 * Time runs at the source's own speed: an hour counts as the items that usually come in such an hour of such a day, so
 * that nights and weekends pass quickly. In that time a pause is compared with the pauses that were usual.
 *
 * @param arrivals when items came, any order
 * @param checkedAt when the source was last asked with success: silence while we did not ask is ours
 * @returns `null` where fewer than three arrivals are known
 */
export function judgeSilence(arrivals: Instant[], checkedAt: Instant): Silence | null {
  const now = Date.parse(checkedAt)
  const known = partArrivals(arrivals.map((at) => Date.parse(at)).filter((at) => at <= now && at > now - 2 * memoryMs))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || known.length < 3) return null
  const recent = known.filter((at) => at > last - memoryMs)
  const begun = recent[0] ?? last
  const perDay = recent.length / Math.max(1, (last - begun) / dayMs)
  const since = new Date(last).toISOString().replace(/\.\d+Z$/u, 'Z')
  if (recent.length < fewArrivals) {
    const unusual = now - last > Math.max(fewSilenceMs, times.few * secondLongest(gapsOf(known)))
    return { since, missed: null, unusual, perDay }
  }
  const clock = createClock(recent)
  const gaps = gapsOf(recent.map((at) => clock(at)))
  const missed = clock(now) - clock(last)
  const longest = secondLongest(gaps)
  const bound = Math.max(least, Math.min(most, (gaps.length < 20 ? times.few : times.usual) * longest), 1.3 * longest)
  return { since, missed, unusual: missed > bound && now - last > leastSilenceMs, perDay }
}

function partArrivals(times: number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted.filter((at, place) => place === 0 || at - (sorted[place - 1] ?? 0) > togetherMs)
}

function gapsOf(times: number[]): number[] {
  return times.slice(1).map((at, place) => at - (times[place] ?? at))
}

/** The longest pause but one: a single holiday or outage must not make every later one usual. */
function secondLongest(gaps: number[]): number {
  const sorted = gaps.toSorted((a, b) => b - a)
  return sorted[1] ?? sorted[0] ?? 0
}

/** A clock that advances by one for each item that is to be expected, from the profile of hours and weekdays. */
function createClock(arrivals: number[]): (at: number) => number {
  const [first, last] = [arrivals[0] ?? 0, arrivals.at(-1) ?? 0]
  const spanMs = Math.max(dayMs, last - first)
  const perHour = arrivals.length / (spanMs / hourMs)
  const hours = profile(
    arrivals.map((at) => new Date(at).getUTCHours()),
    24,
    1,
  )
  const weekdays =
    spanMs >= 14 * dayMs
      ? profile(
          arrivals.map((at) => new Date(at).getUTCDay()),
          7,
          0,
        )
      : []
  const weight = (at: number): number => {
    const time = new Date(at)
    return perHour * (hours[time.getUTCHours()] ?? 1) * (weekdays[time.getUTCDay()] ?? 1)
  }
  const start = Math.floor(first / hourMs) * hourMs
  const sums = [0]
  return (at) => {
    const whole = Math.floor((at - start) / hourMs)
    for (let hour = sums.length; hour <= whole; hour++)
      sums.push((sums[hour - 1] ?? 0) + weight(start + (hour - 1) * hourMs))
    return (sums[whole] ?? 0) + weight(start + whole * hourMs) * ((at - start - whole * hourMs) / hourMs)
  }
}

/** How much more than its share each place gets, smoothed over neighbours and towards an even share; 1 on average. */
function profile(places: number[], size: number, reach: number): number[] {
  const counts = Array.from({ length: size }, () => 0)
  for (const place of places) {
    for (let by = -reach; by <= reach; by++) {
      const at = (place + by + size) % size
      counts[at] = (counts[at] ?? 0) + 1 / (2 * reach + 1)
    }
  }
  const prior = 4 / size
  const total = places.length + 4
  return counts.map((count) => ((count + prior) / total) * size)
}
