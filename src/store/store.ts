import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { ConfigError, DamageError, explainDiskFault } from '../errors.ts'
import { Database } from './keep-statements.ts'
import { unwritable } from './lock.ts'
import { migrate } from './migrate.ts'

/** An open press folder's database, with what every query file needs. */
export type Store = {
  db: DatabaseSync
  folder: string
  /** Run in one `BEGIN IMMEDIATE` transaction; anything thrown rolls back. */
  transaction<T>(work: () => T): T
  close(): void
}

/** SQLITE_READONLY (sqlite.org/rescode.html). */
const readOnly = 8

/**
 * Open the database of a press folder, made when missing.
 *
 * @param folder the press folder, or `:memory:` for tests that keep no page
 * @throws {DiskError} when the disk is full or failing
 * @throws {DamageError} when the database is damaged, or gone beside a published site
 * @throws {ConfigError} when the folder cannot be written, or the database is of a newer version
 */
export function openStore(folder: string): Store {
  const path = folder === ':memory:' ? folder : join(folder, 'waikan.db')
  refuseLost(folder, path)
  let db: DatabaseSync
  try {
    if (folder !== ':memory:') mkdirSync(join(folder, 'pages'), { recursive: true })
    db = new Database(path, { timeout: 5000 })
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  } catch (cause) {
    const fault = explainDiskFault(cause, folder)
    // A file that may not be written is a matter of rights, not of the disk.
    if (fault !== null && (cause as { errcode?: number }).errcode !== readOnly) throw fault
    throw unwritable(folder, cause)
  }
  migrate(db, path)
  return {
    db,
    folder,
    transaction(work) {
      db.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        // A full disk ends the transaction by itself (sqlite.org/lang_transaction.html).
        if (db.isTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    close: () => db.close(),
  }
}

/**
 * A site without its database is not begun anew: nobody would know any more what of it was withdrawn, and which texts must be
 * taken down.
 *
 * @throws {DamageError} when a folder has a site and no database
 */
export function refuseLost(folder: string, path: string): void {
  const site = join(folder, 'site')
  if (folder === ':memory:' || !existsSync(join(site, 'index.html'))) return
  const size = existsSync(path) ? statSync(path).size : null
  if (size !== null && size > 0) return
  throw new DamageError(
    `Cannot use the press folder "${folder}": its waikan.db is ${size === null ? 'missing' : 'empty'}, though a site was published from it; begun anew, the press would not know what was withdrawn from the site, and it would come back; restore a copy of waikan.db and withdraw again what was withdrawn after it, or move "${site}" away to begin anew`,
  )
}

/**
 * A second, reading connection to the database of a press folder, for a thread of its own. It sees what is committed.
 *
 * @throws {ConfigError} when there is no database
 */
export function openReadingStore(folder: string): Store {
  const path = join(folder, 'waikan.db')
  try {
    const db = new Database(path, { timeout: 5000, readOnly: true })
    return {
      db,
      folder,
      transaction() {
        throw new TypeError(`Cannot write to "${path}": this connection is for reading, expected openStore()`)
      },
      close: () => db.close(),
    }
  } catch (cause) {
    throw new ConfigError(`Cannot open the press folder "${folder}": ${String(cause)}; expected one with a database`, {
      cause,
    })
  }
}
