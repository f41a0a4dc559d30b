import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigError, explainDiskFault, HeldError } from '../errors.ts'

/**
 * Take a press folder for this process: two Waikans on one folder would publish over each other.
 *
 * A lock left by a process that died (kill -9) is taken over.
 *
 * @returns a function that gives the folder back
 * @throws {HeldError} when a living process holds it
 * @throws {ConfigError} when the folder cannot be written
 * @throws {DiskError} when its disk is full or failing
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'waikan.pid')
  for (let tries = 0; tries < 2; tries++) {
    try {
      makeFolder(folder)
      writeLock(path)
      return () => rmSync(path, { force: true })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
        // A full disk is no folder of somebody else's.
        const fault = explainDiskFault(cause, folder)
        if (fault !== null) throw fault
        throw new ConfigError(
          `Cannot write to the press folder "${folder}": ${(cause as Error).message}; give a folder that this user may write to with --press`,
          { cause },
        )
      }
      const holder = holderOf(folder)
      if (holder !== null) {
        throw new HeldError(
          `Cannot use the press folder "${folder}": process ${holder} is using it; a "waikan start" does all of it by itself, new sources too; else stop that one or give another folder with --press`,
          holder,
        )
      }
      rmSync(path, { force: true })
    }
  }
  throw new ConfigError(`Cannot use the press folder "${folder}": its lock "${path}" changes hands all the time`)
}

function writeLock(path: string): void {
  const file = openSync(path, 'wx')
  try {
    writeSync(file, `${process.pid}\n`)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/** The living process that works on a press folder, or `null`. */
export function holderOf(folder: string): number | null {
  const holder = readHolder(join(folder, 'waikan.pid'))
  return holder !== null && isWaikan(holder) ? holder : null
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

function readHolder(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    // Given back between our two looks: free.
    return null
  }
}

/** A number alone proves nothing: after a restart the same one may belong to any program. */
function isWaikan(pid: number): boolean {
  if (pid === process.pid) return true
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
