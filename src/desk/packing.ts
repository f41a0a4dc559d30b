import type { IncomingMessage } from 'node:http'
import { extname } from 'node:path'
import type { Transform } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'

/** How an answer is packed on its way; `identity`: not at all. */
export type Packing = 'br' | 'gzip' | 'identity'

const packed = new Set(['.html', '.css', '.js', '.json', '.xml', '.txt', '.svg'])

/** Below half a kilobyte the headers of an answer weigh more. */
const least = 512

/** A packer of a large file takes six megabytes for as long as its reader takes: beyond so many, texts go out as they are. */
const mostOpen = 16
let open = 0

/**
 * The best packing that a client takes for a file of `size` bytes: texts alone, pictures and the search index are packed, and
 * nothing while too much is being packed.
 */
export function packingFor({ headers }: Pick<IncomingMessage, 'headers'>, file: string, size: number): Packing {
  if (size < least || open >= mostOpen || !packed.has(extname(file))) return 'identity'
  const taken = String(headers['accept-encoding'] ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/u.test(one))
    .map((one) => one.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((one) => taken.includes(one)) ?? 'identity'
}

/**
 * What packs a stream; it counts as open until it ends. Brotli at 5 takes 0.3 ms of an article; at 11 it would take a hundred times
 * as long for a tenth less.
 */
export function openPacker(packing: 'br' | 'gzip'): Transform {
  const packer =
    packing === 'gzip' ? createGzip() : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  open++
  return packer.once('close', () => open--)
}
