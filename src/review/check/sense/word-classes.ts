import { letters } from '../../letters.ts'
import table from '../data/sense-words.json' with { type: 'json' }

/** Classes of words in `data/sense-words.json`; each lists patterns by language. */
export type WordClass = keyof typeof table

/** A text and the language it is in (BCP 47). */
export type Told = { text: string; language: string }

const made = new Map<string, RegExp | null>()

/** One pattern of a class for a language, or `null` where the class has none for it. */
export function wordsOf(name: WordClass, language: string): RegExp | null {
  const main = language.split('-')[0] ?? 'en'
  const key = `${name} ${main}`
  const known = made.get(key)
  if (known !== undefined) return known
  const pattern = compile((table[name] as Record<string, string[]>)[main])
  made.set(key, pattern)
  return pattern
}

// `\b` of the language knows ASCII letters only: "où" and "année" would end in the middle.
const wordEnd = `(?![${letters}0-9])`

/** Alternatives as one pattern for letters of either case; `null` for none. A `\b` first or last is the edge of a word of any alphabet. */
export function compile(pieces: string[] | undefined): RegExp | null {
  if (pieces === undefined || pieces.length === 0) return null
  // Inside a piece too: `si\b(?! que)` took the first two letters of "siège" for a condition.
  const ended = pieces.map((piece) => piece.replace(/(?!^)\\b(?=$|\(\?[!=]|[)|])/gu, wordEnd))
  // Looked at once for all words: a look behind for each of them took ten times as long.
  const words = ended.filter((piece) => piece.startsWith('\\b')).map((piece) => piece.slice(2))
  const runs = ended.filter((piece) => !piece.startsWith('\\b'))
  const edged = words.length > 0 ? [`(?<![${letters}0-9])(?:${words.join('|')})`] : []
  return new RegExp([...edged, ...runs].join('|').replaceAll('\\p{L}', `[${letters}]`), 'giu')
}

/** Whether a text holds a word of the class. */
export function has(name: WordClass, { text, language }: Told): boolean {
  return wordsOf(name, language) !== null && text.search(wordsOf(name, language) ?? /$^/u) !== -1
}

/** How many words of the class a text holds. */
export function count(name: WordClass, { text, language }: Told): number {
  return text.match(wordsOf(name, language) ?? /$^/gu)?.length ?? 0
}

/** A text with blanks for the words of the class. */
export function without(name: WordClass, { text, language }: Told): Told {
  return { text: text.replace(wordsOf(name, language) ?? /$^/gu, ' '), language }
}

const relative =
  /, (?:which|who|whose|dont|où|die|der|das|que|quien)\b[^,.]{0,80},|, (?:which|que|lo que|ce que|ce qui)\b[^,.]{0,80}\.?$/giu

/** Stands for a 是否 or 能否 that was taken out of a text. */
export const whether = '⁇'
const asking = /^(?:[是能会可]否|是不是|能不能|会不会|要不要|有没有)$/u

/** The text without turns that hold a word of denial and deny nothing (不断, "not only"). */
export function withoutTurns({ text, language }: Told): Told {
  const idle = wordsOf('idle', language)
  return { text: idle ? text.replace(idle, (word) => (asking.test(word) ? whether : ' ')) : text, language }
}

/** The same, and without clauses thrown in. */
export const withoutIdle = ({ text, language }: Told): Told =>
  withoutTurns({ text: text.replace(relative, ' '), language })
