import type { FigureFault } from './figure-fault.ts'

const ours = /(?<![\d.:：-])(\d{1,3})\s?比\s?(\d{1,3})(?![\d.:：-])/gu
const theirs =
  /(?<![\d.,:-])(\d{1,3})\s?(?:[-–—―:：比対対대]|勝|승|胜|to|zu|à|a|contre|gegen|against)\s?(\d{1,3})(?![\d.,]\d|[:：-])/giu

/** "Two goals down" is 0比2. */
const downBy = /\b(?:(two|three|four)|([2-4]))(?: goals?| points?)? (?:down|behind|up|adrift)\b/giu
const worth: Record<string, number> = { two: 2, three: 3, four: 4 }

const pairsIn = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), (match) =>
    [Number(match[1]), Number(match[2])].toSorted((a, b) => a - b).join('-'),
  )

/** 7比6 for "7-5": a score whose numbers stand in the source, and not beside each other. */
export function checkScores(claim: string, source: string): FigureFault[] {
  const told = pairsIn(claim, ours)
  if (told.length === 0) return []
  const down = Array.from(source.matchAll(downBy), (match) => `0-${worth[match[1]?.toLowerCase() ?? ''] ?? match[2]}`)
  const known = [...pairsIn(source, theirs), ...down]
  const wrong = known.length === 0 ? undefined : told.find((pair) => !known.includes(pair))
  return wrong === undefined ? [] : [{ check: 'number', message: `no score of ${wrong} stands in the source` }]
}
