import { cleanLine } from '../text/clean.ts'
import type { Enclosure, Url } from '../types.ts'
import { authorName, htmlToText, resolveLinks, resolveUrl } from './feed-text.ts'
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
  return {
    title: line(document['title']),
    url: resolveUrl(string(document['home_page_url']), url),
    language: line(document['language']),
    ttlMinutes: null,
    skipHours: [],
    skipDays: [],
    items: items.map((item) => readItem(item, url)),
  }
}

function readItem(item: Json, base: Url): RawItem {
  const html = string(item['content_html'])
  const text = string(item['content_text'])
  const plain = text ?? (html === undefined ? undefined : htmlToText(html))
  const id = typeof item['id'] === 'number' ? String(item['id']) : line(item['id'])
  const address = resolveUrl(string(item['url']), base) ?? resolveUrl(string(item['external_url']), base)
  return {
    guid: id,
    url: address ?? (id !== null && /^https?:/iu.test(id) ? resolveUrl(id, base) : null),
    title: line(item['title']) ?? '',
    authors: authorsOf(item),
    publishedAt: parseDate(string(item['date_published']) ?? null),
    updatedAt: parseDate(string(item['date_modified']) ?? null),
    summary: line(item['summary']) ?? line(plain),
    content: html === undefined ? (text ?? null) : resolveLinks(html, base),
    language: line(item['language']),
    enclosures: enclosuresOf(item, base),
  }
}

function authorsOf(item: Json): string[] {
  const written = Array.isArray(item['authors']) ? item['authors'] : [item['author']]
  const names = written.map((one) => authorName(string(isObject(one) ? one['name'] : one) ?? ''))
  return names.filter((name) => name !== null)
}

function enclosuresOf(item: Json, base: Url): Enclosure[] {
  const written = Array.isArray(item['attachments']) ? item['attachments'].filter(isObject) : []
  return written.flatMap((one) => {
    const url = resolveUrl(string(one['url']), base)
    const size = one['size_in_bytes']
    const length = typeof size === 'number' && size >= 0 ? size : null
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
