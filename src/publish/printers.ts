import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { groupOf, printBatch, segments, type Printed, type PrintOptions } from './print-batch.ts'
import type { ThreadAnswer, ThreadTask } from './print-thread.ts'
import type { ShelfAddress, Work } from './shelf.ts'
import { openPlacer, type Surety } from './write-files.ts'
import type { Printer } from './printer.ts'

/** Prints batches of work, here or in threads. */
export type Printers = {
  /** How many batches may be under way at one time. */
  width: number
  print(works: Work[]): Promise<Printed>
  close(): Promise<void>
}

export type PrintersInput = { printer: Printer; options: PrintOptions; surety: Surety }

/** Most threads: each holds some 60 MB, and one disk takes no more. */
const mostThreads = 8

/**
 * Room for what is young, for all threads together: pages are short-lived. With 12 MB a thread, collecting took a quarter
 * of its time; from 24 MB on little is gained. What a thread never gives back counts once for each core.
 */
const young = { all: 48, most: 24, least: 12 }

/** Memory a thread may have: what making the largest part of the search index needs, and half as much again. */
const threadMb = 384

/** Print in this thread. */
export function openPrinter({ printer, options, surety }: PrintersInput): Printers {
  const placer = openPlacer(options.folder, 'main', surety)
  return {
    width: 1,
    print: (works) => printBatch(works, { printer, placer, options }),
    close: async () => placer.finish(),
  }
}

/**
 * Print in as many threads as there are cores, this one counted: each renders and writes, the list of work and the manifest
 * stay here. One thread more, and this one idle, took a tenth of the time and 60 MB for getting warm. In a checkout
 * there is one printer, here: Node strips types of `.ts`, not of the pages' `.tsx`.
 *
 * @param address how a thread opens the shelf
 */
export function openPrinters(input: PrintersInput, address: ShelfAddress | undefined): Printers {
  const here = openPrinter(input)
  if (!address || import.meta.url.endsWith('.ts')) return here
  const count = Math.min(mostThreads, availableParallelism())
  const youngMb = Math.max(young.least, Math.min(young.most, young.all / count))
  const threads = Array.from({ length: count - 1 }, (_, number) =>
    startThread(taskOf(input, { address, name: String(number) }), youngMb),
  )
  return {
    width: threads.length * atEach + 1,
    print(works) {
      const [idlest] = threads.toSorted((a, b) => a.waiting() - b.waiting())
      // What it takes to make a large segment of the search index, this thread would not give back.
      return idlest && (idlest.waiting() < atEach || isSegment(works)) ? idlest.print(works) : here.print(works)
    },
    close: async () => void (await Promise.all([here, ...threads].map((one) => one.close()))),
  }
}

function isSegment([first]: Work[]): boolean {
  return first !== undefined && groupOf(first) === segments
}

/** Batches that wait at each thread, so that none is idle while this one prints and keeps the books. */
const atEach = 3

function taskOf(
  { printer, options, surety }: PrintersInput,
  more: { address: ShelfAddress; name: string },
): ThreadTask {
  const { site, now } = printer
  return { ...more, site, now, sources: [...printer.sources.values()], options, surety }
}

type Thread = { waiting(): number; print(works: Work[]): Promise<Printed>; close(): Promise<void> }

function startThread(task: ThreadTask, youngMb: number): Thread {
  const worker = new Worker(new URL('./print-thread.js', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: threadMb, maxYoungGenerationSizeMb: youngMb },
  })
  const waiting: { resolve: (printed: Printed) => void; reject: (error: Error) => void }[] = []
  let broken: Error | null = null
  const fail = (error: Error): void => {
    // The first word is the reason; that the thread then ended is not.
    broken ??= error
    for (const one of waiting.splice(0)) one.reject(error)
  }
  worker.on('message', (told: ThreadAnswer) => {
    const one = waiting.shift()
    if ('printed' in told) one?.resolve(told.printed)
    else one?.reject(Object.assign(new Error(`Cannot print: ${told.fault.message}`), { code: told.fault.code }))
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`Cannot print: a printing thread ended with code ${code}`)))
  return {
    waiting: () => waiting.length,
    print(works) {
      if (broken) return Promise.reject(broken)
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(works)
      })
    },
    async close() {
      worker.removeAllListeners('exit')
      await worker.terminate()
    },
  }
}
