import { parseDate } from '../collect/parse-date.ts'
import { ageMs } from '../collect/schedule.ts'
import type { Get, Got } from '../net/get.ts'
import { skewMs } from '../store/mend-clock.ts'
import type { Instant } from '../types.ts'

/** What the servers say of this machine's clock: `unknown` where too few said anything, or they disagree. */
export type ClockVerdict = 'right' | 'wrong' | 'unknown'

const dayMs = 86_400_000
/** One server's clock may be wrong; two on different hosts that agree against ours are right. */
const leastHosts = 2

/**
 * Compare this machine's clock with the `Date` of the answers that pass through `get`. A clock that is a day off would date
 * what it stores wrongly, end embargoes early and take texts down.
 */
export function watchClock(get: Get, now: () => Instant) {
  /** Milliseconds that a host's clock is ahead of ours. */
  const ahead = new Map<string, number>()
  return {
    get: async (...asked: Parameters<Get>): Promise<Got> => {
      const got = await get(...asked)
      const served = servedAt(got)
      if (served !== null) ahead.set(URL.parse(got.url)?.hostname ?? '', served - Date.parse(now()))
      return got
    },
    verdict(): ClockVerdict {
      const told = [...ahead.values()]
      const off = told.filter((ms) => Math.abs(ms) > dayMs)
      if (told.length > 0 && off.length === 0) return 'right'
      const agree = off.every((ms) => Math.abs(ms - (off[0] ?? 0)) < dayMs)
      return off.length >= leastHosts && off.length * 3 > told.length * 2 && agree ? 'wrong' : 'unknown'
    },
    /** Do two hosts or more, and most of all, give the time of this machine, to a few minutes? */
    isConfirmed(): boolean {
      const near = [...ahead.values()].filter((ms) => Math.abs(ms) <= skewMs).length
      return near >= leastHosts && near * 3 > ahead.size * 2
    },
    /** The time by the servers, for messages. */
    serverTime(): Instant {
      const [first = 0] = [...ahead.values()].toSorted((a, b) => Math.abs(b) - Math.abs(a))
      return new Date(Date.parse(now()) + first).toISOString().replace(/\.\d+Z$/u, 'Z')
    },
  }
}

/** When an answer was given by the server's own clock; one that lay in a cache says how long (RFC 9111 §5.1). */
function servedAt({ headers }: Got): number | null {
  const date = parseDate(headers['date'] ?? null)
  return date === null ? null : Date.parse(date) + ageMs(headers)
}
