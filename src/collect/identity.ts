import { createHash } from 'node:crypto'
import type { FeedItem, Url } from '../types.ts'
import { withoutUser } from './feed-text.ts'

// Parameters that say how a reader came, not what is read. Source: the lists of Firefox's and Brave's tracking protection.
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|cmpid|at_\w+|ns_\w+|wt_\w+|ref|ref_src|smid|ito|ocid|guccounter|__twitter_impression)$/iu
// Of these, the short names that some outlets number their articles by.
const numbering = /^(ref|ito|at_\w+|ns_\w+|wt_\w+)$/iu
// The same behind `#`, where some outlets' statistics put it. Any other fragment is a place on a page, and may be an item.
const trackingFragment = /^(xtor|echobox|utm_\w+|at_\w+|ref|ref_src|cmpid|origin)$/iu

/** An address without what does not decide which article it is: tracking, a reader's own name, the default port. */
export function canonicalAddress(url: Url): Url {
  const parsed = URL.parse(url)
  if (!parsed) return url
  withoutUser(parsed)
  const [fragmentName = ''] = parsed.hash.slice(1).split('=')
  if (trackingFragment.test(fragmentName)) parsed.hash = ''
  if (parsed.search === '') return parsed.href
  for (const [name, value] of Array.from(parsed.searchParams))
    if (tracking.test(name) && !(numbering.test(name) && /^\d+$/u.test(value))) parsed.searchParams.delete(name)
  return parsed.href
}

/** What decides which item it is. */
export type ItemWords = Pick<FeedItem, 'guid' | 'url' | 'title' | 'summary' | 'content'>

/** An item's stable key: its guid, else its canonical address, else a hash of its words. Never a date. */
export function itemKey(item: ItemWords): string {
  const address = item.url && canonicalAddress(item.url)
  if (item.guid) return guidKey(item.guid, address)
  if (address) return address
  return hashOf(item.title, item.summary ?? (item.title === '' ? item.content : null))
}

/** A hash of lines, in the form of a key. */
export function hashOf(...lines: (string | null)[]): string {
  return `sha256:${createHash('sha256')
    .update(lines.map((line) => line ?? '').join('\n'))
    .digest('hex')}`
}

/** Some outlets count an article's edits or places in the feed behind its guid (`/ferry#8`), while the link goes to `/ferry`. */
export function guidKey(guid: string, address: Url | null): string {
  if (!/^https?:\/\//iu.test(guid)) return guid
  const key = canonicalAddress(guid)
  return key.replace(/#.*$/su, '') === address ? address : key
}
