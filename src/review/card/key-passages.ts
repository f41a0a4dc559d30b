import { sentenceSpans } from '../../text/sentences.ts'
import type { Evidence, Language, Passage } from '../../types.ts'

const most = 3
/** A key passage longer than this is cut at a sentence: letters of spaced scripts, and of Han, kana and Hangul. */
const longest = { spaced: 320, dense: 140 }
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Folded words; runs of Han, kana and Hangul as overlapping pairs, as no spaces divide them. */
export function tokens(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu,
      ) ?? []
  return words.flatMap((word) => (dense.test(word) ? pairs(word) : word.length > 2 ? [word] : []))
}

function pairs(run: string): string[] {
  const signs = [...run]
  return signs.length < 2 ? [] : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

type Vector = Map<string, number>

function vectors(texts: string[]): Vector[] {
  const bags = texts.map((text) => {
    const bag: Vector = new Map()
    for (const token of tokens(text)) bag.set(token, (bag.get(token) ?? 0) + 1)
    return bag
  })
  const spread: Vector = new Map()
  for (const bag of bags) for (const token of bag.keys()) spread.set(token, (spread.get(token) ?? 0) + 1)
  return bags.map((bag) => {
    const weighed = [...bag].map(
      ([token, times]) => [token, times * Math.log(1 + bags.length / (spread.get(token) ?? 1))] as const,
    )
    const norm = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    return new Map(weighed.map(([token, weight]) => [token, weight / norm]))
  })
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (const [token, weight] of a) sum += weight * (b.get(token) ?? 0)
  return sum
}

/**
 * Choose at most three passages that carry most of the text, in the order of the article.
 *
 * Continuous LexRank (Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization",
 * JAIR 22, 2004): passages are nodes, tf-idf cosine the edges, PageRank with damping 0.85; the random jump prefers
 * early passages (weight 1/(1+i)), as news is told from the top. A passage more than 0.5 alike to a chosen one is left out.
 */
export function findKeyPassages(passages: Passage[], language: Language): Evidence[] {
  const whole = passages
    .filter((passage) => (passage.kind === 'paragraph' || passage.kind === 'quote') && tokens(passage.text).length >= 8)
    .slice(0, 300)
  const bags = vectors(whole.map((passage) => passage.text))
  const scores = rank(bags)
  const chosen: number[] = []
  const order = whole.map((_, at) => at).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  for (const at of order) {
    if (chosen.length === most) break
    const bag = bags[at]
    if (bag && chosen.every((other) => cosine(bag, bags[other] ?? bag) <= 0.5)) chosen.push(at)
  }
  return chosen.toSorted((a, b) => a - b).flatMap((at) => (whole[at] ? [excerpt(whole[at], language)] : []))
}

function rank(bags: Vector[]): number[] {
  const size = bags.length
  const edges = bags.map((a, i) => bags.map((b, j) => (i === j ? 0 : cosine(a, b))))
  const sums = edges.map((row) => row.reduce((sum, edge) => sum + edge, 0) || 1)
  const places = bags.map((_, at) => 1 / (1 + at))
  const all = places.reduce((sum, place) => sum + place, 0) || 1
  let scores = bags.map(() => 1 / size)
  for (let round = 0; round < 30; round++) {
    scores = scores.map((_, at) => {
      const inflow = scores.reduce(
        (sum, score, from) => sum + (score * (edges[from]?.[at] ?? 0)) / (sums[from] ?? 1),
        0,
      )
      return 0.15 * ((places[at] ?? 0) / all) + 0.85 * inflow
    })
  }
  return scores
}

function excerpt(passage: Passage, language: Language): Evidence {
  const limit = dense.test(passage.text.slice(0, 20)) ? longest.dense : longest.spaced
  let end = passage.text.length
  if (end > limit) {
    const sentences = sentenceSpans(passage.text, language)
    end = (sentences.findLast((sentence) => sentence.end <= limit) ?? sentences[0])?.end ?? end
  }
  const quote = passage.text.slice(0, end).trimEnd()
  const start = quote.length - quote.trimStart().length
  return { passage: passage.id, quote: quote.slice(start), start, end: quote.length }
}
