import { msUntil } from '../text/ms-until.ts'
import type { Instant, ParsedFeed } from '../types.ts'
import type { FeedRhythm, FeedState } from '../types/feed-state.ts'
import { parseDate } from './parse-date.ts'

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
  rhythm?: FeedRhythm | null
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
  const pace = answer.failures > 0 ? usualMs * 2 ** Math.min(answer.failures - 1, 5) : paceMs(answer.rhythm)
  const asked = Math.max(
    pace,
    freshMs(answer.headers, checked) ?? answer.rhythm?.freshMs ?? 0,
    (answer.rhythm?.ttlMinutes ?? 0) * minuteMs,
  )
  const waitMs = Math.min(asked, mostMs) * (1 + jitter(answer.seed ?? ''))
  const due = checked + Math.max(waitMs, Math.min(answer.retryAfterMs ?? 0, mostRetryMs))
  return toInstant(afterSkipped(due, answer.rhythm))
}

// Clocks are set right by seconds all the time.
const skewMs = 5 * minuteMs

/**
 * Is it time to ask a feed? One whose last request lies in the future, or that is due later than we ever set, was asked by
 * a clock that was wrong then: it is due now. Once: its next time is counted from this request, and spread as always.
 */
export function isDue(
  state: Pick<FeedState, 'status' | 'nextDueAt'> & { checkedAt?: Instant | null },
  now: Instant,
): boolean {
  if (state.status !== 'active') return false
  if (state.nextDueAt === null || Date.parse(state.checkedAt ?? now) > Date.parse(now) + skewMs) return true
  const waitMs = Date.parse(state.nextDueAt) - Date.parse(now)
  return waitMs <= 0 || waitMs > mostRetryMs + 2 * mostMs
}

/**
 * What a document says about its pace: the median gap between its items, and its own wishes. Items dated in the future
 * do not count; a feed without news for two weeks is slow, however fast it once was.
 */
export function learnRhythm(parsed: ParsedFeed, now: Instant): FeedRhythm {
  const at = Date.parse(now)
  const dates = parsed.items.map((item) => Date.parse(item.publishedAt ?? item.updatedAt ?? ''))
  const known = dates.filter((date) => date <= at).toSorted((a, b) => b - a)
  const gaps = known.slice(1).map((date, place) => (known[place] ?? date) - date)
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  const silent = at - (known[0] ?? at) > 14 * mostMs
  const { ttlMinutes, skipHours, skipDays } = parsed.feed
  return { gapMs: silent ? 2 * mostMs : gaps.length < 4 ? null : (median ?? null), ttlMinutes, skipHours, skipDays }
}

/** Half the usual gap between items, so that at most one new item waits. */
function paceMs(rhythm: FeedRhythm | null | undefined): number {
  if (rhythm?.gapMs === undefined || rhythm.gapMs === null) return usualMs
  return Math.min(Math.max(rhythm.gapMs / 2, leastMs), mostMs)
}

/**
 * How long the server says its answer stays fresh: `max-age` less `Age`, else `Expires` by the server's own clock less
 * `Age`; `null` when it says nothing. `s-maxage` speaks to caches that many share. At most a year.
 */
export function freshMs(headers: Record<string, string>, checked: number): number | null {
  // What stands in the quotation marks of another directive is none; some servers quote the number itself.
  const control = (headers['cache-control'] ?? '').replace(/"(?!\d+")[^"]*"/gu, '')
  const maxAge = secondsOf(/(?:^|[\s,;])max-age\s*=\s*["']?(\d+)/iu.exec(control))
  if (maxAge !== null) return Math.max(0, maxAge * 1000 - ageMs(headers))
  if (/no-cache|no-store/iu.test(control)) return 0
  const expires = parseDate(headers['expires'] ?? null)
  // `Expires: 0` and other forms that are no date mean that it is stale already (RFC 9111 §5.3).
  if (expires === null) return headers['expires'] === undefined ? null : 0
  const served = parseDate(headers['date'] ?? null)
  const serverMs = served === null ? null : Date.parse(served) + ageMs(headers)
  return Math.max(0, msUntil(Date.parse(expires), { serverMs, nowMs: checked }))
}

/** How long an answer lay in a cache on the way, by its `Age`; 0 where that cannot be read. At most a year. */
export function ageMs(headers: Record<string, string>): number {
  return (secondsOf(/^\s*(\d+)/u.exec(headers['age'] ?? '')) ?? 0) * 1000
}

function secondsOf(found: RegExpExecArray | null): number | null {
  return found === null ? null : Math.min(Number(found[1]), mostSeconds)
}

const mostSeconds = 366 * 86_400

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The first hour from `due` on that the feed does not ask us to skip; a feed that skips everything means nothing by it. */
function afterSkipped(due: number, rhythm: FeedRhythm | null | undefined): number {
  const hours = new Set(rhythm?.skipHours)
  const days = new Set((rhythm?.skipDays ?? []).map((day) => weekdays.indexOf(day.toLowerCase())))
  let at = due
  for (let step = 0; step < 24 * 7; step++) {
    const hour = new Date(at)
    if (!hours.has(hour.getUTCHours()) && !days.has(hour.getUTCDay())) return at
    at = (Math.floor(at / 3_600_000) + 1) * 3_600_000
  }
  return due
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
