import table from './data/age-words.json' with { type: 'json' }
import { numberWords } from './data/number-words.ts'
import { withPlainLetters } from '../letters.ts'
import { mayFit, screened } from './screened.ts'

/** An age told by its ten years. Offsets in UTF-16 units. */
export type Age = { value: number; start: number; end: number }

type Row = [number, string[], string[], string[], string[]]

const rows = (table as Row[]).map(([value, english, german, french, spanish]) => {
  const words = [
    ...english.map((word) => `\\b(?:his|her|their|its|early|mid|late)[- ](?:early |mid-?|late )?${word}\\b`),
    ...german.flatMap((word) => [
      `\\b(?:Anfang|Mitte|Ende) ${word}(?!\\p{L})`,
      `\\b(?:Mitt)?${word}er(?:in|n)?(?!\\p{L})`,
    ]),
    ...french,
    ...spanish.map((word) => `(?<!\\p{L})${word}`),
  ]
  return { value, pattern: withPlainLetters(new RegExp(words.join('|'), 'giu')) }
})
screened(rows.map(({ pattern }) => pattern))
// 30代の男, 40대 여성.
const eastern = /(?<!\d)([1-9]0)(?:代(?!表|理|替|価|わ)|대(?=[ \s의가는로 ]|\s?(?:남|여|초반|중반|후반)))/gu

const german = new RegExp(
  `(?<!\\p{L})(${Object.keys(numberWords['de'] ?? {}).join('|')})jährige?[mnrs]?(?!\\p{L})`,
  'giu',
)
screened([german])

/** "In their thirties", « trentenaire », 30代: the first year of the ten. */
export function readAges(text: string): Age[] {
  const may = mayFit(text)
  const west = rows
    .filter(({ pattern }) => may(pattern))
    .flatMap(({ value, pattern }) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const place = { start: match.index, end: match.index + match[0].length }
        // In the middle of the fifties: about fifty-five.
        return /^mit|mid/iu.test(match[0])
          ? [value, value + 5].map((age) => ({ ...place, value: age }))
          : [{ ...place, value }]
      }),
    )
  const east = [...text.matchAll(eastern)].map((match) => ({
    value: Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const chinese = Array.from(
    text.matchAll(/(?<![近将])([四五六七八九])旬(?=老|男|女|妇|的|高龄|翁|，)/gu),
    (match) => ({
      value: ('四五六七八九'.indexOf(match[1] ?? '') + 4) * 10,
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
  const compound = Array.from(may(german) ? text.matchAll(german) : [], (match) => ({
    value: numberWords['de']?.[match[1]?.toLowerCase() ?? ''] ?? 0,
    start: match.index,
    end: match.index + match[0].length,
  }))
  return [...west, ...east, ...chinese, ...compound]
}
