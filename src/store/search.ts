import type { Sql } from './statements.ts'
import type { Store } from './store.ts'
import { readRow } from './stored-json.ts'

type Row = { headline: string; text: string; facts: string }

/** The writing side of the served search: see migration `0015_add_search`. */
export function searchWriting(sql: Sql) {
  return {
    clearSearch: () => sql.run("INSERT INTO publish_search (publish_search) VALUES ('delete-all')"),
    saveSearch(position: number, row: Row | null) {
      sql.run('DELETE FROM publish_search WHERE rowid = ?', position)
      if (row === null) return
      const { headline, text, facts } = row
      sql.run(
        'INSERT INTO publish_search (rowid, headline, text, facts) VALUES (?, ?, ?, ?)',
        position,
        headline,
        text,
        facts,
      )
    },
  }
}

/** Have publishing keep the index from its next run on: there is somebody who serves the site. */
export function keepSearch(store: Store): void {
  // Looked up first: whoever serves beside a publish that is under way shall not wait for its transaction.
  if (store.db.prepare("SELECT 1 FROM publish_note WHERE name = 'served'").get()) return
  store.db.prepare("INSERT INTO publish_note VALUES ('served', 'yes') ON CONFLICT DO NOTHING").run()
}

/** Whether the index holds all that is public; not before it is kept, nor while everything is made anew. */
export function isSearchReady(store: Store): boolean {
  return store.db.prepare("SELECT value FROM publish_note WHERE name = 'search'").get()?.value === 'ready'
}

/**
 * Entries of the newest articles that match, by their position in the home list, highest first.
 *
 * Not those that were taken back meanwhile, nor those whose page is not in the manifest: a publish is under way, and no
 * reader is led to a page before it is there.
 *
 * @param match an expression of FTS5, made by `publish`; never what a reader typed
 */
export function searchPublished<E>(store: Store, match: string, limit: number): { position: number; entry: E }[] {
  return store.db
    .prepare(
      `SELECT s.rowid AS position, e.article_id, e.data FROM publish_search s
       JOIN publish_member m ON m.list = '' AND m.position = s.rowid AND m.shown = 1
       JOIN publish_entry e ON e.article_id = m.article_id AND e.state = 'public'
       WHERE publish_search MATCH ?
         AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = e.article_id)
         AND EXISTS (SELECT 1 FROM publish_file f WHERE f.path = 'a/' || e.article_id || '/' || e.slug || '/index.html')
       ORDER BY s.rowid DESC LIMIT ?`,
    )
    .all(match, limit)
    .flatMap((row) => {
      const entry = readRow<E>(row.data, 'publish_entry', String(row.article_id))
      return entry === null ? [] : [{ position: Number(row.position), entry }]
    })
}
