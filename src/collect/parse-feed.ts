import { decodeHTML } from 'entities'
import { parseFeed as parse } from 'feedsmith'
import { textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { DocumentError } from '../errors.ts'
import { cleanLine } from '../text/clean.ts'
import type { Enclosure, FeedItem, Language, ParsedFeed, Url } from '../types.ts'
import { itemKey } from './identity.ts'
import { takeMarks } from './marks.ts'
import { parseDate } from './parse-date.ts'

/** A feed's document as it arrived, decoded. */
export type FeedDocument = { url: Url; text: string; contentType?: string | null; language?: Language | null }

// feedsmith's objects differ by format; each field is looked for in every place where a format keeps it.
type Loose = { [key: string]: Loose | undefined } & { value?: string }

const mostItems = 20_000

/**
 * Parse a feed of any format.
 *
 * @throws {DocumentError} naming what the document is when it is no feed
 */
export function parseFeed(document: FeedDocument): ParsedFeed {
  const text = document.text.replace(/^[\s\uFEFF]+/u, '')
  refuseOther(text, document.url)
  let feed: Loose
  try {
    feed = parse(text).feed as unknown as Loose
  } catch (cause) {
    throw new DocumentError(
      `Cannot parse feed "${document.url}": ${cause instanceof Error ? cause.message : String(cause)}, expected RSS, RDF, Atom or JSON Feed`,
      { cause },
    )
  }
  const list = listOf(feed.items ?? feed.entries).slice(0, mostItems)
  const language = stringOf(feed.language) ?? stringOf(feed.dc?.language) ?? document.language ?? null
  return {
    feed: {
      title: titleOf(feed.title),
      url: resolveUrl(linkOf(feed), document.url),
      language,
      ttlMinutes: Number(feed.ttl ?? Number.NaN) || null,
      skipHours: listOf(feed.skipHours).map(Number).filter(Number.isFinite),
      skipDays: listOf(feed.skipDays).map(String),
    },
    items: withoutTwins(list.map((item) => readItem(item, { base: document.url, language }))),
    repairs: [],
  }
}

function refuseOther(text: string, url: Url): void {
  const refuse = (what: string): never => {
    throw new DocumentError(`Cannot parse feed "${url}": it is ${what}, expected RSS, RDF, Atom or JSON Feed`)
  }
  if (text.trim() === '') refuse('empty')
  if (text.startsWith('{')) {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      return refuse('broken JSON')
    }
    const items = (json as { items?: unknown }).items
    // An object that only says it is long makes the parser count to its length.
    if (!Array.isArray(items)) return refuse('JSON of another kind')
  } else if (/^\s*(<!doctype html|<html)/iu.test(text)) refuse('an HTML page')
  else if (!text.includes('<')) refuse(`"${text.slice(0, 40)}"`)
}

function readItem(item: Loose, { base, language }: { base: Url; language: Language | null }): FeedItem {
  const rawTitle = titleOf(item.title) ?? titleOf(item.dc?.title) ?? ''
  const marks = takeMarks(rawTitle)
  const guid = stringOf(item.guid) ?? stringOf(item.id)
  const url = resolveUrl(linkOf(item), base) ?? permalinkOf(item, base)
  const content =
    stringOf(item.content?.encoded) ??
    stringOf(item.content) ??
    stringOf(item.content_html) ??
    stringOf(item.content_text)
  const description = stringOf(item.description) ?? stringOf(item.summary) ?? stringOf(item.dc?.description)
  const summary = description === null ? null : plainText(description)
  const read = {
    guid,
    url,
    title: marks.title,
    rawTitle,
    edition: marks.edition,
    authors: authorsOf(item),
    publishedAt: parseDate(
      stringOf(item.pubDate) ?? stringOf(item.published) ?? stringOf(item.date_published) ?? stringOf(item.dc?.dates) ?? stringOf(item.dc?.date),
    ),
    updatedAt: parseDate(stringOf(item.updated) ?? stringOf(item.date_modified) ?? stringOf(item.dcterms?.modified)),
    summary,
    content,
    language: marks.language ?? stringOf(item.language) ?? stringOf(item.dc?.language) ?? language,
    enclosures: enclosuresOf(item, base),
  }
  return {
    key: itemKey(read),
    ...read,
    publishedAt: read.publishedAt ?? (item.published || item.pubDate ? null : read.updatedAt),
  }
}

