const folds: [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4\u0060\uFF07]/gu, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02]/gu, '"'],
  [/[\u2010-\u2015\u2212\uFF0D]/gu, '-'],
  [/\u2026/gu, '...'],
]
// Scripts written without spaces: a space beside one of their signs means nothing, and a word may begin anywhere.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const wordSign = /[\p{L}\p{N}]/u

/** Fold one sign so that only differences of typography go away; white space becomes one space, unseen signs nothing. */
function foldSign(sign: string): string {
  if (/^\s$/u.test(sign)) return ' '
  let folded = sign.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')
  for (const [pattern, plain] of folds) folded = folded.replace(pattern, plain)
  return folded.toLowerCase()
}

/** The folded text and, for each of its UTF-16 units, where it stands in the original. */
function foldWithMap(text: string): { folded: string; starts: number[]; ends: number[] } {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const sign of text) {
    const plain = foldSign(sign)
    for (let i = 0; i < plain.length; i++) {
      starts.push(at)
      ends.push(at + sign.length)
    }
    folded += plain
    at += sign.length
  }
  return dropIdleSpaces({ folded, starts, ends })
}

function dropIdleSpaces(all: { folded: string; starts: number[]; ends: number[] }) {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < all.folded.length; at++) {
    const sign = all.folded.charAt(at)
    if (sign === ' ') {
      const next = all.folded.slice(at).trimStart().charAt(0)
      const before = folded.at(-1) ?? ' '
      if (before === ' ' || next === '' || !(isSpaced(before) && isSpaced(next))) continue
    }
    // "cease-fire" and "ceasefire" are one word in two spellings.
    if (sign === '-' && isLetter(folded.at(-1)) && isLetter(all.folded.charAt(at + 1))) continue
    folded += sign
    starts.push(all.starts[at] ?? 0)
    ends.push(all.ends[at] ?? 0)
  }
  return { folded, starts, ends }
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /\p{L}/u.test(sign)
}

// A space beside a mark ("word —", "« mot »") is typography too; between two words or numbers it is not.
function isSpaced(sign: string): boolean {
  return wordSign.test(sign) && !unspaced.test(sign)
}

/**
 * Find a quote in a text exactly, up to case, marks, quotation signs, dashes and spaces; never fuzzily, and never from
 * the middle of a word or number (`4.2 million` does not stand in `14.2 million`).
 *
 * @returns where it stands in UTF-16 units of `text` (`text.slice(start, end)` is the quote as printed), or `null`
 */
export function findQuote(text: string, quote: string): { start: number; end: number } | null {
  const needle = foldWithMap(quote).folded
  if (!wordSign.test(needle)) return null
  const { folded, starts, ends } = foldWithMap(text)
  for (let found = folded.indexOf(needle); found !== -1; found = folded.indexOf(needle, found + 1)) {
    const after = found + needle.length
    if (splits(folded, found) || splits(folded, after)) continue
    return { start: starts[found] ?? 0, end: ends[after - 1] ?? text.length }
  }
  return null
}

/** Whether a cut at `at` goes through a word or a number. */
function splits(folded: string, at: number): boolean {
  const [left, right] = [folded.charAt(at - 1), folded.charAt(at)]
  if (left === '' || right === '') return false
  if (isSpaced(left) && isSpaced(right)) return true
  const digits = /\d/u
  // "1,200" and "4.2" are one number: neither may be cut at its mark.
  if (/[.,]/u.test(left) && digits.test(right)) return digits.test(folded.charAt(at - 2))
  return /[.,]/u.test(right) && digits.test(left) && digits.test(folded.charAt(at + 1))
}
