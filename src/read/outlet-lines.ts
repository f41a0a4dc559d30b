/** Lines that an outlet's pages repeat: for each hash, in how many different articles it stood. */
export type OutletLines = { articles: number; lines: Record<string, { seen: number; lastUrl: string }> }

const mostLines = 2000
const shortest = 4

/** An outlet of which nothing was read yet. */
export const noLines: OutletLines = { articles: 0, lines: {} }

/** Remember the lines of one article; the same article twice counts once. At most 2,000 lines are kept, the frequent ones. */
export function learnLines(outlet: OutletLines | null, articleUrl: string, lines: string[]): OutletLines {
  const before = outlet ?? noLines
  const next: OutletLines['lines'] = { ...before.lines }
  for (const line of new Set(lines.filter((one) => one.length >= shortest && one.length <= 300))) {
    const known = next[line]
    if (known?.lastUrl === articleUrl) continue
    next[line] = { seen: (known?.seen ?? 0) + 1, lastUrl: articleUrl }
  }
  const kept = Object.entries(next)
    .toSorted(([, a], [, b]) => b.seen - a.seen)
    .slice(0, mostLines)
  return { articles: before.articles + 1, lines: Object.fromEntries(kept) }
}

/** Is this line boilerplate of the outlet: seen in three articles or more, other than this one? */
export function isOutletLine(outlet: OutletLines | null, line: string): boolean {
  return (outlet?.lines[line]?.seen ?? 0) >= 3
}
