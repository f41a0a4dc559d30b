/** Signs before the hit, and of a snippet in all. */
const leadSigns = 40
const snippetSigns = 160
/** A word longer than this is cut after all. */
const longestKept = 30

const spacedLetter = /[\p{L}\p{M}\p{N}'’-]/u
const unspacedScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u
const isInWord = (sign: string): boolean => spacedLetter.test(sign) && !unspacedScript.test(sign)

/** Is `at` inside a word of a script with spaces, or between the two halves of one sign? */
function cutsWord(text: string, at: number): boolean {
  if (/[\uDC00-\uDFFF]/.test(text.charAt(at))) return true
  return isInWord(text.charAt(at - 1)) && isInWord(text.charAt(at))
}

/**
 * The part of a text around `at`, 160 signs and less, with an ellipsis where it was cut: never inside a word where words
 * have spaces, anywhere in Chinese, Japanese and Thai. The ellipsis is as long as the letters beside it have it: of six dots
 * in Chinese and Japanese (GB/T 15834), else of three.
 */
export function snippetAround(text: string, at: number): string {
  let from = Math.max(0, at - leadSigns)
  let to = Math.min(text.length, from + snippetSigns)
  for (let step = 0; step < longestKept && from < at && cutsWord(text, from); step++) from += 1
  for (let step = 0; step < longestKept && to > at && to < text.length && cutsWord(text, to); step++) to -= 1
  const part = text.slice(from, to).trim()
  return `${from > 0 ? ellipsisBeside(part.slice(0, 2)) : ''}${part}${to < text.length ? ellipsisBeside(part.slice(-2)) : ''}`
}

function ellipsisBeside(signs: string): string {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}，。、；：？！」』）]/u.test(signs) ? '……' : '…'
}
