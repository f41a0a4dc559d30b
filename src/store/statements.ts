import type { SQLInputValue } from 'node:sqlite'
import type { Store } from './store.ts'

type Row = Record<string, unknown>

/** Statements of a store, each prepared once. */
export type Sql = ReturnType<typeof statements>

/** Each statement is prepared once for the life of the shelf: preparing costs more than running most of them. */
export function statements(store: Store) {
  const cache = new Map<string, ReturnType<typeof store.db.prepare>>()
  const prepare = (text: string) => {
    const known = cache.get(text)
    if (known) return known
    const made = store.db.prepare(text)
    cache.set(text, made)
    return made
  }
  return {
    prepare,
    get: (text: string, ...values: SQLInputValue[]): Row | undefined => prepare(text).get(...values),
    all: (text: string, ...values: SQLInputValue[]): Row[] => prepare(text).all(...values),
    run: (text: string, ...values: SQLInputValue[]): void => void prepare(text).run(...values),
  }
}

const decoder = new TextDecoder()

/**
 * JSON of a column that was asked for as bytes (`CAST(data AS BLOB)`): the runtime makes a string of them in half of the time
 * that node:sqlite takes.
 */
export function parsed<T>(bytes: unknown): T {
  return JSON.parse(decoder.decode(bytes as Uint8Array)) as T
}

/** A column as text, `null` where it is none. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
