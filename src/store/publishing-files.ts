import type { Instant } from '../types.ts'
import { text, type Sql } from './statements.ts'
import type { Store } from './store.ts'

type Work = { step: number; rank: string; key: string }

/** Files an upload has to carry: written at `since` or later, or taken away since then. */
export type Changed = { path: string; gone: boolean }

/**
 * What changed in the site at `since` or later, out of the manifest: no scan of the folder.
 *
 * In an order in which no page arrives before what it links to: articles, pages of lists, fronts, the front page and what is
 * read by machines, at last what is to be taken away.
 */
export function* filesSince(store: Store, since: Instant): Generator<Changed> {
  const rows = store.db
    .prepare(
      `SELECT path, 0 AS gone, CASE
           WHEN path LIKE 'a/%' OR path LIKE '%.bin' OR path NOT LIKE '%/%' AND path NOT LIKE '%index.html%' THEN 0
           WHEN path LIKE '%page/%' THEN 1
           WHEN path LIKE 'index.html%' OR path LIKE 'search/index.json%' OR path NOT LIKE '%.html%' THEN 3
           ELSE 2 END AS rank
         FROM publish_file WHERE written_at >= ?1
       UNION ALL SELECT path, 1, 4 FROM publish_gone WHERE gone_at >= ?1 ORDER BY rank, path`,
    )
    .iterate(since)
  for (const row of rows) yield { path: String(row.path), gone: row.gone === 1 }
}

/** The manifest: what stands in the folder, and what was taken away. */
export function manifest(sql: Sql) {
  return {
    saveFile(path: string, hash: string, at: Instant) {
      sql.run(
        'INSERT INTO publish_file VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash, written_at = excluded.written_at',
        path,
        hash,
        at,
      )
      sql.run('DELETE FROM publish_gone WHERE path = ?', path)
    },
    dropFile(path: string, at: Instant) {
      sql.run('DELETE FROM publish_file WHERE path = ?', path)
      sql.run('INSERT OR REPLACE INTO publish_gone VALUES (?, ?)', path, at)
    },
    forgetFiles: () => sql.run('DELETE FROM publish_file'),
  }
}

/** The manifest as a thread reads it. */
export function manifestReading(sql: Sql) {
  return {
    fileHash: (path: string) => text(sql.get('SELECT hash FROM publish_file WHERE path = ?', path)?.hash),
    /** In blocks, so that nothing is held open while the caller writes. */
    *files(under: string): Generator<string> {
      let after = under
      while (true) {
        const rows = sql.all(
          'SELECT path FROM publish_file WHERE path > ? AND path < ? ORDER BY path LIMIT 500',
          after,
          `${under}\u{10FFFF}`,
        )
        for (const row of rows) yield String(row.path)
        const last = rows.at(-1)
        if (!last) return
        after = String(last.path)
      }
    },
  }
}

/** What the run under way has still to write. */
export function workList(sql: Sql) {
  return {
    addWork: ({ step, rank, key }: Work) =>
      sql.run('INSERT OR IGNORE INTO publish_work VALUES (?, ?, ?)', step, rank, key),
    nextWork: (limit: number, after: Work = { step: -1, rank: '', key: '' }): Work[] =>
      sql
        .all(
          'SELECT step, rank, key FROM publish_work WHERE (step, rank, key) > (?, ?, ?) ORDER BY step, rank, key LIMIT ?',
          after.step,
          after.rank,
          after.key,
          limit,
        )
        .map((row) => ({ step: Number(row.step), rank: String(row.rank), key: String(row.key) })),
    doneWork: ({ step, rank, key }: Work) =>
      sql.run('DELETE FROM publish_work WHERE step = ? AND rank = ? AND key = ?', step, rank, key),
    forgetWork: () => sql.run('DELETE FROM publish_work'),
    countWork: () => Number(sql.get('SELECT COUNT(*) AS n FROM publish_work')?.n ?? 0),
  }
}
