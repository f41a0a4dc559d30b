import type { TextLength } from '../types.ts'
import { countWords } from './letters.ts'

let last = { text: '', count: { words: 0, characters: 0 } }

/**
 * Count a text per script and estimate the whole minutes it takes, at least 1.
 *
 * Han, kana and Hangul are counted letter by letter, everything else by words; both parts add up. A word with an
 * apostrophe (`don't`, `l’État`) is one word.
 *
 * @param text plain text, any language
 * @param speed words and characters per minute; the defaults are miniflux's (265 and 500)
 * @throws {RangeError} when a speed is not positive
 */
export function measureLength(text: string, speed = { words: 265, characters: 500 }): TextLength {
  if (speed.words <= 0 || speed.characters <= 0) {
    throw new RangeError(
      `Cannot measure reading time as speeds must be > 0: current values are ${JSON.stringify(speed)}`,
    )
  }
  // An article's text is measured several times in a row.
  if (text !== last.text) last = { text, count: countWords(text) }
  const { words, characters } = last.count
  const minutes = Math.max(1, Math.ceil(characters / speed.characters + words / speed.words))
  return { words, characters, minutes }
}
