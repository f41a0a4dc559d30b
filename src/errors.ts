import type { Completeness, Url } from './types.ts'

/**
 * A document could not be had. `retryable`: the same request may work later; `retryAfterMs` when the server said when;
 * `unasked`: nothing was sent, because the host had asked us to wait.
 */
export class FetchError extends Error {
  override name = 'FetchError'
  readonly url: Url
  readonly status: number | null
  readonly retryable: boolean
  readonly retryAfterMs: number | null
  readonly unasked: boolean

  constructor(
    message: string,
    facts: {
      url: Url
      status?: number | null
      retryable: boolean
      retryAfterMs?: number | null
      unasked?: boolean
      cause?: unknown
    },
  ) {
    super(message, { cause: facts.cause })
    this.url = facts.url
    this.status = facts.status ?? null
    this.retryable = facts.retryable
    this.retryAfterMs = facts.retryAfterMs ?? null
    this.unasked = facts.unasked ?? false
  }
}

/** A document is not what it should be (not a feed, not an article page): asking again would not help. */
export class DocumentError extends Error {
  override name = 'DocumentError'
  /** For a page that is no article: what it is instead. */
  readonly completeness: Completeness | null

  constructor(message: string, facts: { cause?: unknown; completeness?: Completeness | null } = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.completeness = facts.completeness ?? null
  }
}

/** A model's reply is not usable. */
export class ReplyError extends Error {
  override name = 'ReplyError'
}

/** The configuration, the folder or the command line is wrong: the person who runs Waikan has to act. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** The person at the terminal stopped the command (Ctrl-C, end of input). */
export class InterruptedError extends Error {
  override name = 'InterruptedError'
}

/** Another process works on the press folder. `holder`: which, in words ("process 12"). */
export class HeldError extends ConfigError {
  override name = 'HeldError'
  readonly holder: string

  constructor(message: string, holder: string) {
    super(message)
    this.holder = holder
  }
}

/** This machine's clock is days off, by the clocks of several servers: what is stored would be dated wrongly. */
export class ClockError extends ConfigError {
  override name = 'ClockError'
}

/** The disk below the press folder takes nothing more: full, read-only or failing. Nothing is lost; a later run goes on. */
export class DiskError extends Error {
  override name = 'DiskError'
}

/** The database of a press is damaged, or gone: somebody has to bring a copy of it. */
export class DamageError extends ConfigError {
  override name = 'DamageError'
}

const diskCodes: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the disk is read-only',
  EIO: 'the disk does not answer',
}
/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const sqliteCodes: Record<number, string> = {
  8: 'the database cannot be written',
  10: 'the disk does not answer, or is full',
  13: 'the disk is full',
}
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damageCodes = new Set([11, 26])

/** What a fault of the file system or of SQLite says about the disk and the file on it; `null` when it is about something else. */
export function explainDiskFault(error: unknown, folder: string): DiskError | DamageError | null {
  if (error instanceof DiskError || error instanceof DamageError) return error
  if (!(error instanceof Error)) return null
  const { code, errcode } = error as { code?: string; errcode?: number }
  // Extended codes of SQLite keep the primary one in their low byte.
  const result = code === 'ERR_SQLITE_ERROR' ? (errcode ?? 0) & 0xff : 0
  if (damageCodes.has(result)) return damaged(folder, error)
  const why = result > 0 ? sqliteCodes[result] : diskCodes[code ?? '']
  if (why === undefined) return null
  const message = `Cannot write to the press folder "${folder}": ${why} (${error.message}); make room or mend it, then run again: what was stored stays`
  return new DiskError(message, { cause: error })
}

/** An empty press in its place would publish again what was withdrawn: never advise to begin one. */
function damaged(folder: string, cause: Error): DamageError {
  const message = `Cannot use the database "${folder}/waikan.db": it is damaged (${cause.message}); stop every Waikan on it and keep the file; then put a copy from before in its place, without waikan.db-wal and waikan.db-shm, or what can be saved of it: sqlite3 waikan.db .recover | sqlite3 saved.db; withdraw again what was withdrawn after that copy`
  return new DamageError(message, { cause })
}

const fileFaults: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'something else of that name stands there',
  EISDIR: 'it is a folder, expected a file',
  ENOTDIR: 'it is a file, expected a folder',
  EACCES: 'this user may not do that',
  EPERM: 'this user may not do that',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host could not be looked up just now',
  EADDRINUSE: 'another program uses that address and port; give another with --port',
  EADDRNOTAVAIL: 'this machine has no such address',
}

/** An error in words that need no knowledge of the program; `null` for one that only its makers can mend. */
export function tellPlainly(error: unknown): string | null {
  if (
    [ConfigError, DiskError, InterruptedError, FetchError, DocumentError, ReplyError].some(
      (kind) => error instanceof kind,
    )
  )
    return (error as Error).message
  const { code, path, syscall, hostname, address, port } = error as NodeJS.ErrnoException & {
    hostname?: string
    address?: string
    port?: number
  }
  const why = fileFaults[code ?? '']
  if (why === undefined) return null
  const place = path ?? hostname ?? (address === undefined ? null : `${address}:${port}`)
  return `Cannot ${syscall ?? 'use'} ${place === null ? 'it' : `"${place}"`}: ${why}`
}
