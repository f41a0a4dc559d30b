import { decodeHTMLStrict } from 'entities'
import { DocumentError, FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import type { ParsedFeed, Url } from '../types.ts'
import { resolveUrl } from './feed-text.ts'
import { baseAddress } from './base-address.ts'
import { parseFeed } from './parse-feed.ts'
import { ledForGood } from './permanent-redirects.ts'

/**
 * A feed found for an address, already read once. `url`: the address to follow; `at`: where it was had, after redirects;
 * `optOut`: what it says against machines, in its own words.
 */
export type FoundFeed = { url: Url; at: Url; title: string | null; parsed: ParsedFeed; optOut: string[] }

// Where content systems put a feed when the page does not name it. Sources: WordPress, Ghost, Hugo, Blogger, Drupal.
const commonPaths = [
  'feed',
  'rss',
  'feed.xml',
  'rss.xml',
  'atom.xml',
  'index.xml',
  'feed.json',
  'feeds/posts/default',
  '?feed=rss2',
]
const mostTried = 12

type Miss = { url: Url; why: string }

/**
 * What a search met. `status`: what the address itself answered; `isGone`: that was 410, so nothing else was asked; `movedTo`:
 * where redirects for good led from it to a feed; `missed`: feeds that its page names and that cannot be had, each with the
 * reason in words; `endedAt`: the guess with which the server had enough, so that none was made after it.
 */
export type FeedSearch = {
  feeds: FoundFeed[]
  status: number
  isGone: boolean
  movedTo: Url | null
  missed: Miss[]
  endedAt: Miss | null
}

/**
 * Find the feeds of an address: the address itself, the feeds its page names, then links that look
 * like feeds and common paths until one answers. No address is asked twice; a server that is in trouble, or says that the
 * address is gone, is asked nothing further. Where a redirect for now led is not taken for the address of the feed.
 *
 * @throws {FetchError} when the address itself cannot be had
 */
export async function findFeeds(address: Url, get: Get): Promise<FeedSearch> {
  const got = await get(address, { kind: 'feed' })
  const forGood = ledForGood(got)
  const itself = readFound(forGood ? got.url : address, got)
  const feeds = itself === null ? [] : [itself]
  const movedTo = forGood && got.redirects.length > 0 && itself !== null ? got.url : null
  const isGone = got.status === 410 && forGood
  const search: FeedSearch = { feeds, status: got.status, isGone, movedTo, missed: [], endedAt: null }
  if (itself !== null || isGone || isTroubled(got.status)) return search
  const known = new Map([address, got.url].map((url) => [documentOf(url), tellMiss(got)]))
  for (const url of linkedFeeds(got.text, got.url).slice(0, mostTried)) {
    const miss = await tryFeed(url, { get, found: feeds, known })
    if (miss !== null) search.missed.push({ url, why: miss.why })
  }
  const anchored = feeds.length === 0 ? anchoredFeeds(got.text, got.url).slice(0, 4) : []
  for (const url of [...anchored, ...usualAddresses(got.url)]) {
    if (feeds.length > 0 && !anchored.includes(url)) break
    const miss = await tryFeed(url, { get, found: feeds, known })
    if (miss?.isEnough !== true) continue
    search.endedAt = { url, why: miss.why }
    break
  }
  return search
}

/** Does a status say that the server has too much to do, or is out of order? */
export function isTroubled(status: number): boolean {
  return status === 429 || status === 420 || status >= 500
}

/** The usual paths of the site, before them those of the folder that the page stands in: a section may have its own feed. */
function usualAddresses(page: Url): Url[] {
  const folder = new URL('.', page).pathname
  const own = folder === '/' ? [] : commonPaths.slice(0, 4).map((path) => new URL(path, page).href)
  return [...own, ...commonPaths.map((path) => new URL(`/${path}`, page).href)]
}

const readersWords = /comment|kommentar|reply|replies/iu

/** Feeds that an HTML page names in its `<link rel="alternate">` tags, absolute, each once; those of readers' comments last. */
export function linkedFeeds(html: string, page: Url): Url[] {
  const found = new Map<Url, boolean>()
  const base = /<base\b[^<>]{0,500}?\bhref\s*=\s*["']?([^"'\s>]+)/iu.exec(html.slice(0, 100_000))?.[1]
  const from = base === undefined ? page : (resolveUrl(decodeHTMLStrict(base), page) ?? page)
  for (const [tag] of html.slice(0, 1_000_000).matchAll(/<link\b[^<>]{1,2000}>/giu)) {
    const named = (name: string): string =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(tag)?.slice(1).find(Boolean) ?? ''
    const [rel, type] = [named('rel'), named('type').trim()]
    if (!/\balternate\b|\bfeed\b/iu.test(rel)) continue
    const needsNoType = type === '' && /\bfeed\b/iu.test(rel)
    if (!needsNoType && !/(?:rss|atom|rdf|feed\+json)|^(?:application\/(?:json|xml)|text\/xml)$/iu.test(type)) continue
    const url = resolveUrl(decodeHTMLStrict(named('href')), from)
    if (url !== null) found.set(url, readersWords.test(`${named('title')} ${new URL(url).pathname}`))
  }
  return [...found].toSorted(([, one], [, two]) => Number(one) - Number(two)).map(([url]) => url)
}

/** Links of a page whose address looks like a feed's, on the same site: many outlets only have an RSS icon. */
function anchoredFeeds(html: string, page: Url): Url[] {
  const found = new Set<Url>()
  for (const [, quoted] of html
    .slice(0, 1_000_000)
    .matchAll(/<a\s[^<>]{0,1000}?href\s*=\s*["']([^"'<>]{1,500})["']/giu)) {
    const url = resolveUrl(decodeHTMLStrict(quoted ?? ''), page)
    if (url === null || new URL(url).host !== new URL(page).host) continue
    if (/[/._=-](?:rss|feeds?|atom|rdf)(?:[/._?&=-]|\d|xml|$)/iu.test(url)) found.add(url)
  }
  return [...found]
}

/** Why an address gave no feed, in words, and whether its server had better not be asked more. */
type Reason = { why: string; isEnough: boolean }
/** `known`: what came of each document that was asked for, `null` for a feed. */
type Trying = { get: Get; found: FoundFeed[]; known: Map<Url, Reason | null> }

/** @returns `null` for one that was found, now or before */
async function tryFeed(url: Url, { get, found, known }: Trying): Promise<Reason | null> {
  const before = known.get(documentOf(url))
  if (before !== undefined) return before
  const reason = await askForFeed(url, { get, found, known })
  known.set(documentOf(url), reason)
  return reason
}

async function askForFeed(url: Url, { get, found, known }: Trying): Promise<Reason | null> {
  try {
    const got = await get(url, { kind: 'feed', asked: known })
    const before = known.get(documentOf(got.redirects.at(-1)?.to ?? got.url))
    if (before !== undefined) return before
    const feed = readFound(url, got)
    const reason = feed === null ? tellMiss(got) : null
    known.set(documentOf(got.url), reason)
    if (feed !== null) found.push(feed)
    return reason
  } catch (error) {
    // A guess that cannot be fetched is no feed; anything else is a fault of ours.
    if (!(error instanceof FetchError)) throw error
    return { why: error.message.replace(/^Cannot fetch "[^"]*": /u, ''), isEnough: error.retryable }
  }
}

function tellMiss({ status }: Got): Reason {
  if (status === 200) return { why: 'it is no feed', isEnough: false }
  return { why: `server answered ${status}`, isEnough: [420, 429, 503].includes(status) }
}

/** The address without its fragment, which no server sees. */
function documentOf(url: Url): Url {
  const document = new URL(url)
  document.hash = ''
  return document.href
}

function readFound(url: Url, got: Got): FoundFeed | null {
  if (got.status !== 200) return null
  try {
    const parsed = parseFeed({
      url: baseAddress(got.url, got.headers),
      text: got.text,
      contentType: got.headers['content-type'] ?? null,
    })
    return { url, at: got.url, title: parsed.feed.title, parsed, optOut: got.optOut ?? [] }
  } catch (error) {
    if (error instanceof DocumentError) return null
    throw error
  }
}
