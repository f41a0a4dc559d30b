import { numberWords } from './data/number-words.ts'
import { germanCompounds } from './german-numbers.ts'
import { withPlainLetters } from '../letters.ts'
import { scaleAfter } from './scales.ts'
import { mayFit, screened } from './screened.ts'
import type { Numeral } from './numeral.ts'

const spelled = { step: 1, vague: false, inName: false } as const

/** German numbers of one word, with the scale behind them: viereinhalb Millionen. */
export function readCompounds(text: string, main: string): Numeral[] {
  if (main !== 'de') return []
  return germanCompounds(text).map(({ value, start, end }) => {
    const { factor, length } = scaleAfter(text.slice(end), main)
    return { ...spelled, form: 'word', value: value * factor, start, end: end + length, scale: factor }
  })
}

const parts: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }
const [whole] = screened(
  [/(?:[ -](?:and[ -]an?[ -]half|et demie?|y medi[ao])(?!\p{L})|\s?([½¼¾⅓⅔]))/gu].map(withPlainLetters),
)
const before = /(?<![\p{L}\d.,])(?:\d{1,3}|\p{L}{2,9})$/u

/** "Two and a half million", "two-and-a-half-year", 2½: a whole and its part, with the scale behind them. */
export function readMixed(text: string, main: string): Numeral[] {
  if (whole === undefined || !mayFit(text)(whole)) return []
  return [...text.matchAll(whole)].flatMap((match): Numeral[] => {
    const part = match[1]
    const said = before.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? ''
    const counted = /\d/u.test(said) ? Number(said) : numberWords[main]?.[said.toLowerCase()]
    if (counted === undefined || counted >= 100) return []
    const start = match.index - said.length
    const end = match.index + match[0].length
    const { factor, length } = scaleAfter(text.slice(end), main)
    const value = (counted + (part === undefined ? 0.5 : (parts[part] ?? 0))) * factor
    return [{ ...spelled, form: 'digits', value, start, end: end + length, scale: factor }]
  })
}
