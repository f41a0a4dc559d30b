import { isUnspaced, pairsOf, wordsIn } from './words-and-pairs.ts'

/**
 * How much two headlines have in common, from 0 to 1: twice their common words over all of their words (Dice). Case and
 * typography do not count; scripts without spaces are compared by pairs of letters.
 */
export function likeness(one: string, other: string): number {
  const [first, second] = [piecesOf(one), piecesOf(other)]
  const size = first.size + second.size
  if (size === 0) return 1
  let common = 0
  for (const piece of first) if (second.has(piece)) common++
  return (2 * common) / size
}

function piecesOf(text: string): Set<string> {
  return new Set(wordsIn(text).flatMap((word) => (isUnspaced(word) ? pairsOf(word) : [word])))
}
