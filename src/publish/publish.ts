import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bringToDisk, prepare, type Plan } from './prepare.ts'
import { groupOf, named, segments, type Printed } from './print-batch.ts'
import { openPrinter, openPrinters, type Printers } from './printers.ts'
import { fillServed } from './search/fill-served.ts'
import { finishSettling, settleArticle } from './settle.ts'
import type { Shelf, Work } from './shelf.ts'
import { isTwin, removeFile, twinsOf } from './write-files.ts'
import type { Printer } from './printer.ts'
import type { PublishInput } from './publish-input.ts'

export { contentPolicy } from './content-policy.ts'
export type { Found, Question } from './search/find.ts'
export { findServed, type LookUp } from './search/served.ts'
export type { SiteSettings } from './printer.ts'

/** What one publish did, in files. */
export type Published = { written: number; deleted: number; unchanged: number; paths: string[] }

/** A run with less work is one batch: all its files are brought to the disk together. */
const smallRun = 64
/**
 * From so many pieces of work on, of some 12,000 articles, threads are worth what each costs: it compiles the same code anew and
 * reads the same entries. With two of them a build of 10,000 took an eighth more of the processor.
 */
const largeRun = 20_000

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
  const { shelf, folder, now } = input
  mkdirSync(folder, { recursive: true })
  const plan = prepare(input)
  const books = openBooks(input)
  if (!input.compress && plan.everything) books.removeTwins()
  settleAll(input, plan)
  const total = shelf.countWork()
  if (total > 0) {
    const printer: Printer = { ...input, sources: new Map(shelf.sources().map((source) => [source.id, source])) }
    const follow = total <= smallRun && !plan.everything
    const look = input.full === true ? 'bytes' : plan.everything ? 'there' : 'manifest'
    const options = { folder, empty: plan.empty, look, compress: input.compress === true, follow } as const
    const { surety } = plan
    const printers =
      total >= (input.threadsFrom ?? largeRun)
        ? openPrinters({ printer, options, surety }, input.address)
        : openPrinter({ printer, options, surety })
    try {
      await printAll({ input, printers, books, total, follow })
    } finally {
      await printers.close()
    }
  }
  bringToDisk(input, plan)
  rmSync(join(folder, '.waikan'), { recursive: true, force: true })
  if (books.published.written + books.published.deleted > 0)
    shelf.setNote('published', `${now} ${books.published.written}`)
  return books.published
}

type Books = ReturnType<typeof openBooks>

/** The manifest and the list of work, kept in this thread alone. */
function openBooks({ shelf, folder, now }: PublishInput) {
  const published: Published = { written: 0, deleted: 0, unchanged: 0, paths: [] }
  const remove = (path: string): void => {
    if (shelf.fileHash(path) === null) return
    removeFile(folder, path)
    shelf.dropFile(path, now)
    published.deleted++
  }
  return {
    published,
    /** Twins of a time when they were asked for would grow old beside new files. */
    removeTwins() {
      if (shelf.note('twins') !== 'yes') return
      for (const path of shelf.files('')) if (isTwin(path)) remove(path)
      shelf.setNote('twins', 'no')
    },
    enter(works: Work[], { placed, unchanged, remove: gone, more }: Printed) {
      for (const path of gone.flatMap((plain) => [plain, ...twinsOf(plain)])) remove(path)
      shelf.transaction(() => {
        for (const { path, hash } of placed) shelf.saveFile(path, hash, now)
        for (const work of more) shelf.addWork(work)
        for (const work of works) shelf.doneWork(work)
      })
      published.written += placed.length
      published.unchanged += unchanged
      // A list of a million paths helps nobody: callers of small runs look at it.
      for (const { path } of placed) if (published.paths.length < 10_000) published.paths.push(path)
    },
  }
}

type Run = { input: PublishInput; printers: Printers; books: Books; total: number; follow: boolean }

/** Do the listed work; steps never overtake each other. */
async function printAll({ input, printers, books, total, follow }: Run): Promise<void> {
  const { shelf } = input
  const under = new Set<Promise<void>>()
  let last: Work | undefined
  let done = 0
  let all = total
  const print = async (batch: Work[]): Promise<void> => {
    const printed = await printers.print(batch)
    books.enter(batch, printed)
    done += batch.length
    all += printed.more.length
    input.progress?.(done, Math.max(done, all))
  }
  try {
    while (true) {
      const batch = follow ? shelf.nextWork(smallRun) : nextBatch(shelf, last)
      const [first] = batch
      if (last && (!first || groupOf(first) !== groupOf(last))) {
        await Promise.all(under)
        last = undefined
        continue
      }
      if (!first) return
      // A batch that failed stays: whoever waits next is told, even when another one was done in the same moment.
      const one = print(batch).then(() => void under.delete(one))
      under.add(one)
      last = follow ? undefined : batch.at(-1)
      if (under.size >= printers.width) await Promise.race(under)
    }
  } finally {
    await Promise.allSettled(under)
  }
}

/** Neighbours in time share articles: threads that took 64 pages in turn read and made a third of the lines twice. */
const batchSize = 256

/** Work of one group only: a batch's files appear together. */
function nextBatch(shelf: Shelf, after: Work | undefined): Work[] {
  const next = shelf.nextWork(batchSize, after)
  const [first] = next
  if (!first) return []
  const same = next.filter((work) => groupOf(work) === groupOf(first))
  // A large segment of the search index fills the memory of a batch alone.
  return groupOf(first) === segments ? same.slice(0, 1) : same
}

function settleAll({ shelf, now }: PublishInput, { everything }: Plan): void {
  const sources = new Map(shelf.sources().map((source) => [source.id, source]))
  const answers = shelf.note('search') === 'ready'
  const known = { lengths: new Map<string, number>(), asked: new Set<string>() }
  const settling = { shelf, sources, now, everything, answers, ...known }
  for (const ids of shelf.dirtyArticles(500)) {
    shelf.transaction(() => {
      for (const id of ids) named(`article "${id}"`, () => settleArticle(id, settling))
      shelf.clearDirty(ids)
    })
  }
  if (everything) shelf.transaction(() => finishSettling(settling))
  if (!answers && shelf.note('served') === 'yes') fillServed({ shelf, now })
}
