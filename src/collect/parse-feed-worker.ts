import { parentPort } from 'node:worker_threads'
import { DocumentError } from '../errors.ts'
import type { ParsedFeed } from '../types.ts'
import { parseFeed, type FeedDocument } from './parse-feed.ts'

/** What the thread sends back for one document. `document`: the document is at fault, not we. */
export type WorkerAnswer = { parsed: ParsedFeed } | { error: string; document: boolean }

parentPort?.on('message', (document: FeedDocument) => {
  let answer: WorkerAnswer
  try {
    answer = { parsed: parseFeed(document) }
  } catch (error) {
    // Errors lose their class between threads: say in words what it was.
    answer = { error: error instanceof Error ? error.message : String(error), document: error instanceof DocumentError }
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer)
})
