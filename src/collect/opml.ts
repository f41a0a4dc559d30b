import { generateOpml, parseOpml as parse } from 'feedsmith'
import { DocumentError } from '../errors.ts'
import { cleanLine } from '../text/clean.ts'
import type { Url } from '../types.ts'
import { mendScheme } from './feed-text.ts'

/** One feed of an OPML file. */
export type OpmlFeed = { title: string; feed: Url; homepage: Url | null }

type Outline = { text?: string; title?: string; xmlUrl?: string; htmlUrl?: string; outlines?: Outline[] }

/**
 * Every feed of an OPML file once, folders flattened, in the order of the file; what has no web address is left out.
 *
 * @throws {DocumentError} when it is no OPML
 */
export function parseOpml(text: string): OpmlFeed[] {
  let waiting: Outline[]
  try {
    waiting = [...((parse(text).body?.outlines ?? []) as Outline[])]
  } catch (cause) {
    throw new DocumentError(`Cannot read OPML "${text.trim().slice(0, 60)}": expected <opml> with outlines`, { cause })
  }
  const feeds = new Map<Url, OpmlFeed>()
  for (let outline = waiting.shift(); outline; outline = waiting.shift()) {
    waiting.unshift(...(outline.outlines ?? []))
    const feed = webAddress(outline.xmlUrl)
    if (feed === null || feeds.has(feed)) continue
    const title = cleanLine(outline.title || outline.text || '') || feed
    feeds.set(feed, { title, feed, homepage: webAddress(outline.htmlUrl) })
  }
  return [...feeds.values()]
}

/** As it is written, user name and password with it: who exported a private feed wants it back. */
function webAddress(written: string | undefined): Url | null {
  const address = mendScheme(written?.trim() ?? '')
  return /^https?:\/\//iu.test(address) && URL.canParse(address) ? address : null
}

/** Feeds as OPML 2.0. */
export function formatOpml(title: string, feeds: OpmlFeed[]): string {
  return generateOpml({
    head: { title },
    body: {
      outlines: feeds.map((one) => ({
        type: 'rss',
        text: one.title,
        title: one.title,
        xmlUrl: one.feed,
        ...(one.homepage ? { htmlUrl: one.homepage } : {}),
      })),
    },
  })
}
