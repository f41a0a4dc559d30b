import { size } from './accounts.ts'
import type { Weighed } from './ending.ts'
import type { Facts } from './facts.ts'
import { mayBeGate, readGate } from './gate-words.ts'
import type { Place } from './place.ts'
import type { ShownLine } from './shown-lines.ts'
import { isGate, isTold, isWall } from './stand-in.ts'

/**
 * A gate below a line of prose between the headline and the first passage: the line is the beginning of the article, and what
 * was taken for its text is something else of the page.
 */
export function gateAbove(lines: ShownLine[], { lineOf }: Place): Weighed | null {
  const first = lineOf.find((at) => at >= 0) ?? -1
  const headline = lines.findIndex((line) => line.box?.name === 'h1')
  if (headline < 0 || first < 0) return null
  for (let at = headline + 2; at < first; at++) {
    const line = lines[at]
    const before = lines[at - 1]
    if (!line || !before || before.linked || before.text.length < 60) continue
    const kind = readGate(line.text)
    // A button of every picture's caption unfolds the caption.
    if (kind === 'more' && lines.filter(({ text }) => text === line.text).length > 1) continue
    if (kind !== null)
      return { code: kind === 'more' ? 'continue-reading' : 'wall-phrase', detail: line.text, weight: 1.5 }
  }
  return null
}

/** Lines between the headline and the text: a byline, a date, and perhaps a gate that was told from the text. */
const linesAbove = 6
/** Words and characters of a gate; fewer are a label of the article. */
const shortestGate = 5

/** A gate that comes before the beginning of a text, or is its first passage and says nothing of the headline. */
export function gateFirst({ passages, metadata, shown }: Facts, { lineOf }: Place): Weighed | null {
  const at = lineOf.find((line) => line >= 0) ?? -1
  const headline = shown.lines.findIndex((line) => line.box?.name === 'h1')
  const above = headline < 0 || at - headline > linesAbove ? [] : shown.lines.slice(headline + 1, Math.max(at, 0))
  const said = above.flatMap((line) => (line.linked || size(line.text) < shortestGate ? [] : line.text))
  const own = passages.slice(0, 1).map(({ text }) => text)
  const gate =
    said.find((text) => isGate(text)) ??
    own.find((text) => mayBeGate(text) && isWall(text) && !isTold(metadata.headline, text))
  return gate === undefined ? null : { code: 'wall-phrase', detail: gate, weight: 2 }
}
