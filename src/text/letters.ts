// What these hold is told by a class of some dozen ranges; `\p{L}` has six hundred, and V8 asks a function about each sign.
const european = /^[\0-\u024F\u2000-\u206F\u20A0-\u20BF]*$/
const noEuropeanLetters =
  /[^0-9A-Za-z\u00AA\u00B2\u00B3\u00B5\u00B9\u00BA\u00BC-\u00BE\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]+/g
const noAsciiLetters = /[^0-9A-Za-z]+/g
const ascii = /^[\0-\x7F]*$/

/** Is a text of ASCII alone? Its letters are told without the tables of Unicode. */
export function isAscii(text: string): boolean {
  return ascii.test(text)
}

/** The letters and figures of a text (`\p{L}`, `\p{N}`), one behind the other. */
export function lettersAlone(text: string): string {
  if (isAscii(text)) return text.replace(noAsciiLetters, '')
  return european.test(text) ? text.replace(noEuropeanLetters, '') : text.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A text as two sources are compared by: its letters and figures alone, without case, width or signs. */
export function foldLetters(text: string): string {
  return isAscii(text)
    ? text.toLowerCase().replace(noAsciiLetters, '')
    : lettersAlone(text.normalize('NFKC').toLowerCase())
}

/** A unit of UTF-16: no part of a word, the beginning of one, what only goes on with one, a sign of Han, kana or Hangul. */
const [gap, letter, mark, dense] = [0, 1, 2, 3]
const hanAndKana = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** How many signs of Han, kana and Hangul: a sign of these says as much as several letters. */
export function countDense(text: string): number {
  return text.match(unspaced)?.length ?? 0
}

/** How many signs of Han and kana, which are written without spaces; Korean has them. */
export function countHanAndKana(text: string): number {
  return text.match(hanAndKana)?.length ?? 0
}

/** Letters and figures that stand for themselves, word by word or sign by sign. */
export type Count = { words: number; characters: number }

/**
 * Count the words of a text, and its signs of Han, kana and Hangul, which are no words.
 *
 * A word begins with a letter or figure and goes on over marks and apostrophes (`don't`, `l’État`).
 */
export function countWords(text: string): Count {
  const kinds = kindsOfUnits()
  let [words, characters] = [0, 0]
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    let kind = kinds[unit]
    const point = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? 0) : 0
    if (point > 0xffff) {
      kind = kindOf(String.fromCodePoint(point))
      at++
    }
    if (kind === dense) characters++
    else if (kind === letter && !inWord) words++
    inWord = kind === letter || (inWord && (kind === mark || unit === 0x27 || unit === 0x2019))
  }
  return { words, characters }
}

function kindOf(sign: string): number {
  if (sign.search(unspaced) >= 0) return dense
  if (/[\p{L}\p{N}]/u.test(sign)) return letter
  return /\p{M}/u.test(sign) ? mark : gap
}

let known: Uint8Array | null = null

/** The kind of each of the 65,536 units; made when first asked for, in some milliseconds. */
function kindsOfUnits(): Uint8Array {
  if (known) return known
  const kinds = new Uint8Array(0x10000)
  // Halves of pairs are left out: together they would be letters of other planes.
  for (const [from, to] of [
    [0, 0xd800],
    [0xe000, 0x10000],
  ] as const) {
    const units = Buffer.from(Uint16Array.from({ length: to - from }, (_, at) => from + at).buffer).toString('utf16le')
    const fill = (signs: RegExp, kind: number): void => {
      for (const { index, 0: run } of units.matchAll(signs)) kinds.fill(kind, from + index, from + index + run.length)
    }
    fill(/[\p{L}\p{N}]+/gu, letter)
    fill(/\p{M}+/gu, mark)
    fill(unspaced, dense)
  }
  known = kinds
  return kinds
}
