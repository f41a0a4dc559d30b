import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'
import { FetchError } from '../errors.ts'
import type { Url } from '../types.ts'
import { gunzip, isGzip } from './gunzip.ts'

/** A header of several thousand codings would build as many decoders. */
const mostCodings = 5
/** So many first bytes tell what a body is. */
const headBytes = 16
const codings = new Set(['gzip', 'deflate', 'br', 'zstd'])
// RFC 8878 §3.1.1.
const zstdMagic = 0xfd2fb528
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
      const undo = decoderFor(/[a-z]+/u.exec(coding.replace(/^\W*x-/u, ''))?.[0] ?? '', head)
      if (undo !== null) ({ head, whole } = await peek(undo(whole)))
    }
    // Behind some proxies a body is compressed twice and says so once, or not at all; no feed and no page begins like this.
    const undo = decoderByBytes(head)
    return await collectBytes(undo === null ? whole : undo(whole), how)
  } finally {
    body.destroy()
  }
}

type Undo = (input: Readable) => AsyncIterable<Uint8Array>

/** Make a decoder when it is wanted. What goes wrong reaches whoever reads it. */
const by =
  (create: () => Transform): Undo =>
  (input) =>
    pipeline(input, create(), () => undefined)

/** The first bytes of a stream, however small its pieces are, and the whole of it to be read. */
async function peek(stream: AsyncIterable<Uint8Array>): Promise<{ head: Buffer; whole: Readable }> {
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
  stream: AsyncIterable<Uint8Array>,
  how: { maxBytes: number; url: Url; atLimit?: 'refuse' | 'cut' },
): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > how.maxBytes) {
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

/** Some servers name a coding and send plain text or another coding: look at the bytes before believing the name. */
function decoderFor(coding: string, head: Buffer): Undo | null {
  if (!codings.has(coding) || startOfText.test(head.toString('latin1'))) return null
  const known = decoderByBytes(head)
  if (known !== null) return known
  if (isZlib(head)) return by(createInflate)
  if (coding === 'deflate') return by(createInflateRaw)
  // Brotli has no first bytes of its own. What is called gzip or zstd and is neither is text in some charset, or brotli.
  return coding === 'br' || hasControls(head) ? by(createBrotliDecompress) : null
}

function decoderByBytes(head: Buffer): Undo | null {
  if (isGzip(head)) return gunzip
  return head.length >= 4 && head.readUInt32LE(0) === zstdMagic ? by(createZstdDecompress) : null
}

/** The two bytes before deflate (RFC 1950 §2.2), whose sum 31 divides; some servers leave them out. */
function isZlib(head: Buffer): boolean {
  return head.length >= 2 && ((head[0] ?? 0) & 0x8f) === 8 && head.readUInt16BE(0) % 31 === 0
}

/** Bytes that no text begins with, but for UTF-16 behind its mark: those below the tab, and between the line's end and the blank. */
function hasControls(head: Buffer): boolean {
  if (/^(?:fffe|feff)/u.test(head.toString('hex', 0, 2))) return false
  return head.some((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 27))
}
