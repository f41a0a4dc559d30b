import { withPlainLetters } from '../letters.ts'
import { numberWords } from './data/number-words.ts'
import type { Take } from './told-dates.ts'

const hours = (language: string): string => {
  const words = Object.entries(numberWords[language] ?? {}).filter(([, value]) => value >= 1 && value <= 12)
  return `(\\d{1,2}|${words.map(([word]) => word).join('|')})`
}

/** Patterns with the hour as their only group, and the minutes that they add to it. */
const sources: Record<string, [string, number][]> = {
  en: [
    [`\\bhalf past ${hours('en')}\\b`, 30],
    [`\\b(?:a )?quarter past ${hours('en')}\\b`, 15],
    [`\\b(?:a )?quarter (?:to|of) ${hours('en')}\\b`, -15],
  ],
  de: [
    [`\\bum halb ${hours('de')}\\b`, -30],
    [`\\b(?:um )?Viertel nach ${hours('de')}\\b`, 15],
    [`\\b(?:um )?Viertel vor ${hours('de')}\\b`, -15],
  ],
  fr: [
    [`\\b(?:à|vers|dès) ${hours('fr')} heures? et demie\\b`, 30],
    [`\\b(?:à|vers|dès) ${hours('fr')} heures? et quart\\b`, 15],
    [`\\b(?:à|vers|dès) ${hours('fr')} heures? moins le quart\\b`, -15],
  ],
  es: [
    [`\\blas? ${hours('es')} y media\\b`, 30],
    [`\\blas? ${hours('es')} y cuarto\\b`, 15],
    [`\\blas? ${hours('es')} menos cuarto\\b`, -15],
  ],
}

const made = new Map<string, [RegExp, number][]>()

function patternsOf(language: string): [RegExp, number][] {
  const known = made.get(language)
  if (known) return known
  // "À" is no letter to the language's own edge of a word.
  const edged = (source: string): RegExp => withPlainLetters(new RegExp(source.replace(/^\\b/u, '(?<!\\p{L})'), 'giu'))
  const patterns = (sources[language] ?? []).map(([source, minutes]): [RegExp, number] => [edged(source), minutes])
  made.set(language, patterns)
  return patterns
}

/** Times of day in words: "half past nine", Viertel vor acht, « neuf heures et quart », las nueve y media. */
export function takeWordedTimes(language: string, take: Take, add: (minutes: number) => void): void {
  for (const [pattern, more] of patternsOf(language))
    take(pattern, (match) => {
      const said = (match[1] ?? '').toLowerCase()
      add(((Number(said) || (numberWords[language]?.[said] ?? 0)) % 12) * 60 + more)
    })
}
