import { foldWords } from './fold-words.ts'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** Words of a text, folded and in small letters. */
export function wordsIn(text: string): string[] {
  return (
    foldWords(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** Is this a run of a script that is written without spaces? */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word)
}

/** Letters of a run two by two; a letter alone stays alone. */
export function pairsOf(word: string): string[] {
  const letters = [...word]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
