import { parentPort } from 'node:worker_threads'
import { DocumentError } from '../errors.ts'
import type { ArticleText, Completeness, FeedItem, Page } from '../types.ts'
import type { OutletLines } from './outlet-lines.ts'
import { extractHere } from './read.ts'

/** What the thread is asked. */
export type Question = { page: Page; item: FeedItem | null; outlet: OutletLines | null }

/** What the thread sends back for one page. `document`: the page is at fault, not we. */
export type WorkerAnswer =
  | { article: ArticleText }
  | { error: string; document: boolean; completeness: Completeness | null }

parentPort?.on('message', (question: Question) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void answer(question).then((said) => parentPort?.postMessage(said))
})

async function answer({ page, item, outlet }: Question): Promise<WorkerAnswer> {
  try {
    return { article: await extractHere(page, item, outlet) }
  } catch (error) {
    // Errors lose their class between threads: say in words what it was.
    const document = error instanceof DocumentError
    const completeness = (document && error.completeness) || null
    return { error: error instanceof Error ? error.message : String(error), document, completeness }
  }
}
