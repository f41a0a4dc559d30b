import { once } from '../once.ts'
import { escapeXml, type FeedDocument, type FeedEntry } from './feed-document.ts'

/**
 * RSS 2.0 of a feed.
 *
 * Texts that RSS calls HTML (`description`) are escaped twice: readers decode twice, and a headline's `<` must survive.
 */
export function writeRss(feed: FeedDocument): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escapeXml(feed.title)}</title>
<link>${escapeXml(feed.page)}</link>
<description>${escapeXml(feed.description)}</description>
<language>${escapeXml(feed.language)}</language>
<lastBuildDate>${rfc822(feed.updatedAt)}</lastBuildDate>
<atom:link href="${escapeXml(feed.self)}" rel="self" type="application/rss+xml"/>
${feed.items.map((item) => once(item, 'rss', () => writeItem(item))).join('')}</channel>
</rss>
`
}

function writeItem(item: FeedEntry): string {
  const authors = item.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>\n`).join('')
  const language = item.language ? `<dc:language>${escapeXml(item.language)}</dc:language>\n` : ''
  const summary = item.summary ? `<description>${escapeXml(escapeXml(item.summary))}</description>\n` : ''
  return `<item>
<title>${escapeXml(item.title)}</title>
<link>${escapeXml(item.url)}</link>
<guid isPermaLink="false">${escapeXml(item.id)}</guid>
${item.publishedAt === null ? '' : `<pubDate>${rfc822(item.publishedAt)}</pubDate>`}
${authors}${language}${summary}</item>
`
}

function rfc822(at: string): string {
  return new Date(at).toUTCString().replace('GMT', '+0000')
}
