import type { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../errors.ts'
import { migrations } from './migrations/migrations.ts'

/**
 * Bring a database to the newest form, each step in its own transaction.
 *
 * @throws {ConfigError} when the database was written by a newer Waikan
 */
export function migrate(db: DatabaseSync, path: string): void {
  db.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT')
  const done = new Set(
    db
      .prepare('SELECT name FROM migration')
      .all()
      .map((row) => String(row.name)),
  )
  const known = new Set(migrations.map((step) => step.name))
  const newer = [...done].find((name) => !known.has(name))
  if (newer !== undefined) {
    throw new ConfigError(
      `Cannot open database "${path}": it has migration "${newer}" of a newer Waikan, expected at most "${migrations.at(-1)?.name}"; upgrade Waikan`,
    )
  }
  for (const step of migrations) {
    if (done.has(step.name)) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(step.sql)
      db.prepare('INSERT INTO migration (name) VALUES (?)').run(step.name)
      db.exec('COMMIT')
    } catch (error) {
      // A full disk ends the transaction by itself (sqlite.org/lang_transaction.html).
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
}
