/** One word or pair of letters of a text and where it stands. */
export type Token = { term: string; at: number }

// Scripts written without spaces are cut into pairs of letters; all others into words.
const pieces =
  /(?<run>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+)|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]]+/gv
// Accents, Hebrew points, Arabic vowels. Not the vowel signs of Indic scripts, which are letters in all but name.
const marks = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/gu
const whole: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}

/** Letters without case, width and marks, so that `Détente` and `ＤＥＴＥＮＴＥ` are one. */
export function fold(text: string): string {
  const small = text.normalize('NFKC').toLowerCase()
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F\u3400-\u9FFF\u3000-\u3020]*$/u.test(small)) return small
  return small
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[øłđðıæœßþ]/gu, (letter) => whole[letter] ?? letter)
}

/**
 * Cut a text into what can be looked up.
 *
 * A word is one token. A run of letters without spaces gives each pair of neighbours, standing where its first letter
 * stands, so that any part of two letters or more is found by pairs that follow one another. Where a short word touches
 * a run (`A股`, `维生素C`), both together are a token too.
 *
 * @param from where the first token stands
 * @returns the tokens, and the place after the last one
 */
export function tokensOf(text: string, from = 0): { tokens: Token[]; end: number } {
  const tokens: Token[] = []
  let at = from
  let before: { letter: string; end: number; at: number } | null = null
  for (const found of fold(text).matchAll(pieces)) {
    const piece = found[0]
    const touching: typeof before = before?.end === found.index ? before : null
    before = null
    if (found.groups?.['run'] === undefined) {
      tokens.push({ term: piece, at })
      if (touching && piece.length <= 4) tokens.push({ term: touching.letter + piece, at: touching.at })
      if (piece.length <= 4) before = { letter: piece, end: found.index + piece.length, at }
      at++
      continue
    }
    const letters = [...piece]
    if (touching) tokens.push({ term: touching.letter + letters[0], at: touching.at })
    for (let index = 1; index < letters.length; index++)
      tokens.push({ term: `${letters[index - 1]}${letters[index]}`, at: at + index - 1 })
    at += letters.length
    before = { letter: letters.at(-1) ?? '', end: found.index + piece.length, at: at - 1 }
  }
  return { tokens, end: at }
}
