import { foldLetters } from '../../text/letters.ts'
import type { Line } from './lines.ts'

const clock = /^\d{1,2}\s?[:.h]\s?\d{2}(?:\s?(?:a\.?m\.?|p\.?m\.?|uhr|h|gmt|utc|bst|cest|cet|e[sd]?t|часов))?(?!\d)/iu
const longest = 80
/** How often the words after the time have to stand after another time to be a label. */
const fewest = 2

/**
 * The lines of a live blog that say when an entry was written and by whom: "19:20 Ada Quay", "17:35 KEY EVENT".
 *
 * A time alone or before an author's name is one; before other words only when the same words follow other times as
 * well. A timetable has another word for each time and stays.
 */
export function clockLines(lines: Line[], authors: string[]): Set<Line> {
  const names = new Set(authors.map(foldLetters))
  const seen = new Map<string, Line[]>()
  for (const line of lines) {
    if (line.kind !== 'paragraph' || line.prose || line.text.length > longest || !/^\d/.test(line.text)) continue
    const time = clock.exec(line.text)
    if (!time) continue
    const rest = foldLetters(line.text.slice(time[0].length))
    const others = seen.get(rest)
    if (others) others.push(line)
    else seen.set(rest, [line])
  }
  const found = new Set<Line>()
  for (const [rest, some] of seen)
    if (some.length >= fewest || names.has(rest)) for (const line of some) found.add(line)
  return found
}
