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
  if (sign >= 'a' && sign <= 'z') return sign
  const known = foldedSigns.get(sign)
  if (known !== undefined) return known
  const folded = foldOneSign(sign)
  // A text has some hundred different signs; a hostile one is not kept for ever.
  if (foldedSigns.size > 20_000) foldedSigns.clear()
  foldedSigns.set(sign, folded)
  return folded
}

const foldedSigns = new Map<string, string>()

function foldOneSign(sign: string): string {
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
  const folded: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < all.folded.length; at++) {
    const sign = all.folded.charAt(at)
    const before = folded.at(-1)
    if (sign === ' ') {
      const next = nextSign(all.folded, at)
      if (before === undefined || before === ' ' || next === '' || !(isSpaced(before) && isSpaced(next))) continue
    }
    // "cease-fire" and "ceasefire" are one word in two spellings.
    if (sign === '-' && isLetter(before) && isLetter(all.folded.charAt(at + 1))) continue
    folded.push(sign)
    starts.push(all.starts[at] ?? 0)
    ends.push(all.ends[at] ?? 0)
  }
  return { folded: folded.join(''), starts, ends }
}

function nextSign(folded: string, at: number): string {
  let next = at
  while (folded.charAt(next) === ' ') next++
  return folded.charAt(next)
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /\p{L}/u.test(sign)
}

// A space beside a mark ("word —", "« mot »") is typography too; between two words or numbers it is not.
function isSpaced(sign: string): boolean {
  return wordSign.test(sign) && !unspaced.test(sign)
}

const foldedTexts = new Map<string, ReturnType<typeof foldWithMap>>()

/** The fold of a passage, kept for the other quotes that are looked for in it. */
function foldedText(text: string): ReturnType<typeof foldWithMap> {
  const known = foldedTexts.get(text)
  if (known) return known
  const made = foldWithMap(text)
  if (foldedTexts.size >= 32) foldedTexts.clear()
  foldedTexts.set(text, made)
  return made
}

/**
 * Find a quote in a text exactly, up to case, marks, quotation signs, dashes and spaces; never fuzzily, and never from
 * the middle of a word or number: `4.2 million` does not stand in `14.2 million`, nor “the mayor” in “the mayor’s brother”,
 * 五百人 in 三千五百人 or “12 degrees” in “-12 degrees”.
 *
 * @returns where it stands in UTF-16 units of `text` (`text.slice(start, end)` is the quote as printed), or `null`
 */
export function findQuote(text: string, quote: string): Range | null {
  const needle = foldWithMap(quote).folded
  if (!wordSign.test(needle)) return null
  return findToTheLetter(text, quote, needle) ?? findFolded(text, needle, foldedText)
}

type Range = { start: number; end: number }

/** A text longer than this is folded around the quote first, in UTF-16 units; so far on each side of it. */
const longText = 2000
const around = 80

// Folding ten thousand signs takes two milliseconds, and most quotes stand there to the letter.
function findToTheLetter(text: string, quote: string, needle: string): Range | null {
  const at = text.length > longText ? text.indexOf(quote) : -1
  if (at === -1) return null
  const from = Math.max(0, at - around)
  const found = findFolded(text.slice(from, at + quote.length + around), needle, foldWithMap)
  return found && { start: found.start + from, end: found.end + from }
}

function findFolded(text: string, needle: string, fold: typeof foldWithMap): Range | null {
  const { folded, starts, ends } = fold(text)
  for (let found = folded.indexOf(needle); found !== -1; found = folded.indexOf(needle, found + 1)) {
    const after = found + needle.length
    if (splits(folded, found) || (splits(folded, after) && !isBeforeParticle(folded, after))) continue
    const range = { start: starts[found] ?? 0, end: ends[after - 1] ?? text.length }
    if (!isTorn(text, range)) return range
  }
  return null
}

const particles = /^(?:은|는|이|가|을|를|에|의|로|으로|와|과|도|만|까지|부터|라고|고|보다|라)/u

// Korean writes particles on the word: a quote may end before one (12억원|은), never in the middle of a number.
function isBeforeParticle(folded: string, at: number): boolean {
  // Folding takes Hangul apart: put the next signs together again.
  const next = folded.slice(at, at + 8).normalize('NFC')
  return /[\u1161-\u11ff]/u.test(folded.charAt(at - 1)) && particles.test(next)
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

const apostrophe = /['’ʼ＇]/u
/** Words that lose their last letter before another: "l’avocat", "qu’il", "dell’anno"; "n’" denies, and stays on its verb. */
const elided = /(?<!\p{L})(?:[lmtsdcj]|qu|jusqu|lorsqu|puisqu|quoiqu|(?:d|n|s|c)?(?:all|ell|ull)|un|quest|quell)$/iu

/** Whether a range leaves a word's possessive or contracted end, a number's next figure or its sign outside. */
function isTorn(text: string, { start, end }: { start: number; end: number }): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 40)]
  return (
    isPossessed(text.slice(0, end), behind) ||
    (apostrophe.test(before.at(-1) ?? '') &&
      /^\p{L}/u.test(text.slice(start)) &&
      /\p{L}.$/u.test(before) &&
      !elided.test(before.slice(0, -1))) ||
    splitsFigure(before, text.slice(start, start + 2)) ||
    splitsFigure(text.slice(Math.max(0, end - 2), end), behind.slice(0, 2)) ||
    (/(?:^|[\s(（])[-−]$/u.test(before) && /^\p{Nd}/u.test(text.slice(start)))
  )
}

// "The workers’ leader": without a quotation sign that it closes, the sign behind an s is a possessive too.
function isPossessed(said: string, behind: string): boolean {
  if (!apostrophe.test(behind.charAt(0)) || !/\p{L}$/u.test(said)) return false
  if (/^.\p{L}/u.test(behind)) return true
  return /[szx]$/iu.test(said) && /^.\s\p{Ll}/u.test(behind) && !/(?:^|[^\p{L}])['‘‚＇][^'’＇]*$/u.test(said)
}

const figures = '[\\p{Nd}〇零一二三四五六七八九十百千万億亿萬兆两兩]'
const splitFigure = new RegExp(`(?:${figures}|\\p{Nd}[.,–—~～-])$`, 'u')
const nextFigure = new RegExp(`^(?:${figures}|[만억조천백%％‰]|[.,–—~～-]\\p{Nd})`, 'u')

function splitsFigure(left: string, right: string): boolean {
  return splitFigure.test(left) && nextFigure.test(right)
}
