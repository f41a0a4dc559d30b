import { foldWords } from './fold-words.ts'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

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
  const words =
    foldWords(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(words.flatMap((word) => (unspaced.test(word) ? pairsOf(word) : [word])))
}

function pairsOf(word: string): string[] {
  const letters = [...word]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
