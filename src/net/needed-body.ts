import type { Readable } from 'node:stream'
import type { Answer } from './lenient-request.ts'
import { readBody } from './read-body.ts'

/** A body as it is read: `readBody` says what each means. */
type How = Parameters<typeof readBody>[1]

const notText =
  /^\s*(?:video|audio|font)\/|^\s*image\/(?!svg)|^\s*application\/(?:pdf|zip|gzip|x-gzip|x-tar|epub|msword|vnd\.)/iu
// What stands below an error is looked at for a word against machines, and no longer than this.
const glance = { maxBytes: 100_000, ms: 1000 }
// A body of no use is let through if it is short, so that its connection can serve again.
const dropped = { maxBytes: 64_000, ms: 250 }

/**
 * The decoded body of an answer as far as it is of use: whole for a document, what comes of it within a second for an error,
 * nothing for a redirect or a 304. What goes wrong in a body that is no document hides nothing its head has said.
 *
 * @throws {FetchError} as `readBody`, for a document
 */
export async function neededBytes(
  answer: Pick<Answer, 'statusCode' | 'body'>,
  how: How & { type: string },
): Promise<Uint8Array> {
  const { statusCode: status, body } = answer
  if (status === 200 || status === 203) {
    if (!notText.test(how.type)) return await readBody(body, how)
    // A film or a PDF is neither feed nor page: its bytes are not worth the outlet's traffic.
    body.on('error', () => undefined).destroy()
  } else if (status === 304) {
    // It has none (RFC 9110 §15.4.5).
    body.on('error', () => undefined).resume()
  } else if (status < 400) {
    // Of a redirect the address counts. A body that does not end is ended with its connection.
    await readAtMost(body, how, dropped)
  } else return await readAtMost(body, how, glance)
  return new Uint8Array()
}

async function readAtMost(body: Readable, how: How, most: { maxBytes: number; ms: number }): Promise<Uint8Array> {
  const timer = setTimeout(() => body.destroy(), most.ms)
  try {
    return await readBody(body, { ...how, maxBytes: most.maxBytes, atLimit: 'cut' })
  } catch {
    // The status was the answer; there are no words below it that can be read.
    return new Uint8Array()
  } finally {
    clearTimeout(timer)
  }
}
