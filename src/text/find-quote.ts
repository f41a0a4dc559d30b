const folds: [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4\u0060\uFF07]/gu, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02]/gu, '"'],
  [/[\u2010-\u2015\u2212\uFF0D]/gu, '-'],
  [/\u2026/gu, '...'],
]

/** Fold one sign so that only differences of typography go away; may give several signs or none. */
function foldSign(sign: string): string {
  let folded = sign.normalize('NFKD').replace(/\p{M}/gu, '')
  for (const [pattern, plain] of folds) folded = folded.replace(pattern, plain)
  return /^\s*$/u.test(folded) ? '' : folded.toLowerCase()
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
  return { folded, starts, ends }
}

/**
 * Find a quote in a text exactly, up to case, marks, quotation signs, dashes and spaces; never fuzzily.
 *
 * @returns where it stands in UTF-16 units of `text` (`text.slice(start, end)` is the quote as printed), or `null`
 */
export function findQuote(text: string, quote: string): { start: number; end: number } | null {
  const needle = foldWithMap(quote).folded
  if (needle === '') return null
  const hay = foldWithMap(text)
  const found = hay.folded.indexOf(needle)
  if (found === -1) return null
  return { start: hay.starts[found] ?? 0, end: hay.ends[found + needle.length - 1] ?? text.length }
}
