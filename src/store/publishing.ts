import type { Instant, Source } from '../types.ts'
import { articleHistory, asArticle, cardOf, earlierReviewOf, reviewOf } from './articles.ts'
import { followOf, revisionsOf } from './follow.ts'
import { reviewStateOf } from './model-calls.ts'
import { parallelOf } from './parallel.ts'
import { manifest, manifestReading, workList } from './publishing-files.ts'
import { lists, membership, rememberEntries, type Remembered } from './publishing-lists.ts'
import { searchWriting } from './search.ts'
import { statements, text, type Sql } from './statements.ts'
import type { Article, Verdict } from '../types.ts'
import { openReadingStore, type Store } from './store.ts'
import { readRow } from './stored-json.ts'

/** Whose cards and reviews are printed. `model` is `none` without one. */
export type Printing = { sources: Source[]; language: string; model: string }

type Entry = {
  id: string
  slug: string
  sourceId: string
  sortedAt: Instant
  changedAt: Instant
  verdict: Verdict
  language: string | null
  topics: string[]
}
type Stored<E> = { entry: E; state: 'public' | 'gone' | 'hidden'; expiresAt: Instant | null }

/**
 * The publishing side of a store: journal, lists, manifest and work of the run under way.
 *
 * Gives what `publish` calls a shelf. Tables: migration `0002_add_publishing`.
 */
