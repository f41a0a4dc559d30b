import { letters, withPlainLetters } from '../letters.ts'
import { fractions, multiples, pointParts, spans } from './data/figure-words.ts'
import { numberWords, ordinalWords } from './data/number-words.ts'
import { readAges } from './ages.ts'
import { currencies } from './data/units.ts'
import { germanMultiples, germanOrdinals, type Spelled } from './german-numbers.ts'
import { readNumbers } from './numbers.ts'
import { mayFit, screened } from './screened.ts'
import type { Family, Figure } from './figure.ts'

/** Figures that are words and not a number with a unit: shares, multiples, ordinals, lengths of time, parts of a point. */
export function readWordFigures(text: string, language: string): Figure[] {
  return [
    ...readFractions(text, /^(?:zh|ja|ko)/u.test(language)),
    ...readMultiples(text, language),
    ...readOrdinals(text, language),
    ...readSpans(text),
    ...readPointParts(text),
    ...readAges(text).map((one) => wordFigure(one, 'age', text.slice(one.start, one.end))),
    ...readPrices(text),
  ]
}

const inNumber: Record<string, number> = Object.fromEntries(
  ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru'].flatMap((language) =>
    Object.entries(numberWords[language] ?? {}).filter(([, value]) => value >= 1 && value <= 100),
  ),
)
const tensAndOnes =
  '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)'
const counted = `${tensAndOnes}|\\d{1,3}(?:[,.]\\d{3})+|\\d+|${Object.keys(inNumber).join('|')}`
// "Once read in two of three" is no eleven. "One in four", "nine of every ten", "neuf malades sur dix", "neun von zehn", "cuatro de cada cinco".
const outOf = new RegExp(
  `(?<![${letters}\\d])(?!once (?!de cada))(${counted})(?: [${letters}]+){0,2}?(?: in| out of(?: every)?| of(?: every| the| its| their)?| sur| von| de cada| su| em cada| из) (${counted})(?![${letters}\\d])`,
  'giu',
)

function figureAt(match: RegExpMatchArray, family: Family, value: number): Figure {
  const start = match.index ?? 0
  return wordFigure({ value, start, end: start + match[0].length }, family, match[0])
}

function wordFigure({ value, start, end }: Spelled, family: Family, text: string): Figure {
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
    text,
    hedge: null,
  }
}

