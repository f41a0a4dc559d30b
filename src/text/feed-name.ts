import type { Url } from '../types.ts'

/**
 * What tells feeds apart: the address without scheme, user name and fragment, as `//courier.example/rss.xml`. One document
 * asked with another password, or over https instead of http, is the same feed.
 */
export function feedName(url: Url): string {
  const parsed = URL.parse(url)
  return parsed ? `//${parsed.host}${parsed.pathname}${parsed.search}` : url
}
