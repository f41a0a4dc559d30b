import { withPlainLetters } from '../letters.ts'
import table from './data/rounds.json' with { type: 'json' }
import type { FigureFault } from './figure-fault.ts'

// `\b` of the language knows ASCII letters only, and every row begins with one of them or with an Eastern sign.
const rounds = table.map(({ name, words }) => ({ name, pattern: withPlainLetters(new RegExp(words, 'giu')) }))
const mayHave = /决赛|强|final|carré|octavos|seiz|last (?:four|eight|16|32)|round of|決勝|ベスト|強|결승|강/iu

/** 半决赛 for a quarter-final: a round of a cup, where the source names others. */
export function checkRounds(claim: string, source: string): FigureFault[] {
  const ours = roundsIn(claim)
  if (ours.length === 0) return []
  const theirs = roundsIn(source)
  if (theirs.length === 0) return []
  return ours
    .filter((round) => !theirs.includes(round))
    .map((round) => ({ check: 'number', message: `the source tells of ${theirs.join(', ')}, not of a ${round}` }))
}

const roundsIn = (text: string): string[] =>
  mayHave.test(text) ? rounds.flatMap(({ name, pattern }) => (text.search(pattern) === -1 ? [] : [name])) : []

/** A text with its rounds blanked out, same length: 四分之一决赛 is no quarter and 16强 are no sixteen. */
export function withoutRounds(text: string): string {
  if (!mayHave.test(text)) return text
  return rounds.reduce((left, { pattern }) => left.replace(pattern, (said) => ' '.repeat(said.length)), text)
}