const partNames = ['third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const manyParts = new RegExp(`\\b(two|three|four|five|six|seven|eight|nine)[ -](${partNames.join('|')})s\\b`, 'giu')

// From thirds to tenths in German, French and Spanish, told by how the words begin: "drei Fünftel", « deux tiers ».
const partStems = [
  /^(?:Dritt|tier|terc)/iu, /^(?:Viert|quart|cuart)/iu, /^(?:Fünft|cinqu|quint)/iu, /^(?:Sechst|sixi|sext)/iu,
  /^(?:Siebt|septi|sépti)/iu, /^(?:Acht|huiti|octav)/iu, /^(?:Neunt|neuvi|noven)/iu, /^(?:Zehnt|dixi|décim)/iu,
] // prettier-ignore
const partsAbroad = new RegExp(
  `(?<![${letters}\\d])(${Object.keys(inNumber).join('|')}|une|una|la|einem?) ((?:Dritt|Viert|Fünft|Sechst|Siebt|Acht|Neunt|Zehnt)eln?|tiers|quarts|(?:cinqu|six|sept|huit|neuv|dix)ièmes?(?= d)|tercios?|cuartos|quintos|sextos|séptimos|octavos|novenos|décimos|(?:tercera|cuarta|quinta|sexta|séptima|octava|novena|décima)s? partes?)(?![${letters}])`,
  'giu',
)
// 10人中3人, 5社のうち2社, 10건 중 3건.
const outOfEast =
  /(\d+)\s*(?:人|名|件|社|校|店|世帯|台|명|건|곳|가구|개)\s*(?:のうち|中|に|중|가운데)\s*(?:約|약)?\s*(\d+)\s*(?:人|名|件|社|校|店|世帯|台|명|건|곳|가구|개)/gu

// 열 명 중 한 명, 세 곳 가운데 한 곳.
const koreanNumber = '열|스무|다섯|여섯|일곱|여덟|아홉|한|두|세|네'
const koreanThing = '명|곳|가구|개|사람|건|집|대|채|마리'
const outOfKorean = new RegExp(
  `(${koreanNumber}|\\d+)\\s?(?:${koreanThing})\\s?(?:중|가운데|당)에?서?\\s?(${koreanNumber}|\\d+)\\s?(?:${koreanThing})`,
  'gu',
)

const plain = (list: [RegExp, number][]): [RegExp, number][] =>
  list.map(([pattern, value]) => [withPlainLetters(pattern), value])
const [plainFractions, plainMultiples, plainPointParts] = [plain(fractions), plain(multiples), plain(pointParts)]
const plainSpans = plain(spans)
screened([...plainFractions, ...plainMultiples, ...plainPointParts, ...plainSpans])

/** All places of a pattern, which is not tried where none of its words stands. */
const found = (text: string, pattern: RegExp): RegExpExecArray[] =>
  mayFit(text)(pattern) ? [...text.matchAll(pattern)] : []

function readFractions(text: string, eastern: boolean): Figure[] {
  const named = plainFractions.flatMap(([pattern, value]) =>
    found(text, pattern).map((one) => figureAt(one, 'ratio', value)),
  )
  return [...named, ...(eastern ? fractionsEast(text) : fractionsWest(text))]
}

const wordOrDigits = (word: string | undefined): number | undefined =>
  /\d/u.test(word ?? '')
    ? Number(word?.replace(/[,.]/gu, ''))
    : (inNumber[(word ?? '').toLowerCase()] ?? tensAndOne((word ?? '').toLowerCase()))

function tensAndOne(word: string): number | undefined {
  const [tens, ones] = word.split('-').map((part) => inNumber[part])
  return tens === undefined || ones === undefined ? undefined : tens + ones
}

function fractionsWest(text: string): Figure[] {
  const parts = found(text, partsAbroad).flatMap((match) => {
    const [count, part] = [wordOrDigits(match[1]), partStems.findIndex((stem) => stem.test(match[2] ?? ''))]
    return part >= 0 ? [figureAt(match, 'ratio', (count ?? 1) / (part + 3))] : []
  })
  const english = found(text, manyParts).flatMap((match) => {
    const [count, part] = [wordOrDigits(match[1]), partNames.indexOf((match[2] ?? '').toLowerCase())]
    return count !== undefined && part >= 0 ? [figureAt(match, 'ratio', count / (part + 3))] : []
  })
  // "Einen Verlust von 7 Millionen" is no share.
  const isArticle = (match: RegExpMatchArray): boolean => /^ein(?:en|e|em)? \p{Lu}\p{Ll}+ von /u.test(match[0])
  const shares = found(text, outOf).flatMap((match) => {
    if (isArticle(match)) return []
    const [a, b] = [wordOrDigits(match[1]), wordOrDigits(match[2])]
    return a !== undefined && b !== undefined && b >= a && b > 1 ? [figureAt(match, 'ratio', a / b)] : []
  })
  return [...parts, ...english, ...shares]
}

function fractionsEast(text: string): Figure[] {
  const patterns: [RegExp, string, boolean][] = [
    [/([\d.]+|[一二三四五六七八九十]{1,3})\s*(?:分の|분의)\s*([\d.]+|[一二三四五六七八九])/gu, 'ja', false],
    [
      /每([二两三四五六七八九十百\d]+)(?:个|名|人|户|家|座|辆|艘|趟|次|天|公顷|亩|吨|棵|头|件|位)[^，。]{0,6}?(?:有|就有|只|仅|中)[^，。\d]{0,4}?([一二两三四五六七八九\d]+)/gu,
      'zh',
      true,
    ],
    [outOfEast, 'ja', true],
    [outOfKorean, 'ko', true],
  ]
  return patterns.flatMap(([pattern, language, proper]) =>
    found(text, pattern).flatMap((match) => {
      const [b, a] = [match[1], match[2]].map(
        (one) => readNumbers(`${one}${language === 'ko' ? '명' : '個'}`, language)[0]?.value,
      )
      return a && b && (!proper || b >= a) ? [figureAt(match, 'ratio', a / b)] : []
    }),
  )
}

const fold = new RegExp(`\\b(${Object.keys(numberWords['en'] ?? {}).join('|')})-?fold\\b`, 'giu')

function readMultiples(text: string, language: string): Figure[] {
  const named = plainMultiples.flatMap(([pattern, value]) =>
    found(text, pattern).map((one) => figureAt(one, 'multiple', value)),
  )
  const folds = found(text, fold).map((one) => figureAt(one, 'multiple', inNumber[one[1] ?? ''] ?? 0))
  return [...named, ...folds, ...german(germanMultiples, { text, language, family: 'multiple' })]
}

const ordinalPatterns = new Map(
  Object.entries(ordinalWords).map(([language, words]) => [
    language,
    withPlainLetters(
      new RegExp(`(?<!\\p{L})(?:${Object.keys(words).join('|').replaceAll('-', '[- ]')})(?!\\p{L})`, 'giu'),
    ),
  ]),
)
screened([partsAbroad, manyParts, fold, ...ordinalPatterns.values()])

function readOrdinals(text: string, language: string): Figure[] {
  const main = language.split('-')[0] ?? 'en'
  const pattern = ordinalPatterns.get(main)
  if (!pattern) return []
  const listed = found(text, pattern).flatMap((match) => {
    const value = ordinalWords[main]?.[match[0].toLowerCase().replaceAll(' ', '-')]
    return value === undefined ? [] : [figureAt(match, 'ordinal', value)]
  })
  return [...listed, ...german(germanOrdinals, { text, language, family: 'ordinal' })]
}

type Sought = { text: string; language: string; family: Family }

function german(read: (text: string) => Spelled[], { text, language, family }: Sought): Figure[] {
  if (!language.startsWith('de')) return []
  return read(text).map((one) => wordFigure(one, family, text.slice(one.start, one.end)))
}

/** Lengths of time that are one word: "a decade", 半个世纪. */
function readSpans(text: string): Figure[] {
  return plainSpans.flatMap(([pattern, days]) =>
    found(text, pattern).map((one) => ({
      ...figureAt(one, 'time', days),
      of: 'time',
      raw: Number.NaN,
      each: 0,
    })),
  )
}

const perOne = /\bper |\bto the |\bagainst the |\bpro |\bzum |\bpour un |\bpor (?:un )?|对|兑|対/giu

/** "27.4 per euro", "1.08 to the euro": one of a currency. */
function readPrices(text: string): Figure[] {
  return found(text, perOne).flatMap((match) => {
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 30)
    const currency = currencies.find(({ after }) => after?.test(behind))
    return currency ? [{ ...figureAt(match, 'money', 1), of: currency.code }] : []
  })
}

function readPointParts(text: string): Figure[] {
  return plainPointParts.flatMap(([pattern, value]) =>
    found(text, pattern).map((one) => figureAt(one, 'points', value)),
  )
}
