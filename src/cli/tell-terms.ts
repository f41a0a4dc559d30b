import type { FoundFeed } from '../collect/find-feeds.ts'
import { sumSaidAgainst, termsOf, type Road } from '../pipeline.ts'
import type { FeedItem } from '../types.ts'

/**
 * What stands against reading an outlet by machine, a line for each kind: who adds a source should know it before wondering why
 * no model reads it. robots.txt and the TDM file are asked for once a site, pages are not.
 *
 * @param items the latest of the feed
 * @param said what was heard with the page of the first of them
 */
export async function tellTerms(
  { optOut }: FoundFeed,
  { items, said, get }: { items: FeedItem[]; said: string[]; get: Road['get'] },
): Promise<string[]> {
  const all: string[][] = []
  for (const [at, { url }] of items.entries())
    all.push([...optOut, ...(at === 0 ? said : []), ...(url === null ? [] : await termsOf(get, url, 'page'))])
  const { forbidden, refused, words } = sumSaidAgainst(all)
  return [
    ...(forbidden > 0
      ? [
          `robots.txt keeps ${forbidden} of the latest ${items.length} pages from us: the text of the feed is all there is, and no model reads it`,
        ]
      : []),
    ...(refused > 0
      ? [`It says no to machines (${words.join('; ')}): no model reads the articles with which it does`]
      : []),
  ]
}
