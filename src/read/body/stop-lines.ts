import type { Box, Line } from './lines.ts'
import { isStopHeading } from './prompt-rules.ts'

/** Of the prose, the share that may stand below such a heading for it to be one: else it is a heading of the report. */
const mostBelow = 0.3

/**
 * Where the report ends for a heading such as "Most read": the index in `lines`, or their number when it goes to the end.
 *
 * The words alone decide nothing: most of the prose has to stand above.
 */
export function endOfReport(lines: Line[]): number {
  const all = lines.reduce((sum, line) => sum + (line.prose ? line.size : 0), 0)
  let above = 0
  let last: Line | null = null
  // The text that goes on below, in the element it came from, makes the heading an aside of a few links.
  const lastOf = new Map<Box | null, number>()
  for (const [at, line] of lines.entries()) if (isParagraph(line)) lastOf.set(line.box.parent, at)
  const goesOn = (at: number): boolean => last !== null && (lastOf.get(last.box.parent) ?? 0) > at
  for (const [at, line] of lines.entries()) {
    // "More from the council:" with a paragraph after it announces what somebody says.
    const announces = line.kind !== 'heading' && /[:：]$/u.test(line.text) && lines[at + 1]?.prose
    if (!announces && isStopHeading(line.text) && !goesOn(at) && above >= all * (1 - mostBelow)) return at
    if (line.prose) above += line.size
    if (isParagraph(line)) last = line
  }
  return lines.length
}

function isParagraph({ prose, box }: Line): boolean {
  return prose && box.element.name === 'p'
}
