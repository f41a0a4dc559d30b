/** Where a term stands: articles by their number in the segment, rising; places in the text, rising, for pairs of letters alone. */
export type Postings = { article: number; inHeadline: boolean; places: number[] }[]

/** Words of a headline stand below this place, those of the text from it on. */
export const textFrom = 256

/** The postings of one term in a shard, or `[]`; what a shard looks like is told at `writeShard`. */
export function readPostings(shard: Uint8Array, term: string): Postings {
  const wanted = new TextEncoder().encode(term)
  for (const { name, postings } of readTerms(shard))
    if (name.length === wanted.length && wanted.every((byte, at) => name[at] === byte)) return postings
  return []
}

/** All terms of a shard in their order. `name` is the UTF-8 of the term, and good until the next one is asked for. */
export function* readTerms(shard: Uint8Array): Generator<{ name: Uint8Array; postings: Postings }> {
  const heads = openRow(shard, 0)
  const [headsLength, lettersLength, span] = [heads.next(), heads.next(), heads.next()]
  const widths = { span, first: heads.next(), later: heads.next() }
  let letter = heads.at + headsLength
  const end = letter
  const bits = openBits(shard, end + lettersLength)
  let name = new Uint8Array(0)
  while (heads.at < end) {
    const head = heads.next()
    const shared = head & 15
    const more = (head >> 4) & 15
    const rest = more === 15 ? 15 + heads.next() : more
    const longer = new Uint8Array(shared + rest)
    longer.set(name.subarray(0, shared))
    longer.set(shard.subarray(letter, (letter += rest)), shared)
    name = longer
    yield { name, postings: readTerm(bits, widths) }
  }
}

function readTerm(bits: Bits, { span, first, later }: { span: number; first: number; later: number }): Postings {
  const placed = bits.next(1) === 1
  const articles = bits.count()
  const width = widthFor(span / articles)
  let article = -1
  return Array.from({ length: articles }, () => {
    article += bits.step(width) + 1
    const marked = bits.next(1) === 1
    if (!placed) return { article, inHeadline: marked, places: [] }
    let place = bits.step(first)
    const places = [place]
    for (let left = marked ? bits.count() : 0; left > 0; left--) places.push((place += bits.step(later)))
    return { article, inHeadline: (places[0] ?? textFrom) < textFrom, places }
  })
}

/** How many bits of a step are written as they are, where steps are `mean` on average: Golomb's rule, in powers of two. */
export function widthFor(mean: number): number {
  return Math.max(0, 31 - Math.clz32(mean * 0.69))
}

/** A step of so many whole widths is written in 32 bits instead. */
export const longestStep = 24

type Bits = { next(width: number): number; count(): number; step(width: number): number }

/** Numbers of a row of bits, the highest bit of each byte and number first. */
function openBits(bytes: Uint8Array, from: number): Bits {
  let at = from * 8
  const next = (width: number): number => {
    let number = 0
    for (let left = width; left > 0; left--, at++) number = number * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    return number
  }
  const ones = (most: number): number => {
    let count = 0
    while (count < most && next(1) === 1) count++
    return count
  }
  return {
    next,
    // From 1 on: as many ones as the number has bits behind its first, a nought, and those bits.
    count() {
      const width = ones(31)
      return 2 ** width + next(width)
    },
    step(width) {
      const whole = ones(longestStep)
      return whole === longestStep ? next(32) : whole * 2 ** width + next(width)
    },
  }
}

type Row = { at: number; next(): number }

/** Numbers of a row of bytes from a place on, seven bits in each (LEB128). */
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
  }
}
