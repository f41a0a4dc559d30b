import { countHanAndKana } from '../../text/letters.ts'

// Hangul, and the scripts that are written without spaces between words.
const maybeDense = /[\u0E00-\u1FFF\u2E80-\uFFFF]|[\u{20000}-\u{3FFFF}]/u
const semiDense =
  /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu
const ending = /[.!?。！？…।؟۔።։၊។]["”’»」』)）\]]*$|[.!?。！？…।؟۔።։][\s"”’»」』)）]/u
const closedSentence = /[.!?。！？।؟]["”’»」』)）\]]*$/u

/** Length of a text with Han and kana counted threefold, Hangul, Thai and its neighbours twofold, as one sign there says so much more. */
export function weigh(text: string): number {
  // Plain ASCII and Latin with their signs need no counting: the test is cheaper than two replacements.
  if (!maybeDense.test(text)) return text.length
  return text.length + countHanAndKana(text) * 2 + (text.match(semiDense)?.length ?? 0)
}

/** Does a text end or hold a sentence's end, in any script? */
export function hasSentence(text: string): boolean {
  return ending.test(text)
}

/**
 * Long enough or with a sentence in it, and more than links: a paragraph full of links has words of its own between them.
 *
 * @param size weight of the text, and of what of it is under links
 */
export function isProse(text: string, { size, linked }: { size: number; linked: number }): boolean {
  if (linked >= size / 2 && (size - linked < 45 || linked > size * 0.75 || !closedSentence.test(text))) return false
  return size >= 140 || (size >= 50 && hasSentence(text))
}
