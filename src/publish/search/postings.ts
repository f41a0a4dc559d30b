/** Where a term stands: for each article its number in the segment, and the places in its text, both rising. */
export type Postings = { article: number; places: number[] }[]

/** Numbers in as many bytes as they need, seven bits in each (LEB128). */
export type Bytes = { put(number: number): void; add(bytes: Uint8Array): void; take(): Uint8Array; clear(): void }

/** A growing row of bytes. */
export function openBytes(size = 64): Bytes {
  let held = new Uint8Array(size)
  let length = 0
  const room = (more: number): void => {
    if (length + more <= held.length) return
    const next = new Uint8Array(Math.max(held.length * 2, length + more))
    next.set(held.subarray(0, length))
    held = next
  }
  return {
    put(number) {
      room(5)
      let rest = number
      while (rest > 127) {
        held[length++] = (rest & 127) | 128
        rest >>>= 7
      }
      held[length++] = rest
    },
    add(bytes) {
      room(bytes.length)
      held.set(bytes, length)
      length += bytes.length
    },
    take: () => held.subarray(0, length),
    clear() {
      length = 0
    },
  }
}

/**
 * The postings of one term in a shard, or `[]`.
 *
 * A shard is a row of: length of the term's UTF-8, the term, length of its postings, the postings. Postings are a row
 * of: steps to the next article, how many places, steps from place to place.
 */
export function readPostings(shard: Uint8Array, term: string): Postings {
  const wanted = new TextEncoder().encode(term)
  let at = 0
  const next = (): number => {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = shard[at++] ?? 0
      number |= (byte & 127) << shift
      if (byte < 128) return number
    }
  }
  while (at < shard.length) {
    const length = next()
    const same = length === wanted.length && wanted.every((byte, index) => shard[at + index] === byte)
    at += length
    const end = next() + at
    if (!same) {
      at = end
      continue
    }
    const found: Postings = []
    let article = -1
    while (true) {
      if (at >= end) return found
      article += next()
      let place = -1
      found.push({ article, places: Array.from({ length: next() }, () => (place += next())) })
    }
  }
  return []
}
