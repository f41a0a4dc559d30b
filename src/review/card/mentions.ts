import type { Mention, Passage } from '../../types.ts'

/** A stretch of a passage that names something. */
export type Hit = { passage: Passage; start: number; end: number; readerForm: string | null }

/** Gather hits into mentions, one for each thing named, in the order of the text; the longest of overlapping hits stays. */
export function mentions(hits: Hit[]): Mention[] {
  const kept = [...Map.groupBy(hits, ({ passage }) => passage).values()].flatMap(longestOf)
  const order = new Map(hits.map((hit) => hit.passage).map((passage, at) => [passage.id, at]))
  kept.sort(
    (a, b) =>
      Number(a.passage.id.slice(1)) - Number(b.passage.id.slice(1)) ||
      (order.get(a.passage.id) ?? 0) - (order.get(b.passage.id) ?? 0) ||
      a.start - b.start,
  )
  const found = new Map<string, Mention>()
  for (const { passage, start, end, readerForm } of kept) {
    const text = passage.text.slice(start, end)
    const key = readerForm ?? text
    const mention = found.get(key) ?? { text, readerForm, evidence: [] }
    mention.evidence.push({ passage: passage.id, quote: text, start, end })
    found.set(key, mention)
  }
  return [...found.values()]
}

/** Of the hits of one passage those that no longer one overlaps. */
function longestOf(hits: Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => other.start < hit.end && hit.start < other.end)) kept.push(hit)
  }
  return kept
}
