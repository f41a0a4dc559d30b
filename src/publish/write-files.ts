import { createHash } from 'node:crypto'
import {
  close,
  closeSync,
  existsSync,
  fsync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Instant } from '../types.ts'
import type { Shelf } from './shelf.ts'

const fsyncFile = promisify(fsync)
const closeFile = promisify(close)

/** A file of the site as it should be; `path` relative to the site, with `/`. */
export type SiteFile = { path: string; body: string | Uint8Array }

/** Writes the site's files and keeps the manifest. */
export type Writer = {
  written: number
  deleted: number
  unchanged: number
  paths: string[]
  /** Write what differs from the manifest, in this order; each file appears whole or not at all. */
  write(files: SiteFile[]): Promise<void>
  remove(paths: string[]): void
  /** Take the folder of temporary files away. */
  finish(): void
}

/**
 * A writer for a site folder.
 *
 * Each file is written beside the site in `.waikan/`, brought to the disk (fsync) and renamed into place; the manifest
 * follows, so that after a crash it never claims a file that is not there.
 *
 * @param options.check also look whether a file of the manifest is really on the disk
 * @param options.compress write `.gz` and `.br` twins of text files
 */
export function openWriter(
  folder: string,
  shelf: Shelf,
  options: { now: Instant; check: boolean; compress: boolean },
): Writer {
  const temporary = join(folder, '.waikan')
  rmSync(temporary, { recursive: true, force: true })
  let started = false
  const made = new Set([resolve(folder)])
  const writer: Writer = {
    written: 0,
    deleted: 0,
    unchanged: 0,
    paths: [],
    async write(files) {
      // Two pieces of work of a batch may make the same file: the last one has it.
      const single = [...new Map(files.map((file) => [file.path, file])).values()]
      const changed = withTwins(single, options.compress)
        .map((file) => ({ ...file, hash: hashOf(file.body) }))
        .filter(
          (file) => shelf.fileHash(file.path) !== file.hash || (options.check && !existsSync(join(folder, file.path))),
        )
      writer.unchanged += single.length - changed.filter((file) => !isTwin(file.path)).length
      if (changed.length === 0) return
      if (!started) mkdirSync(temporary, { recursive: true })
      started = true
      // A process may hold 1024 files open, a part of the search index has half as many.
      for (let at = 0; at < changed.length; at += 256)
        await place(changed.slice(at, at + 256), { folder, temporary, made })
      shelf.transaction(() => changed.forEach((file) => shelf.saveFile(file.path, file.hash, options.now)))
      writer.written += changed.length
      for (const file of changed) writer.paths.push(file.path)
    },
    remove(paths) {
      for (const path of paths.flatMap((plain) => [plain, `${plain}.gz`, `${plain}.br`])) {
        if (shelf.fileHash(path) === null) continue
        rmSync(inside(folder, path), { force: true })
        removeEmptyFolders(folder, dirname(path))
        made.clear()
        shelf.dropFile(path)
        writer.deleted++
      }
    },
    finish: () => rmSync(temporary, { recursive: true, force: true }),
  }
  return writer
}

type Places = { folder: string; temporary: string; made: Set<string> }

async function place(files: SiteFile[], { folder, temporary, made }: Places): Promise<void> {
  const open = files.map((file, index) => {
    const from = join(temporary, String(index))
    const handle = openSync(from, 'w')
    const bytes = typeof file.body === 'string' ? Buffer.from(file.body) : file.body
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
    return { from, handle, to: inside(folder, file.path) }
  })
  await Promise.all(open.map(({ handle }) => fsyncFile(handle).finally(() => closeFile(handle))))
  const folders = new Set(open.map(({ to }) => dirname(to)))
  for (const path of folders) makeFolder(path, made)
  // In order: a page that links to another comes after it.
  for (const { from, to } of open) renameSync(from, to)
  for (const path of folders) syncFolder(path)
}

/** Make a folder and those above it, asking the system once for each: `recursive` asks for the leaf three times. */
function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return
  const above = dirname(path)
  if (above !== path && !existsSync(path)) makeFolder(above, made)
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (made.size > 10_000) made.clear()
  made.add(path)
}

/** A rename is on the disk when its folder is; some file systems cannot do that, and then a crash of the machine may cost the last run. */
function syncFolder(path: string): void {
  const handle = openSync(path, 'r')
  fsync(handle, () => closeSync(handle))
}

function inside(folder: string, path: string): string {
  const full = resolve(folder, path)
  if (!full.startsWith(resolve(folder) + sep)) {
    throw new RangeError(`Cannot write site file "${path}": it would leave the folder "${folder}"`)
  }
  return full
}

function removeEmptyFolders(folder: string, path: string): void {
  for (let at = path; at !== '.' && at !== '/' && at !== ''; at = dirname(at)) {
    try {
      rmdirSync(join(folder, at))
    } catch {
      // Not empty, or gone with its child: nothing above can be empty either.
      return
    }
  }
}

function isTwin(path: string): boolean {
  return /\.(?:gz|br)$/u.test(path)
}

function withTwins(files: SiteFile[], compress: boolean): SiteFile[] {
  if (!compress) return files
  return files.flatMap((file) => {
    const bytes = typeof file.body === 'string' ? Buffer.from(file.body) : file.body
    if (bytes.length < 512) return [file]
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
    return [file, { path: `${file.path}.gz`, body: gzipSync(bytes) }, { path: `${file.path}.br`, body: brotli }]
  })
}

/** Hash of a file's bytes as the manifest keeps it. */
export function hashOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27)
}
