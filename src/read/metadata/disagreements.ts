import type { Instant } from '../../types.ts'

/**
 * Who and when by the page's print and by its data; `against` and `printedAt` are empty where they agree. `other`: what a
 * printed 3/4/2026 means where day and month stand the other way round and nothing decides.
 */
export type Disagreement = {
  authors: string[]
  against: string[]
  printedAt: Instant | null
  publishedAt: Instant | null
  other: Instant | null
}

/** Notes for the reader of the record: what the page prints otherwise than its data say, or so that it may be read in two ways. */
export function disagreements({ authors, against, printedAt, publishedAt, other }: Disagreement): string[] {
  const byline = `page prints the byline ${authors.join(', ')}, its data name ${against.join(', ')}`
  const date = `page prints the date ${printedAt?.slice(0, 10) ?? ''}, its data say ${publishedAt?.slice(0, 10) ?? ''}`
  const order = `the printed date is read as ${publishedAt?.slice(0, 10) ?? ''} and may be ${other?.slice(0, 10) ?? ''}`
  return [
    ...(against.length > 0 ? [byline] : []),
    ...(printedAt === null ? [] : [date]),
    ...(other === null ? [] : [order]),
  ]
}
