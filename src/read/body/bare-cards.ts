import { isDate } from './edge-lines.ts'
import type { Line } from './lines.ts'

const longestHeading = 200

/**
 * Cards of other articles without a summary: a heading and, as the only other line of its box, a date that is a link.
 * The heading itself is none, as a link lies over the whole card.
 */
export function bareCards(lines: Line[]): Set<Line> {
  const found = new Set<Line>()
  for (const [at, date] of lines.entries()) {
    const heading = lines[at - 1]
    if (!heading || heading.kind !== 'heading' || heading.text.length > longestHeading) continue
    if (date.linked < date.size * 0.9 || !isDate(date.text)) continue
    const box = heading.box.parent
    if (box === null || (box !== date.box && box !== date.box.parent) || box.prose > 0) continue
    found.add(heading).add(date)
  }
  return found
}
