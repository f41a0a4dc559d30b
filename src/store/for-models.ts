import type { Article, Instant } from '../types.ts'
import { asArticle } from './articles.ts'
import type { Store } from './store.ts'

/**
 * Note what an outlet says today against use by machines, which is no new revision of its text; `undefined` where it says
 * nothing any more.
 */
export function saveOptOut(store: Store, articleId: string, told: { words: string[] | undefined; at: Instant }): void {
  if (told.words === undefined) store.db.prepare('DELETE FROM opt_out WHERE article_id = ?').run(articleId)
  else
    store.db
      .prepare('INSERT OR REPLACE INTO opt_out VALUES (?, ?, ?)')
      .run(articleId, JSON.stringify(told.words), told.at)
}

/** What is said today against machines of a source's articles, a list for each: of as many of the newest as `most`. */
export function lastOptOuts(store: Store, sourceId: string, most: number): string[][] {
  const rows = store.db
    .prepare(
      `SELECT o.words FROM (SELECT DISTINCT id FROM article WHERE source_id = ? ORDER BY id DESC LIMIT ?) a
       LEFT JOIN opt_out o ON o.article_id = a.id`,
    )
    .all(sourceId, most)
  return rows.map(({ words }) => (words === null ? [] : (JSON.parse(String(words)) as string[])))
}

/**
 * Newest revisions for which a table of ours has no row of a model, with what the outlet says today against machines: of
 * the newest day first, inside a day the shortest first. What was withdrawn is asked about no more.
 *
 * @param lacking SQL that holds where article `a` has no such row
 */
export function articlesFor(store: Store, lacking: string, values: string[]): Article[] {
  const rows = store.db
    .prepare(
      `SELECT a.id, a.revision, a.data, o.words FROM article a LEFT JOIN opt_out o ON o.article_id = a.id
       WHERE a.revision = (SELECT MAX(revision) FROM article b WHERE b.id = a.id)
       AND a.id NOT IN (SELECT article_id FROM withdrawal) AND ${lacking}
       ORDER BY substr(a.sorted_at, 1, 10) DESC, length(a.data), a.id`,
    )
    .all(...values)
  return rows.flatMap((row) => {
    const article = asArticle(row)
    if (article === null) return []
    return row.words === null ? article : { ...article, optOut: JSON.parse(String(row.words)) as string[] }
  })
}
