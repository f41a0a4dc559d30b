import { countDense } from '../../text/letters.ts'

/** How much a text says, in Latin letters: one sign of Han, kana or Hangul says as much as three (docs/extraction.md). */
export function weightOf(text: string): number {
  const dense = countDense(text)
  return text.length + 2 * dense
}
