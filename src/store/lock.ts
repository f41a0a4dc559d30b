import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError, explainDiskFault, HeldError } from '../errors.ts'

/** SQLITE_BUSY (sqlite.org/rescode.html). */
const busy = 5
/** Who only looks at the lock has done so within this time. */
const lookMs = 100
/** Locks of this process: one that nothing refers to would be closed, and so given back, by the garbage collector. */
const held = new Set<DatabaseSync>()

/**
 * Take a press folder for this process: two Waikans on one folder would publish over each other.
 *
 * What is held is SQLite's lock on the empty file `waikan.lock`. The system gives it to one process, and takes it back from
 * one that dies, whatever number that had and whoever gets the number next. `waikan.pid` only names the holder.
 *
 * @returns a function that gives the folder back
 * @throws {HeldError} when a living process holds it
 * @throws {ConfigError} when the folder cannot be written
 * @throws {DiskError} when its disk is full or failing
 */
export function lockFolder(folder: string): () => void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    const lock = takeLock(folder)
    try {
      const older = olderHolder(folder)
      if (older !== null) throw heldBy(folder, older)
      writeFileSync(pidPath(folder), `${process.pid}`)
    } catch (error) {
      lock.close()
      throw error
    }
    held.add(lock)
    return () => {
      if (!held.delete(lock)) return
      rmSync(pidPath(folder), { force: true })
      lock.close()
    }
  } catch (cause) {
    if (cause instanceof HeldError) throw cause
    // A full disk is no folder of somebody else's.
    throw explainDiskFault(cause, folder) ?? unwritable(folder, cause)
  }
}

/** Who works on a press folder, in words for a message ("process 12"); `null` when nobody does. */
export function holderOf(folder: string): string | null {
  if (!existsSync(lockPath(folder))) return olderHolder(folder)
  const lock = new DatabaseSync(lockPath(folder), { readOnly: true, timeout: 0 })
  try {
    lock.exec('SELECT COUNT(*) FROM sqlite_master')
    return olderHolder(folder)
  } catch (error) {
    if (!isBusy(error)) throw error
    return nameHolder(folder)
  } finally {
    lock.close()
  }
}

const lockPath = (folder: string): string => join(folder, 'waikan.lock')
const pidPath = (folder: string): string => join(folder, 'waikan.pid')
const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === busy

/**
 * SQLite's lock, held until it is closed. Nothing is written into the file, and it is never removed: who had the old one open
 * would hold it beside the holder of a new one.
 */
function takeLock(folder: string): DatabaseSync {
  const path = lockPath(folder)
  // Never opened by other means once it is there: to close a file gives back each lock that this process has on it (POSIX).
  if (!existsSync(path)) closeSync(openSync(path, 'a'))
  const lock = new DatabaseSync(path, { timeout: lookMs })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw isBusy(error) ? heldBy(folder, nameHolder(folder)) : error
  }
}

function heldBy(folder: string, holder: string): HeldError {
  return new HeldError(
    `Cannot use the press folder "${folder}": ${holder} is using it; a "waikan start" does all of it by itself, new sources too; else stop that one or give another folder with --press`,
    holder,
  )
}

/** What is told of a press folder in which nothing can be written. */
export function unwritable(folder: string, cause: unknown): ConfigError {
  return new ConfigError(
    `Cannot write to the press folder "${folder}": ${(cause as Error).message}; give a folder that this user may write to with --press`,
    { cause },
  )
}

function nameHolder(folder: string): string {
  const pid = Number(readPid(folder))
  return pid > 0 ? `process ${pid}` : 'another process'
}

/**
 * A living Waikan of a version that took a folder by `waikan.pid` alone. Such a one ended its number with a line break; ours
 * has none, and says nothing where the lock is free.
 */
function olderHolder(folder: string): string | null {
  const text = readPid(folder)
  const pid = Number(text)
  return text.endsWith('\n') && pid > 0 && isWaikan(pid) ? `process ${pid}` : null
}

/** What stands in the file that names the holder; nothing where it was removed. */
function readPid(folder: string): string {
  try {
    return readFileSync(pidPath(folder), 'utf8')
  } catch {
    return ''
  }
}

/** A number alone proves nothing: after a restart the same one may belong to any program, this one too. */
function isWaikan(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    return /node|waikan/u.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return true
  }
}

/** One step at a time: Node's own recursive mkdir never returns where a parent cannot hold folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
