import type { FeedItem, Instant } from '../types.ts'

// A feed that dates its items anew with each answer is no more than this ahead of what it said when they were new to us.
const driftMs = 30 * 86_400_000
// Fewer may all have been edited at one time.
const fewest = 3

/**
 * Items with the dates by which they are known, where the feed only dates them anew: a publication that moves later, without
 * another word, was the first one all the same, and updates of all its items at one time, without another word in any, are the hour of the answer.
 * Their pages would be asked for again with each answer.
 *
 * @param known the same items as they stand in the press
 */
export function keepDates(items: FeedItem[], known: Map<string, FeedItem>): FeedItem[] {
  const pairs = items.flatMap((item) => {
    const before = known.get(item.key)
    return before === undefined ? [] : [{ before, item }]
  })
  const stamped = pairs.length >= fewest && pairs.every(({ before, item }) => isOnlyDatedAnew(before, item))
  return items.map((item) => {
    const before = known.get(item.key)
    // Another text under the same guid may be another story: its own date is right.
    if (before === undefined || !saysTheSame(before, item)) return item
    return {
      ...item,
      publishedAt: isLater(before.publishedAt, item.publishedAt) ? before.publishedAt : item.publishedAt,
      updatedAt: stamped ? before.updatedAt : item.updatedAt,
    }
  })
}

function isOnlyDatedAnew(before: FeedItem, item: FeedItem): boolean {
  return saysTheSame(before, item) && before.updatedAt !== item.updatedAt
}

/** The same but for the dates. */
function saysTheSame(before: FeedItem, item: FeedItem): boolean {
  const undated = { publishedAt: null, updatedAt: null }
  return JSON.stringify({ ...before, ...undated }) === JSON.stringify({ ...item, ...undated })
}

function isLater(before: Instant | null, after: Instant | null): boolean {
  if (before === null || after === null) return after === null
  const drift = Date.parse(after) - Date.parse(before)
  return drift > 0 && drift < driftMs
}
