import type { Box, Line } from './lines.ts'

/**
 * Boxes of other articles: `cards` begin with a heading that is a link, `next` have a headline of their own beside the
 * article's, as endless scrolling adds them.
 *
 * @param holdsHeadline boxes around the article's headline, which are never a neighbour's
 */
export function findNeighbours(
  lines: Line[],
  { holdsHeadline, url }: { holdsHeadline: Set<Box>; url: string | null },
): { cards: Box[]; next: Box[] } {
  const cards: Box[] = []
  const next: Box[] = []
  const first = lines.find((line) => line.kind === 'heading' && line.box.parent && holdsHeadline.has(line.box.parent))
  for (const line of lines) {
    if (line.kind !== 'heading' || line === first) continue
    const box = textBox(line, holdsHeadline)
    if (!box) continue
    if (leadsAway(line, url) && isFirstIn(lines, { line, box })) cards.push(box)
    if (line.level <= 2 && first && line.text !== first.text && line.index > first.index) {
      const twin = twinOf(box, first.box)
      // A heading of the second level is a headline where the article's is one, and each is in an article of its own.
      const like = line.level === 1 || (line.level === first.level && twin?.element.name === 'article')
      if (twin && like) next.push(twin)
    }
  }
  return { cards, next }
}

/** The smallest box round a heading that has prose, unless the article's headline is in it as well. */
function textBox({ box }: Line, holdsHeadline: Set<Box>): Box | null {
  let up = box.parent
  while (up && up.prose === 0) up = up.parent
  return up && !holdsHeadline.has(up) ? up : null
}

/** Is the whole heading a link to another page? The entries of a live blog lead to themselves. */
function leadsAway({ linked, size, pieces }: Line, url: string | null): boolean {
  if (linked < size * 0.9) return false
  const here = url === null ? null : URL.parse(url)
  return pieces.some(({ link }) => {
    if (link === null || link.startsWith('#')) return false
    const there = here && URL.parse(link, here.href)
    return !there || there.host !== here.host || !there.pathname.startsWith(here.pathname.replace(/\/$/u, ''))
  })
}

function isFirstIn(lines: Line[], { line, box }: { line: Line; box: Box }): boolean {
  for (let at = line.index - 1; at >= 0; at--) {
    const before = lines[at]
    if (!before || !isInside(before.box, box)) return true
    if (before.prose) return false
  }
  return true
}

function isInside(box: Box, outer: Box): boolean {
  let up: Box | null = box
  while (up && up.depth > outer.depth) up = up.parent
  return up === outer
}

/** The box that stands to `box` as its twin to the article's: same parent, same element, same class, and text in both. */
function twinOf(box: Box, headline: Box): Box | null {
  const around = new Map<Box | null, Box>()
  for (let up: Box | null = headline; up; up = up.parent) around.set(up.parent, up)
  for (let up: Box | null = box; up; up = up.parent) {
    const twin = around.get(up.parent)
    if (!twin) continue
    const same = twin.element.name === up.element.name && twin.element.attribs.class === up.element.attribs.class
    return twin !== up && same && twin.prose > 0 && up.prose > 0 ? up : null
  }
  return null
}
