import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** More than the queries of this folder; those whose text depends on how much is asked take turns in it. */
const mostKept = 300

/**
 * A database that prepares each query once: to prepare one takes some ten times as long as to run it, and what it holds,
 * 3 kB outside of the heap, stays until a collector comes that is not told of it.
 *
 * Rows of one query are not walked while the same query runs again.
 */
export class Database extends DatabaseSync {
  readonly #kept = new Map<string, StatementSync>()

  override prepare(text: string): StatementSync {
    const known = this.#kept.get(text)
    // Who is the oldest matters once one has to go.
    if (known && this.#kept.size < mostKept) return known
    this.#kept.delete(text)
    const statement = known ?? super.prepare(text)
    this.#kept.set(text, statement)
    const [oldest] = this.#kept.size > mostKept ? this.#kept.keys() : []
    if (oldest !== undefined) this.#kept.delete(oldest)
    return statement
  }
}
