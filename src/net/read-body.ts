import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'
import { FetchError } from '../errors.ts'
import type { Url } from '../types.ts'

/** A header of several thousand codings would build as many decoders. */
const mostCodings = 5
/** So many first bytes tell what a body is. */
const headBytes = 16
const startOfText = /^(?:\xEF\xBB\xBF)?\s*(?:<[?!a-z][a-z:-]{2}|\{\s*")/iu

/**
 * Read a body, decompress it and count decoded bytes on the way: a compression bomb ends at the limit, not in memory.
 *
 * @param how.encoding the `Content-Encoding` header; several codings are undone from the last to the first
 * @param how.atLimit `cut` gives the bytes up to the limit instead of an error
 * @throws {FetchError} above `maxBytes`, or when the compressed data is damaged
 */
export async function readBody(
  body: Readable,
  how: { encoding: string; maxBytes: number; url: Url; atLimit?: 'refuse' | 'cut' },
): Promise<Uint8Array> {
  try {
    let { head, whole } = await peek(body)
    // A 304 may name the coding of what it does not send.
    if (head.length === 0) return new Uint8Array()
    for (const coding of how.encoding.toLowerCase().split(',').slice(-mostCodings).toReversed()) {
      const decoder = decoderFor(coding.trim(), head)
      if (decoder !== null) ({ head, whole } = await peek(decode(whole, decoder)))
    }
    // Behind some proxies a body is compressed twice and says so once; no feed and no page begins like this.
    if (isGzip(head)) whole = decode(whole, createGunzip())
    return await collectBytes(whole, how)
  } finally {
    body.destroy()
  }
}

function decode(input: Readable, decoder: Transform): Readable {
  // What goes wrong reaches whoever reads the decoder.
  return pipeline(input, decoder, () => undefined)
}

/** The first bytes of a stream, however small its pieces are, and the whole of it to be read. */
async function peek(stream: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const source = stream[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let size = 0
  while (size < headBytes) {
    const next: IteratorResult<Uint8Array> = await source.next()
    if (next.done === true) break
    first.push(Buffer.from(next.value))
    size += next.value.length
  }
  const whole = Readable.from(chain(first, source), { objectMode: false })
  return { head: Buffer.concat(first), whole }
}

async function* chain(first: Buffer[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first
  for (;;) {
    const next = await rest.next()
    if (next.done === true) return
    yield next.value
  }
}

async function collectBytes(
  stream: Readable,
  how: { maxBytes: number; url: Url; atLimit?: 'refuse' | 'cut' },
): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > how.maxBytes) {
      stream.destroy()
      if (how.atLimit === 'cut') return Buffer.concat([...parts, bytes]).subarray(0, how.maxBytes)
      throw new FetchError(`Cannot fetch "${how.url}": it is larger than ${how.maxBytes} bytes once decompressed`, {
        url: how.url,
        retryable: false,
      })
    }
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

/** Some servers name a coding and send plain text, or say deflate and leave out the zlib header: look at the bytes. */
function decoderFor(coding: string, head: Buffer): Transform | null {
  if (startOfText.test(head.toString('latin1'))) return null
  if (coding === 'gzip' || coding === 'x-gzip') return isGzip(head) ? createGunzip() : null
  if (coding === 'deflate') return ((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
  if (coding === 'br') return createBrotliDecompress()
  if (coding === 'zstd') return createZstdDecompress()
  return null
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}
