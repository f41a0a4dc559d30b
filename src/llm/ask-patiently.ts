import { FetchError } from '../errors.ts'
import type { Answer, Ask } from './ask.ts'

/** How hard an endpoint may be asked. */
export type Patience = {
  /** Questions under way at one time. */
  parallel: number
  /** Questions that may begin in a minute; `null`: no limit. */
  perMinute: number | null
  /** The longest wait inside one run; an endpoint that asks for more is left for the next run. */
  maxWaitMs: number
  sleep: (ms: number) => Promise<void>
  nowMs: () => number
}

const tries = 4
const firstWaitMs = 1000

/**
 * Ask with patience: a few at a time, each again after a failure that may pass, and all of them silent for as long as
 * the endpoint asks (`Retry-After`). While it wants more than `maxWaitMs` of silence nothing is asked at all.
 *
 * @throws {FetchError} the last failure, when it will not pass or the wait is longer than `maxWaitMs`
 */
export function askPatiently(ask: Ask, patience: Patience): Ask {
  const gate = openGate(patience)
  return async (question) => {
    for (let tried = 1; ; tried++) {
      try {
        return await gate.pass(() => ask(question))
      } catch (error) {
        if (!(error instanceof FetchError) || !error.retryable || tried === tries) throw error
        const waitMs = error.retryAfterMs ?? firstWaitMs * 2 ** (tried - 1)
        gate.silence(waitMs, error)
        if (waitMs > patience.maxWaitMs) throw error
      }
    }
  }
}

function openGate({ parallel, perMinute, maxWaitMs, sleep, nowMs }: Patience) {
  const waiting: (() => void)[] = []
  let free = parallel
  let nextAt = 0
  let silentUntil = 0
  let asker: FetchError | null = null
  const enter = async (): Promise<void> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  const wait = (): number => {
    const silent = silentUntil - nowMs()
    if (asker && silent > maxWaitMs) throw asker
    return Math.max(nextAt - nowMs(), silent)
  }
  return {
    async pass(work: () => Promise<Answer>): Promise<Answer> {
      await enter()
      try {
        for (let left = wait(); left > 0; left = wait()) await sleep(left)
        if (perMinute !== null) nextAt = Math.max(nextAt, nowMs()) + 60_000 / perMinute
        return await work()
      } finally {
        leave()
      }
    },
    silence(ms: number, reason: FetchError): void {
      silentUntil = Math.max(silentUntil, nowMs() + ms)
      asker = reason
    },
  }
}
