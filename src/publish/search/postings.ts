/** Where a term stands: articles by their number in the segment, rising; places in the text, rising, for pairs of letters alone. */
export type Postings = { article: number; inHeadline: boolean; places: number[] }[]

/** Words of a headline stand below this place, those of the text from it on. */
export const textFrom = 256

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

/** What is listed of a term: see {@link readPostings}. */
export type Term = { placed: boolean; articles: number; steps: number[]; places: number[] }

/**
 * One shard of terms.
 *
 * Three rows behind one another, as like goes with like when it is packed: the terms (length of its UTF-8, the term, twice
 * the number of its articles, one more where it has places), the steps from article to article, the places.
 */
export function writeShard(terms: [string, Term][]): Uint8Array {
  const [names, steps, places] = [openBytes(4096), openBytes(4096), openBytes(4096)]
  for (const [word, term] of terms) {
    const name = new TextEncoder().encode(word)
    names.put(name.length)
    names.add(name)
    names.put(term.articles * 2 + (term.placed ? 1 : 0))
    for (const step of term.steps) steps.put(step)
    for (const place of term.places) places.put(place)
  }
  const shard = openBytes(4096)
  for (const row of [names, steps]) shard.put(row.take().length)
  for (const row of [names, steps, places]) shard.add(row.take())
  return shard.take()
}

/**
 * The postings of one term in a shard, or `[]`.
 *
 * A step is twice the distance to the article before, less one. A word has one more where it stands in the headline. A
 * pair of letters has one more where it stands in several places: then their number follows among the steps. The first
 * place of an article is told as it is, the others by their distance.
 */
export function readPostings(shard: Uint8Array, term: string): Postings {
  const wanted = new TextEncoder().encode(term)
  const names = openRow(shard, 0)
  const [namesLength, stepsLength] = [names.next(), names.next()]
  const end = names.at + namesLength
  const steps = openRow(shard, end)
  const places = openRow(shard, end + stepsLength)
  while (names.at < end) {
    const from = names.skip(names.next())
    const same = names.at - from === wanted.length && wanted.every((byte, index) => shard[from + index] === byte)
    const told = names.next()
    const found = readTerm({ steps, places }, { articles: told >> 1, placed: told % 2 === 1 })
    if (same) return found
  }
  return []
}

function readTerm({ steps, places }: { steps: Row; places: Row }, term: Pick<Term, 'articles' | 'placed'>): Postings {
  let article = -1
  return Array.from({ length: term.articles }, () => {
    const step = steps.next()
    article += (step >> 1) + 1
    if (!term.placed) return { article, inHeadline: step % 2 === 1, places: [] }
    let place = 0
    const count = step % 2 === 1 ? steps.next() : 1
    const all = Array.from({ length: count }, () => (place += places.next()))
    return { article, inHeadline: (all[0] ?? textFrom) < textFrom, places: all }
  })
}

type Row = { at: number; next(): number; skip(length: number): number }

/** Numbers of a row of bytes from a place on; `skip` gives where it was. */
function openRow(bytes: Uint8Array, from: number): Row {
  return {
    at: from,
    next() {
      let number = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[this.at++] ?? 0
        number |= (byte & 127) << shift
        if (byte < 128) return number
      }
    },
    skip(length) {
      this.at += length
      return this.at - length
    },
  }
}
