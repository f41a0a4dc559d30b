/** Articles `from` ≤ position < `to` of the home list, indexed together in `shards` files. */
export type Segment = { folder: string; from: number; to: number; shards: number }

/** Sizes of segments, each a multiple of the next, and into how many files the words of one are spread. */
const levels = [
  { size: 4096, shards: 2048 },
  { size: 512, shards: 512 },
  { size: 64, shards: 32 },
  { size: 8, shards: 4 },
] as const
const tail = levels[3]

/** Articles whose cards share a file. */
export const cardsInBlock = 8

/**
 * The segment of a position when the list has `length` positions.
 *
 * It follows from the two numbers alone: a site that grew piece by piece has the same segments as one built at once.
 */
export function segmentAt(position: number, length: number): Segment {
  const level = levels.find(({ size }) => position < Math.floor(length / size) * size) ?? tail
  const index = Math.floor(position / level.size)
  const from = index * level.size
  return {
    folder: `search/${level.size}/${index}/`,
    from,
    to: Math.min(from + level.size, length),
    shards: level.shards,
  }
}

/** All segments of a list of `length` positions, newest first. */
export function segmentsOf(length: number): Segment[] {
  const found: Segment[] = []
  for (let at = length - 1; at >= 0;) {
    const segment = segmentAt(at, length)
    found.push(segment)
    at = segment.from - 1
  }
  return found
}

/** Folders of smaller segments that a segment has taken the place of. */
export function replacedBy(segment: Segment): string[] {
  return levels.flatMap(({ size }) => {
    if (size >= segment.to - segment.from) return []
    const first = segment.from / size
    return Array.from({ length: (segment.to - segment.from) / size }, (_, at) => `search/${size}/${first + at}/`)
  })
}

/** The file of a segment in which a term is listed: FNV-1a of its UTF-16 units. */
export function shardOf(term: string, shards: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % shards
}
