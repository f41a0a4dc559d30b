import { transcode } from 'node:buffer'
import { hash } from 'node:crypto'
import {
  close,
  closeSync,
  existsSync,
  fsync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const fsyncFile = promisify(fsync)
const closeFile = promisify(close)

/** A file of the site as it should be; `path` relative to the site, with `/`. */
export type SiteFile = { path: string; body: string | Uint8Array }

/** A file with its bytes and their hash, as the manifest keeps it. */
export type ReadyFile = { path: string; bytes: Uint8Array; hash: string }

/**
 * How sure a run is of the disk.
 *
 * - `each`: every file is brought to the disk (fsync) before it takes its place
 * - `end`: files take their places whole, and the run brings all of them to the disk at its end
 * - `fresh`: the folder has no front page yet, so nobody reads it: files are written where they will stand
 */
export type Surety = 'each' | 'end' | 'fresh'

/** Writes files of a site folder, each whole or not at all. */
export type Placer = {
  /** In this order: a page that links to another comes after it. May be called again before it has come to its end. */
  place(files: ReadyFile[]): Promise<void>
  /** Write one file of a `fresh` folder at once, and give its hash: no bytes are kept. Not there for other folders. */
  write?(file: SiteFile): string
  /** Take the folder of temporary files away. */
  finish(): void
}

/**
 * A placer for a site folder. Files are written beside the site in `.waikan/<name>/` and renamed into place.
 *
 * @param name one for each thread that writes
 */
export function openPlacer(folder: string, name: string, surety: Surety): Placer {
  const temporary = join(folder, '.waikan', name)
  rmSync(temporary, { recursive: true, force: true })
  const made = new Set([resolve(folder)])
  // A run that finds this folder knows that a fresh one was begun here.
  if (surety === 'fresh') mkdirSync(temporary, { recursive: true })
  let started = false
  let number = 0
  // No name is used twice: a batch that waits for the disk must find its own bytes under it, not those of the next batch.
  const nextName = (): string => join(temporary, String(number++))
  return {
    ...(surety === 'fresh' ? { write: openWriter(folder, made) } : {}),
    async place(files) {
      if (files.length === 0) return
      if (!started) mkdirSync(temporary, { recursive: true })
      started = true
      if (surety === 'fresh') {
        for (const file of files) intoFolder(inside(folder, file.path), made, (to) => writeFileSync(to, file.bytes))
        return
      }
      // A process may hold 1024 files open, a part of the search index has half as many.
      for (let at = 0; at < files.length; at += 256) {
        const some = files.slice(at, at + 256)
        if (surety === 'each') await placeSurely(some, { folder, nextName, made })
        else placeQuickly(some, { folder, nextName, made })
      }
    },
    finish: () => rmSync(temporary, { recursive: true, force: true }),
  }
}

function openWriter(folder: string, made: Set<string>): (file: SiteFile) => string {
  return ({ path, body }) => {
    const bytes = typeof body === 'string' ? bytesOf(body) : body
    intoFolder(inside(folder, path), made, (to) => writeFileSync(to, bytes))
    return hashOf(bytes)
  }
}

let room = Buffer.allocUnsafeSlow(2 ** 18)

/** UTF-8 of a text, by way of its units as they lie in memory: in half of the time of the straight way. */
export function bytesOf(text: string): Uint8Array {
  if (text.length * 2 > room.length) room = Buffer.allocUnsafeSlow(text.length * 2)
  // Half of a pair, which a page may hold, has no UTF-8.
  if (!text.isWellFormed()) return Buffer.from(text)
  return transcode(room.subarray(0, room.write(text, 0, 'utf16le')), 'utf16le', 'utf8')
}

type Places = { folder: string; nextName: () => string; made: Set<string> }

async function placeSurely(files: ReadyFile[], { folder, nextName, made }: Places): Promise<void> {
  const open = files.map((file) => {
    const from = nextName()
    return { from, handle: writeOpen(from, file.bytes), to: inside(folder, file.path) }
  })
  await Promise.all(open.map(({ handle }) => fsyncFile(handle).finally(() => closeFile(handle))))
  for (const { from, to } of open) intoFolder(to, made, () => renameSync(from, to))
  const folders = new Set(open.map(({ to }) => dirname(to)))
  await Promise.all([...folders].map(syncFolder))
}

function placeQuickly(files: ReadyFile[], { folder, nextName, made }: Places): void {
  const from = nextName()
  for (const file of files) {
    closeSync(writeOpen(from, file.bytes))
    intoFolder(inside(folder, file.path), made, (to) => renameSync(from, to))
  }
}

function writeOpen(path: string, bytes: Uint8Array): number {
  const handle = openSync(path, 'w')
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
  return handle
}

/** Do something that needs a file's folder; another thread may have taken away what was there a moment ago. */
function intoFolder(path: string, made: Set<string>, work: (path: string) => void): void {
  try {
    makeFolder(dirname(path), made)
    work(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    forget(made)
    makeFolder(dirname(path), made)
    work(path)
  }
}

/** Make a folder after those above it, asking the system once for each: `recursive` asks for the leaf three times. */
function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above, made)
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (made.size > 10_000) forget(made)
  made.add(path)
}

