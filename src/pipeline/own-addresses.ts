import type { Get } from '../net/get.ts'
import type { Url } from '../types.ts'
import type { Road } from './road.ts'

/** A `get` that asks for the sake of addresses that the editor wrote: private hosts beside them are open to it. */
export function asksFor(get: Get, own: Url[]): Get {
  return (url, options) => get(url, { ...options, own })
}

/** How pages of a source are asked for: its feeds and its front page are what the editor wrote of it. */
export function getOf({ get, feeds, sources }: Road, sourceId: string): Get {
  const own = feeds.flatMap((feed) => (feed.sourceId === sourceId ? [feed.url] : []))
  const homepage = sources.find(({ id }) => id === sourceId)?.homepage ?? null
  return asksFor(get, homepage === null ? own : [...own, homepage])
}
