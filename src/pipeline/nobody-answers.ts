import { FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import { saveFeedState } from '../store/items.ts'
import type { FeedState } from '../types/feed-state.ts'
import type { Feed } from '../types.ts'
import { hostOf } from './in-parallel.ts'
import type { Road } from './road.ts'

/** A feed that failed in a round: what was known of it before, and after. */
type Failed = { feed: Feed; before: FeedState; after: FeedState }

// Two hosts may share a machine that is down.
const leastHosts = 3
const askAgainMs = 15 * 60_000

/** A machine at the other end said no: the way to it is open. */
function wasTurnedAway({ cause }: FetchError): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return code === 'ECONNREFUSED' || code === 'ECONNRESET'
}

/**
 * Notice when no server at all answers in a round: then it is this machine's network that fails, and not the feeds. A night
 * without one would else leave each of them alone for a day.
 */
export function watchAnswers(get: Get) {
  let heard = false
  const failed: Failed[] = []
  return {
    get: async (...asked: Parameters<Get>): Promise<Got> => {
      try {
        const got = await get(...asked)
        heard = true
        return got
      } catch (error) {
        // What is refused, held or led in a circle says nothing of the network.
        heard ||= !(error instanceof FetchError && error.retryable && error.status === null) || wasTurnedAway(error)
        throw error
      }
    },
    failed: (one: Failed): void => void failed.push(one),
    /** What to store in place of the failures, after the round: due in a quarter of an hour, and none of them counts. */
    forgive(road: Road): (() => void)[] {
      const hosts = new Set(failed.map(({ feed }) => hostOf(feed.url)))
      if (heard || hosts.size < leastHosts) return []
      const nextDueAt = new Date(Date.parse(road.now()) + askAgainMs).toISOString().replace(/\.\d+Z$/u, 'Z')
      const message = 'this machine seems to have no network; all feeds are asked again in a quarter of an hour'
      road.report.warn('no server answered', { feeds: failed.length, hosts: hosts.size, message })
      return failed.map(
        ({ before, after }) =>
          () =>
            saveFeedState(road.store, { ...after, failures: before.failures, nextDueAt }),
      )
    },
  }
}
