import type { Article } from '../types.ts'
import { eachRun, piecesOf } from './word-runs.ts'

/** Tells a sentence that holds eight words in a row of an article's text (ADR 146): a copy, whoever wrote it down. */
export function findsCopies({ passages }: Pick<Article, 'passages'>): (sentence: string) => boolean {
  const runs = new Set<number>()
  for (const { text } of passages) eachRun(piecesOf(text), (run) => runs.add(run))
  return (sentence) => {
    let found = false
    eachRun(piecesOf(sentence), (run) => (found ||= runs.has(run)))
    return found
  }
}
