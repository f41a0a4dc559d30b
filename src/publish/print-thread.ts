import { parentPort, workerData } from 'node:worker_threads'
import type { Instant, Source } from '../types.ts'
import { printBatch, type Printed, type PrintOptions } from './print-batch.ts'
import type { ReadingShelf, ShelfAddress, Work } from './shelf.ts'
import { openPlacer, type Surety } from './write-files.ts'
import type { SiteSettings } from './printer.ts'

/** What a printing thread is told at its start. */
export type ThreadTask = {
  name: string
  site: SiteSettings
  sources: Source[]
  now: Instant
  address: ShelfAddress
  options: PrintOptions
  surety: Surety
}

/** A batch that was printed, or why it was not. */
export type ThreadAnswer = { printed: Printed } | { fault: { message: string; code: string | undefined } }

const task = workerData as ThreadTask
const { openReadingShelf } = (await import(task.address.module)) as {
  openReadingShelf: (data: unknown) => ReadingShelf
}
const shelf = openReadingShelf(task.address.data)
const placer = openPlacer(task.options.folder, task.name, task.surety)
const sources = new Map(task.sources.map((source) => [source.id, source]))
const printer = { site: task.site, shelf, sources, now: task.now }

async function answer(works: Work[]): Promise<ThreadAnswer> {
  try {
    return { printed: await printBatch(works, { printer, placer, options: task.options }) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { fault: { message, code: (error as NodeJS.ErrnoException).code } }
  }
}

// One after another, and answered in the order of asking: an answer carries no name.
let before = Promise.resolve()

parentPort?.on('message', (works: Work[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  before = before.then(async () => parentPort?.postMessage(await answer(works)))
})
