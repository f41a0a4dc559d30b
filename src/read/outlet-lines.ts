import type { ArticleText } from '../types.ts'

/**
 * What an outlet's pages have in common: in how many different articles each line stood, and how long its last whole
 * articles were, in words and characters.
 */
export type OutletLines = {
  articles: number
  lines: Record<string, { seen: number; lastUrl: string; firstUrl?: string }>
  lengths?: number[]
}

const mostLines = 2000
const shortest = 4
const mostLengths = 60
const fewestLengths = 5

/** An outlet of which nothing was read yet. */
export const noLines: OutletLines = { articles: 0, lines: {} }

/**
 * Remember the lines of one article; an article that is read again counts once. At most 2,000 lines are kept: the frequent
 * ones, and of those that were seen as often the latest, or a full list would learn nothing new.
 */
export function learnLines(outlet: OutletLines | null, articleUrl: string, lines: string[]): OutletLines {
  const before = outlet ?? noLines
  const next = new Map(Object.entries(before.lines))
  for (const line of new Set(lines.filter((one) => one.length >= shortest && one.length <= 300))) {
    const known = next.get(line)
    // Two addresses are enough to tell a third from them.
    if (known?.lastUrl === articleUrl || known?.firstUrl === articleUrl) continue
    // Behind all others: it is the latest.
    next.delete(line)
    next.set(line, {
      seen: (known?.seen ?? 0) + 1,
      firstUrl: known?.firstUrl ?? known?.lastUrl ?? articleUrl,
      lastUrl: articleUrl,
    })
  }
  const kept = [...next]
    .toReversed()
    .toSorted(([, a], [, b]) => b.seen - a.seen)
    .slice(0, mostLines)
    .toReversed()
  return { ...before, articles: before.articles + 1, lines: Object.fromEntries(kept) }
}

/** Is this line boilerplate of the outlet: seen in three articles or more, other than this one? */
export function isOutletLine(outlet: OutletLines | null, line: string): boolean {
  return (outlet?.lines[line]?.seen ?? 0) >= 3
}

/** Remember how long a whole article was; texts that are cut say nothing about it. */
export function learnLength(outlet: OutletLines, text: Pick<ArticleText, 'completeness' | 'length'>): OutletLines {
  if (text.completeness.verdict !== 'whole') return outlet
  return {
    ...outlet,
    lengths: [...(outlet.lengths ?? []), text.length.words + text.length.characters].slice(-mostLengths),
  }
}

/** The middle of the lengths of an outlet's whole articles, in words and characters; `null` before five are known. */
export function usualLength(outlet: OutletLines | null): number | null {
  const lengths = outlet?.lengths?.toSorted((a, b) => a - b) ?? []
  return lengths.length < fewestLengths ? null : (lengths[Math.floor(lengths.length / 2)] ?? null)
}
