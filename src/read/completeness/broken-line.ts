import { isPrompt } from '../body/prompt-rules.ts'
import type { Element } from 'domhandler'
import { isTag } from 'domhandler'
import { openness } from './ending.ts'
import { readGate } from './gate-words.ts'
import type { Place } from './place.ts'
import type { ShownLine } from './shown-lines.ts'

const linesNear = 6

/**
 * A line below the last passage that is set like the passages and breaks off: too short to have been taken for one, or parted
 * from them by a heading or a box. Below the linked headline of another article stands its summary.
 */
export function brokenLine(lines: ShownLine[], { last: end, lineOf }: Place): string | null {
  const last = lines[end]?.box
  if (!last) return null
  const kinds = ownKinds(lines, lineOf)
  for (let at = end + 1; at <= end + linesNear; at++) {
    const line = lines[at]
    if (!line?.box || line.linked || line.heading) continue
    const beside = at === end + 1 && (line.box === last || line.box.parent === last || isSetLike(line.box, last))
    const like = kinds.has(kindOf(line.box)) && !isSummary(lines, at) && isTelling(line.text)
    if ((beside || like) && breaksOff(line.text)) return line.text
  }
  return null
}

/** A paragraph set in a class that the passages have too; a page without classes says nothing by them. */
export function isOwn({ text, box, linked }: ShownLine, kinds: Set<string>): boolean {
  return box !== null && box.attribs.class !== undefined && !linked && text.length >= 60 && kinds.has(kindOf(box))
}

/** Further down stand short lines for readers, which have no full stop either: "Log in to join the conversation". */
function isTelling(text: string): boolean {
  return text.length >= 80 || /(?:…|\.{3})[\])）]?\s*$/u.test(text)
}

// Dots in brackets say that something was left out, whatever colon stands before.
const leftOut = /[[(（]\s*(?:…|\.{3})\s*[\])）]\s*$/u

function breaksOff(text: string): boolean {
  const long = text.length >= 25 && text.split(/\s+/u).length >= 5 && (!/[:：]/u.test(text) || leftOut.test(text))
  if (!(long || (text.length >= 12 && /[\u3040-\u9FFF]$/u.test(text)))) return false
  if (readGate(text) !== null || isPrompt(text)) return false
  return openness(text) === 2 || /(?:…|\.{3})[\])）]?\s*$/u.test(text)
}

function isSummary(lines: ShownLine[], at: number): boolean {
  return [at - 1, at + 1].some((near) => lines[near]?.linked && lines[near]?.heading)
}

/** The kinds of element in which most passages stand, where their names tell them from what else is on the page. */
export function ownKinds(lines: ShownLine[], lineOf: number[]): Set<string> {
  const counts = new Map<string, number>()
  for (const at of lineOf) {
    const box = lines[at]?.box
    if (box) counts.set(kindOf(box), (counts.get(kindOf(box)) ?? 0) + 1)
  }
  return new Set([...counts].filter(([kind, count]) => kind.startsWith('p.') && count >= 2).map(([kind]) => kind))
}

function kindOf({ name, attribs }: Element): string {
  return `${name}.${attribs.class ?? ''}`
}

/** The same kind of element in the same box, or each in a box of its own of one kind and beside the other's. */
function isSetLike(one: Element, other: Element): boolean {
  if (one.name !== other.name) return false
  if (one.parent === other.parent) return true
  const [box, beside] = [one.parent, other.parent]
  if (!box || !beside || !isTag(box) || !isTag(beside) || box.parent !== beside.parent) return false
  return kindOf(one) === kindOf(other) && kindOf(box) === kindOf(beside)
}
