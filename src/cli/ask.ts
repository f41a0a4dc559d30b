import { createInterface } from 'node:readline/promises'
import { InterruptedError } from '../errors.ts'

/** Questions on a terminal. `close` gives the terminal back. */
export type Asker = { ask: (question: string) => Promise<string>; close: () => void }

type Streams = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream; terminal?: boolean }

/**
 * Ask on a terminal, one question at a time.
 *
 * @param streams injected for tests
 * @throws {InterruptedError} from `ask`, at Ctrl-C and at the end of the input
 */
export function createAsker(streams: Streams = { input: process.stdin, output: process.stdout }): Asker {
  const terminal = createInterface(streams)
  const ended = new AbortController()
  // Without this a question that meets the end of its input would be waited for without end.
  terminal.once('close', () => ended.abort())
  return {
    async ask(question) {
      try {
        return await terminal.question(question, { signal: ended.signal })
      } catch (cause) {
        throw new InterruptedError('Stopped: nothing was written', { cause })
      }
    },
    close: () => terminal.close(),
  }
}
