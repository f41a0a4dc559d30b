import { generateOpml, parseOpml as parse } from 'feedsmith'
import { DocumentError } from '../errors.ts'
import type { Url } from '../types.ts'

/** One feed of an OPML file. */
export type OpmlFeed = { title: string; feed: Url; homepage: Url | null }

type Outline = { text?: string; title?: string; xmlUrl?: string; htmlUrl?: string; outlines?: Outline[] }

/**
 * Every feed of an OPML file, folders flattened, in the order of the file.
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
  const feeds: OpmlFeed[] = []
  for (let outline = waiting.shift(); outline; outline = waiting.shift()) {
    waiting.unshift(...(outline.outlines ?? []))
    if (!outline.xmlUrl || !/^https?:\/\//iu.test(outline.xmlUrl)) continue
    const homepage = outline.htmlUrl && /^https?:\/\//iu.test(outline.htmlUrl) ? outline.htmlUrl : null
    feeds.push({ title: outline.title ?? outline.text ?? outline.xmlUrl, feed: outline.xmlUrl, homepage })
  }
  return feeds
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
