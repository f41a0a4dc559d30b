import type { Instant } from '../types.ts'
import type { Store } from './store.ts'

const dayMs = 86_400_000
// The furthest that anything is ever put off: Retry-After is obeyed up to a week.
const longestWaitMs = 9 * dayMs

/**
 * What the last request of any feed says of the clock. `ahead`: it was in the future, so the clock was ahead then or is behind
 * now; `long-ago`: more than a month has passed, or the clock is ahead now.
 */
export function clockDoubt({ db }: Store, now: Instant): 'ahead' | 'long-ago' | null {
  const last = db.prepare("SELECT MAX(data ->> '$.checkedAt') AS at FROM feed_state").get()?.at
  if (typeof last !== 'string') return null
  if (last > later(now, dayMs)) return 'ahead'
  return last < later(now, -30 * dayMs) ? 'long-ago' : null
}

/**
 * Take back what a clock that was ahead has left: instants of ours that are still to come become now, and what waits for
 * them is due. Dates that outlets gave are theirs and stay. Everything is published anew, for an embargo may have ended early
 * and a text may have been taken down. Call it inside a transaction, and only when the clock is known to be right.
 *
 * @returns how many articles and items had a date of ours that is still to come
 */
export function mendClock({ db }: Store, now: Instant): number {
  const [limit, due] = [later(now, dayMs), later(now, longestWaitMs)]
  const run = (sql: string, ...values: string[]): number => Number(db.prepare(sql).run(...values).changes)
  const items = run('UPDATE item SET first_seen_at = ? WHERE first_seen_at > ?', now, limit)
  run(
    `UPDATE article SET sorted_at = COALESCE(data ->> '$.publishedAt', ?1), data = json_set(data, '$.firstSeenAt', ?1)
     WHERE data ->> '$.firstSeenAt' > ?2`,
    now,
    limit,
  )
  const read = run(
    "UPDATE article SET data = json_set(data, '$.readAt', ?1) WHERE data ->> '$.readAt' > ?2",
    now,
    limit,
  )
  run(
    `UPDATE follow SET next_at = ?1, data = json_set(data, '$.nextAt', ?1, '$.lookedAt', ?1)
     WHERE data ->> '$.lookedAt' > ?2 OR next_at > ?3`,
    now,
    limit,
    due,
  )
  run("UPDATE item_progress SET next_at = '' WHERE next_at > ?", due)
  run("UPDATE OR REPLACE reading SET at = ?, data = json_set(data, '$.at', ?1) WHERE at > ?2", now, limit)
  run("DELETE FROM alarm WHERE data ->> '$.since' > ?", now)
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
