import type { Line } from './lines.ts'
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
  for (const [at, line] of lines.entries()) {
    // "More from the council:" with a paragraph after it announces what somebody says.
    const announces = line.kind !== 'heading' && /[:：]$/u.test(line.text) && lines[at + 1]?.prose
    if (!announces && isStopHeading(line.text) && above >= all * (1 - mostBelow)) return at
    if (line.prose) above += line.size
  }
  return lines.length
}
