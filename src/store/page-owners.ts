import type { Article } from '../types.ts'
import { asArticle } from './articles.ts'
import type { Store } from './store.ts'
import { fieldOf } from './stored-json.ts'
import { text } from './statements.ts'

/** An article with the title of its item. */
export type PageOwner = { article: Article; itemTitle: string }

// CROSS JOIN: the table before it comes first, as SQLite promises. Left to itself it looked through all articles of a source.
const ownerFrom = (articles: string): string =>
  `SELECT a.id, a.revision, a.data, ${fieldOf('$.title', 'i.data')} AS title FROM ${articles}
  CROSS JOIN item i ON i.source_id = a.source_id AND i.key = a.item_key
  WHERE a.source_id = ?1 AND a.item_key <> ?2 AND ${fieldOf('$.pageHash', 'a.data')} IS NOT NULL
    AND a.revision = (SELECT MAX(revision) FROM article b WHERE b.id = a.id)`
const byName = ownerFrom(
  `(SELECT DISTINCT n.key FROM json_each(?3) j CROSS JOIN item_name n ON n.source_id = ?1 AND n.name = j.value) n
  CROSS JOIN article a ON a.source_id = ?1 AND a.item_key = n.key`,
)
const byBody = ownerFrom('article_body h CROSS JOIN article a ON h.hash = ?3 AND a.id = h.article_id')
const ofSource = ownerFrom('article a INDEXED BY article_source')

/** Articles of a source, other than that of one item, that were read from a page under one of the names. */
export function ownersByName({ db }: Store, from: { sourceId: string; key: string }, names: string[]): PageOwner[] {
  const rows = db.prepare(`${byName} ORDER BY a.id LIMIT 50`).all(from.sourceId, from.key, JSON.stringify(names))
  return rows.flatMap(asOwner)
}

/** The same, by the text alone. */
export function ownersByBody({ db }: Store, from: { sourceId: string; key: string }, hash: string): PageOwner[] {
  const rows = db.prepare(`${byBody} ORDER BY a.id LIMIT 50`).all(from.sourceId, from.key, hash)
  return rows.flatMap(asOwner)
}

/** The last articles of a source that were read from a page, newest first. */
export function lastOwners({ db }: Store, from: { sourceId: string; key: string }, most: number): PageOwner[] {
  return db.prepare(`${ofSource} ORDER BY a.id DESC LIMIT ?3`).all(from.sourceId, from.key, most).flatMap(asOwner)
}

function asOwner(row: Record<string, unknown>): PageOwner[] {
  const article = asArticle(row)
  return article === null ? [] : [{ article, itemTitle: text(row.title) ?? '' }]
}

/** Keep the hash of an article's text. Call it inside a transaction. */
export function saveBody({ db }: Store, articleId: string, hash: string): void {
  db.prepare('INSERT OR IGNORE INTO article_body VALUES (?, ?)').run(hash, articleId)
}

/**
 * The article that an editor took back which stands under one of the names, or has the same text; `null` where there is none.
 * Of any source: what was taken back is not to return through another feed.
 */
export function withdrawnTwin({ db }: Store, { names, body }: { names: string[]; body: string | null }): string | null {
  const row = db
    .prepare(
      `SELECT w.article_id AS id FROM withdrawal w CROSS JOIN article a ON a.id = w.article_id AND a.revision = 1
       WHERE EXISTS (SELECT 1 FROM item_name n WHERE n.name IN (SELECT value FROM json_each(?1))
           AND n.source_id = a.source_id AND n.key = a.item_key)
         OR EXISTS (SELECT 1 FROM article_body b WHERE b.hash = ?2 AND b.article_id = w.article_id)
       LIMIT 1`,
    )
    .get(JSON.stringify(names), body)
  return row ? String(row.id) : null
}
