import type { Instant } from '../types.ts'
import type { Store } from './store.ts'

/** A source that was ever followed: its last name, and since when it is followed no more. */
export type KnownSource = { id: string; name: string; goneAt: Instant | null }

/** Every source that was ever followed. */
export function knownSources({ db }: Store): KnownSource[] {
  return db
    .prepare('SELECT id, data FROM source ORDER BY id')
    .all()
    .map((row) => ({ id: String(row.id), ...(JSON.parse(String(row.data)) as Omit<KnownSource, 'id'>) }))
}

/** Keep a source's name, or that it is followed no more. Call it inside a transaction. */
export function saveSource({ db }: Store, { id, ...data }: KnownSource): void {
  db.prepare('INSERT INTO source VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data').run(
    id,
    JSON.stringify(data),
  )
}

/** The source of every feed that was ever followed, by the feed's name. */
export function knownFeeds({ db }: Store): Map<string, string> {
  const rows = db.prepare('SELECT name, source_id FROM known_feed').all()
  return new Map(rows.map((row) => [String(row.name), String(row.source_id)]))
}

/**
 * Keep which source a feed belongs to, and a hash of the settings it is asked under. Call it inside a transaction.
 *
 * @returns whether the settings are others than the last time
 */
export function saveFeedSource(
  { db }: Store,
  { name, sourceId, settings }: { name: string; sourceId: string; settings: string },
): boolean {
  const before = db.prepare('SELECT settings FROM known_feed WHERE name = ?').get(name)
  db.prepare(
    `INSERT INTO known_feed (name, source_id, settings) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET source_id = excluded.source_id, settings = excluded.settings`,
  ).run(name, sourceId, settings)
  return before !== undefined && before.settings !== settings
}

/** Keep what a feed calls its own site. Call it inside a transaction. */
export function saveFeedSite({ db }: Store, name: string, site: string | null): void {
  db.prepare('UPDATE known_feed SET site = ? WHERE name = ? AND site IS NOT ?').run(site, name, site)
}

/** What the feeds of each source call their own site. */
export function feedSites({ db }: Store): { sourceId: string; site: string }[] {
  const rows = db.prepare('SELECT source_id, site FROM known_feed WHERE site IS NOT NULL ORDER BY name').all()
  return rows.map((row) => ({ sourceId: String(row.source_id), site: String(row.site) }))
}

/** How many articles stand under a source. */
export function countArticles({ db }: Store, sourceId: string): number {
  const row = db.prepare('SELECT COUNT(DISTINCT id) AS n FROM article WHERE source_id = ?').get(sourceId)
  return Number(row?.n ?? 0)
}

const itemTables = ['item', 'item_progress', 'item_name'] as const

/**
 * Put what one source brought under another: all of it, or what one of its feeds showed first. What the other source has
 * under the same key stays as it is, and so does its twin. Call it inside a transaction.
 *
 * @param feed the feed's name, or `null` for all
 * @returns how many articles went over
 */
export function moveItems({ db }: Store, { from, to }: { from: string; to: string }, feed: string | null): number {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS moving (key TEXT PRIMARY KEY); DELETE FROM moving')
  db.prepare(
    `INSERT INTO moving SELECT key FROM item WHERE source_id = ? AND (? IS NULL OR feed = ?)
       AND key NOT IN (SELECT key FROM item WHERE source_id = ?)`,
  ).run(from, feed, feed, to)
  for (const table of itemTables)
    db.prepare(`UPDATE ${table} SET source_id = ? WHERE source_id = ? AND key IN (SELECT key FROM moving)`).run(
      to,
      from,
    )
  const here = 'source_id = ? AND item_key IN (SELECT key FROM moving)'
  db.prepare(`UPDATE OR REPLACE reading SET source_id = ? WHERE ${here}`).run(to, from)
  const articles = db.prepare(`SELECT DISTINCT id FROM article WHERE ${here}`).all(from)
  db.prepare(
    `INSERT INTO publish_dirty SELECT DISTINCT id FROM article WHERE ${here} AND id NOT IN (SELECT article_id FROM publish_dirty)`,
  ).run(from)
  db.prepare(
    `UPDATE model_call SET source_id = ? WHERE source_id = ? AND article_id IN (SELECT id FROM article WHERE ${here})`,
  ).run(to, from, from)
  db.prepare(`UPDATE article SET source_id = ?, data = json_set(data, '$.sourceId', ?) WHERE ${here}`).run(to, to, from)
  return articles.length
}

/** How many items of a source came before it was noted which feed showed them. */
export function countUnplaced({ db }: Store, sourceId: string): number {
  const row = db.prepare('SELECT COUNT(*) AS n FROM item WHERE source_id = ? AND feed IS NULL').get(sourceId)
  return Number(row?.n ?? 0)
}
