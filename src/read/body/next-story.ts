import type { Element } from 'domhandler'
import { isTag } from 'domhandler'
import { anyCase, type AnyCase } from '../../text/any-case.ts'
import type { Line } from './lines.ts'
import words from './next-story-words.json' with { type: 'json' }
import { isByline } from './prompt-rules.ts'
import { isAmong, namesOf } from './script-story.ts'

const whole = (list: string[]): AnyCase => anyCase(`^[^\\p{L}\\p{N}]*(?:${list.join('|')})[^\\p{L}\\p{N}]*$`)
const elsewhere = whole(words.elsewhere)
const label = whole(words.label)
const resume = whole(words.resume)
/** Prose that stands above another story: below a headline comes its own first. */
const leastAbove = 200
/** The share of the prose that stands above a line such as "In other news". */
const mostBelow = 0.5
/** More headings with bylines than this are the entries of a live blog or the parts of a collection. */
const mostStories = 2
const longestLine = 60
const longestGap = 6
/** Lines between a headline and its text: byline, place, date. */
const mostBefore = 5

/**
 * Where another story begins in the text of this one, as the index of its line; `null` when none does.
 *
 * It has a headline of its own, with a byline right below or a rule right above, or a line says so ("In other news"). A
 * heading of the first level alone is a chapter in many outlets.
 */
export function findNextStory(lines: Line[], { headline, first }: { headline: string; first: number }): number | null {
  const names = namesOf([headline], undefined)
  const all = sizeOf(lines)
  const found: Line[] = []
  let above = 0
  for (const line of lines) {
    if (line.index >= first && above >= leastAbove) {
      if (isElsewhere(line) && above >= all * mostBelow) return line.index
      if (line.kind === 'heading' && isHeadline(lines, line) && !isAmong(line.text, names)) found.push(line)
    }
    if (line.prose && line.box.bad === null) above += line.size
  }
  return found.length > mostStories ? null : (found[0]?.index ?? null)
}

function sizeOf(lines: Line[]): number {
  return lines.reduce((sum, { prose, box, size }) => sum + (prose && box.bad === null ? size : 0), 0)
}

function isElsewhere({ text, kind, pieces }: Line): boolean {
  if (text.length > longestLine) return false
  const isSetOff = kind === 'heading' || pieces.every((piece) => piece.stress === 'strong' || piece.text.trim() === '')
  return isSetOff && elsewhere.test(text)
}

function isHeadline(lines: Line[], { index, level, box, linked, size }: Line): boolean {
  // A card that the text goes on below has headline and byline too, but a link for its text.
  const told = lines.slice(index + 1, index + 1 + mostBefore).find(({ prose }) => prose)
  if (level > 3 || box.bad !== null || linked > size / 2 || told?.box.parent !== box.parent) return false
  if (isByline(lines[index + 1]?.text ?? '')) return true
  return level === 1 && before(box.element)?.name === 'hr'
}

function before(element: Element): Element | null {
  let beside = element.prev
  while (beside && !isTag(beside)) beside = beside.prev
  return beside
}

/** Lines of an advertisement in the text: between a label of its own and the line that says the story goes on. */
export function advertLines(lines: Line[]): Set<Line> {
  const found = new Set<Line>()
  for (const [at, line] of lines.entries()) {
    if (line.text.length > longestLine || !label.test(line.text)) continue
    const gap = lines.slice(at + 1, at + 1 + longestGap)
    const end = gap.findIndex(({ text }) => text.length <= longestLine && resume.test(text))
    for (const one of gap.slice(0, Math.max(0, end))) found.add(one)
  }
  return found
}
