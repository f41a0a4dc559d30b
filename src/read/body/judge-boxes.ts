import type { Trait } from './box-words.ts'
import type { Box, Line, Lines } from './lines.ts'
import { findNeighbours } from './neighbours.ts'

/** The share of the page's prose from which a suspicious element, or all of its kind together, is forgiven. */
const forgiveFrom: Partial<Record<Trait, number>> = {
  comments: Infinity,
  consent: Infinity,
  nav: 0.6,
  related: 0.6,
  caption: 0.6,
  figure: 0.6,
  embed: 0.6,
  dialog: 0.5,
  factbox: 0.5,
  standfirst: 0.5,
  gallery: 0.5,
}
const otherwise = 0.3
const largestCard = 600
/** The prose that an article has to have outside the cards of others for these to be none of it. */
const leastOwn = 60
// Their prose is no measure for others: a vendor list or a long discussion outweighs many an article.
const never = new Set<Trait>(['comments', 'consent', 'nav', 'related', 'dialog', 'figure', 'caption'])

/**
 * Set `bad` on every box that stands in a suspicious element which is not forgiven.
 *
 * Outlets put `class="paywall"` on every paragraph and wrap whole pages in `with-comments`: an element that holds the
 * headline, or that carries much of the prose alone or with all of its kind, is forgiven; comments never are.
 */
export function judgeBoxes({ boxes, lines }: Lines, { headline, url }: { headline: string; url?: string }): void {
  const holdsHeadline = new Set<Box>()
  const isHeadline = (line: Line): boolean => line.kind === 'heading' && line.text === headline
  const printed = lines.some(isHeadline)
  for (const line of lines) {
    if (printed ? !isHeadline(line) : line.level !== 1) continue
    for (let up: Box | null = line.box.parent; up && !holdsHeadline.has(up); up = up.parent) holdsHeadline.add(up)
  }
  for (const box of boxes) if (isCard(box)) box.trait = 'related'
  const neighbours = findNeighbours(lines, { holdsHeadline, url: url ?? null })
  for (const box of [...neighbours.cards, ...neighbours.next]) box.trait ??= 'related'
  const apart = new Set<Box>()
  let all = 0
  for (const box of boxes) {
    if (box.trait !== null && never.has(box.trait) && !holdsHeadline.has(box)) apart.add(box)
    else if (box.parent && apart.has(box.parent)) apart.add(box)
  }
  for (const line of lines) if (line.prose && !apart.has(line.box)) all += line.size
  const others = new Set(all >= leastOwn ? [...neighbours.cards, ...neighbours.next] : neighbours.next)
  const kinds = new Map<string, number>()
  // A kind inside its own kind is counted once, by the outer box.
  for (const box of boxes)
    if (box.trait !== null && box.prose > 0 && !isLike(box.parent, box))
      kinds.set(kindKey(box), (kinds.get(kindKey(box)) ?? 0) + box.prose)
  for (const box of boxes) {
    const above = box.parent?.bad ?? null
    box.bad = above
    if (above !== null || box.trait === null || holdsHeadline.has(box)) continue
    const enough = (forgiveFrom[box.trait] ?? otherwise) * Math.max(1, all)
    // What leads to other articles has links: without one it is text, whatever its name.
    if (box.trait === 'related' && box.linked === 0 && box.prose > 0 && !others.has(box)) continue
    const isForgiven = box.prose >= enough || (enough < Infinity && (kinds.get(kindKey(box)) ?? 0) >= enough)
    if (others.has(box) || !isForgiven) box.bad = box.trait
  }
}

/** An `<article>` inside another text that is little more than a link with a few words is a card for another article. */
function isCard(box: Box): boolean {
  if (box.element.name !== 'article' || box.trait !== null || box.linked < Math.max(12, box.size * 0.1)) return false
  if (box.size > largestCard) return false
  for (let up = box.parent; up; up = up.parent)
    if (up.element.name === 'article' || up.element.name === 'main') return true
  return false
}

function isLike(one: Box | null, other: Box): boolean {
  return (
    one?.trait === other.trait &&
    one?.element.name === other.element.name &&
    (one?.element.attribs.class ?? '') === (other.element.attribs.class ?? '')
  )
}

function kindKey({ trait, element }: Box): string {
  return `${trait} ${element.name} ${element.attribs.class ?? ''}`
}
