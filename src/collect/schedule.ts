import type { Instant } from '../types.ts'

const minute = 60_000
const usualMs = 60 * minute
const mostMs = 24 * 60 * minute

/**
 * When a feed may be asked again: an hour after a success, or as long as its `max-age` asks, at most a day; after a
 * failure twice as long each time, at most a day, and never before `Retry-After`.
 */
export function nextDue(
  checkedAt: Instant,
  answer: { headers: Record<string, string>; failures: number; retryAfterMs?: number | null },
): Instant {
  const maxAge = Number(/max-age=(\d+)/iu.exec(answer.headers['cache-control'] ?? '')?.[1] ?? 0) * 1000
  const asked = Math.max(usualMs * 2 ** Math.min(answer.failures, 6), maxAge)
  const waitMs = Math.max(Math.min(asked, mostMs), answer.retryAfterMs ?? 0)
  return new Date(Date.parse(checkedAt) + waitMs).toISOString()
}
