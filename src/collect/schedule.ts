import type { Instant, ParsedFeed } from '../types.ts'

const minuteMs = 60_000
const usualMs = 60 * minuteMs
const leastMs = 15 * minuteMs
const mostMs = 24 * 60 * minuteMs
// Retry-After is obeyed up to a week: a wrong header must not end a subscription.
const mostRetryMs = 7 * mostMs

/** What the schedule knows of one answer. `failures` in a row, 0 after a success. */
export type Answer = {
  headers: Record<string, string>
  failures: number
  retryAfterMs?: number | null
  parsed?: ParsedFeed | null
  /** Spreads feeds so that they do not all fall due together; the feed's id. */
  seed?: string
}

/**
 * When a feed may be asked again.
 *
 * After a success: by its own rhythm (half the usual gap between its items, from 15 minutes to a day; an hour where
 * that is unknown), never before `max-age`, `Expires`, `ttl` or `sy:` allow, at most a day, outside its `skipHours`.
 * After a failure: twice as long each time, at most a day, never before `Retry-After`. Up to a tenth is added, the same
 * for the same feed, so that a restart brings no storm.
 */
export function nextDue(checkedAt: Instant, answer: Answer): Instant {
  const checked = Date.parse(checkedAt)
  const rhythm = answer.failures > 0 ? usualMs * 2 ** Math.min(answer.failures - 1, 5) : rhythmMs(answer.parsed)
  const asked = Math.max(rhythm, freshMs(answer.headers, checked), (answer.parsed?.feed.ttlMinutes ?? 0) * minuteMs)
  const waitMs = Math.min(asked * (1 + jitter(answer.seed ?? '')), mostMs)
  const due = checked + Math.max(waitMs, Math.min(answer.retryAfterMs ?? 0, mostRetryMs))
  return toInstant(afterSkippedHours(due, answer.parsed?.feed.skipHours ?? []))
}

/** Half the median gap between items, so that at most one new item waits. */
function rhythmMs(parsed: ParsedFeed | null | undefined): number {
  const dates = (parsed?.items ?? []).map((item) => Date.parse(item.publishedAt ?? item.updatedAt ?? ''))
  const known = dates.filter((date) => !Number.isNaN(date)).toSorted((a, b) => b - a)
  const gaps = known.slice(1).map((date, at) => (known[at] ?? date) - date)
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  if (median === undefined || gaps.length < 4) return usualMs
  return Math.min(Math.max(median / 2, leastMs), mostMs)
}

/** How long the server says its answer stays fresh: `max-age` less `Age`, else `Expires` by the server's own clock. */
function freshMs(headers: Record<string, string>, checked: number): number {
  const control = headers['cache-control'] ?? ''
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/iu.exec(control)?.[1]
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - (Number(headers['age']) || 0)) * 1000
  if (/no-cache|no-store/iu.test(control)) return 0
  const expires = Date.parse(headers['expires'] ?? '')
  if (Number.isNaN(expires)) return 0
  const served = Date.parse(headers['date'] ?? '')
  return Math.max(0, expires - (Number.isNaN(served) ? checked : served))
}

function afterSkippedHours(due: number, skipped: number[]): number {
  if (new Set(skipped).size >= 24) return due
  let at = due
  while (skipped.includes(new Date(at).getUTCHours())) at = (Math.floor(at / 3_600_000) + 1) * 3_600_000
  return at
}

/** From 0 to 0.1, always the same for one feed. */
function jitter(seed: string): number {
  let sum = 0
  for (const sign of seed) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1009
  return sum / 10_090
}

function toInstant(ms: number): Instant {
  return new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')
}
