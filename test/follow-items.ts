import type { FeedItem } from '../src/types.ts'
import { parseFeed } from '../src/collect/parse-feed.ts'
import { namesOf, settleKeys, type KnownItem } from '../src/collect/settle-keys.ts'

/** An item of a document: what it says, and no more. `sound`: the file of its recording. */
export type Said = { guid?: string; link?: string; title: string; text?: string; sound?: string }

/** One document, parsed as it would be. */
function items(...list: Said[]): FeedItem[] {
  const xml = list.map(
    ({ guid, link, title, text, sound }) =>
      `<item><title>${title}</title>${text === undefined ? '' : `<content:encoded>${text}</content:encoded>`}` +
      (sound === undefined ? '' : `<enclosure url="https://x.example/${sound}" type="audio/mpeg" length="9"/>`) +
      `${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}` +
      `${link === undefined ? '' : `<link>${link.startsWith('/') ? 'https://x.example' : ''}${link}</link>`}</item>`,
  )
  const text = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>X</title>${xml.join('')}</channel></rss>`
  return parseFeed({ url: 'https://x.example/rss', text }).items
}

/** The keys that documents get, one after the other, in one source: their names as `title → number of the item`. */
export function follow(...documents: Said[][]): string[][] {
  const known = new Map<string, KnownItem>()
  const keys: string[] = []
  return documents.map((document) => {
    const told = items(...document)
    return settleKeys(told, [...known.values()]).map(({ key, title, content }, at) => {
      const names = new Set([...told.slice(at, at + 1).flatMap(namesOf), key, ...(known.get(key)?.names ?? [])])
      known.set(key, { key, title, names })
      if (!keys.includes(key)) keys.push(key)
      return `${title || content} → ${keys.indexOf(key) + 1}`
    })
  })
}
