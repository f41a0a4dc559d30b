import { decodeXML } from 'entities'
import { DocumentError } from '../errors.ts'
import { mendMojibake } from '../text/mend-mojibake.ts'
import { showFeed } from '../text/feed-secrets.ts'
import type { FeedItem, Language, ParsedFeed, Url } from '../types.ts'
import { clampItem } from './clamp-item.ts'
import { itemKey } from './identity.ts'
import { leftOut, readJsonFeed } from './json-feed.ts'
import { takeMarks } from './marks.ts'
import type { RawFeed, RawItem } from './raw-feed.ts'
import { jsonOf, readJson } from './read-json.ts'
import { sharedGuids } from './shared-guids.ts'
import { readXmlFeed } from './xml-feed.ts'
import { parseXmlTree } from './xml-tree.ts'

/** A feed's document, decoded. `language`: what the `Content-Language` header says. */
export type FeedDocument = { url: Url; text: string; contentType?: string | null; language?: Language | null }

/**
 * Parse RSS 0.9x–2.0, RDF, Atom 0.3 and 1.0 or JSON Feed; ill-formed XML keeps its readable items.
 *
 * @throws {DocumentError} when it is no feed; the message says what it is instead
 */
export function parseFeed(document: FeedDocument): ParsedFeed {
  const text = mendControls(mendMojibake(document.text).replace(/^[\uFEFF\s]+/u, ''))
  const refuse = (what: string): DocumentError =>
    new DocumentError(`Cannot read feed "${showFeed(document.url)}": it is ${what}, expected RSS, Atom or JSON Feed`)
  if (text === '') throw refuse('empty')
  // oxlint-disable-next-line no-control-regex
  if (/^(?:%PDF-|PK\u0003|\u0089PNG|GIF8|\u001F\u008B)|[\u0000-\u0008]{4}/u.test(text.slice(0, 2000)))
    throw refuse('binary data')
  const json = jsonOf(text)
  if (json !== null) {
    const { value, repairs } = readJson(json, refuse)
    const feed = readJsonFeed(value, document.url)
    if (feed === null) throw refuse('JSON of another kind')
    return finish(feed, document, [...repairs, ...leftOut(value)])
  }
  const { source, repairs } = unwrap(text)
  if (!feedRoot.test(source)) throw refuse(describeStranger(text))
  const tree = parseXmlTree(source)
  const feed = readXmlFeed(tree, { url: document.url })
  if (feed === null) throw refuse(describeStranger(text))
  return finish(feed, document, [...repairs, ...tree.repairs])
}

const feedRoot = /<(?:[\w.-]+:)?(?:rss|rdf|feed|channel|item|entry)(?=[\s>/:])/iu

/** Letters of windows-1252 that reached us as control characters: `\u0092` is the apostrophe of a careless system. */
function mendControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (!/[\u0080-\u009F]/u.test(text)) return text
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0080-\u009F]/gu, (sign) => western.charAt(sign.charCodeAt(0) - 0x80))
}

const western = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))

/** A document that was escaped as a whole, or stands inside an HTML page, as browsers and careless proxies leave it. */
function unwrap(text: string): { source: string; repairs: string[] } {
  if (!feedRoot.test(text) && /&lt;(?:rss|rdf:rdf|feed)\b/iu.test(text.slice(0, 5000))) {
    const { source, repairs } = unwrap(decodeXML(text))
    return { source, repairs: ['the whole document was escaped', ...repairs] }
  }
  const page = /<(?:!doctype\s+html|html|head|body)\b/iu.exec(text.slice(0, 20_000))
  const root = page === null ? null : /<(?:rss|rdf:rdf|feed)\s[^<>]*(?:version|xmlns)\s*=/iu.exec(text)
  return page === null || root === null || root.index < page.index
    ? { source: text, repairs: [] }
    : { source: text.slice(root.index), repairs: ['the feed stood inside an HTML page'] }
}

const challenge =
  /just a moment|cf-chl|challenge-platform|captcha|are you (?:a )?(?:human|robot)|verify you are human|enable javascript and cookies|ddos protection|access denied/iu

function describeStranger(text: string): string {
  const head = text.slice(0, 50_000)
  if (/<(?:!doctype\s+html|html|head|body)\b/iu.test(head)) {
    return challenge.test(head) ? 'a challenge page that asks whether we are human' : 'an HTML page'
  }
  if (/^<opml\b|<opml\b/iu.test(head)) return 'an OPML list of feeds'
  const root = /<([a-z][\w:.-]{0,60})/iu.exec(head)?.[1]
  return root === undefined ? `plain text ("${head.slice(0, 40)}")` : `XML with the root <${root}>`
}

function finish(feed: RawFeed, document: FeedDocument, repairs: string[]): ParsedFeed {
  const { items: raw, ...about } = feed
  const language = asLanguage(about.language) ?? asLanguage(document.language)
  const shared = sharedGuids(raw)
  const items = raw.map((item) => finishItem(clampItem(item), shared))
  return { feed: { ...about, language }, items, repairs }
}

/** What has the form of a language's name; anything else says nothing and would stand in `lang` of a page. */
function asLanguage(written: Language | null | undefined): Language | null {
  return /^\s*([a-z]{2,8}(?:[-_][a-z\d]{1,8})*)\s*(?:$|,)/iu.exec(written ?? '')?.[1] ?? null
}

function finishItem(raw: RawItem, shared: Set<string>): FeedItem {
  const { title, edition, language } = takeMarks(raw.title)
  const guid = raw.guid !== null && shared.has(raw.guid) ? null : raw.guid
  return {
    ...raw,
    key: itemKey({ ...raw, guid }),
    title,
    rawTitle: raw.title,
    edition,
    language: language ?? asLanguage(raw.language),
  }
}

/** A parsed feed in the published form of `waikan parse-feed`. */
export function describeFeed(parsed: ParsedFeed): {
  feed: { title: string | null; url: Url | null; language: Language | null }
  items: Pick<
    FeedItem,
    | 'guid'
    | 'title'
    | 'url'
    | 'authors'
    | 'publishedAt'
    | 'updatedAt'
    | 'summary'
    | 'content'
    | 'language'
    | 'enclosures'
  >[]
} {
  const { title, url, language } = parsed.feed
  return {
    feed: { title, url, language },
    items: parsed.items.map((item) => ({
      guid: item.guid,
      // The published form says what the feed says, marks of edition included.
      title: item.rawTitle,
      url: item.url,
      authors: item.authors,
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
      summary: item.summary,
      content: item.content,
      language: item.language,
      enclosures: item.enclosures,
    })),
  }
}
