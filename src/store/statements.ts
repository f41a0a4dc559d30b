import type { SQLInputValue } from 'node:sqlite'
import type { Store } from './store.ts'

type Row = Record<string, unknown>

/** Queries of a store by their texts. */
export type Sql = ReturnType<typeof statements>

/** The store's own way to prepare a query, which keeps it, and short ways to run one. */
export function statements({ db }: Store) {
  return {
    prepare: (text: string) => db.prepare(text),
    get: (text: string, ...values: SQLInputValue[]): Row | undefined => db.prepare(text).get(...values),
    all: (text: string, ...values: SQLInputValue[]): Row[] => db.prepare(text).all(...values),
    run: (text: string, ...values: SQLInputValue[]): void => void db.prepare(text).run(...values),
  }
}

/** A column as text, `null` where it is none. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
