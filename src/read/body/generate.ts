import { remembering, rememberingMarks } from '../remember.ts'
import type { Box, Line, Lines } from './lines.ts'

/** The lines that one way of looking takes for the body. */
export type Choice = Set<Line>

const clean = (line: Line): boolean => line.prose && line.box.bad === null

/** Own blocks: the stretch of the page in which clean prose most outweighs everything else. */
export function chooseStretch({ lines }: Lines): Choice {
  let best = { sum: 0, from: 0, to: -1 }
  let sum = 0
  let from = 0
  for (const [at, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += clean(line) ? Math.min(line.size, 600) : -Math.min(line.size, line.box.bad === null ? 60 : 30)
    if (line.level === 1 && best.sum > 600) sum = 0
    if (sum > best.sum) best = { sum, from, to: at }
  }
  return new Set(lines.slice(best.from, best.to + 1).filter(clean))
}

/** Scored tree: go down from the page while one child holds most of the clean prose; split bodies stay whole. */
export function chooseSubtree({ boxes, lines }: Lines): Choice {
  const prose = new Map<Box, number>()
  for (const line of lines) if (clean(line)) prose.set(line.box, (prose.get(line.box) ?? 0) + line.size)
  for (let i = boxes.length - 1; i > 0; i--) {
    const box = boxes[i]
    if (box?.parent) prose.set(box.parent, (prose.get(box.parent) ?? 0) + (prose.get(box) ?? 0))
  }
  const inside = new Set<Box>()
  let root: Box | null = null
  // A parent comes before its children, so the last box that passes is the deepest on the way down.
  for (const box of boxes) {
    if (root && box.parent !== root) continue
    const share = (prose.get(box) ?? 0) / Math.max(1, prose.get(root ?? box) ?? 1)
    if (root === null ? share > 0 : share > 0.62) root = box
  }
  for (const box of boxes) if (box === root || (box.parent && inside.has(box.parent))) inside.add(box)
  return new Set(lines.filter((line) => clean(line) && inside.has(line.box)))
}

const bodyName =
  /articlebody|article[-_]*(?:body|content|text|detail)|(?:story|post|entry|news|page)[-_]*(?:body|content|text|detail)|(?:^|\s)body[-_]*(?:text|content|copy)/iu

const namesBody = remembering((names) => bodyName.test(names))
const marksBody = rememberingMarks((marks) => bodyName.test(marks))

function isBody({ element }: Box): boolean {
  const { itemprop, property } = element.attribs
  return (
    marksBody(element) ||
    (itemprop !== undefined && namesBody(itemprop)) ||
    (property !== undefined && namesBody(property))
  )
}

/** Tags and selectors: the names that outlets give their bodies, then `article`, then `main`. */
export function chooseNamed({ boxes, lines }: Lines): Choice {
  const all = lines.reduce((sum, line) => sum + (clean(line) ? line.size : 0), 0)
  const ranks: ((box: Box) => boolean)[] = [
    isBody,
    ({ element }) => element.name === 'article',
    ({ element }) => element.name === 'main' || element.attribs.role === 'main',
    ({ parent }) => parent === null,
  ]
  for (const isNamed of ranks) {
    const inside = new Set<Box>()
    for (const box of boxes) if ((box.parent && inside.has(box.parent)) || isNamed(box)) inside.add(box)
    const held = lines.filter((line) => clean(line) && inside.has(line.box))
    if (held.reduce((sum, line) => sum + line.size, 0) > all * 0.45) return new Set(held)
  }
  return new Set()
}

/** The lines that two of the three ways hold. Where the first two say the same, the third is not asked: it changes nothing. */
export function chooseByVotes(lines: Lines): Choice {
  const [stretch, subtree] = [chooseStretch(lines), chooseSubtree(lines)]
  if (stretch.size > 0 && stretch.size === subtree.size && [...stretch].every((line) => subtree.has(line)))
    return stretch
  return vote([stretch, subtree, chooseNamed(lines)])
}

/** Line votes: what two of the three hold; when they have nothing in common, the one that agrees most with the others. */
export function vote(choices: Choice[]): Choice {
  const votes = new Map<Line, number>()
  for (const choice of choices) for (const line of choice) votes.set(line, (votes.get(line) ?? 0) + 1)
  const kept = new Set([...votes].filter(([, count]) => count >= 2).map(([line]) => line))
  if (kept.size > 0) return kept
  return choices.toSorted((a, b) => b.size - a.size)[0] ?? new Set()
}
