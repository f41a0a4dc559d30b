import { withPlainLetters } from '../letters.ts'
import table from './data/firsts.json' with { type: 'json' }
import type { Figure } from './figure.ts'
import type { FigureFault } from './figure-fault.ts'

// 第一时间, 首都, 首席 are no firsts of a row, and 距第一名三分 is told of a third.
const said =
  /第一(?=[盘局节轮场届任批针剂个款例座家条艘架枚颗幕代]|季(?!度)|阶段|回合|部(?!分|门)|次)|首[次度]|(?<![居为之])首(?=[个位例款家座艘架枚颗批届任轮名条盘局](?!长|部))/u
const notInRow =
  /^(?:st|nd|rd|th)?[ -](?:\p{L}+est|most|least|best|half|quarter|floor|grade|class|hand|district|street|avenue|amendment|circuit|century)(?!\p{L})/iu
const made = new Map<string, RegExp>()

/**
 * 第一盘 for "the second set", 首个 for "the third": a first where the source has other ordinals only.
 *
 * A source that calls anything first, new or never seen before says nothing.
 */
export function checkFirsts(
  claim: string,
  source: { text: string; language: string },
  figures: () => Figure[],
): FigureFault[] {
  const found = said.exec(claim)?.[0]
  const words = firstsOf(source.language)
  if (found === undefined || words === undefined || words.test(source.text)) return []
  // "The second-largest", "a fifth-grade pupil": ranks and names of things, and no row that has a first.
  const ordinals = figures().filter(
    ({ family, end }) => family === 'ordinal' && !notInRow.test(source.text.slice(end, end + 14)),
  )
  if (ordinals.length === 0 || ordinals.some(({ raw }) => raw === 1)) return []
  return [{ check: 'number', message: `"${found}" is another in the row in the source` }]
}

function firstsOf(language: string): RegExp | undefined {
  const main = language.split('-')[0] ?? 'en'
  const words = (table as Record<string, string | undefined>)[main]
  const known = made.get(main)
  if (words === undefined || known) return known
  const pattern = withPlainLetters(new RegExp(words, 'iu'))
  made.set(main, pattern)
  return pattern
}
