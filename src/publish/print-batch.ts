import { byCode } from '../text/by-code.ts'
import type { Work } from './shelf.ts'
import { steps } from './settle.ts'
import {
  hasTwins,
  holds,
  isThere,
  isTwin,
  lastOfEach,
  readyFiles,
  twinsOf,
  type Placer,
  type ReadyFile,
  type SiteFile,
} from './write-files.ts'
import { writeOut } from './write-out.ts'
import type { Outcome, Printer } from './printer.ts'

/** What a batch of work came to. The files stand in their places; manifest and list of work do not know of it yet. */
export type Printed = {
  placed: { path: string; hash: string }[]
  unchanged: number
  remove: string[]
  /** Work that follows and is not done yet. */
  more: Work[]
}

/** How a batch is printed. */
export type PrintOptions = {
  folder: string
  /** The manifest names no file: nothing needs to be looked up. */
  empty: boolean
  /** What is taken for what stands there: the word of the manifest, also that the file is there, or its very bytes. */
  look: 'manifest' | 'there' | 'bytes'
  /** Write `.gz` and `.br` twins of text files. */
  compress: boolean
  /** Do the work that follows at once, in the same batch: for a run that is one batch. */
  follow: boolean
}

/** Make the files of a batch of work and put in place those that differ from the manifest, in the order of the work. */
export async function printBatch(
  works: Work[],
  { printer, placer, options }: { printer: Printer; placer: Placer; options: PrintOptions },
): Promise<Printed> {
  const { write } = placer
  const { look } = printer.shelf
  if (write && options.empty && !options.compress) return look(() => printAtOnce(works, printer, write))
  const { outcomes, more } = look(() => writeAll(works, printer, options))
  const files = lastOfEach(outcomes.flatMap((outcome) => outcome.files))
  const remove = outcomes.flatMap((outcome) => outcome.remove)
  const differs = (file: ReadyFile): boolean =>
    printer.shelf.fileHash(file.path) !== file.hash ||
    (options.look === 'there' && !isThere(options.folder, file.path)) ||
    (options.look === 'bytes' && !holds(options.folder, file))
  const changed = options.empty ? files : look(() => files.filter(differs))
  await placer.place(changed)
  return {
    placed: changed.map(({ path, hash }) => ({ path, hash })),
    unchanged: files.length - changed.length - files.filter(({ path }) => isTwin(path)).length + twinsIn(changed),
    remove: [...remove, ...(options.compress ? lostTwins(files) : [])],
    more,
  }
}

/** Twins of files that have none any more: a tombstone is too small for one, and the old one holds what was taken back. */
function lostTwins(files: { path: string }[]): string[] {
  const there = new Set(files.map(({ path }) => path))
  return files.flatMap(({ path }) => (hasTwins(path) ? twinsOf(path).filter((twin) => !there.has(twin)) : []))
}

function twinsIn(files: { path: string }[]): number {
  return files.filter(({ path }) => isTwin(path)).length
}

/** One file after another, so that no page waits in memory for the others: collecting them took a tenth of a full build. */
function printAtOnce(works: Work[], printer: Printer, write: (file: SiteFile) => string): Printed {
  const printed: Printed = { placed: [], unchanged: 0, remove: [], more: [] }
  for (const work of works) {
    const { files, remove, more } = make(work, printer)
    for (const file of files) printed.placed.push({ path: file.path, hash: write(file) })
    printed.remove.push(...remove)
    printed.more.push(...more)
  }
  return printed
}

type Ready = Omit<Outcome, 'files'> & { files: ReadyFile[] }

/** The bytes of each piece are made with it: text of templates is many pieces in memory until then. */
function writeAll(works: Work[], printer: Printer, { follow, compress }: PrintOptions) {
  const ready = (work: Work): Ready => {
    const outcome = make(work, printer)
    return { ...outcome, files: readyFiles(outcome.files, compress) }
  }
  if (!follow) {
    const outcomes = works.map(ready)
    return { outcomes, more: outcomes.flatMap((outcome) => outcome.more) }
  }
  const todo = works.toSorted(inOrder)
  const known = new Set(todo.map(nameOf))
  const outcomes: Ready[] = []
  for (let work = todo.shift(); work !== undefined; work = todo.shift()) {
    const outcome = ready(work)
    outcomes.push(outcome)
    const fresh = outcome.more.filter((one) => !known.has(nameOf(one)))
    if (fresh.length === 0) continue
    for (const one of fresh) known.add(nameOf(one))
    todo.push(...fresh)
    todo.sort(inOrder)
  }
  return { outcomes, more: [] }
}

function make(work: Work, printer: Printer): Outcome {
  const step = Object.entries(steps).find(([, number]) => number === work.step)?.[0] ?? String(work.step)
  return named(`${step} "${work.key}"`, () => writeOut(work, printer))
}

/** A fault of one page says which: an archive has a million others. */
export function named<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    // A fault of the disk or the store is none of the page; callers know it by its code.
    if (cause instanceof Error && 'code' in cause) throw cause
    throw new Error(`Cannot publish ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function nameOf({ step, rank, key }: Work): string {
  return `${step} ${rank} ${key}`
}

/** The order of the list of work, as the store keeps it. */
function inOrder(a: Work, b: Work): number {
  return a.step - b.step || byCode(a.rank, b.rank) || byCode(a.key, b.key)
}

/** Work on segments of the search index. */
export const segments = `${steps.search} 1`

/** Which works may be under way at the same time: those of a step, in search those of a rank. */
export function groupOf({ step, rank }: Work): string {
  return step === steps.search ? `${step} ${rank}` : String(step)
}
