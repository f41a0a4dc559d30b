import { FetchError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'

/** Whose turn it is at each host: one request at a time, a pause after it, none while a host asked to be left alone. */
export type Turns = {
  /** @throws {FetchError} with `unasked` when the host asked us to wait */
  take<T>(at: URL, work: () => Promise<T>): Promise<T>
  /** Leave a host alone for so long, at most a day. */
  hold(at: URL, ms: number): void
  /** Wait longer between two requests to a host, at most ten seconds: a longer pause would stop a whole round. */
  slow(at: URL, ms: number): void
}

const longestHoldMs = 86_400_000
const longestPauseMs = 10_000
// A process that runs for months meets hosts without end.
const mostPauses = 10_000

/** Until when a host is left alone, in milliseconds since 1970: a `Map`, or one that outlives the process. */
export type Holds = Pick<Map<string, number>, 'get'> & { set(host: string, until: number): void }

/** `pauseMs` between two requests to one host; `now` in milliseconds since 1970. */
export function createTurns({ pauseMs, now, holds }: { pauseMs: number; now: () => number; holds: Holds }): Turns {
  const last = new Map<string, Promise<void>>()
  const pauses = new Map<string, number>()
  return {
    async take(at, work) {
      const host = hostOf(at)
      const before = last.get(host)
      const { promise, resolve } = Promise.withResolvers<void>()
      last.set(host, promise)
      await before
      try {
        refuseHeld(at, (holds.get(host) ?? 0) - now())
        return await work()
      } finally {
        const pause = Math.max(pauseMs, pauses.get(host) ?? 0)
        const done = (): void => {
          if (last.get(host) === promise) last.delete(host)
          resolve()
        }
        if (pause > 0) setTimeout(done, pause)
        else done()
      }
    },
    hold: (at, ms) => holds.set(hostOf(at), now() + Math.min(ms, longestHoldMs)),
    slow(at, ms) {
      const host = hostOf(at)
      pauses.delete(host)
      pauses.set(host, Math.min(ms, longestPauseMs))
      // One that is at work keeps its pause; whoever has a page of a forgotten one names its pause again.
      const idle = pauses.size > mostPauses ? pauses.keys().find((one) => !last.has(one)) : undefined
      if (idle !== undefined) pauses.delete(idle)
    },
  }
}

/** A host is one machine under one name, whatever the port and with or without the dot of the root. */
function hostOf(at: URL): string {
  return at.hostname.replace(/\.$/u, '')
}

function refuseHeld(at: URL, waitMs: number): void {
  // Longer than any hold: the clock was wrong when it was set.
  if (waitMs <= 0 || waitMs > longestHoldMs) return
  const url = redactUrl(at.href)
  throw new FetchError(
    `Cannot fetch "${url}": host "${hostOf(at)}" asked us to wait another ${Math.ceil(waitMs / 1000)} seconds`,
    { url, status: 429, retryable: true, retryAfterMs: waitMs, unasked: true },
  )
}
