import { textFrom } from './postings.ts'
import type { Tell } from './tokens.ts'
import type { Term } from './write-shard.ts'

/** The terms of a segment, met article by article. */
export type Terms = {
  /** What takes the tokens of an article; articles come in rising order, places of a kind of token too. */
  of(article: number): Tell
  words(): Iterable<string>
  /** What is listed of a word; see {@link Term}. */
  listed(word: string): Term
}

/**
 * Collects where terms stand, in rows of numbers: a segment of 4096 articles has some 330,000 terms, most of them met once,
 * and an object with lists for each took 300 MB.
 */
export function collectTerms(): Terms {
  const numbers = new Map<string, number>()
  const [terms, articles, places] = [new Numbers(), new Numbers(), new Numbers()]
  const [lastArticle, isPlaced] = [new Numbers(), new Numbers()]
  let sorted: { starts: Uint32Array; order: Uint32Array } | null = null
  const numberOf = (word: string, placed: boolean): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    lastArticle.push(0)
    isPlaced.push(placed ? 1 : 0)
    return numbers.size - 1
  }
  return {
    of: (article) => (word, place, placed) => {
      const term = numberOf(word, placed)
      // A word is told once an article, a pair with all of its places.
      if (!placed && lastArticle.at(term) === article + 1) return
      lastArticle.set(term, article + 1)
      terms.push(term)
      articles.push(article)
      places.push(place)
    },
    words: () => numbers.keys(),
    listed(word) {
      sorted ??= sortByTerm(terms, numbers.size)
      const term = numbers.get(word) ?? 0
      const met = sorted.order.subarray(sorted.starts[term], sorted.starts[term + 1])
      const placed = isPlaced.at(term) === 1
      return placed ? listPlaced(met, articles, places) : listWord(met, articles, places)
    },
  }
}

/** A growing row of whole numbers from 0 to 2³² − 1. A class: the runtime puts its few lines where they are called. */
class Numbers {
  length = 0
  private held = new Uint32Array(1024)
  push(number: number): void {
    if (this.length === this.held.length) {
      const next = new Uint32Array(this.length * 2)
      next.set(this.held)
      this.held = next
    }
    this.held[this.length++] = number
  }
  at(index: number): number {
    return this.held[index] ?? 0
  }
  set(index: number, number: number): void {
    this.held[index] = number
  }
}

/** Where what was met of each term begins in `order`, which keeps the order in which it was met. */
function sortByTerm(terms: Numbers, count: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (let index = 0; index < terms.length; index++) starts[terms.at(index) + 1]! += 1
  for (let term = 0; term < count; term++) starts[term + 1]! += starts[term] ?? 0
  const next = starts.slice()
  const order = new Uint32Array(terms.length)
  for (let index = 0; index < terms.length; index++) order[next[terms.at(index)]!++] = index
  return { starts, order }
}

function listWord(met: Uint32Array, articles: Numbers, places: Numbers): Term {
  const steps: number[] = []
  let before = -1
  for (const index of met) {
    const article = articles.at(index)
    steps.push((article - before - 1) * 2 + (places.at(index) < textFrom ? 1 : 0))
    before = article
  }
  return { placed: false, articles: met.length, steps, places: [] }
}

function listPlaced(met: Uint32Array, articles: Numbers, places: Numbers): Term {
  const term: Term = { placed: true, articles: 0, steps: [], places: [] }
  let before = -1
  for (let at = 0; at < met.length;) {
    const article = articles.at(met[at] ?? 0)
    let end = at
    for (let place = 0; end < met.length && articles.at(met[end] ?? 0) === article; end++) {
      const here = places.at(met[end] ?? 0)
      term.places.push(here - place)
      place = here
    }
    term.steps.push((article - before - 1) * 2 + (end - at > 1 ? 1 : 0))
    if (end - at > 1) term.steps.push(end - at)
    term.articles++
    before = article
    at = end
  }
  return term
}
