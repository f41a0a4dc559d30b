import { cleanLine } from '../text/clean.ts'
import type { Enclosure, Url } from '../types.ts'
import { titleLine } from '../text/html-title.ts'
import { authorName, resolveLinks, resolveUrl } from './feed-text.ts'
import { parseDate } from './parse-date.ts'
import type { RawFeed, RawItem } from './raw-feed.ts'

type Json = Record<string, unknown>
const mostItems = 20_000

/** Read a JSON Feed (1.0, 1.1); `null` when the document is JSON of another kind. */
export function readJsonFeed(document: unknown, url: Url): RawFeed | null {
  if (!isObject(document) || !Array.isArray(document['items'])) return null
  const said = typeof document['version'] === 'string' && document['version'].includes('jsonfeed')
  const items = document['items'].slice(0, mostItems).filter(isObject)
  if (!said && !items.some((item) => 'content_html' in item || 'content_text' in item || 'url' in item)) return null
  const authors = authorsOf(document) ?? []
  return {
    title: line(document['title']),
    url: resolveUrl(string(document['home_page_url']), url),
    language: line(document['language']),
    ttlMinutes: null,
    skipHours: [],
    skipDays: [],
    items: items.map((item) => readItem(item, { base: url, authors })),
  }
}

/** What of a JSON Feed is not read, in words for `repairs`. */
export function leftOut(document: unknown): string[] {
  const items = isObject(document) && Array.isArray(document['items']) ? document['items'].length : 0
  return items > mostItems ? [`only the first ${mostItems} items were read`] : []
}

function readItem(item: Json, { base, authors }: { base: Url; authors: string[] }): RawItem {
  const html = string(item['content_html'])
  const text = string(item['content_text'])
  const id = typeof item['id'] === 'number' ? String(item['id']) : line(item['id'])
  const address = resolveUrl(string(item['url']), base) ?? resolveUrl(string(item['external_url']), base)
  return {
    guid: id,
    url: address ?? (id !== null && /^https?:/iu.test(id) ? resolveUrl(id, base) : null),
    title: titleLine(string(item['title']) ?? ''),
    authors: authorsOf(item) ?? authors,
    publishedAt: parseDate(string(item['date_published']) ?? null),
    updatedAt: parseDate(string(item['date_modified']) ?? null),
    summary: line(item['summary']),
    content: html === undefined ? (text ?? null) : resolveLinks(html, base),
    language: line(item['language']),
    enclosures: enclosuresOf(item, base),
  }
}

/** Names of `authors` (1.1) or `author` (1.0); `null` where nobody is named, so that the feed's own count. */
function authorsOf(about: Json): string[] | null {
  const listed = Array.isArray(about['authors']) && about['authors'].length > 0
  const written = listed ? (about['authors'] as unknown[]) : [about['author']]
  const names = written.map((one) => authorName(string(isObject(one) ? one['name'] : one) ?? ''))
  const known = names.filter((name) => name !== null)
  return known.length > 0 ? known : null
}

function enclosuresOf(item: Json, base: Url): Enclosure[] {
  const written = Array.isArray(item['attachments']) ? item['attachments'].filter(isObject) : []
  return written.flatMap((one) => {
    const url = resolveUrl(string(one['url']), base)
    const size = one['size_in_bytes']
    const bytes = typeof size === 'string' && size.trim() !== '' ? Number(size) : size
    const length = Number.isSafeInteger(bytes) && Number(bytes) >= 0 ? Number(bytes) : null
    return url === null ? [] : [{ url, type: line(one['mime_type']), length }]
  })
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function line(value: unknown): string | null {
  const clean = cleanLine(string(value) ?? '')
  return clean === '' ? null : clean
}
