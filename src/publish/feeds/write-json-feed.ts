import { once } from '../once.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'

/** JSON Feed 1.1, an item on each line. `external_url` is the outlet's page. */
export function writeJsonFeed(feed: FeedDocument): string {
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    language: feed.language,
    home_page_url: feed.page,
    feed_url: feed.self,
    ...(feed.next === null ? {} : { next_url: feed.next }),
  })
  const items = feed.items.map((item) => once(item, 'json', () => writeItem(item)))
  return `${head.slice(0, -1)},"items":[\n${items.join(',\n')}\n]}\n`
}

function writeItem(item: FeedEntry): string {
  return JSON.stringify({
    id: item.id,
    url: item.url,
    external_url: item.original,
    title: item.title,
    content_text: item.summary ?? item.title,
    ...(item.publishedAt === null ? {} : { date_published: item.publishedAt }),
    date_modified: item.updatedAt,
    authors: (item.authors.length > 0 ? item.authors : [item.source]).map((name) => ({ name })),
    ...(item.language ? { language: item.language } : {}),
  })
}