export function openShelf<E extends Entry>(store: Store, printing: Printing) {
  const sql = statements(store)
  const remembered = rememberEntries<E>(sql, mostEntries)
  return {
    ...reading<E>(store, sql, { printing, remembered }),
    transaction: <T>(work: () => T): T => store.transaction(work),
    note: (name: string) => text(sql.get('SELECT value FROM publish_note WHERE name = ?', name)?.value),
    setNote: (name: string, value: string) =>
      sql.run('INSERT INTO publish_note VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value),
    sources: () => printing.sources,
    ...journal(sql),
    ...entryWriting<E>(sql, remembered),
    ...membership(sql),
    ...manifest(sql),
    ...workList(sql),
    ...searchWriting(sql),
  }
}

/** What a thread is told, to open a reading shelf on its own. */
export type ReadingAddress = { folder: string; printing: Printing }

/** How a thread finds {@link openReadingShelf}; nowhere for a store in memory, which other threads cannot see. */
export function shelfAddress(store: Store, printing: Printing): { module: string; data: ReadingAddress } | undefined {
  if (store.folder === ':memory:') return undefined
  return { module: import.meta.url, data: { folder: store.folder, printing } }
}

/** The half of a shelf that is read, over a connection of its own: for threads that print. */
export function openReadingShelf<E extends Entry>({ folder, printing }: ReadingAddress) {
  const store = openReadingStore(folder)
  const sql = statements(store)
  return reading<E>(store, sql, { printing, remembered: rememberEntries<E>(sql, mostEntries) })
}

/** Twice what a batch of pages shows of different articles; with what was made of each, some 8 kB. */
const mostEntries = 2000

function reading<E extends Entry>(
  store: Store,
  sql: Sql,
  { printing, remembered }: { printing: Printing; remembered: Remembered<E> },
) {
  // What the article queries prepare is prepared once: they are asked for each article.
  const quick = { ...store, db: { prepare: sql.prepare } as Store['db'] }
  return {
    look: <T>(work: () => T): T => lookOnce(store, work),
    publication: (id: string) => publication(quick, sql, { id, printing }),
    ...entryReading<E>(sql),
    ...lists<E>(sql, remembered),
    ...manifestReading(sql),
  }
}

/**
 * Read in one transaction: alone, each question locks the database and asks whether another has written, and reading a page of
 * twenty took as long as making it.
 */
function lookOnce<T>({ db }: Store, work: () => T): T {
  if (db.isTransaction) return work()
  db.exec('BEGIN')
  try {
    return work()
  } finally {
    db.exec('COMMIT')
  }
}

/** Take an article back from the public; the next publish removes every copy and leaves a tombstone. */
export function withdraw(store: Store, id: string, { at, reason }: { at: Instant; reason: string | null }): void {
  store.db.prepare('INSERT INTO withdrawal VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(id, at, reason)
}

/** Ids of the articles that an editor took back. */
export function withdrawnIds(store: Store): Set<string> {
  return new Set(
    store.db
      .prepare('SELECT article_id AS id FROM withdrawal')
      .all()
      .map((row) => String(row.id)),
  )
}

/**
 * Whether a withdrawal is not public yet. Of one article (`id`): until it is settled and all listed work is done; of any
 * (`null`): until each is settled.
 */
export function awaitsPublishing({ db }: Store, id: string | null): boolean {
  const waiting = db
    .prepare(
      `SELECT 1 FROM withdrawal w JOIN publish_dirty d ON d.article_id = w.article_id
       WHERE ?1 IS NULL OR w.article_id = ?1 LIMIT 1`,
    )
    .get(id)
  return waiting !== undefined || (id !== null && db.prepare('SELECT 1 FROM publish_work LIMIT 1').get() !== undefined)
}

/** The slug under which an article is public now, empty for one that was taken back, or `null`. */
export function slugOf(store: Store, id: string): string | null {
  const row = store.db
    .prepare("SELECT slug, state FROM publish_entry WHERE article_id = ? AND state <> 'hidden'")
    .get(id)
  if (!row) return null
  return row.state === 'gone' ? '' : String(row.slug)
}

// One question tells what there is; only that is asked for. Most articles have no second revision and no vanished page.
const publicationSql = `SELECT CAST(a.data AS BLOB) AS data, a.revision, a.source_id, a.sorted_at, w.at AS withdrawn_at,
    EXISTS (SELECT 1 FROM card c WHERE c.article_id = a.id AND c.revision = a.revision) AS has_card,
    EXISTS (SELECT 1 FROM review r WHERE r.article_id = a.id) AS has_review,
    EXISTS (SELECT 1 FROM parallel p WHERE p.article_id = a.id) AS has_parallel,
    EXISTS (SELECT 1 FROM follow f WHERE f.article_id = a.id AND f.gone_at IS NOT NULL) AS is_gone,
    (SELECT CASE WHEN json_valid(f.data) THEN f.data ->> '$.nowShows' END FROM follow f WHERE f.article_id = a.id) AS now_shows
  FROM article a LEFT JOIN withdrawal w ON w.article_id = a.id WHERE a.id = ? ORDER BY a.revision DESC LIMIT 1`

function publication(store: Store, sql: Sql, { id, printing }: { id: string; printing: Printing }) {
  const row = sql.get(publicationSql, id)
  if (!row) return null
  const article = asArticle({ ...row, id }) ?? takenBack(row, id)
  if (article === null) return null
  const revised = article.revision > 1
  return {
    article,
    card: row.has_card === 1 ? cardOf(store, article, printing.language) : null,
    review: row.has_review === 1 ? reviewOf(store, article, printing) : null,
    parallel: row.has_parallel === 1 ? parallelOf(store, article, printing) : null,
    waiting: printing.model === 'none' ? null : reviewStateOf(store, article, printing.model),
    earlier: revised ? articleHistory(store, id).slice(0, -1) : [],
    revisions: revised ? revisionsOf(store, id) : [],
    gone: row.is_gone === 1 ? (followOf(store, id)?.gone ?? null) : null,
    ...(row.now_shows !== null && { nowShows: String(row.now_shows) }),
    earlierReview: revised && row.has_review === 1 ? earlierReviewOf(store, article, printing) : null,
    withdrawnAt: text(row.withdrawn_at),
  }
}

/** An article that was withdrawn goes off the site though nothing of it can be read. */
function takenBack(row: Record<string, unknown>, id: string): Article | null {
  if (row.withdrawn_at === null) return null
  const known = { id, revision: Number(row.revision), sourceId: String(row.source_id) }
  return {
    ...known,
    publishedAt: null,
    firstSeenAt: String(row.sorted_at),
    passages: [],
  } as Partial<Article> as Article
}

/** What the columns still know where an entry is damaged: enough to take it off the site, or to make it anew. */
function bareEntry(row: Record<string, unknown>, id: string): Entry {
  const [slug, sourceId] = [String(row.slug), String(row.source_id)]
  const times = { sortedAt: String(row.sorted_at), changedAt: String(row.changed_at) }
  return { id, slug, sourceId, ...times, verdict: 'cut', language: null, topics: [] }
}

// From the journal to its articles, never the other way, which SQLite would rather go: it reads every article there is.
const oldestFirst = `SELECT d.article_id AS id FROM publish_dirty d
  CROSS JOIN article a ON a.id = d.article_id AND a.revision = 1 ORDER BY a.sorted_at, a.id`

/** Many are put in order once, in a table of this connection: in order for every few again, a million took an hour. */
function* dirtyArticles(sql: Sql, most: number): Generator<string[]> {
  const ids = (rows: Record<string, unknown>[]): string[] => rows.map((row) => String(row.id))
  const first = ids(sql.all(`${oldestFirst} LIMIT ?`, most))
  if (first.length < most) {
    if (first.length > 0) yield first
    return
  }
  sql.run('DROP TABLE IF EXISTS temp.publish_turn')
  sql.run(`CREATE TEMP TABLE publish_turn AS ${oldestFirst}`)
  for (let after = 0; ; after += most) {
    const some = ids(sql.all('SELECT id FROM temp.publish_turn WHERE rowid > ? AND rowid <= ?', after, after + most))
    if (some.length === 0) break
    yield some
  }
  sql.run('DROP TABLE temp.publish_turn')
}

function journal(sql: Sql) {
  return {
    dirtyArticles: (most: number) => dirtyArticles(sql, most),
    markAllDirty: () => sql.run('INSERT OR IGNORE INTO publish_dirty SELECT id FROM article WHERE revision = 1'),
    markExpired(now: Instant) {
      sql.run('INSERT OR IGNORE INTO publish_dirty SELECT article_id FROM publish_entry WHERE expires_at <= ?', now)
      sql.run('INSERT OR IGNORE INTO publish_dirty SELECT article_id FROM publish_embargo WHERE opens_at <= ?', now)
    },
    lookAgain(id: string, at: Instant | null) {
      if (at === null) sql.run('DELETE FROM publish_embargo WHERE article_id = ?', id)
      else sql.run('INSERT OR REPLACE INTO publish_embargo VALUES (?, ?)', id, at)
    },
    clearDirty(ids: string[]) {
      for (const id of ids) sql.run('DELETE FROM publish_dirty WHERE article_id = ?', id)
    },
  }
}

function entryReading<E extends Entry>(sql: Sql) {
  return {
    entry(id: string): Stored<E> | null {
      const row = sql.get(
        `SELECT slug, state, sorted_at, expires_at, changed_at, CAST(data AS BLOB) AS data,
           (SELECT source_id FROM article WHERE id = article_id LIMIT 1) AS source_id FROM publish_entry WHERE article_id = ?`,
        id,
      )
      if (!row) return null
      const state = row.state as Stored<E>['state']
      const entry = readRow<E>(row.data, 'publish_entry', id) ?? (bareEntry(row, id) as E)
      return { entry, state, expiresAt: text(row.expires_at) }
    },
  }
}

function entryWriting<E extends Entry>(sql: Sql, remembered: Remembered<E>) {
  return {
    saveEntry({ entry, state, expiresAt }: Stored<E>) {
      remembered.forget(entry.id)
      sql.run(
        `INSERT INTO publish_entry VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET slug = excluded.slug,
         state = excluded.state, sorted_at = excluded.sorted_at, expires_at = excluded.expires_at,
         changed_at = excluded.changed_at, data = excluded.data`,
        entry.id,
        entry.slug,
        state,
        entry.sortedAt,
        expiresAt,
        entry.changedAt,
        JSON.stringify(entry),
      )
      sql.run(
        'INSERT OR REPLACE INTO publish_fact VALUES (?, ?, ?, ?, ?, ?)',
        entry.id,
        entry.sourceId,
        entry.sortedAt.slice(0, 10),
        entry.verdict,
        entry.language,
        entry.topics.length > 0 ? JSON.stringify(entry.topics) : null,
      )
      if (state !== 'hidden') sql.run('INSERT OR IGNORE INTO publish_slug VALUES (?, ?)', entry.id, entry.slug)
    },
    slugs: (id: string) =>
      sql.all('SELECT slug FROM publish_slug WHERE article_id = ? ORDER BY slug', id).map((row) => String(row.slug)),
  }
}
