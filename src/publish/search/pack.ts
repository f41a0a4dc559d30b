import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * Pack a file of the search index: raw deflate, which browsers unpack by themselves (`DecompressionStream`).
 *
 * Each part is packed by itself and all of them are one stream: letters and numbers have little in common, and a table of
 * codes for both serves neither.
 */
export function pack(...parts: (string | Uint8Array)[]): Uint8Array {
  const last = parts.length - 1
  return Buffer.concat(
    parts.map((part, at) =>
      deflateRawSync(part, {
        level: 9,
        ...(part.length > 4096 ? {} : small),
        finishFlush: at < last ? constants.Z_SYNC_FLUSH : constants.Z_FINISH,
      }),
    ),
  )
}

// Most parts have a kilobyte: making ready the tables for large ones took as long as packing.
const small = { windowBits: 12, memLevel: 5, chunkSize: 4096 }

/** What {@link pack} was given, parts behind one another. */
export function unpack(packed: Uint8Array): Buffer {
  return inflateRawSync(packed)
}
