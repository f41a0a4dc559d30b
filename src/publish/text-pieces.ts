import type { Mark } from '../types.ts'

/** A stretch of a text, in UTF-16 units. */
export type Stretch = { start: number; end: number }

/** A piece of a text that the same marks and the same evidence cover from end to end. */
export type TextPiece<Proof extends Stretch> = Stretch & { marks: Mark[]; proofs: Proof[] }

/**
 * A text cut where a mark or a proof begins or ends, for each of the ranges, which follow one another. Walks the text once:
 * a paragraph of a megabyte may have a hundred thousand marks.
 */
export function cutText<Proof extends Stretch>(
  ranges: Stretch[],
  { marks, proofs }: { marks: Mark[]; proofs: Proof[] },
): TextPiece<Proof>[][] {
  const single = withoutOverlaps(marks)
  const edges = [...new Set([...single, ...proofs].flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)
  const [marksAt, proofsAt] = [walk(single), walk(proofs)]
  let at = 0
  return ranges.map((range) => {
    while ((edges[at] ?? Infinity) <= range.start) at++
    const from = at
    while ((edges[at] ?? Infinity) < range.end) at++
    const cuts = [range.start, ...edges.slice(from, at), range.end]
    return cuts.slice(0, -1).map((start, index) => {
      const end = cuts[index + 1] ?? range.end
      return { start, end, marks: marksAt(start), proofs: proofsAt(start) }
    })
  })
}

/** Emphasis within emphasis is one, and a link within a link is not there: so at most one mark of a kind covers a place. */
function withoutOverlaps(marks: Mark[]): Mark[] {
  const last = new Map<Mark['kind'], Mark>()
  const single = new Map<Mark, Mark>()
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const before = last.get(mark.kind)
    if (before === undefined || mark.start >= before.end) {
      const own = { ...mark }
      last.set(mark.kind, own)
      single.set(mark, own)
    } else if (mark.kind !== 'link') before.end = Math.max(before.end, mark.end)
  }
  return marks.flatMap((mark) => single.get(mark) ?? [])
}

/** What covers each place, asked for from left to right; in the order of the list. */
function walk<One extends Stretch>(list: One[]): (at: number) => One[] {
  const order = new Map(list.map((one, index) => [one, index]))
  const waiting = list.toSorted((a, b) => a.start - b.start)
  let next = 0
  let open: One[] = []
  return (at) => {
    open = open.filter(({ end }) => end > at)
    for (; (waiting[next]?.start ?? Infinity) <= at; next++) {
      const one = waiting[next]
      if (one && one.end > at) open.push(one)
    }
    return open.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  }
}
