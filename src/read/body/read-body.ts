import type { Document } from 'domhandler'
import type { Passage, Residue } from '../../types.ts'
import { chooseNamed, chooseStretch, chooseSubtree, vote } from './generate.ts'
import { judgeBoxes } from './judge-boxes.ts'
import { type Line, readLines, weigh } from './lines.ts'
import { readMarks } from './marks.ts'
import { isPrompt, isStopHeading } from './prompt-rules.ts'
import { textFromScripts } from './script-text.ts'
import { endOfReport } from './stop-lines.ts'

export type Body = { passages: Passage[]; residue: Residue[] }

type Options = { headline: string; isBoilerplate: (line: string) => boolean }

const longestResidue = 500

/** Below this weight of prose a page may have its text in scripts only. */
const littleProse = 600

/**
 * Cut the body out of a page: lines, three ways to choose among them, line votes, then trimming; residue keeps its rule.
 *
 * A page that shows next to nothing is read once more from the text in its scripts.
 */
export function readBody(document: Document, options: Options): Body {
  const body = cutBody(document, options)
  const shown = proseOf(body)
  if (shown >= littleProse) return body
  const written = textFromScripts(document, [options.headline, ...body.passages.map((passage) => passage.text)])
  if (written === null) return body
  const second = cutBody(written, options)
  if (proseOf(second) < Math.max(littleProse / 2, shown * 2)) return body
  return { passages: second.passages, residue: [...body.residue, ...second.residue] }
}

function proseOf({ passages }: Body): number {
  return passages.reduce((sum, { text }) => sum + (text.length >= 40 ? weigh(text) : 0), 0)
}

function cutBody(document: Document, options: Options): Body {
  const all = readLines(document)
  judgeBoxes(all, options.headline)
  const voted = vote([chooseStretch(all), chooseSubtree(all), chooseNamed(all)])
  const body = voted.size > 0 ? [...voted].toSorted((a, b) => a.index - b.index) : all.lines.filter(isPlain)
  const first = body[0]?.index ?? 0
  let last = body.at(-1)?.index ?? -1
  // What the last element goes on to say after a `<br>`, as a list of places, belongs to it.
  while (last >= 0 && all.lines[last + 1]?.box === all.lines[last]?.box) last++
  const chosen = new Set(body)
  const residue: Residue[] = []
  const kept: Line[] = []
  for (const line of all.lines) {
    const rule = reasonToDrop(line, { ...options, chosen, first, last })
    if (rule === null) kept.push(line)
    else if (rule === 'prompt-beside-text' || (line.index >= first && line.index <= last))
      residue.push({ step: 'body', rule, text: line.text.slice(0, longestResidue) })
  }
  for (const line of kept.splice(endOfReport(kept)))
    residue.push({ step: 'body', rule: 'below-read-also', text: line.text.slice(0, longestResidue) })
  // A heading such as "Related" that ended nothing is a prompt like any other.
  const report = kept.filter((line) => !isPrompt(line.text))
  for (const line of kept)
    if (!report.includes(line)) residue.push({ step: 'body', rule: 'prompt', text: line.text.slice(0, longestResidue) })
  return { passages: toPassages(withoutIdleHeadings(report, residue)), residue }
}

function isPlain(line: Line): boolean {
  return line.box.bad === null && line.linked < line.size / 2
}

type Place = Options & { chosen: Set<Line>; first: number; last: number }

function reasonToDrop(line: Line, place: Place): string | null {
  const { text, box, index } = line
  if (index < place.first || index > place.last) return isPrompt(text) ? 'prompt-beside-text' : 'outside-body'
  if (box.bad !== null) return `class-word:${box.bad}`
  if (text === place.headline || line.level === 1) return 'repeats-headline'
  if (isPrompt(text) && !isStopHeading(text)) return 'prompt'
  if (place.isBoilerplate(text)) return 'outlet-line'
  if (line.linked > line.size * 0.8) return 'only-links'
  return line.prose && !place.chosen.has(line) ? 'outvoted' : null
}

/** A heading stays only with text after it. */
function withoutIdleHeadings(lines: Line[], residue: Residue[]): Line[] {
  while (lines.at(-1)?.kind === 'heading') {
    const last = lines.pop()
    if (last) residue.push({ step: 'body', rule: 'heading-without-text', text: last.text })
  }
  return lines
}

function toPassages(lines: Line[]): Passage[] {
  return lines.map(({ kind, text, level, pieces }, index): Passage => {
    const marks = readMarks(text, pieces)
    return {
      id: `p${index + 1}`,
      kind,
      text,
      ...(kind === 'heading' ? { level: Math.max(2, level) } : {}),
      ...(marks.length > 0 ? { marks } : {}),
    }
  })
}
