import type { Article, Instant, Language, ReadingCard, Review } from '../types.ts'
import { sha256 } from './hash.ts'
import type { Store } from './store.ts'
import { fieldOf, readRow } from './stored-json.ts'

/**
 * The id of an item's article: sortable by the time it was first seen, never from the title.
 *
 * Eight base-36 digits of milliseconds and eight of a hash of source and item, as `mic3k9x2a7qd01xk`: a run that was
 * killed and one that was not give the same id.
 */
export function newArticleId(stored: { sourceId: string; firstSeenAt: Instant; item: { key: string } }): string {
  const time = new Date(stored.firstSeenAt).getTime().toString(36).padStart(8, '0')
  const hash = BigInt(`0x${sha256(`${stored.sourceId}\n${stored.item.key}`).slice(0, 16)}`) % 36n ** 8n
  return time + hash.toString(36).padStart(8, '0')
}

/** The newest revision of the article of an item, or `null`. */
export function articleOfItem(store: Store, sourceId: string, itemKey: string): Article | null {
  const row = store.db
    .prepare(
      'SELECT id, revision, data FROM article WHERE source_id = ? AND item_key = ? ORDER BY revision DESC LIMIT 1',
    )
    .get(sourceId, itemKey)
  return row ? asArticle(row) : null
}

/** An article from a row with id, revision and data; `null` where it is damaged. */
export function asArticle({ id, revision, data }: Record<string, unknown>): Article | null {
  return readRow<Article>(data, 'article', `${String(id)} ${String(revision)}`)
}

/** Write one revision of an article, once; a second write of the same revision changes nothing. */
export function saveArticle(store: Store, article: Article, textHash: string): void {
  store.db
    .prepare(
      'INSERT INTO article (id, revision, source_id, item_key, sorted_at, text_hash, data) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .run(
      article.id,
      article.revision,
      article.sourceId,
      article.itemKey,
      article.publishedAt ?? article.firstSeenAt,
      textHash,
      JSON.stringify(article),
    )
}

/** Hash of the text of the newest revision, to tell an edit from a second visit. */
export function newestTextHash(store: Store, id: string): string | null {
  const row = store.db.prepare('SELECT text_hash FROM article WHERE id = ? ORDER BY revision DESC LIMIT 1').get(id)
  return row ? String(row.text_hash) : null
}

/** Every article in its newest revision, oldest first, one at a time. */
export function* newestArticles(store: Store): Generator<Article> {
  const rows = store.db
    .prepare(
      `SELECT id, revision, data FROM article a WHERE revision = (SELECT MAX(revision) FROM article b WHERE b.id = a.id)
       ORDER BY sorted_at, id`,
    )
    .iterate()
  for (const row of rows) {
    const article = asArticle(row)
    if (article !== null) yield article
  }
}

/** Headlines of an article in all of its revisions, and its standfirsts and passages. */
export function textsOfArticle(store: Store, id: string): { headlines: string[]; texts: string[] } {
  const rows = store.db.prepare('SELECT id, revision, data FROM article WHERE id = ? ORDER BY revision').all(id)
  const all = rows.flatMap((row) => asArticle(row) ?? [])
  return {
    headlines: all.map(({ headline }) => headline),
    texts: all.flatMap(({ standfirst, passages }) => [standfirst ?? '', ...passages.map(({ text }) => text)]),
  }
}

/** The newest articles of a source in their newest revision, newest first. */
export function lastArticles(store: Store, sourceId: string, most: number): Article[] {
  const rows = store.db
    .prepare(
      `SELECT id, revision, data FROM article a WHERE source_id = ? AND revision = (SELECT MAX(revision) FROM article b WHERE b.id = a.id)
       ORDER BY id DESC LIMIT ?`,
    )
    .all(sourceId, most)
  return rows.flatMap((row) => asArticle(row) ?? [])
}

/** What each revision of an article was called and when it was read, oldest first. */
export function articleHistory(store: Store, id: string): { revision: number; headline: string; readAt: Instant }[] {
  const rows = store.db.prepare('SELECT id, revision, data FROM article WHERE id = ? ORDER BY revision').all(id)
  const all = rows.flatMap((row) => asArticle(row) ?? [])
  return all.map(({ revision, headline, readAt }) => ({ revision, headline, readAt }))
}

/** Keep the reading card of an article revision in a reader language; a later one of the same revision replaces it. */
export function saveCard(store: Store, card: ReadingCard, language: string): void {
  store.db
    .prepare(
      'INSERT INTO card (article_id, revision, language, data) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data',
    )
    .run(card.articleId, card.revision, language, JSON.stringify(card))
}

/** The reading card of an article revision, or `null` when it was not made yet. */
export function cardOf(store: Store, article: Article, language: string): ReadingCard | null {
  const row = store.db
    .prepare('SELECT data FROM card WHERE article_id = ? AND revision = ? AND language = ?')
    .get(article.id, article.revision, language)
  return row ? readRow<ReadingCard>(row.data, 'card', `${article.id} ${article.revision} ${language}`) : null
}

/** Keep a review, once for each article revision, model, prompt version and reader's language. */
export function saveReview(store: Store, review: Review): void {
  store.db
    .prepare(
      'INSERT INTO review (article_id, revision, model, prompt_version, data) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .run(
      review.articleId,
      review.revision,
      review.model,
      `${review.promptVersion} ${review.language}`,
      JSON.stringify(review),
    )
}

/** Whose reviews are meant: a model's, in a reader's language. */
export type Reviewing = { model: string; language: Language }

/** The last review of an article revision, or `null`. */
export function reviewOf(store: Store, article: Article, { model, language }: Reviewing): Review | null {
  const row = store.db
    .prepare(
      `SELECT data FROM review WHERE article_id = ? AND revision = ? AND model = ? AND ${fieldOf('$.language')} = ?
       ORDER BY rowid DESC LIMIT 1`,
    )
    .get(article.id, article.revision, model, language)
  return row ? readRow<Review>(row.data, 'review', `${article.id} ${article.revision}`) : null
}

/** The last review of an earlier revision that is shown, with the text it speaks of; or `null`. */
export function earlierReviewOf(
  store: Store,
  article: Article,
  { model, language }: Reviewing,
): { review: Review; article: Article } | null {
  const row = store.db
    .prepare(
      `SELECT r.data AS review, a.id, a.revision, a.data FROM review r
       JOIN article a ON a.id = r.article_id AND a.revision = r.revision
       WHERE r.article_id = ? AND r.revision < ? AND r.model = ? AND ${fieldOf('$.language', 'r.data')} = ? ORDER BY r.revision DESC, r.rowid DESC LIMIT 1`,
    )
    .get(article.id, article.revision, model, language)
  if (!row) return null
  const review = readRow<Review>(row.review, 'review', `${article.id} ${String(row.revision)}`)
  const reviewed = asArticle(row)
  return review?.heldBecause === null && reviewed !== null ? { review, article: reviewed } : null
}
