import { FetchError } from '../errors.ts'
import type { Get, GetKind } from '../net/get.ts'
import { saveOptOut } from '../store/for-models.ts'
import { feedState } from '../store/items.ts'
import type { StoredItem } from '../store/items.ts'
import type { Article, Url } from '../types.ts'
import { getOf } from './own-addresses.ts'
import type { Road } from './road.ts'

/** A `get` that collects what publishers say against machines with each document it brings. */
export function listen(get: Get): { get: Get; said: () => string[] } {
  const words = new Set<string>()
  return {
    said: () => [...words],
    get: async (url, options) => {
      const got = await get(url, options)
      for (const word of got.optOut ?? []) words.add(word)
      return got
    },
  }
}

/**
 * What is said against machines of a text that came with a feed: by the site of the page, which could not be had, and by
 * the sites of the source's feeds.
 */
export async function termsOfFeedText(road: Road, { sourceId, item }: StoredItem): Promise<string[]> {
  const feeds = road.feeds.filter((feed) => feed.sourceId === sourceId)
  const get = getOf(road, sourceId)
  const said = item.url === null ? [] : await termsOf(get, item.url, 'page')
  for (const { url } of feeds) said.push(...(await termsOf(get, url, 'feed')))
  return [...new Set(said)]
}

/** What a site says of an address. One that may not be asked, as of a private network, says nothing. */
export async function termsOf(get: Get, url: Url, kind: GetKind): Promise<string[]> {
  try {
    return (await get(url, { kind, termsOnly: true })).optOut ?? []
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return []
  }
}

/**
 * Note what was said today against machines with an article. Call it inside a transaction.
 *
 * @param today `read`: its pages were read to the end, so what was said before and is not now is over
 */
export function noteOptOut(road: Road, article: Article, today: { words: string[]; read: boolean }): void {
  const { words, read } = today
  if (words.length === 0 && !read && article.pageHash !== null) return
  saveOptOut(road.store, article.id, { words: words.length > 0 ? words : undefined, at: road.now() })
}

/**
 * Articles with what their source's feeds say against machines as of now. One feed speaks for the whole source: an article
 * may stand in several, and its headline and byline are a feed's also where its text is the page's.
 */
export function withFeedWords({ store, feeds }: Road, articles: Article[]): Article[] {
  const said = new Map<string, string[]>()
  for (const { id, sourceId } of feeds) {
    const words = feedState(store, id).optOut
    if (words) said.set(sourceId, [...(said.get(sourceId) ?? []), ...words])
  }
  return articles.map((article) => {
    const words = said.get(article.sourceId)
    return words ? { ...article, optOut: [...(article.optOut ?? []), ...words] } : article
  })
}
