import type { FeedItem, Instant } from '../types.ts'
import type { FeedState } from '../types/feed-state.ts'
import { sha256 } from './hash.ts'
import type { Store } from './store.ts'
import { fieldOf, readRow } from './stored-json.ts'

/** An item with its source and when we first saw it. */
export type StoredItem = { sourceId: string; firstSeenAt: Instant; item: FeedItem; seenHash: string }

/** What the last request of a feed left; a fresh state for a feed never asked. */
export function feedState(store: Store, feedId: string): FeedState {
  const row = store.db.prepare('SELECT data FROM feed_state WHERE feed_id = ?').get(feedId)
  const state = row ? readRow<FeedState>(row.data, 'feed_state', feedId) : null
  return (
    state ?? {
      feedId,
      etag: null,
      lastModified: null,
      hash: null,
      checkedAt: null,
      nextDueAt: null,
      failures: 0,
      error: null,
      status: 'active',
      movedTo: null,
    }
  )
}

/** Keep a feed's state. */
export function saveFeedState(store: Store, state: FeedState): void {
  store.db
    .prepare('INSERT INTO feed_state (feed_id, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data')
    .run(state.feedId, JSON.stringify(state))
}

/** Feeds that a permanent redirect has led elsewhere at least `times` times in a row. */
export function movedFeeds(store: Store, times: number): { feedId: string; url: string }[] {
  const rows = store.db
    .prepare(
      `SELECT feed_id, ${fieldOf('$.movedTo.url')} AS url FROM feed_state WHERE ${fieldOf('$.movedTo.times')} >= ?`,
    )
    .all(times)
  return rows.map((row) => ({ feedId: String(row.feed_id), url: String(row.url) }))
}

/**
 * Store every item once and note changes; the day an item was first seen stays, and the feed that showed it first. Call it
 * inside a transaction.
 *
 * @param feed name of the feed the items stand in
 */
export function saveItems(
  store: Store,
  sourceId: string,
  { items, seenAt, feed = null }: { items: FeedItem[]; seenAt: Instant; feed?: string | null },
): number {
  const insert = store.db.prepare(
    `INSERT INTO item (source_id, key, first_seen_at, seen_hash, data, feed) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seen_hash = excluded.seen_hash, data = excluded.data, feed = COALESCE(feed, excluded.feed)
     WHERE seen_hash <> excluded.seen_hash OR (feed IS NULL AND excluded.feed IS NOT NULL) OR NOT json_valid(data)`,
  )
  let changed = 0
  for (const item of items) {
    const data = JSON.stringify(item)
    changed += Number(insert.run(sourceId, item.key, seenAt, sha256(data), data, feed).changes)
  }
  return changed
}

/** Those of the keys under which a source has an item, with the item as it stands. */
export function storedItems(store: Store, sourceId: string, keys: string[]): Map<string, FeedItem> {
  const rows = store.db
    .prepare('SELECT key, data FROM item WHERE source_id = ? AND key IN (SELECT value FROM json_each(?))')
    .all(sourceId, JSON.stringify(keys))
  return new Map(
    rows.flatMap(({ key, data }) => {
      const item = readRow<FeedItem>(data, 'item', `${sourceId} ${String(key)}`)
      return item === null ? [] : [[String(key), item] as const]
    }),
  )
}

/**
 * Items whose page was not read since they were new or changed, and those whose next try is due; oldest first. A change does
 * not bring the next try of a page that failed forward.
 */
export function unreadItems(store: Store, now: Instant): StoredItem[] {
  const rows = store.db
    .prepare(
      `SELECT i.source_id, i.key, i.first_seen_at, i.data, i.seen_hash FROM item i
       LEFT JOIN item_progress p ON p.source_id = i.source_id AND p.key = i.key
       WHERE p.key IS NULL OR p.next_at <= ?1 OR (p.read_hash IS NOT i.seen_hash AND p.next_at IS NULL)
       ORDER BY i.first_seen_at, i.rowid`,
    )
    .all(now)
  return rows.flatMap((row) => asStored(row) ?? [])
}

/** A stored item from its row with all of its columns and key; `null` where it is damaged. */
export function asStored(row: Record<string, unknown>): StoredItem | null {
  const sourceId = String(row.source_id)
  const item = readRow<FeedItem>(row.data, 'item', `${sourceId} ${String(row.key)}`)
  if (item === null) return null
  return { sourceId, firstSeenAt: String(row.first_seen_at), item, seenHash: String(row.seen_hash) }
}

/** Have the pages of a source that failed asked for again now: what kept them back may have been a setting. */
export function readFailedAgain(store: Store, sourceId: string): void {
  store.db.prepare("UPDATE item_progress SET next_at = '' WHERE source_id = ? AND failure IS NOT NULL").run(sourceId)
}

// An outage of a morning must not cost a text for good, nor a dead link be asked for at every round: six tries in 41 hours.
const againMinutes = [15, 60, 240, 720, 1440]

/**
 * Note that an item was read: into which article, and what failed on the way. A failure is tried again with growing
 * pauses, never before the server allows it. Tries count from the item's last change.
 */
export function markRead(
  store: Store,
  stored: StoredItem,
  outcome: { articleId: string; failure: string | null; now: Instant; retryAfterMs: number | null },
): void {
  const { articleId, failure, now, retryAfterMs } = outcome
  const before = store.db
    .prepare('SELECT tries FROM item_progress WHERE source_id = ? AND key = ? AND read_hash = ?')
    .get(stored.sourceId, stored.item.key, stored.seenHash)
  const tries = Number(before?.tries ?? 0) + 1
  const waitMs = (againMinutes[tries - 1] ?? 0) * 60_000
  const next = new Date(Date.parse(now) + Math.max(waitMs, Math.min(retryAfterMs ?? 0, 7 * 86_400_000)))
  const over = failure === null || waitMs === 0 || stored.item.url === null
  const nextAt = over ? null : next.toISOString().replace(/\.\d+Z$/u, 'Z')
  store.db
    .prepare(
      `INSERT INTO item_progress (source_id, key, read_hash, article_id, failure, tries, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET tries = excluded.tries, next_at = excluded.next_at,
         read_hash = excluded.read_hash, article_id = excluded.article_id, failure = excluded.failure`,
    )
    .run(stored.sourceId, stored.item.key, stored.seenHash, articleId, failure, tries, nextAt)
}
