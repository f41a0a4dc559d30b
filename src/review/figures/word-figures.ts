import { fractions, multiples, pointParts, spans } from './data/figure-words.ts'
import { numberWords, ordinalWords } from './data/number-words.ts'
import { readNumbers } from './numbers.ts'
import type { Family, Figure } from './read-figures.ts'

/** Figures that are words and not a number with a unit: shares, multiples, ordinals, lengths of time, parts of a point. */
export function readWordFigures(text: string, language: string): Figure[] {
  return [
    ...readFractions(text),
    ...readMultiples(text),
    ...readOrdinals(text, language),
    ...readSpans(text),
    ...readPointParts(text),
  ]
}

const inNumber: Record<string, number> = Object.fromEntries(
  ['en', 'de', 'fr', 'es'].flatMap((language) =>
    Object.entries(numberWords[language] ?? {}).filter(([, value]) => value >= 1 && value <= 100),
  ),
)
const counted = `\\d+|${Object.keys(inNumber).join('|')}`
// "One in four", "nine of every ten", "neuf malades sur dix", "neun von zehn", "cuatro de cada cinco".
const outOf = new RegExp(
  `(?<![\\p{L}\\d])(${counted})(?: [\\p{L}]+){0,2}?(?: in| out of(?: every)?| of every| sur| von| de cada) (${counted})(?![\\p{L}\\d])`,
  'giu',
)

function figureAt(match: RegExpMatchArray, family: Family, value: number): Figure {
  const start = match.index ?? 0
  const end = start + match[0].length
  return {
    value,
    raw: value,
    start,
    end,
    step: 0,
    form: 'word',
    vague: false,
    scale: 1,
    each: 1,
    inName: false,
    family,
    of: null,
    text: match[0],
    hedge: null,
  }
}

const partNames = ['third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const manyParts = new RegExp(`\\b(two|three|four|five|six|seven|eight|nine)[ -](${partNames.join('|')})s\\b`, 'giu')

function readFractions(text: string): Figure[] {
  const found = fractions.flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map((one) => figureAt(one, 'ratio', value)),
  )
  for (const match of text.matchAll(manyParts)) {
    const [count, parts] = [inNumber[(match[1] ?? '').toLowerCase()], partNames.indexOf((match[2] ?? '').toLowerCase())]
    if (count !== undefined && parts >= 0) found.push(figureAt(match, 'ratio', count / (parts + 3)))
  }
  for (const match of text.matchAll(outOf)) {
    const [a, b] = [match[1], match[2]].map((word) =>
      /\d/u.test(word ?? '') ? Number(word) : inNumber[(word ?? '').toLowerCase()],
    )
    if (a !== undefined && b !== undefined && b >= a && b > 1) found.push(figureAt(match, 'ratio', a / b))
  }
  for (const match of text.matchAll(
    /([\d.]+|[一二三四五六七八九十]{1,3})\s*(?:分の|분의)\s*([\d.]+|[一二三四五六七八九])/gu,
  )) {
    const [b, a] = [match[1], match[2]].map((one) => readNumbers(`${one}個`, 'ja')[0]?.value)
    if (a !== undefined && b) found.push(figureAt(match, 'ratio', a / b))
  }
  for (const match of text.matchAll(
    /(\d+)\s*人に\s*(\d+)\s*人|每([二三四五六七八九十\d]+)[个名人户][^，。]{0,6}?(?:有|就有)([一二三四五\d]+)/gu,
  )) {
    const [b, a] = [match[1] ?? match[3], match[2] ?? match[4]].map(
      (one) => readNumbers(one ?? '', 'zh')[0]?.value ?? 1,
    )
    if (a && b && b >= a) found.push(figureAt(match, 'ratio', a / b))
  }
  return found
}

function readMultiples(text: string): Figure[] {
  return multiples.flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map((one) => figureAt(one, 'multiple', value)),
  )
}

function readOrdinals(text: string, language: string): Figure[] {
  const words = ordinalWords[language.split('-')[0] ?? 'en']
  if (words === undefined) return []
  return [...text.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const value = words[match[0].toLowerCase()]
    return value === undefined ? [] : [figureAt(match, 'ordinal', value)]
  })
}

/** Lengths of time that are one word: "a decade", 半个世纪. */
function readSpans(text: string): Figure[] {
  return spans.flatMap(([pattern, days]) =>
    [...text.matchAll(pattern)].map((one) => ({
      ...figureAt(one, 'time', days),
      of: 'time',
      raw: Number.NaN,
      each: 0,
    })),
  )
}

function readPointParts(text: string): Figure[] {
  return pointParts.flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map((one) => figureAt(one, 'points', value)),
  )
}
