import { once } from '../once.ts'
import { escapeXml, type FeedDocument, type FeedEntry } from './feed-document.ts'

/** Atom 1.0 of a feed (RFC 4287). The outlet's page is each entry's `via`. */
export function writeAtom(feed: FeedDocument): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
<id>${escapeXml(feed.self)}</id>
<title>${escapeXml(feed.title)}</title>
<subtitle>${escapeXml(feed.description)}</subtitle>
<updated>${instant(feed.updatedAt)}</updated>
<author><name>${escapeXml(feed.title)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>
${feed.items.map((item) => once(item, 'atom', () => writeEntry(item))).join('')}</feed>
`
}

function writeEntry(item: FeedEntry): string {
  const names = item.authors.length > 0 ? item.authors : [item.source]
  const authors = names.map((name) => `<author><name>${escapeXml(name)}</name></author>\n`).join('')
  const language = item.language ? ` xml:lang="${escapeXml(item.language)}"` : ''
  const summary = item.summary ? `<summary type="text">${escapeXml(item.summary)}</summary>\n` : ''
  return `<entry>
<id>${escapeXml(item.id)}</id>
<title type="text"${language}>${escapeXml(item.title)}</title>
<link rel="alternate" type="text/html" href="${escapeXml(item.url)}"/>
<link rel="via" href="${escapeXml(item.original)}"/>
${item.publishedAt === null ? '' : `<published>${instant(item.publishedAt)}</published>`}
<updated>${instant(item.updatedAt)}</updated>
${authors}${summary}</entry>
`
}

function instant(at: string): string {
  return new Date(at).toISOString()
}
