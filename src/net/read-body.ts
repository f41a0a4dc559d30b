import { Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'
import { FetchError } from '../errors.ts'
import type { Url } from '../types.ts'

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
  const first: unknown[] = []
  const source = body[Symbol.asyncIterator]()
  const start = await source.next()
  if (start.done !== true) first.push(start.value)
  const whole = Readable.from(chain(first, source), { objectMode: false })
  const head = Buffer.isBuffer(start.value) ? start.value : Buffer.alloc(0)
  let stream: Readable = whole
  for (const coding of how.encoding.toLowerCase().split(',').toReversed()) {
    const decoder = decoderFor(coding.trim(), head)
    if (decoder === null) continue
    const input = stream
    stream = input.pipe(decoder)
    input.on('error', (error) => decoder.destroy(error))
  }
  try {
    return await collectBytes(stream, how)
  } finally {
    whole.destroy()
    body.destroy()
  }
}

async function* chain(first: unknown[], rest: AsyncIterator<unknown>): AsyncGenerator<unknown> {
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

/** Some servers say gzip and send plain text, or say deflate and leave out the zlib header: look at the bytes. */
function decoderFor(coding: string, head: Buffer): Transform | null {
  if (coding === 'gzip' || coding === 'x-gzip') return head[0] === 0x1f && head[1] === 0x8b ? createGunzip() : null
  if (coding === 'deflate') return ((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
  if (coding === 'br') return createBrotliDecompress()
  if (coding === 'zstd') return createZstdDecompress()
  return null
}
