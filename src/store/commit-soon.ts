import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from './store.ts'

/** How long a commit may wait for the disk, in milliseconds. */
const flushEveryMs = 250

/**
 * Do work whose commits do not hold the thread until the disk has them: where answers come in that were paid for, a disk
 * that takes a second would leave them in their sockets, and a kill would lose them.
 *
 * A commit is in the log of the database at once, which a killed process does not need to wait for; the log is put on the
 * disk in another thread, four times a second and at the end (sqlite.org/wal.html, "synchronous"; ADR 138).
 *
 * @throws what the work throws, or the disk
 */
export async function commitSoon<T>(store: Store, work: () => Promise<T>): Promise<T> {
  if (store.folder === ':memory:') return work()
  const flush = await openFlush(store)
  store.db.exec('PRAGMA synchronous = NORMAL')
  const timer = setInterval(flush.start, flushEveryMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    store.db.exec('PRAGMA synchronous = FULL')
    await flush.end()
  }
}

// No lock of SQLite is on the log: a second handle on it takes none away when it is closed.
async function openFlush({ folder, db }: Store) {
  // The log is there after the first reading of a database in this mode.
  db.prepare('SELECT COUNT(*) FROM sqlite_schema').get()
  const log = await open(join(folder, 'waikan.db-wal'), 'r+')
  let under: Promise<void> | null = null
  let failure: unknown = null
  const start = (): void => {
    under ??= log
      .datasync()
      .catch((error: unknown) => {
        failure = error
      })
      .finally(() => {
        under = null
      })
  }
  return {
    start,
    async end(): Promise<void> {
      await under
      await log.datasync().finally(() => log.close())
      if (failure instanceof Error) throw failure
    },
  }
}
