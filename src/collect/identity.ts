import { createHash } from 'node:crypto'
import type { Url } from '../types.ts'

// Parameters that say how a reader came, not what is read. Source: the lists of Firefox's and Brave's tracking protection.
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|cmpid|at_\w+|ns_\w+|wt_\w+|ref|ref_src|smid|cid|ito|ocid|guccounter|__twitter_impression)$/iu

/** An address without what does not decide which article it is: tracking parameters, fragment, default port. */
export function canonicalAddress(url: Url): Url {
  const parsed = URL.parse(url)
  if (!parsed) return url
  parsed.hash = ''
  for (const name of Array.from(parsed.searchParams.keys())) if (tracking.test(name)) parsed.searchParams.delete(name)
  return parsed.href
}

/** An item's stable key: its guid, else its canonical address, else a hash of its words. Never a date. */
export function itemKey(item: { guid: string | null; url: Url | null; title: string; summary: string | null }): string {
  if (item.guid) return /^https?:\/\//iu.test(item.guid) ? canonicalAddress(item.guid) : item.guid
  if (item.url) return canonicalAddress(item.url)
  return `sha256:${createHash('sha256')
    .update(`${item.title}\n${item.summary ?? ''}`)
    .digest('hex')}`
}
