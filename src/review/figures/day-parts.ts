import { withPlainLetters } from '../letters.ts'
import table from './data/day-parts.json' with { type: 'json' }

/** From the first light to the dark; those beside each other, and the last and the first, may be called by each other's name. */
const order = ['dawn', 'morning', 'noon', 'afternoon', 'evening', 'night'] as const
type Part = (typeof order)[number]

const made = new Map<string, [Part, RegExp][]>()

function patternsOf(language: string): [Part, RegExp][] {
  const known = made.get(language)
  if (known) return known
  const words = (table as Record<string, Record<Part, string> | undefined>)[language]
  // `\b` of the language knows ASCII letters only.
  const edged = (source: string): string =>
    source.replace(/\\b(?=\(|\p{L})/gu, '(?<!\\p{L})').replaceAll('\\b', '(?!\\p{L})')
  const patterns = words
    ? order.map((part): [Part, RegExp] => [part, withPlainLetters(new RegExp(edged(words[part]), 'iu'))])
    : []
  made.set(language, patterns)
  return patterns
}

/** The parts of a day that a text names: morning, 傍晚, Abend. */
export function dayPartsIn(text: string, language: string): Set<string> {
  const main = language.split('-')[0] ?? 'en'
  return new Set(patternsOf(main).flatMap(([part, pattern]) => (pattern.test(text) ? [part] : [])))
}

/** Which part of a day a time of it may be said to be in. */
function partsOfHour(minutes: number): Part[] {
  const hour = Math.floor(minutes / 60)
  if (hour < 5) return ['night', 'dawn']
  if (hour < 8) return ['dawn', 'morning']
  if (hour < 11) return ['morning']
  if (hour < 14) return ['noon', 'morning', 'afternoon']
  if (hour < 17) return ['afternoon']
  if (hour < 20) return ['evening', 'afternoon']
  return ['evening', 'night']
}

/**
 * Parts of a day that the source does not have, where it has others: 早上 for "in the evening".
 *
 * @param times minutes of the day that the source tells for sure; what is told by the clock alone is judged by the clock
 */
export function otherDayParts(ours: Set<string>, theirs: Set<string>, times: number[]): string[] {
  if (ours.size === 0 || (theirs.size === 0 && times.length === 0)) return []
  const told = [...theirs, ...times.flatMap(partsOfHour)].map((part) => order.indexOf(part as Part))
  // Noon is a point: neither the morning nor the afternoon.
  const isNear = (a: number, b: number): boolean =>
    a === b || (b !== order.indexOf('noon') && (Math.abs(a - b) === 1 || Math.abs(a - b) === order.length - 1))
  return [...ours]
    .filter((part) => !told.some((at) => isNear(at, order.indexOf(part as Part))))
    .map((part) => `${part} is another part of the day in the source`)
}
