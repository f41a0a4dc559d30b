import type { Instant } from '../types.ts'
import type { Store } from './store.ts'
import { fieldOf } from './stored-json.ts'

const dayMs = 86_400_000
// The furthest that anything is ever put off: Retry-After is obeyed up to a week.
const longestWaitMs = 9 * dayMs

/**
 * What the last request of any feed says of the clock. `ahead`: it was in the future, so the clock was ahead then or is behind
 * now; `long-ago`: more than a month has passed, or the clock is ahead now.
 */
export function clockDoubt({ db }: Store, now: Instant): 'ahead' | 'long-ago' | null {
  const last = db.prepare(`SELECT MAX(${lastRequest}) AS at FROM feed_state`).get()?.at
  if (typeof last !== 'string') return null
  if (last > later(now, dayMs)) return 'ahead'
  return last < later(now, -30 * dayMs) ? 'long-ago' : null
}

/** A clock is set right by seconds all the time: so many milliseconds off is none that was wrong. */
export const skewMs = 5 * 60_000
const lastRequest = fieldOf('$.checkedAt')

/** How many feeds were last asked in what is the future now, and the latest such instant; `null` for none. */
export function futureRequests({ db }: Store, now: Instant): { feeds: number; last: Instant } | null {
  const row = db
    .prepare(
      `SELECT COUNT(*) AS feeds, MAX(at) AS last FROM (SELECT ${lastRequest} AS at FROM feed_state) WHERE at > ?`,
    )
    .get(later(now, skewMs))
  return row && Number(row.feeds) > 0 ? { feeds: Number(row.feeds), last: String(row.last) } : null
}

/**
 * Take back the waits that were counted from a clock that was ahead, whether or not it is known to be right now: each keeps
 * its length and begins anew, so that nothing comes at once. Dates stay. Call it inside a transaction.
 *
 * @param last the latest request of any feed by that clock
 */
export function mendWaits({ db }: Store, { now, last }: { now: Instant; last: Instant }): void {
  const run = (sql: string, ...values: (string | number)[]): void => void db.prepare(sql).run(...values)
  const limit = later(now, skewMs)
  const aheadMs = Date.parse(last) - Date.parse(now)
  const sooner = (column: string): string =>
    `strftime('%Y-%m-%dT%H:%M:%SZ', ${column}, '-${Math.round(aheadMs / 1000)} seconds')`
  // Those that were not asked meanwhile: gone, or followed no more, or of a host that wants to be left alone.
  run(
    `UPDATE feed_state SET data = json_set(data, '$.checkedAt', ?1, '$.nextDueAt', ?1) WHERE ${lastRequest} > ?2`,
    now,
    limit,
  )
  run('UPDATE host_hold SET until = until - ? WHERE until > ?', aheadMs, Date.parse(last))
  run(`UPDATE item_progress SET next_at = ${sooner('next_at')} WHERE next_at > ?`, last)
  run(
    `UPDATE follow SET next_at = ${sooner('next_at')}, data = json_set(data, '$.nextAt', ${sooner('next_at')}, '$.lookedAt', ?1)
     WHERE ${fieldOf('$.lookedAt')} > ?2`,
    now,
    limit,
  )
}

/**
 * Take back what a clock that was ahead has left: instants of ours that are still to come become now, and what waits for
 * them is due. Dates that outlets gave are theirs and stay. Everything is published anew, for an embargo may have ended early
 * and a text may have been taken down. Call it inside a transaction, and only when the clock is known to be right.
 *
 * @param leastMs how far ahead a date is that only a wrong clock gave: as much as the clock may still be behind now
 * @returns how many articles and items had a date of ours that is still to come
 */
export function mendClock({ db }: Store, { now, leastMs }: { now: Instant; leastMs: number }): number {
  const [limit, due] = [later(now, leastMs), later(now, longestWaitMs)]
  const run = (sql: string, ...values: string[]): number => Number(db.prepare(sql).run(...values).changes)
  const items = run('UPDATE item SET first_seen_at = ? WHERE first_seen_at > ?', now, limit)
  run(
    `UPDATE article SET sorted_at = COALESCE(data ->> '$.publishedAt', ?1), data = json_set(data, '$.firstSeenAt', ?1)
     WHERE ${fieldOf('$.firstSeenAt')} > ?2`,
    now,
    limit,
  )
  const set = (table: string, path: string): number =>
    run(`UPDATE ${table} SET data = json_set(data, '${path}', ?1) WHERE ${fieldOf(path)} > ?2`, now, limit)
  const read = set('article', '$.readAt')
  set('revision_change', '$.seenAt')
  set('review', '$.reviewedAt')
  set('parallel', '$.translatedAt')
  run(
    `UPDATE follow SET gone_at = ?1, data = json_set(data, '$.gone.at', ?1) WHERE ${fieldOf('$.gone.at')} > ?2`,
    now,
    limit,
  )
  run(
    `UPDATE follow SET next_at = ?1, data = json_set(data, '$.nextAt', ?1, '$.lookedAt', ?1)
     WHERE ${fieldOf('$.lookedAt')} > ?2 OR (json_valid(data) AND next_at > ?3)`,
    now,
    limit,
    due,
  )
  run("UPDATE item_progress SET next_at = '' WHERE next_at > ?", due)
  run(
    "UPDATE OR REPLACE reading SET at = ?, data = json_set(data, '$.at', ?1) WHERE json_valid(data) AND at > ?2",
    now,
    limit,
  )
  run(`DELETE FROM alarm WHERE ${fieldOf('$.since')} > ?`, now)
  run('UPDATE opt_out SET seen_at = ? WHERE seen_at > ?', now, limit)
  run('UPDATE withdrawal SET at = ? WHERE at > ?', now, limit)
  run('UPDATE model_call SET asked_at = ? WHERE asked_at > ?', now, limit)
  run('UPDATE publish_file SET written_at = ? WHERE written_at > ?', now, limit)
  run('UPDATE publish_gone SET gone_at = ? WHERE gone_at > ?', now, limit)
  run('INSERT OR IGNORE INTO publish_dirty SELECT id FROM article WHERE revision = 1')
  return Math.max(items, read)
}

function later(now: Instant, ms: number): Instant {
  return new Date(Date.parse(now) + ms).toISOString().replace(/\.\d+Z$/u, 'Z')
}
