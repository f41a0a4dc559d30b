import { withPlainLetters } from '../letters.ts'
import table from './data/vague-lengths.json' with { type: 'json' }
import type { Figure } from './figure.ts'
import type { FigureFault } from './figure-fault.ts'

type Told = { text: string; language: string }

const made = new Map<string, [string, RegExp][]>()

function unitsOf(language: string): [string, RegExp][] {
  const main = language.split('-')[0] ?? 'en'
  const known = made.get(main)
  if (known) return known
  const words = Object.entries((table as Record<string, Record<string, string>>)[main] ?? {})
  const patterns = words.map(([unit, source]): [string, RegExp] => [unit, withPlainLetters(new RegExp(source, 'iu'))])
  made.set(main, patterns)
  return patterns
}

const single =
  /(?<![第每同某这那此唯统])一(?:个)?(小时|天|周|星期|月|季度|年(?![一度]|下来|[约折共总]?[合计]|(?:大?约|近|逾|共|就?要)?\d)|世纪)(?!半|又)/u
// A unit that the source names in any way may be meant: "in the year to October".
const names: Record<string, RegExp> = {
  小时: /hour|stunde|heure|hora|時間|시간/iu,
  天: /\bdays?\b|\btage?n?\b|jour|día|日|일|하루/iu,
  周: /week|woche|semaine|semana|週|주/iu,
  星期: /week|woche|semaine|semana|週|주/iu,
  月: /month|monat|mois|\bmes(?:es)?\b|月|월|달/iu,
  季度: /quarter|quartal|trimestre|四半期|분기/iu,
  年: /year|annual|jahr|jähr|\bans?\b|année|año|anual|annuel|年|년|해/iu,
  世纪: /centur|jahrhundert|siècle|siglo|世紀|세기/iu,
}
const lengths: Record<string, number> = {
  小时: 1 / 24,
  天: 1,
  周: 7,
  星期: 7,
  月: 30.436875,
  季度: 91.31,
  年: 365.2425,
  世纪: 36524.25,
}

/** 等了一个月 for "waited a week": one of a unit, where the source has one of another and none of it in any number. */
export function checkSingleLengths(ours: Told, source: string, theirs: () => Figure[]): FigureFault[] {
  const said = ours.language.startsWith('zh') ? single.exec(ours.text) : null
  const length = lengths[said?.[1] ?? '']
  if (!said || length === undefined || names[said[1] ?? '']?.test(source)) return []
  const times = theirs().filter(({ family }) => family === 'time')
  const near = (one: Figure): boolean =>
    Math.abs(one.value - length) <= 0.2 * length || Math.abs(one.each - length) <= 0.05 * length
  const another = times.some((one) => Object.values(lengths).some((unit) => Math.abs(one.value - unit) <= 0.01 * unit))
  return another && !times.some(near)
    ? [{ check: 'unit', message: `"${said[0]}" is one of another unit in the source` }]
    : []
}

/**
 * 持续数月 for "go on for weeks": a length of which only the unit is told, and the source has lengths of other units only.
 *
 * For Chinese sentences about sources in another language. A source that tells no length at all says nothing.
 */
export function checkVagueLengths(ours: Told, theirs: Told): FigureFault[] {
  if (!ours.language.startsWith('zh') || theirs.language.startsWith('zh')) return []
  const there = unitsOf(theirs.language)
  return unitsOf(ours.language).flatMap(([unit, pattern]) => {
    const said = pattern.exec(ours.text)?.[0]
    if (said === undefined) return []
    const found = there.filter(([, source]) => source.test(theirs.text)).map(([name]) => name)
    if (found.length === 0 || found.includes(unit)) return []
    return [{ check: 'unit', message: `"${said}" is told in another unit in the source` }]
  })
}
