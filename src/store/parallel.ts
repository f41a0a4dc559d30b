import type { Article, ParallelText } from '../types.ts'
import { asArticle, type Reviewing } from './articles.ts'
import { articlesFor } from './for-models.ts'
import type { Store } from './store.ts'
import { readRow } from './stored-json.ts'

/** Keep a translation, once for each article revision, model and reader's language. */
export function saveParallel(store: Store, parallel: ParallelText): void {
  const { articleId, revision, model, language } = parallel
  store.db
    .prepare('INSERT INTO parallel VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(articleId, revision, model, language, JSON.stringify(parallel))
}

/** The translation of an article revision, or `null`. */
export function parallelOf(
  store: Store,
  { id, revision }: Pick<Article, 'id' | 'revision'>,
  { model, language }: Reviewing,
): ParallelText | null {
  const row = store.db
    .prepare('SELECT data FROM parallel WHERE article_id = ? AND revision = ? AND model = ? AND language = ?')
    .get(id, revision, model, language)
  return row ? readRow<ParallelText>(row.data, 'parallel', `${id} ${revision}`) : null
}

/** Newest revisions of these sources without a translation: of the newest day first, inside a day the shortest first. */
export function articlesWithoutParallel(
  store: Store,
  { model, language, sourceIds }: Reviewing & { sourceIds: string[] },
): Article[] {
  const lacking = `a.source_id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM parallel p WHERE p.article_id = a.id AND p.revision = a.revision AND p.model = ?
    AND p.language = ?)`
  return articlesFor(store, lacking, [JSON.stringify(sourceIds), model, language])
}

/** What earlier revisions of an article were translated to: reader's text by the outlet's. */
export function knownTranslations(store: Store, article: Article, { model, language }: Reviewing): Map<string, string> {
  const rows = store.db
    .prepare(
      `SELECT p.data AS parallel, a.id, a.revision, a.data FROM parallel p
       JOIN article a ON a.id = p.article_id AND a.revision = p.revision
       WHERE p.article_id = ? AND p.revision < ? AND p.model = ? AND p.language = ? ORDER BY p.revision`,
    )
    .all(article.id, article.revision, model, language)
  return new Map(
    rows.flatMap((row) => {
      const parallel = readRow<ParallelText>(row.parallel, 'parallel', `${article.id} ${String(row.revision)}`)
      const translated = asArticle(row)
      return parallel === null || translated === null ? [] : pairsOf(parallel, translated)
    }),
  )
}

function pairsOf(parallel: ParallelText, { passages, headline, standfirst }: Article): [string, string][] {
  const originals = new Map(passages.map(({ id, text }) => [id, text]))
  originals.set('headline', headline)
  if (standfirst !== null) originals.set('standfirst', standfirst)
  return parallel.passages.flatMap(({ id, text }): [string, string][] => {
    const original = originals.get(id)
    return text === null || original === undefined ? [] : [[original, text]]
  })
}
