import type { Instant } from '../types.ts'
import type { Store } from './store.ts'
import { readRow } from './stored-json.ts'

/** A source that was ever followed: its last name, and since when it is followed no more. */
export type KnownSource = { id: string; name: string; goneAt: Instant | null }

/** Every source that was ever followed. */
export function knownSources({ db }: Store): KnownSource[] {
  return db
    .prepare('SELECT id, data FROM source ORDER BY id')
    .all()
    .flatMap((row) => {
      const data = readRow<Omit<KnownSource, 'id'>>(row.data, 'source', String(row.id))
      return data === null ? [] : [{ id: String(row.id), ...data }]
    })
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

/**
 * Put what one source brought under another: all of it, or what one of its feeds showed first. Where the other source has an
 * item of the same key, the one that comes gets the name of its source before its key. Call it inside a transaction.
 *
 * @param feed the feed's name, or `null` for all
 * @returns how many articles went over
 */
export function moveItems({ db }: Store, { from, to }: { from: string; to: string }, feed: string | null): number {
  const run = (sql: string, ...values: (string | null)[]): void => void db.prepare(sql).run(...values)
  db.exec('CREATE TEMP TABLE IF NOT EXISTS moving (key TEXT PRIMARY KEY, new TEXT NOT NULL); DELETE FROM moving')
  run(
    `INSERT INTO moving SELECT key, CASE WHEN key IN (SELECT key FROM item WHERE source_id = ?1) THEN ?2 || ' ' || key ELSE key END
     FROM item WHERE source_id = ?2 AND (?3 IS NULL OR feed = ?3)`,
    to,
    from,
    feed,
  )
  const here = (column: string): string => `source_id = ?2 AND ${column} IN (SELECT key FROM moving)`
  const renamed = (column: string): string => `(SELECT new FROM moving m WHERE m.key = ${column})`
  // A damaged row goes along as it is.
  const written = (values: string): string => `CASE WHEN json_valid(data) THEN json_set(data, ${values}) ELSE data END`
  const articles = db
    .prepare('SELECT DISTINCT id FROM article WHERE source_id = ? AND item_key IN (SELECT key FROM moving)')
    .all(from)
  for (const { id } of articles) {
    run('INSERT OR IGNORE INTO publish_dirty VALUES (?)', String(id))
    run('UPDATE model_call SET source_id = ? WHERE article_id = ?', to, String(id))
  }
  run(
    `UPDATE article SET source_id = ?1, item_key = ${renamed('article.item_key')},
       data = ${written(`'$.sourceId', ?1, '$.itemKey', ${renamed('article.item_key')}`)} WHERE ${here('item_key')}`,
    to,
    from,
  )
  run(
    `UPDATE OR REPLACE reading SET source_id = ?1, item_key = ${renamed('reading.item_key')} WHERE ${here('item_key')}`,
    to,
    from,
  )
  for (const table of ['item_progress', 'item_name'])
    run(`UPDATE ${table} SET source_id = ?1, key = ${renamed(`${table}.key`)} WHERE ${here('key')}`, to, from)
  run(
    `UPDATE item SET source_id = ?1, key = ${renamed('item.key')}, data = ${written(`'$.key', ${renamed('item.key')}`)}
     WHERE ${here('key')}`,
    to,
    from,
  )
  return articles.length
}

/** How many items of a source came before it was noted which feed showed them. */
export function countUnplaced({ db }: Store, sourceId: string): number {
  const row = db.prepare('SELECT COUNT(*) AS n FROM item WHERE source_id = ? AND feed IS NULL').get(sourceId)
  return Number(row?.n ?? 0)
}
