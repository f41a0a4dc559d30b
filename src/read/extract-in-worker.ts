import { Worker } from 'node:worker_threads'
import { DocumentError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'
import { watchProcessor } from '../text/watch-processor.ts'
import type { ArticleText } from '../types.ts'
import type { Question, WorkerAnswer } from './extract-worker.ts'
import type { Extract } from './extract.ts'

/** What one page may cost: `timeoutMs` of a processor. */
export type ExtractLimits = { timeoutMs: number; memoryMb: number }

/** Cut articles out of pages in a thread of their own. */
export type Extractor = {
  /** @throws {DocumentError} when the page is no article, or costs more time or memory than any page should */
  extract: Extract
  close: () => Promise<void>
}

// Ten megabytes of paragraphs take 3 s and 450 MB on one core of 2020 (measured).
const usual: ExtractLimits = { timeoutMs: 20_000, memoryMb: 1024 }

/**
 * An extractor in a thread with limits on time and memory: what passes them ends the thread, never this process. One
 * page at a time; an idle thread does not keep the process alive.
 */
export function createExtractor(limits: Partial<ExtractLimits> = {}): Extractor {
  const bounds = { ...usual, ...limits }
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const drop = async (): Promise<void> => {
    const gone = worker
    worker = null
    await gone?.terminate()
  }
  const extractNow = async (question: Question): Promise<ArticleText> => {
    worker ??= startWorker(bounds)
    try {
      return await askWorker(worker, question, bounds)
    } catch (error) {
      // After a refusal of the page the thread is as good as before; after anything else it is not.
      if (!(error instanceof DocumentError) || error.cause !== undefined) await drop()
      throw error
    }
  }
  return {
    extract: (page, item, outlet = null) => {
      const mine = last.then(() => extractNow({ page, item, outlet }))
      last = mine.catch(() => undefined)
      return mine
    },
    close: () => last.then(drop),
  }
}

function startWorker({ memoryMb }: ExtractLimits): Worker {
  // The checkout runs TypeScript, the package what was built of it.
  const file = `./extract-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`
  const worker = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    // Flags of this process, as a test runner's, are none of the thread's business.
    execArgv: [],
  })
  worker.unref()
  return worker
}

function askWorker(worker: Worker, question: Question, limits: ExtractLimits): Promise<ArticleText> {
  const { promise, resolve, reject } = Promise.withResolvers<ArticleText>()
  const refuse = (what: string, cause: unknown): void =>
    reject(new DocumentError(`Cannot read page "${redactUrl(question.page.url)}": ${what}`, { cause }))
  const endWatch = watchProcessor(worker, limits.timeoutMs, () =>
    refuse(`it takes longer than ${limits.timeoutMs / 1000} seconds of a processor to read`, 'timeout'),
  )
  const onMessage = (answer: WorkerAnswer): void => {
    if ('article' in answer) resolve(answer.article)
    else if (!answer.document) reject(new Error(answer.error))
    else reject(new DocumentError(answer.error, answer.completeness ? { completeness: answer.completeness } : {}))
  }
  const onError = (error: Error & { code?: string }): void => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      refuse(`it needs more than ${limits.memoryMb} MB of memory to read`, error)
    else reject(error)
  }
  const onExit = (code: number): void => refuse(`its reader ended with code ${code}`, 'exit')
  worker.ref()
  worker.once('message', onMessage).once('error', onError).once('exit', onExit)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(question)
  return promise.finally(() => {
    endWatch()
    worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    worker.unref()
  })
}
