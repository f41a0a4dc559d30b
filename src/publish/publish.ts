import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Instant } from '../types.ts'
import { settleArticle, steps } from './settle.ts'
import type { Shelf, Work } from './shelf.ts'
import { writeOut, type Printer, type SiteSettings } from './write-out.ts'
import { openWriter } from './write-files.ts'

export type { SiteSettings } from './write-out.ts'

/** What one publish did, in files. */
export type Published = { written: number; deleted: number; unchanged: number; paths: string[] }

export type PublishInput = {
  site: SiteSettings
  shelf: Shelf
  /** The folder of the site, as `press/site`. */
  folder: string
  now: Instant
  /** Make every page again, and look whether each file is really there. */
  full?: boolean
  /** Also write `.gz` and `.br` twins. */
  compress?: boolean
  progress?: (done: number, total: number) => void
}

/**
 * Bring a site folder up to what the shelf holds, touching only files whose content changes.
 *
 * First the journal becomes a list of work, in transactions; then the work is done in the order of `steps`, each file
 * whole or not at all. Killed anywhere, the next run does what is left, and the folder holds the same bytes as a fresh
 * full build. A change of settings, sources or templates makes everything anew. Memory does not grow with the archive.
 *
 * @throws {Error} of the file system, when the folder cannot be written; the next run goes on from there
 */
export async function publishSite(input: PublishInput): Promise<Published> {
  const { shelf, now } = input
  mkdirSync(input.folder, { recursive: true })
  const everything = prepare(input)
  settleAll(input, everything)
  const writer = openWriter(input.folder, shelf, { now, check: everything, compress: input.compress === true })
  const printer: Printer = { ...input, sources: new Map(shelf.sources().map((source) => [source.id, source])) }
  const total = shelf.countWork()
  let done = 0
  while (true) {
    const batch = nextBatch(shelf)
    if (batch.length === 0) break
    const outcomes = batch.map((work) => writeOut(work, printer))
    await writer.write(outcomes.flatMap((outcome) => outcome.files))
    writer.remove(outcomes.flatMap((outcome) => outcome.remove))
    shelf.transaction(() => batch.forEach((work) => shelf.doneWork(work)))
    done += batch.length
    input.progress?.(done, total)
    await breathe()
  }
  writer.finish()
  const { written, deleted, unchanged, paths } = writer
  return { written, deleted, unchanged, paths }
}

/** Work of one step only: a batch's files appear together, and steps must not overtake each other. */
function nextBatch(shelf: Shelf): Work[] {
  const next = shelf.nextWork(32)
  const [first] = next
  const same = next.filter((work) => work.step === first?.step)
  // Search work asks for more search work of a higher rank, and a large segment fills the memory of a batch alone.
  if (first?.step !== steps.search) return same
  return same.filter((work) => work.rank === first.rank).slice(0, first.rank === '1' ? 1 : 32)
}

/** Notice what makes everything out of date; `true` when it does. */
function prepare({ site, shelf, folder, full, compress, now }: PublishInput): boolean {
  const sources = shelf.sources()
  const version = hash(JSON.stringify([templateVersion(), site, sources, compress === true]))
  const place = resolve(folder)
  const lost = shelf.note('folder') !== place || !existsSync(join(folder, 'index.html'))
  const everything = full === true || lost || shelf.note('version') !== version
  shelf.transaction(() => {
    shelf.markExpired(now)
    if (!everything) return
    if (lost) shelf.forgetFiles()
    shelf.markAllDirty()
    shelf.setNote('folder', place)
    shelf.setNote('version', version)
    // Kept until the run has settled every article: a crash in between must not forget that this was a full one.
    shelf.setNote('everything', 'yes')
  })
  return everything || shelf.note('everything') === 'yes'
}

function settleAll({ shelf, now }: PublishInput, everything: boolean): void {
  const sources = new Map(shelf.sources().map((source) => [source.id, source]))
  // Work left by a killed run may lack its indexes and feeds: they are listed last.
  let touched = everything || shelf.countWork() > 0
  while (true) {
    const ids = shelf.dirtyArticles(200)
    if (ids.length === 0) break
    touched = true
    shelf.transaction(() => {
      for (const id of ids) settleArticle(id, { shelf, sources, now, everything })
      shelf.clearDirty(ids)
    })
  }
  if (touched) shelf.transaction(() => finishSettling(shelf))
}

function finishSettling(shelf: Shelf): void {
  for (const key of assets) shelf.addWork({ step: 0, rank: '', key })
  for (const key of indexes) shelf.addWork({ step: 6, rank: '', key })
  shelf.addWork({ step: 7, rank: '', key: '' })
  shelf.addWork({ step: 8, rank: '', key: '' })
  shelf.addWork({ step: 11, rank: '1', key: 'index' })
  shelf.setNote('everything', 'no')
}

const assets = ['assets']
const indexes = ['sources', 'archive', 'about', 'search', '404', 'machines']

let version: string | undefined

/** Hash of the code that makes the pages: a template that is edited is a new version without anybody counting. */
function templateVersion(): string {
  version ??= hash(
    readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|jsx?|css|svg)$/u.test(name) && !/\.test\.|\.d\.ts$/u.test(name))
      .sort()
      .map((name) => `${name}\0${readFileSync(join(import.meta.dirname, name), 'utf8')}`)
      .join('\0'),
  )
  return version
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
