/** One word or pair of letters of a text and where it stands. `placed`: its places are told, so that what follows it can be asked. */
export type Token = { term: string; at: number; placed: boolean }

/** Told of each token; see {@link eachToken}. */
export type Tell = (term: string, at: number, placed: boolean) => void

// Scripts written without spaces are cut into pairs of letters; all others into words.
const runLetter =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]$/u
const wordLetter = /^[\p{L}\p{N}\p{M}]$/u
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

// Nothing here has another form than itself, but for capitals.
// oxlint-disable-next-line no-control-regex
const plain = /^[\u0000-\u007F\u3001-\u3020\u3400-\u9FFF]*$/u

/** Letters without case, width and marks, so that `Détente` and `ＤＥＴＥＮＴＥ` are one. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  const small = text.normalize('NFKC').toLowerCase()
  if (plain.test(small)) return small
  return small
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[øłđðıæœßþ]/gu, (letter) => whole[letter] ?? letter)
}

const between = 1
const inWord = 2
const inRun = 3
/** Kinds of letters as they were met, by UTF-16 unit: asking a property of Unicode costs more than all the rest. */
const kinds = new Uint8Array(65_536)

function kindOf(letter: string): number {
  return runLetter.test(letter) ? inRun : wordLetter.test(letter) ? inWord : between
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  // Half of a pair says nothing by itself.
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0))
  return (kinds[unit] ||= kindOf(text.charAt(at)))
}

function afterLetter(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

function endOfPiece(text: string, from: number, kind: number): number {
  let end = afterLetter(text, from)
  while (end < text.length && kindAt(text, end) === kind) end = afterLetter(text, end)
  return end
}

/** Most signs between two words that are taken for one, as in `U.S.-China`. */
const longestJoint = 3

const space = 32

/** Whether two words are written as one, as `covid-19`, `l’État`, `10.5`: signs between them, but no space. */
function isJoint(text: string, from: number, to: number): boolean {
  // Nearly always a single space, which needs no expression.
  if (from < 0 || to - from > longestJoint || text.charCodeAt(from) === space) return false
  return !/\s/u.test(text.slice(from, to))
}

/**
 * Cut a text into what can be looked up, and tell each token in the order in which it ends.
 *
 * A word is one token; two words written as one (`covid-19`) are a third, `covid-19` whatever the sign. A run of letters
 * without spaces gives each pair of neighbours, standing where its first letter stands, so that any part of two letters or
 * more is found by pairs that follow one another. Where a short word touches a run (`A股`, `维生素C`), both together are a
 * token too. Only what holds a letter of a run is placed.
 *
 * @param from where the first token stands
 * @returns the place after the last one
 */
export function eachToken(text: string, from: number, tell: Tell): number {
  const folded = fold(text)
  let at = from
  // What was before stands in plain variables: an object for each of four million words is work for the collector.
  let letter = ''
  let letterEnd = -1
  let letterAt = 0
  let word = ''
  let wordEnd = -1
  for (let index = 0; index < folded.length;) {
    const kind = kindAt(folded, index)
    if (kind === between) {
      index = afterLetter(folded, index)
      continue
    }
    const end = endOfPiece(folded, index, kind)
    const touches = letterEnd === index
    if (kind === inWord) {
      const text = folded.slice(index, end)
      tell(text, at, false)
      if (touches && text.length <= 4) tell(letter + text, letterAt, true)
      else if (isJoint(folded, wordEnd, index)) tell(`${word}-${text}`, at, false)
      if (text.length <= 4) {
        letter = text
        letterEnd = end
        letterAt = at
      }
      word = text
      wordEnd = end
      at++
    } else {
      let second = afterLetter(folded, index)
      if (touches) tell(letter + folded.slice(index, second), letterAt, true)
      let first = index
      while (second < end) {
        const next = afterLetter(folded, second)
        tell(folded.slice(first, next), at++, true)
        first = second
        second = next
      }
      letter = folded.slice(first, end)
      letterEnd = end
      letterAt = at
      word = ''
      wordEnd = -1
      at++
    }
    index = end
  }
  return at
}

/** All tokens of a text as a list; see {@link eachToken}. */
export function tokensOf(text: string, from = 0): { tokens: Token[]; end: number } {
  const tokens: Token[] = []
  const end = eachToken(text, from, (term, at, placed) => tokens.push({ term, at, placed }))
  return { tokens, end }
}
