import type { Article, Instant, Revision, Url } from '../types.ts'
import { asArticle } from './articles.ts'
import { asStored, type StoredItem } from './items.ts'
import type { Store } from './store.ts'
import { readRow } from './stored-json.ts'

/** How far the following of one article is. */
export type Follow = {
  articleId: string
  /** Place in the schedule of looks: how many are done. */
  look: number
  /** `null`: not looked at any more. */
  nextAt: Instant | null
  lookedAt: Instant | null
  /** Marks of the last whole answer, given back exactly. */
  etag: string | null
  lastModified: string | null
  /** The address that gave the marks, after redirects; absent where an older Waikan kept them. */
  marksOf?: Url
  /** Failures of the look under way, in a row. */
  failures: number
  error: string | null
  /** Answers in a row that say the page is not there. */
  absent: number
  /** Since when the outlet answers that the page is gone, and how. */
  gone: Gone | null
  /** What the page shows now in place of the text that we have: `wall`, `part`, `other-text`; absent where it shows the text. */
  nowShows?: string
}

/** A page that vanished: `status` 404 or 410, `null` where another page answers at its address. */
export type Gone = { at: Instant; status: number | null }

/** Keep how far the following of an article is. Call it inside a transaction. */
export function saveFollow(store: Store, follow: Follow): void {
  // The page of an article says what the outlet's shows now.
  if (followOf(store, follow.articleId)?.nowShows !== follow.nowShows)
    store.db.prepare('INSERT OR IGNORE INTO publish_dirty VALUES (?)').run(follow.articleId)
  store.db
    .prepare(
      `INSERT INTO follow (article_id, next_at, gone_at, data) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET next_at = excluded.next_at, gone_at = excluded.gone_at, data = excluded.data`,
    )
    .run(follow.articleId, follow.nextAt, follow.gone?.at ?? null, JSON.stringify(follow))
}

/** How far the following of an article is; `null` where it is not followed. */
export function followOf(store: Store, articleId: string): Follow | null {
  const row = store.db.prepare('SELECT data FROM follow WHERE article_id = ?').get(articleId)
  return row ? readRow<Follow>(row.data, 'follow', articleId) : null
}

/** What is due to be looked at again, longest due first. Articles an editor took back are left alone. */
export function followsDue(store: Store, now: Instant): Follow[] {
  const rows = store.db
    .prepare(
      `SELECT article_id, data FROM follow WHERE next_at <= ? AND article_id NOT IN (SELECT article_id FROM withdrawal)
       ORDER BY next_at, article_id`,
    )
    .all(now)
  return rows.flatMap((row) => readRow<Follow>(row.data, 'follow', String(row.article_id)) ?? [])
}

/** The newest revision of an article with the item it came from, as it stands in the feed now. */
export function followedArticle(store: Store, articleId: string): { article: Article; stored: StoredItem } | null {
  const row = store.db
    .prepare(
      `SELECT a.id, a.revision, a.data AS article, i.source_id, i.key, i.first_seen_at, i.seen_hash, i.data FROM article a
       JOIN item i ON i.source_id = a.source_id AND i.key = a.item_key
       WHERE a.id = ? ORDER BY a.revision DESC LIMIT 1`,
    )
    .get(articleId)
  if (!row) return null
  const article = asArticle({ ...row, data: row.article })
  const stored = asStored(row)
  return article === null || stored === null ? null : { article, stored }
}

/** Keep what made a revision, once. */
export function saveRevision(store: Store, revision: Revision): void {
  store.db
    .prepare('INSERT INTO revision_change (article_id, revision, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(revision.articleId, revision.revision, JSON.stringify(revision))
}

/** What made each revision after the first, oldest first; revisions of an older Waikan have none. */
export function revisionsOf(store: Store, articleId: string): Revision[] {
  const rows = store.db
    .prepare('SELECT revision, data FROM revision_change WHERE article_id = ? ORDER BY revision')
    .all(articleId)
  return rows.flatMap(
    (row) => readRow<Revision>(row.data, 'revision_change', `${articleId} ${String(row.revision)}`) ?? [],
  )
}
