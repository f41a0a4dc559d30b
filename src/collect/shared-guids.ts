import { likeness } from '../text/likeness.ts'
import { canonicalAddress, guidKey, type ItemWords } from './identity.ts'

/** Headlines of one article told twice share more of their words than this. */
const reworded = 0.2
/** A guid that so many items bear is none; their headlines are not compared. */
const mostTold = 50
/** As much of a text as a headline could be. */
const opening = 300

/**
 * Guids that one document gives to different addresses, or to items with quite other headlines (`0`, `false`, an address
 * whose items differ in `?ref=`): they identify nothing (ADR 270).
 */
export function sharedGuids(items: ItemWords[]): Set<string> {
  const told = Map.groupBy(
    items.filter(({ guid }) => guid !== null),
    ({ guid, url }) => guidKey(guid ?? '', url && canonicalAddress(url)),
  )
  const shared = [...told.values()].filter((same) => same.length > 1 && isShared(same)).flat()
  return new Set(shared.map(({ guid }) => guid ?? ''))
}

function isShared([first, ...others]: ItemWords[]): boolean {
  return others.length > mostTold || others.some((other) => first !== undefined && isOther(other, first))
}

function isOther(one: ItemWords, other: ItemWords): boolean {
  if (one.guid === other.guid && one.url !== other.url) return true
  const [headline, otherHeadline] = [headlineOf(one), headlineOf(other)]
  return headline !== otherHeadline && likeness(headline, otherHeadline) < reworded
}

/** The headline, or how the text begins that has none. */
function headlineOf({ title, summary, content }: ItemWords): string {
  return [title, summary, content].find(Boolean)?.slice(0, opening) ?? ''
}
