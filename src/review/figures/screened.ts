import { createScreen, type Screen } from '../../text/screen.ts'

const sources: string[] = []
const places = new Map<RegExp, number>()
let screen: Screen | null = null

/**
 * Have patterns of a table looked for together: one pass over a text tells which of them may stand in it at all.
 *
 * A passage holds few of the hundred words for days, shares and spans in four languages, and trying each on 10,000 signs took
 * more than half of a reading (docs/adr/0136, 0170).
 *
 * @returns the same patterns
 */
export function screened<T extends RegExp | [RegExp, ...unknown[]]>(table: T[]): T[] {
  for (const row of table) {
    const pattern = row instanceof RegExp ? row : row[0]
    places.set(pattern, sources.length)
    sources.push(pattern.source)
  }
  screen = null
  return table
}

let last = { rest: '', text: '' }

/** Say that a text is what was left of another: no word stands in it that did not stand there. */
export function restOf(rest: string, text: string): void {
  last = { rest, text }
}

/** Tells of a pattern whether it may fit a text; of one that was never screened it says yes. */
export function mayFit(text: string): (pattern: RegExp) => boolean {
  screen ??= createScreen(sources)
  const found = screen(text === last.rest ? last.text : text)
  return (pattern) => {
    const place = places.get(pattern)
    return place === undefined || found.has(place)
  }
}
