import type { FeedItem, Instant } from '../types.ts'
import { sha256 } from './hash.ts'
import type { StoredItem } from './items.ts'
import type { Store } from './store.ts'
import { fieldOf } from './stored-json.ts'
import { text } from './statements.ts'

/** An item with its guid, and every guid and address under which it was known. */
export type NamedItem = { key: string; guid: string | null; title: string; names: Set<string> }

// A feed that makes guids anew for each answer would fill the disk with them.
const mostNames = 50

/** Those of a document's items that stand in the press just as they are. */
export function unchangedItems({ db }: Store, sourceId: string, items: FeedItem[]): Set<FeedItem> {
  const rows = db
    .prepare('SELECT key, seen_hash FROM item WHERE source_id = ? AND key IN (SELECT value FROM json_each(?))')
    .all(sourceId, JSON.stringify(items.map(({ key }) => key)))
  const hashes = new Map(rows.map((row) => [String(row.key), String(row.seen_hash)]))
  return new Set(items.filter((item) => hashes.get(item.key) === sha256(JSON.stringify(item))))
}

/**
 * The items of a source that bear one of the names, and those that bore one as their key and gave it up: they have no names,
 * yet their key is taken.
 */
export function namedItems({ db }: Store, sourceId: string, names: string[]): NamedItem[] {
  const rows = db
    .prepare(
      `SELECT i.key, ${fieldOf('$.title', 'i.data')} AS title, ${fieldOf('$.guid', 'i.data')} AS guid,
         (SELECT json_group_array(n.name) FROM item_name n WHERE n.source_id = i.source_id AND n.key = i.key) AS names
       FROM item i WHERE i.source_id = ?1 AND i.key IN
         (SELECT n.key FROM json_each(?2) j CROSS JOIN item_name n ON n.source_id = ?1 AND n.name = j.value
          UNION SELECT value FROM json_each(?2))
       ORDER BY i.rowid`,
    )
    .all(sourceId, JSON.stringify(names))
  return rows.map((row) => ({
    key: String(row.key),
    guid: row.guid === null ? null : String(row.guid),
    title: text(row.title) ?? '',
    names: namesWith(String(row.key), JSON.parse(String(row.names)) as string[]),
  }))
}

function namesWith(key: string, names: string[]): Set<string> {
  return new Set(names.length === 0 ? [] : [key, ...names])
}

/**
 * Give what a feed says of an item, and its names, to a new item: it tells another story now. The old one stays as it was
 * `before` and is not read again. Call it inside a transaction.
 */
export function succeedItem(
  { db }: Store,
  { sourceId, item }: StoredItem,
  { key, at, before }: { key: string; at: Instant; before: FeedItem },
): StoredItem {
  const next = { ...item, key }
  const [data, old] = [JSON.stringify(next), JSON.stringify(before)]
  db.prepare(
    `INSERT OR REPLACE INTO item (source_id, key, first_seen_at, seen_hash, data, feed)
     SELECT source_id, ?3, ?4, ?5, ?6, feed FROM item WHERE source_id = ?1 AND key = ?2`,
  ).run(sourceId, item.key, key, at, sha256(data), data)
  db.prepare('UPDATE item_name SET key = ?3 WHERE source_id = ?1 AND key = ?2').run(sourceId, item.key, key)
  db.prepare('INSERT OR IGNORE INTO item_name VALUES (?, ?, ?)').run(sourceId, key, key)
  const named = [sourceId, item.key, sha256(old)]
  db.prepare('UPDATE item SET seen_hash = ?3, data = ?4 WHERE source_id = ?1 AND key = ?2').run(...named, old)
  db.prepare(
    'UPDATE item_progress SET read_hash = ?3, failure = NULL, next_at = NULL WHERE source_id = ?1 AND key = ?2',
  ).run(...named)
  return { sourceId, item: next, firstSeenAt: at, seenHash: sha256(data) }
}

/** Keep names of items, fifty of each at most; those they have stay. Call it inside a transaction. */
export function nameItems({ db }: Store, sourceId: string, items: { key: string; names: string[] }[]): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO item_name (source_id, name, key) SELECT ?1, value, ?2 FROM json_each(?3)
     WHERE (SELECT COUNT(*) FROM item_name WHERE source_id = ?1 AND key = ?2) + json_array_length(?3) <= ${mostNames}`,
  )
  for (const { key, names } of items) insert.run(sourceId, key, JSON.stringify(names))
}
