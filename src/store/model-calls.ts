import type { Article, Instant } from '../types.ts'
import type { Reviewing } from './articles.ts'
import { articlesFor } from './for-models.ts'
import type { Store } from './store.ts'
import { fieldOf } from './stored-json.ts'

/** An answered question with what it cost, in the currency of the configured prices. Tokens `null`: not counted by the endpoint. */
export type ModelCall = {
  /** Hash of model, prompt and material: the same question is the same call, whichever item asked it. */
  hash: string
  articleId: string
  revision: number
  sourceId: string
  model: string
  promptVersion: string
  askedAt: Instant
  inputTokens: number | null
  outputTokens: number | null
  price: number
  complete: boolean
  reply: string
}

/** What is known of a review that is not there. */
export type ReviewState = 'waiting-for-budget' | 'failed'

/** The answer to a question that was asked before, or `null`. */
export function answeredCall(store: Store, hash: string): ModelCall | null {
  const row = store.db.prepare('SELECT * FROM model_call WHERE hash = ?').get(hash)
  if (!row) return null
  return {
    hash,
    articleId: String(row.article_id),
    revision: Number(row.revision),
    sourceId: String(row.source_id),
    model: String(row.model),
    promptVersion: String(row.prompt_version),
    askedAt: String(row.asked_at),
    inputTokens: row.input_tokens === null ? null : Number(row.input_tokens),
    outputTokens: row.output_tokens === null ? null : Number(row.output_tokens),
    price: Number(row.price),
    complete: row.complete === 1,
    reply: String(row.reply),
  }
}

/** Keep an answered question, at once and before anything is done with the answer. */
export function saveModelCall(store: Store, call: ModelCall): void {
  store.db
    .prepare('INSERT INTO model_call VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(
      call.hash,
      call.articleId,
      call.revision,
      call.sourceId,
      call.model,
      call.promptVersion,
      call.askedAt,
      call.inputTokens,
      call.outputTokens,
      call.price,
      Number(call.complete),
      call.reply,
    )
}

/** What was spent on a day of UTC, as `2026-11-23`, in all or on one article. */
export function spentOn(store: Store, day: string, articleId?: string): number {
  const row =
    articleId === undefined
      ? store.db
          .prepare('SELECT SUM(price) AS sum FROM model_call WHERE asked_at >= ? AND asked_at < ?')
          .get(day, `${day}U`)
      : store.db.prepare('SELECT SUM(price) AS sum FROM model_call WHERE article_id = ?').get(articleId)
  return Number(row?.sum ?? 0)
}

/** One line of the ledger. */
export type LedgerLine = { name: string; calls: number; inputTokens: number; outputTokens: number; price: number }

const ledgerColumns = { day: 'substr(asked_at, 1, 10)', source: 'source_id', model: 'model', article: 'article_id' }

/** What a ledger may be summed up by. */
export type LedgerSum = keyof typeof ledgerColumns

/** Calls, tokens and price since a day, summed by day, source, model or article; dearest first, days newest first. */
export function ledger(store: Store, by: LedgerSum, since: Instant): LedgerLine[] {
  const order = by === 'day' ? 'name DESC' : 'price DESC, name'
  const rows = store.db
    .prepare(
      `SELECT ${ledgerColumns[by]} AS name, COUNT(*) AS calls, SUM(input_tokens) AS input, SUM(output_tokens) AS output, SUM(price) AS price
       FROM model_call WHERE asked_at >= ? GROUP BY 1 ORDER BY ${order}`,
    )
    .all(since)
  return rows.map((row) => ({
    name: String(row.name),
    calls: Number(row.calls),
    inputTokens: Number(row.input ?? 0),
    outputTokens: Number(row.output ?? 0),
    price: Number(row.price ?? 0),
  }))
}

/** Newest revisions without a review by this model in this language: of the newest day first, inside a day the shortest first. */
export function articlesWithoutReview(store: Store, { model, language }: Reviewing): Article[] {
  const lacking = `NOT EXISTS (SELECT 1 FROM review r WHERE r.article_id = a.id AND r.revision = a.revision AND r.model = ?
    AND ${fieldOf('$.language', 'r.data')} = ?)`
  return articlesFor(store, lacking, [model, language])
}

/** Note why an article revision has no review yet. */
export function saveReviewState(
  store: Store,
  article: Article,
  told: { model: string; state: ReviewState; message: string; at: Instant },
): void {
  store.db
    .prepare(
      `INSERT INTO review_progress VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, message = excluded.message, at = excluded.at`,
    )
    .run(article.id, article.revision, told.model, told.state, told.message, told.at)
}

/** Why an article revision has no review by this model yet, or `null`. */
export function reviewStateOf(store: Store, article: Article, model: string): ReviewState | null {
  const row = store.db
    .prepare('SELECT state FROM review_progress WHERE article_id = ? AND revision = ? AND model = ?')
    .get(article.id, article.revision, model)
  return (row?.state as ReviewState | undefined) ?? null
}

/** The review is there: nothing is waited for. */
export function clearReviewState(store: Store, article: Article, model: string): void {
  store.db
    .prepare('DELETE FROM review_progress WHERE article_id = ? AND revision = ? AND model = ?')
    .run(article.id, article.revision, model)
}

/** How many reviews wait for money or for an endpoint. */
export function countReviewStates(store: Store): { waiting: number; failed: number } {
  const count = (state: ReviewState): number =>
    Number(store.db.prepare('SELECT COUNT(*) AS n FROM review_progress WHERE state = ?').get(state)?.n ?? 0)
  return { waiting: count('waiting-for-budget'), failed: count('failed') }
}
