import { withPlainLetters } from '../letters.ts'
import table from './data/vague-lengths.json' with { type: 'json' }
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
