import type { Store } from './store.ts'

/** A row as messages name it: its table, and its key. */
export type StoredRow = { table: string; row: string }

/**
 * The tables that hold JSON objects: a property without which one is not what we wrote, and SQL that names a row.
 */
const tables = {
  feed_state: { has: 'feedId', row: 'feed_id' },
  item: { has: 'key', row: "source_id || ' ' || key" },
  article: { has: 'passages', row: "id || ' ' || revision" },
  card: { has: 'articleId', row: "article_id || ' ' || revision || ' ' || language" },
  review: { has: 'articleId', row: "article_id || ' ' || revision" },
  parallel: { has: 'articleId', row: "article_id || ' ' || revision" },
  outlet_lines: { has: 'lines', row: 'source_id' },
  follow: { has: 'articleId', row: 'article_id' },
  revision_change: { has: 'articleId', row: "article_id || ' ' || revision" },
  reading: { has: 'lines', row: "source_id || ' ' || at || ' ' || item_key" },
  alarm: { has: 'kind', row: "source_id || ' ' || kind" },
  source: { has: 'name', row: 'id' },
  site_file: { has: 'status', row: 'url' },
  publish_entry: { has: 'id', row: 'article_id' },
}
export type StoredTable = keyof typeof tables

/** What could not be read and was not told yet. Threads that print have their own: this one meets the same rows before them. */
const met = new Map<string, StoredRow>()

/**
 * The JSON object of a row, or `null` where it is damaged: then it is left out, the rest goes on, and {@link takeDamage} names
 * it. A bit of a disk or a hand at the database must not stop a press.
 */
export function readRow<T>(data: unknown, table: StoredTable, row: string): T | null {
  const value = parse(typeof data === 'string' ? data : decoder.decode(data as Uint8Array))
  if (typeof value === 'object' && value !== null && tables[table].has in value) return value as T
  noteDamage(table, row)
  return null
}

/** Have a row named that a query found damaged. */
export function noteDamage(table: StoredTable, row: string): void {
  met.set(`${table} ${row}`, { table, row })
}

/** A column that was asked for as bytes (`CAST(data AS BLOB)`) is a string in half of the time that node:sqlite takes. */
const decoder = new TextDecoder()

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** SQL for a property of a JSON column; NULL where that is damaged, which `->>` alone would end the whole query for. */
export function fieldOf(path: string, column = 'data'): string {
  return `CASE WHEN json_valid(${column}) THEN ${column} ->> '${path}' END`
}

/** The damaged rows that were met since the last call. */
export function takeDamage(): StoredRow[] {
  const rows = [...met.values()]
  met.clear()
  return rows
}

/** Every damaged row there is, at most a hundred of a table. It reads the whole database, some 800 MB a second. */
export function findDamage({ db }: Store): StoredRow[] {
  return Object.entries(tables).flatMap(([table, { has, row }]) =>
    db
      .prepare(
        `SELECT ${row} AS name FROM ${table}
         WHERE CASE WHEN json_valid(data) THEN json_type(data, '$.${has}') IS NULL ELSE 1 END LIMIT 100`,
      )
      .all()
      .map(({ name }) => ({ table, row: String(name) })),
  )
}
