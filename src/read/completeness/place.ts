import type { Element } from 'domhandler'
import { isTag } from 'domhandler'
import { lettersAlone } from '../../text/letters.ts'
import type { Passage } from '../../types.ts'
import { isInvitation } from './gate-words.ts'
import type { ShownLine } from './shown-lines.ts'

/**
 * Where the passages stand among the lines of the page. `lineOf` has -1 for a passage that was not found; `rest[i]` is how
 * many letters of the article's own kind of element come after passage `i`.
 */
export type Place = { lineOf: number[]; rest: number[]; all: number; last: number }

const tailLength = 24
const lastLooked = 6
const tailSigns = 160
const usualSigns = 48

/** The last letters of a text: nearly always they are among its last 48 signs. */
function key(text: string): string {
  const last = lettersAlone(text.slice(-usualSigns))
  const letters = last.length > tailLength ? last : lettersAlone(text.slice(-tailSigns))
  return letters.toLowerCase().slice(-tailLength)
}

/**
 * Find the passages in the page and tell the article's own elements from what was taken along below it.
 *
 * Below a text that was cut stand lines that look like text: a biography, teasers, a newsletter. They are set in other
 * elements than the text, so what is left after a passage is counted in elements like those up to it.
 */
export function placePassages(passages: Passage[], lines: ShownLine[]): Place {
  const where = new Map<string, number[]>()
  for (const [at, line] of lines.entries()) {
    const said = key(line.text)
    const known = where.get(said)
    if (known) known.push(at)
    else where.set(said, [at])
  }
  let from = -1
  const lineOf = passages.map(({ text }) => {
    const at = where.get(key(text))?.find((one) => one > from) ?? -1
    if (at >= 0) from = at
    return at
  })
  const kinds = passages.map((_, index) => kindOf(lines[lineOf[index] ?? -1]?.box ?? null))
  return {
    lineOf,
    rest: restOf(passages, kinds),
    all: passages.reduce((total, one) => total + one.text.length, 0),
    last: from,
  }
}

/** Letters after each passage in elements of a kind that occurs up to it. */
function restOf(passages: Passage[], kinds: string[]): number[] {
  const firstOf = new Map<string, number>()
  for (const [index, kind] of kinds.entries()) if (!firstOf.has(kind)) firstOf.set(kind, index)
  // A kind counts for the passages from its first one on.
  const sums = new Map<string, number>()
  const rest = passages.map(() => 0)
  let sum = 0
  for (let i = passages.length - 1; i >= 0; i--) {
    const kind = kinds[i] ?? ''
    rest[i] = sum
    const passage = passages[i]
    if (!passage || passage.kind === 'heading' || (i >= passages.length - lastLooked && isInvitation(passage.text)))
      continue
    const { length } = passage.text
    sums.set(kind, (sums.get(kind) ?? 0) + length)
    sum += length
    if (firstOf.get(kind) === i) sum -= sums.get(kind) ?? 0
  }
  return rest
}

function kindOf(box: Element | null): string {
  if (!box) return ''
  const parent = box.parent && isTag(box.parent) ? box.parent : null
  return `${box.name}.${box.attribs.class ?? ''} ${parent?.name ?? ''}.${parent?.attribs.class ?? ''}`
}
