import { hashOf } from './identity.ts'
import type { RawItem } from './raw-feed.ts'

// Far beyond what outlets write (the longest of our feeds' titles has 400 signs), far below what would fill a disk: a feed may
// have 20 MB, and what it says is stored with each item and printed on several pages.
const most = { title: 4000, guid: 2000, url: 8000, text: 1_000_000, author: 500, authors: 100, enclosures: 100 }

/** An item without fields of absurd length. A guid too long to be a key is named by its hash; an address too long is none. */
export function clampItem(item: RawItem): RawItem {
  return {
    ...item,
    title: item.title.length > most.title ? `${wholeSigns(item.title, most.title)}…` : item.title,
    guid: item.guid !== null && item.guid.length > most.guid ? hashOf(item.guid) : item.guid,
    url: item.url !== null && item.url.length > most.url ? null : item.url,
    summary: item.summary === null ? null : wholeSigns(item.summary, most.text),
    content: item.content === null ? null : wholeSigns(item.content, most.text),
    authors: item.authors.slice(0, most.authors).map((author) => author.slice(0, most.author)),
    enclosures: item.enclosures.filter(({ url }) => url.length <= most.url).slice(0, most.enclosures),
  }
}

/** The beginning of a text without half a sign at its end. */
function wholeSigns(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '')
}