/** All but the folder of the site, which comes first: above it nothing is ours to make. */
function forget(made: Set<string>): void {
  const [site = ''] = made
  made.clear()
  made.add(site)
}

/** A rename is on the disk when its folder is; some file systems cannot do that, and then a crash of the machine may cost the last run. */
async function syncFolder(path: string): Promise<void> {
  const handle = openSync(path, 'r')
  await fsyncFile(handle)
    .catch(() => undefined)
    .finally(() => closeFile(handle))
}

function inside(folder: string, path: string): string {
  const full = resolve(folder, path)
  if (!full.startsWith(folder + sep) && !full.startsWith(resolve(folder) + sep)) {
    throw new RangeError(`Cannot write site file "${path}": it would leave the folder "${folder}"`)
  }
  return full
}

/** Take a file away, and the folders that are empty without it. */
export function removeFile(folder: string, path: string): void {
  rmSync(inside(folder, path), { force: true })
  for (let at = dirname(path); at !== '.' && at !== '/' && at !== ''; at = dirname(at)) {
    try {
      rmdirSync(join(folder, at))
    } catch {
      // Not empty, or gone with its child: nothing above can be empty either.
      return
    }
  }
}

/** The names of a file's compressed twins. */
export function twinsOf(path: string): string[] {
  return [`${path}.gz`, `${path}.br`]
}

/** Whether a file can have twins: search files are packed already. */
export function hasTwins(path: string): boolean {
  return !isTwin(path) && !path.endsWith('.bin')
}

/** Whether a path is that of a compressed twin. */
export function isTwin(path: string): boolean {
  return /\.(?:gz|br)$/u.test(path)
}

/**
 * Files with bytes and hash, and with compressed twins of those that gain by it.
 */
export function readyFiles(files: SiteFile[], compress: boolean): ReadyFile[] {
  const plain = files.map(({ path, body }) => ready(path, typeof body === 'string' ? bytesOf(body) : body))
  return compress ? plain.flatMap((file) => [file, ...compressed(file)]) : plain
}

/** Two pieces of work may make the same file: the last one has it. */
export function lastOfEach<File extends { path: string }>(files: File[]): File[] {
  return [...new Map(files.map((file) => [file.path, file])).values()]
}

function ready(path: string, bytes: Uint8Array): ReadyFile {
  return { path, bytes, hash: hashOf(bytes) }
}

function compressed({ path, bytes }: ReadyFile): ReadyFile[] {
  // Below half a kilobyte the headers of an answer weigh more.
  if (bytes.length < 512 || !hasTwins(path)) return []
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
  return [ready(`${path}.gz`, gzipSync(bytes)), ready(`${path}.br`, brotli)]
}

/** Hash of a file's bytes as the manifest keeps it. */
export function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64url').slice(0, 27)
}

/** Whether the disk holds the very bytes of a file. */
export function holds(folder: string, { path, hash }: ReadyFile): boolean {
  return isThere(folder, path) && hashOf(readFileSync(join(folder, path))) === hash
}

/** Whether a file of the manifest is really there. */
export function isThere(folder: string, path: string): boolean {
  return existsSync(join(folder, path))
}