/** Same guid twice in one document: the later of them is a repeat when its address is the same, else an item of its own. */
function withoutTwins(items: FeedItem[]): FeedItem[] {
  const seen = new Map<string, FeedItem>()
  for (const item of items) {
    const twin = seen.get(item.key)
    if (!twin) seen.set(item.key, item)
    else if (twin.url !== item.url && item.url)
      seen.set(`${item.key} ${item.url}`, { ...item, key: `${item.key} ${item.url}` })
  }
  return [...seen.values()]
}

function listOf(value: unknown): Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : []
}

function stringOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return stringOf(value[0])
  if (value !== null && typeof value === 'object') return stringOf((value as { value?: unknown }).value)
  return null
}

/** A title as plain text: entities decoded once more where a feed escaped twice, tags off, every letter kept. */
function titleOf(value: unknown): string | null {
  const raw = stringOf(value)
  if (raw === null) return null
  return cleanLine(/[<&]/u.test(raw) ? titleText(raw) : raw)
}

const inline =
  /<\/?(?:b|i|em|strong|a|span|sup|sub|br|p|u|small|font|mark|q|cite|s|del|ins|tt|code|wbr|img)(?:\s[^<>]*)?\/?>/giu

function titleText(raw: string): string {
  return decodeHTML(raw.replace(inline, ''))
}

function plainText(html: string): string | null {
  const text = cleanLine(/[<&]/u.test(html) ? textContent(parseDocument(html).children) : html)
  return text === '' ? null : text
}

function linkOf(from: Loose): string | null {
  const own = stringOf(from.link) ?? stringOf(from.url) ?? stringOf(from.home_page_url)
  if (own) return own
  const links = listOf(from.links)
  const best =
    links.find((link) => (stringOf(link.rel) ?? 'alternate') === 'alternate') ??
    links.find((link) => stringOf(link.rel) !== 'self')
  return stringOf(best?.href)
}

function permalinkOf(item: Loose, base: Url): Url | null {
  const guid = stringOf(item.guid) ?? stringOf(item.id)
  return guid && /^https?:\/\//iu.test(guid) && String(item.guid?.isPermaLink) !== 'false'
    ? resolveUrl(guid, base)
    : null
}

function resolveUrl(address: string | null, base: Url): Url | null {
  const url = address === null ? null : URL.parse(address, base)
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null
}

// Machines that put their own name where the author belongs.
const machines = /^(rsshub|feed43|rss\.app|wordpress|admin|noreply.*)$/iu

function authorsOf(item: Loose): string[] {
  const found = [...listOf(item.authors), ...listOf(item.dc?.creators), item.author, item.dc?.creator]
  const names = found.map((one) =>
    typeof one === 'object' && one !== null ? (stringOf(one.name) ?? stringOf(one)) : stringOf(one),
  )
  const clean = names.flatMap((name) =>
    name === null ? [] : [cleanLine(titleText(name.replace(/^\S+@\S+\s+\((.+)\)$/u, '$1')))],
  )
  return [...new Set(clean)].filter((name) => name !== '' && !machines.test(name))
}

function enclosuresOf(item: Loose, base: Url): Enclosure[] {
  const links = listOf(item.links).filter((link) => stringOf(link.rel) === 'enclosure')
  const media = [...listOf(item.media?.contents), ...listOf(item.media?.group?.contents)]
  return [...listOf(item.enclosures), ...listOf(item.attachments), ...links, ...media].flatMap((one): Enclosure[] => {
    const url = resolveUrl(stringOf(one.url) ?? stringOf(one.href), base)
    const length = Number(one.length ?? one.size_in_bytes ?? one.fileSize ?? Number.NaN)
    return url
      ? [{ url, type: stringOf(one.type) ?? stringOf(one.mime_type), length: Number.isFinite(length) ? length : null }]
      : []
  })
}

/** A parsed feed as `waikan parse-feed` prints it. */
export function describeFeed({ feed, items }: ParsedFeed): unknown {
  return {
    feed: { title: feed.title, url: feed.url, language: feed.language },
    items: items.map(
      ({ guid, title, url, authors, publishedAt, updatedAt, summary, content, language, enclosures }) => ({
        guid,
        title,
        url,
        authors,
        publishedAt,
        updatedAt,
        summary,
        content,
        language,
        enclosures,
      }),
    ),
  }
}
