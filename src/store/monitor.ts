import type { Instant } from '../types.ts'
import type { Store } from './store.ts'
import { fieldOf, noteDamage, readRow } from './stored-json.ts'

/** Readings kept for each source: enough to know what is usual, forgotten when the outlet has changed for good. */
const kept = 150

/** Keep what a reading showed; the oldest beyond 150 of its source go. Call it inside a transaction. */
export function saveReading(
  store: Store,
  facts: { sourceId: string; itemKey: string; at: Instant },
  reading: unknown,
): void {
  const { sourceId, itemKey, at } = facts
  store.db
    .prepare('INSERT INTO reading VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data')
    .run(sourceId, at, itemKey, JSON.stringify(reading))
  store.db
    .prepare(
      `DELETE FROM reading WHERE source_id = ? AND (at, item_key) IN
       (SELECT at, item_key FROM reading WHERE source_id = ? ORDER BY at DESC, item_key DESC LIMIT -1 OFFSET ?)`,
    )
    .run(sourceId, sourceId, kept)
}

/** The last readings of a source, oldest first. */
export function readingsOf<T>(store: Store, sourceId: string, most = kept): T[] {
  const rows = store.db
    .prepare('SELECT at, item_key, data FROM reading WHERE source_id = ? ORDER BY at DESC, item_key DESC LIMIT ?')
    .all(sourceId, most)
  return rows
    .flatMap(
      ({ data, at, item_key: key }) => readRow<T>(data, 'reading', `${sourceId} ${String(at)} ${String(key)}`) ?? [],
    )
    .toReversed()
}

/** When the items of a source came: the feed's date and when we first saw each, the newest 500. */
export function arrivalsOf(store: Store, sourceId: string): { publishedAt: Instant | null; firstSeenAt: Instant }[] {
  const rows = store.db
    .prepare(
      `SELECT key, first_seen_at, json_valid(data) AS is_whole, ${fieldOf('$.publishedAt')} AS published_at FROM item WHERE source_id = ?
       ORDER BY first_seen_at DESC, rowid DESC LIMIT 500`,
    )
    .all(sourceId)
  for (const { key, is_whole: isWhole } of rows) if (isWhole !== 1) noteDamage('item', `${sourceId} ${String(key)}`)
  return rows.map((row) => ({
    publishedAt: row.published_at === null ? null : String(row.published_at),
    firstSeenAt: String(row.first_seen_at),
  }))
}

/** Alarms that hold, by source. */
export function alarmsOf<T>(store: Store, sourceId: string): T[] {
  const rows = store.db.prepare('SELECT kind, data FROM alarm WHERE source_id = ? ORDER BY kind').all(sourceId)
  return rows.flatMap((row) => readRow<T>(row.data, 'alarm', `${sourceId} ${String(row.kind)}`) ?? [])
}

/** Put these alarms of a source in the place of those before. Call it inside a transaction. */
export function saveAlarms(store: Store, sourceId: string, alarms: { kind: string }[]): void {
  store.db.prepare('DELETE FROM alarm WHERE source_id = ?').run(sourceId)
  for (const alarm of alarms)
    store.db.prepare('INSERT INTO alarm VALUES (?, ?, ?)').run(sourceId, alarm.kind, JSON.stringify(alarm))
}
