import { pipeline, type Readable } from 'node:stream'
import { createGunzip, inflateRawSync } from 'node:zlib'

/** Do bytes begin as gzip does? */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * Undo gzip, all its members. What stands behind the last of them and is none, as a line that a proxy adds, is left out, as
 * browsers do; the library refuses it together with the end of what stands before.
 */
export async function* gunzip(input: Readable): AsyncGenerator<Uint8Array> {
  const kept: Uint8Array[] = []
  input.on('data', (part: Uint8Array) => kept.push(part))
  let given = 0
  try {
    // What goes wrong reaches whoever reads the decoder.
    const decoded = pipeline(input, createGunzip(), () => undefined)
    for await (const part of decoded as AsyncIterable<Buffer>) {
      given += part.length
      yield part
    }
  } catch (error) {
    const decoded = isJunkBehind(error) ? wholeMembers(Buffer.concat(kept), given + heldBack) : null
    if (decoded === null) throw error
    yield decoded.subarray(given)
  }
}

// The library gives its output in pieces of 16 kB; the last of them is lost with the error.
const heldBack = 65_536

/** Is it a further header that is missing or too short? Of the first one `isGzip` has seen the bytes. */
function isJunkBehind(error: unknown): boolean {
  return error instanceof Error && /^(?:incorrect header check|unexpected end of file)$/u.test(error.message)
}

/** All members at the start of some bytes, whose sums were compared before; `null` where the last is cut off. */
function wholeMembers(bytes: Buffer, maxOutputLength: number): Buffer | null {
  const parts: Buffer[] = []
  let rest = bytes
  while (isGzip(rest)) {
    const raw = rest.subarray(headerLength(rest))
    const found = inflateMember(raw, maxOutputLength)
    if (found === null || raw.length < found.length + trailerLength) return null
    parts.push(found.decoded)
    rest = raw.subarray(found.length + trailerLength)
  }
  return Buffer.concat(parts)
}

function inflateMember(raw: Buffer, maxOutputLength: number): { decoded: Buffer; length: number } | null {
  try {
    const { buffer, engine } = inflateRawSync(raw, { info: true, maxOutputLength }) as unknown as Inflated
    return { decoded: buffer, length: engine.bytesWritten }
  } catch {
    // The error of the first reading tells it.
    return null
  }
}

/** What `info` gives: the types of Node know the buffer alone. */
type Inflated = { buffer: Buffer; engine: { bytesWritten: number } }

// CRC-32 and length (RFC 1952 §2.3.1).
const trailerLength = 8
const flags = { headerSum: 2, extra: 4, name: 8, comment: 16 }

/** Length of a member's header (RFC 1952 §2.3). */
function headerLength(bytes: Buffer): number {
  const set = bytes[3] ?? 0
  let at = 10
  if (set & flags.extra) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
  if (set & flags.name) at = bytes.indexOf(0, at) + 1
  if (set & flags.comment) at = bytes.indexOf(0, at) + 1
  return set & flags.headerSum ? at + 2 : at
}
