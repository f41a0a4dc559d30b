import type { Store } from './store.ts'
import { readRow } from './stored-json.ts'

/** What an outlet's pages repeat, as the read stage left it; `null` for an outlet never read. */
export function loadOutletLines<T>(store: Store, sourceId: string): T | null {
  const row = store.db.prepare('SELECT data FROM outlet_lines WHERE source_id = ?').get(sourceId)
  return row ? readRow<T>(row.data, 'outlet_lines', sourceId) : null
}

/** Keep what an outlet's pages repeat. */
export function saveOutletLines(store: Store, sourceId: string, lines: unknown): void {
  store.db
    .prepare('INSERT INTO outlet_lines (source_id, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data')
    .run(sourceId, JSON.stringify(lines))
}
