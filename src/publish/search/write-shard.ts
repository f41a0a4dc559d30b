import { longestStep, widthFor } from './postings.ts'

/**
 * What is listed of a term. A step is twice the distance to the article before, less one. A word has one more where it
 * stands in the headline. A pair of letters has one more where it stands in several places: then their number follows among
 * the steps. The first place of an article is told as it is, the others by their distance.
 */
export type Term = { placed: boolean; articles: number; steps: number[]; places: number[] }

/**
 * One shard of terms, in the parts in which it is packed: like goes with like.
 *
 * `heads`: lengths of the two rows of bytes, articles of the segment and the widths of places; then for each term how many
 * bytes of UTF-8 it has in common with the one before (0 to 15) and sixteen times how many it adds (15: and more, which
 * follows). `letters`: the bytes they add. `bits`: for each term one bit for places, its articles, and their steps and
 * places in Rice's code, whose width follows from how many articles there are: nothing could pack them further.
 *
 * @param terms sorted, so that neighbours begin alike
 */
export function writeShard(
  terms: [string, Term][],
  span: number,
): { heads: Uint8Array; letters: Uint8Array; bits: Uint8Array } {
  const [heads, letters, bits] = [openBytes(), openBytes(), openBits()]
  const widths = { span, ...widthsOf(terms) }
  let before = new Uint8Array(0)
  for (const [word, term] of terms) {
    const name = encoder.encode(word)
    const shared = sharedBytes(before, name)
    const rest = name.length - shared
    heads.put(shared + Math.min(rest, 15) * 16)
    if (rest >= 15) heads.put(rest - 15)
    letters.add(name.subarray(shared))
    writeTerm(bits, term, widths)
    before = name
  }
  const front = openBytes()
  const [row, added] = [heads.take(), letters.take()]
  for (const number of [row.length, added.length, span, widths.first, widths.later]) front.put(number)
  front.add(row)
  return { heads: front.take(), letters: added, bits: bits.take() }
}

const encoder = new TextEncoder()

function sharedBytes(before: Uint8Array, name: Uint8Array): number {
  const most = Math.min(15, before.length, name.length)
  let shared = 0
  while (shared < most && before[shared] === name[shared]) shared++
  return shared
}

/** Tell each article of a term: its step, and where its places begin and end. */
function eachArticle(term: Term, tell: (step: number, from: number, to: number) => void): void {
  let [at, place] = [0, 0]
  for (let article = 0; article < term.articles; article++) {
    const step = term.steps[at++] ?? 0
    const count = !term.placed ? 0 : step % 2 === 1 ? (term.steps[at++] ?? 0) : 1
    tell(step, place, (place += count))
  }
}

function widthsOf(terms: [string, Term][]): { first: number; later: number } {
  const sums = { first: 0, firsts: 0, later: 0, laters: 0 }
  for (const [, term] of terms)
    eachArticle(term, (_, from, to) => {
      if (to === from) return
      sums.first += term.places[from] ?? 0
      sums.firsts++
      for (let at = from + 1; at < to; at++) sums.later += term.places[at] ?? 0
      sums.laters += to - from - 1
    })
  return {
    first: widthFor(sums.first / Math.max(1, sums.firsts)),
    later: widthFor(sums.later / Math.max(1, sums.laters)),
  }
}

type Widths = { span: number; first: number; later: number }

function writeTerm(bits: Bits, term: Term, { span, first, later }: Widths): void {
  bits.put(term.placed ? 1 : 0, 1)
  bits.count(term.articles)
  const width = widthFor(span / term.articles)
  eachArticle(term, (step, from, to) => {
    bits.step(step >> 1, width)
    bits.put(step & 1, 1)
    if (to === from) return
    bits.step(term.places[from] ?? 0, first)
    if (to - from > 1) bits.count(to - from - 1)
    for (let at = from + 1; at < to; at++) bits.step(term.places[at] ?? 0, later)
  })
}

type Bits = ReturnType<typeof openBits>

/** A growing row of bits; see `openBits` of `postings.ts`, which reads it. */
function openBits() {
  const bytes = openBytes()
  let [held, free] = [0, 8]
  const put = (number: number, width: number): void => {
    for (let left = width; left > 0;) {
      const taken = Math.min(left, free)
      left -= taken
      free -= taken
      held |= ((number >>> left) & ((1 << taken) - 1)) << free
      if (free > 0) continue
      bytes.byte(held)
      ;[held, free] = [0, 8]
    }
  }
  /** So many ones, a nought, and the lowest bits of a number. */
  const afterOnes = (count: number, number: number, width: number): void => {
    put(2 ** (count + 1) - 2, count + 1)
    put(number, width)
  }
  return {
    put,
    count(number: number) {
      const width = 31 - Math.clz32(number)
      afterOnes(width, number, width)
    },
    step(number: number, width: number) {
      const whole = number >>> width
      if (whole < longestStep) return afterOnes(whole, number, width)
      put(2 ** longestStep - 1, longestStep)
      put(number, 32)
    },
    take: () => {
      if (free < 8) bytes.byte(held)
      return bytes.take()
    },
  }
}

/** A growing row of bytes. */
function openBytes() {
  let held = new Uint8Array(1024)
  let length = 0
  const room = (more: number): void => {
    if (length + more <= held.length) return
    const next = new Uint8Array(Math.max(held.length * 2, length + more))
    next.set(held.subarray(0, length))
    held = next
  }
  const byte = (value: number): void => {
    room(1)
    held[length++] = value
  }
  return {
    byte,
    /** A whole number in as many bytes as it needs, seven bits in each (LEB128). */
    put(number: number) {
      let rest = number
      for (; rest > 127; rest >>>= 7) byte((rest & 127) | 128)
      byte(rest)
    },
    add(bytes: Uint8Array) {
      room(bytes.length)
      held.set(bytes, length)
      length += bytes.length
    },
    take: () => held.subarray(0, length),
  }
}
