import { withPlainLetters } from '../letters.ts'
import table from './data/bounds.json' with { type: 'json' }
import type { Figure } from './figure.ts'
import type { FigureFault } from './figure-fault.ts'

type Side = { text: string; language: string; figures: Figure[] }
type Bound = 'above' | 'below'
type Words = Record<Bound, string[]> & { aboveBehind: string[]; belowBehind: string[] }

/**
 * 最多38英镑 for "at least £38", 逾300人 for "nearly 300": the same amount bounded from the other side.
 *
 * Only where every figure of the source with this value is bounded the other way.
 */
export function checkBounds(claim: Side, readSource: () => Side): FigureFault[] {
  return claim.figures.flatMap((figure) => {
    const ours = boundOf(figure, claim)
    if (ours === null) return []
    const source = readSource()
    const same = source.figures.filter((one) => isSame(one, figure))
    const turned =
      same.length > 0 &&
      same.every((one) => {
        const theirs = boundOf(one, source)
        return theirs !== null && theirs !== ours
      })
    return turned ? [{ check: 'number', message: `"${figure.text}" is bounded from the other side in the source` }] : []
  })
}

const isSame = (one: Figure, other: Figure): boolean =>
  one.family === other.family && Math.abs(one.value - other.value) <= 1e-6 * Math.abs(other.value)

/** Signs before a figure in which its bound stands, and behind it, where a unit comes first. */
const before = 24
const behind = 16

// A sign of money, an article or "about" may stand between a bound and its number.
const gap = '(?:\\s?[$€£¥₩])?\\s?(?:a |an |the |the full |some |约|大约|有|达|为|了)?[$€£¥₩]?\\s?$'
const unit = '^[^\\s,，。;；、\\d一二三四五六七八九十]{0,4}\\s?'

const closing = /^(?:岁|周岁|%|人|元)?(?:以上|以下)|^\s?(?:歳|세|살)?\s?(?:以上|以下|이상|이하)/u

function boundOf(figure: Figure, { text, language }: Side): Bound | null {
  const words = patternsOf(language)
  if (words === null) return null
  const left = text.slice(Math.max(0, figure.start - before), figure.start)
  const right = text.slice(figure.end, figure.end + behind)
  // 接近60岁以上人群的两倍: what stands behind a figure is said of it, and what stands before it may be of another.
  if (closing.test(right)) return words.aboveBehind.test(right) ? 'above' : 'below'
  if (words.above.test(left)) return 'above'
  if (words.below.test(left)) return 'below'
  if (words.aboveBehind.test(right)) return 'above'
  return words.belowBehind.test(right) ? 'below' : null
}

type Patterns = Record<keyof Words, RegExp>
const made = new Map<string, Patterns | null>()

function patternsOf(language: string): Patterns | null {
  const main = language.split('-')[0] ?? 'en'
  const known = made.get(main)
  if (known !== undefined) return known
  const words = (table as Record<string, Words | undefined>)[main]
  const spaced = /^(?:en|de|fr|es)$/u.test(main)
  const edge = spaced ? '(?<!\\p{L})' : ''
  const end = (list: string[]): RegExp => withPlainLetters(new RegExp(`${edge}(?:${list.join('|')})${gap}`, 'iu'))
  const begin = (list: string[]): RegExp =>
    withPlainLetters(new RegExp(`${spaced ? '^(?:[\\s-]?[^\\s,.;]{1,12}){0,2} ?' : unit}(?:${list.join('|')})`, 'iu'))
  const patterns = words
    ? {
        above: end(words.above),
        below: end(words.below),
        aboveBehind: begin(words.aboveBehind),
        belowBehind: begin(words.belowBehind),
      }
    : null
  made.set(main, patterns)
  return patterns
}
