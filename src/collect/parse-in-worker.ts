import { Worker } from 'node:worker_threads'
import { DocumentError } from '../errors.ts'
import { showFeed } from '../text/feed-secrets.ts'
import { watchProcessor } from '../text/watch-processor.ts'
import type { ParsedFeed } from '../types.ts'
import type { FeedDocument } from './parse-feed.ts'
import type { WorkerAnswer } from './parse-feed-worker.ts'

/** What one document may cost: `timeoutMs` of a processor. */
export type ParseLimits = { timeoutMs: number; memoryMb: number }

/** Parse feeds in a thread of their own. */
export type FeedParser = {
  /** @throws {DocumentError} when it is no feed, or costs more time or memory than any feed should */
  parse: (document: FeedDocument) => Promise<ParsedFeed>
  close: () => Promise<void>
}

const usual: ParseLimits = { timeoutMs: 10_000, memoryMb: 512 }

/**
 * A parser in a thread with limits on time and memory: what passes them ends the thread, never this process. One
 * document at a time; an idle thread does not keep the process alive.
 */
export function createFeedParser(limits: Partial<ParseLimits> = {}): FeedParser {
  const bounds = { ...usual, ...limits }
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const drop = async (): Promise<void> => {
    const gone = worker
    worker = null
    await gone?.terminate()
  }
  const parseNow = async (document: FeedDocument): Promise<ParsedFeed> => {
    worker ??= startWorker(bounds)
    try {
      return await askWorker(worker, document, bounds)
    } catch (error) {
      // After a refusal of the document the thread is as good as before; after anything else it is not.
      if (!(error instanceof DocumentError) || error.cause !== undefined) await drop()
      throw error
    }
  }
  return {
    parse: (document) => {
      const mine = last.then(() => parseNow(document))
      last = mine.catch(() => undefined)
      return mine
    },
    close: () => last.then(drop),
  }
}

function startWorker({ memoryMb }: ParseLimits): Worker {
  // The checkout runs TypeScript, the package what was built of it.
  const file = `./parse-feed-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`
  const worker = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    env: {},
    // Flags of this process, as a test runner's, are none of the thread's business.
    execArgv: [],
  })
  worker.unref()
  return worker
}

function askWorker(worker: Worker, document: FeedDocument, limits: ParseLimits): Promise<ParsedFeed> {
  const { promise, resolve, reject } = Promise.withResolvers<ParsedFeed>()
  const refuse = (what: string, cause: unknown): void =>
    reject(new DocumentError(`Cannot read feed "${showFeed(document.url)}": ${what}`, { cause }))
  const endWatch = watchProcessor(worker, limits.timeoutMs, () =>
    refuse(`it takes longer than ${limits.timeoutMs / 1000} seconds of a processor to parse`, 'timeout'),
  )
  const onMessage = (answer: WorkerAnswer): void => {
    if ('parsed' in answer) resolve(answer.parsed)
    else reject(answer.document ? new DocumentError(answer.error) : new Error(answer.error))
  }
  const onError = (error: Error & { code?: string }): void => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      refuse(`it needs more than ${limits.memoryMb} MB of memory to parse`, error)
    else reject(error)
  }
  const onExit = (code: number): void => refuse(`its parser ended with code ${code}`, 'exit')
  worker.ref()
  worker.once('message', onMessage).once('error', onError).once('exit', onExit)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(document)
  return promise.finally(() => {
    endWatch()
    worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    worker.unref()
  })
}
