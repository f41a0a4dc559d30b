import type { Verdict } from '../types.ts'
import { text, type Sql } from './statements.ts'
import { readRow } from './stored-json.ts'

function lengthOf(sql: Sql, list: string): number {
  return Number(sql.get('SELECT MAX(position) + 1 AS n FROM publish_member WHERE list = ?', list)?.n ?? 0)
}

/** The places of articles in lists, written. */
export function membership(sql: Sql) {
  return {
    join: (list: string, id: string, position: number) =>
      sql.run('INSERT INTO publish_member VALUES (?, ?, ?, 1)', list, position, id),
    show: (list: string, id: string, shown: boolean) =>
      sql.run('UPDATE publish_member SET shown = ? WHERE article_id = ? AND list = ?', shown ? 1 : 0, id, list),
  }
}

/** Entries as they were last read: an article stands in five lists, whose pages are made one after another. */
export function rememberEntries<E>(sql: Sql, most: number) {
  const known = new Map<string, E>()
  return {
    forget: (id: string) => known.delete(id),
    get(id: string): E | null {
      const before = known.get(id)
      if (before !== undefined) return before
      const row = sql.get('SELECT CAST(data AS BLOB) AS data FROM publish_entry WHERE article_id = ?', id)
      if (!row) return null
      const entry = readRow<E>(row.data, 'publish_entry', id)
      if (entry === null) return null
      if (known.size >= most) for (const old of known.keys().take(most / 2)) known.delete(old)
      known.set(id, entry)
      return entry
    },
  }
}

/** See {@link rememberEntries}. */
export type Remembered<E> = ReturnType<typeof rememberEntries<E>>

/** Lists as they are read: their lengths, what they show, and what is counted of it. */
export function lists<E>(sql: Sql, remembered: Remembered<E>) {
  return {
    lengthOf: (list: string) => lengthOf(sql, list),
    placesOf: (id: string) =>
      sql.all('SELECT list, position, shown FROM publish_member WHERE article_id = ? ORDER BY list', id).map((row) => ({
        list: String(row.list),
        position: Number(row.position),
        articleId: id,
        shown: row.shown === 1,
      })),
    members: (list: string, from: number, to: number) =>
      sql
        .all(
          `SELECT position, article_id AS id FROM publish_member
           WHERE list = ? AND position >= ? AND position < ? AND shown = 1 ORDER BY position DESC`,
          list,
          from,
          to,
        )
        .flatMap((row) => {
          const entry = remembered.get(String(row.id))
          return entry === null ? [] : [{ position: Number(row.position), entry }]
        }),
    addresses: (list: string, from: number, to: number) =>
      sql
        .all(
          `SELECT e.article_id AS id, e.slug, e.changed_at FROM publish_member m JOIN publish_entry e ON e.article_id = m.article_id
           WHERE m.list = ? AND m.position >= ? AND m.position < ? AND m.shown = 1 ORDER BY m.position DESC`,
          list,
          from,
          to,
        )
        .map((row) => ({ id: String(row.id), slug: String(row.slug), changedAt: String(row.changed_at) })),
    /** From name to name by the key, never through the members: a list may have a million. */
    tally: (list: string, from: number) =>
      sql
        .all(
          `SELECT f.source_id AS source, f.day, f.verdict, f.language, COUNT(*) AS n
           FROM publish_member m JOIN publish_fact f ON f.article_id = m.article_id
           WHERE m.list = ? AND m.position >= ? AND m.shown = 1 GROUP BY 1, 2, 3, 4 ORDER BY 2, 1, 3, 4`,
          list,
          from,
        )
        .map((row) => ({
          sourceId: String(row.source),
          day: String(row.day),
          verdict: String(row.verdict) as Verdict,
          language: text(row.language),
          count: Number(row.n),
        })),
    topics: (list: string, limit: number) =>
      sql
        .all(
          `SELECT t.value AS topic, COUNT(*) AS n
           FROM publish_member m JOIN publish_fact f ON f.article_id = m.article_id, json_each(f.topics) t
           WHERE m.list = ? AND m.shown = 1 AND f.topics IS NOT NULL GROUP BY 1 HAVING n > 1 ORDER BY 2 DESC, 1 LIMIT ?`,
          list,
          limit,
        )
        .map((row) => ({ topic: String(row.topic), count: Number(row.n) })),
    lists: (prefix: string) =>
      sql
        .all(
          `WITH RECURSIVE name(list) AS (
             SELECT MIN(list) FROM publish_member WHERE list >= ?1 AND list < ?2
             UNION ALL
             SELECT (SELECT MIN(m.list) FROM publish_member m WHERE m.list > name.list AND m.list < ?2)
             FROM name WHERE name.list IS NOT NULL)
           SELECT list FROM name WHERE list IS NOT NULL
             AND EXISTS (SELECT 1 FROM publish_member m WHERE m.list = name.list AND m.shown = 1)
           ORDER BY list DESC`,
          prefix,
          `${prefix}\u{10FFFF}`,
        )
        .map((row) => ({ list: String(row.list) })),
  }
}
