/** A field that an item is expected to have; what is not named is not looked at. */
export type Expected = {
  title?: string
  url?: string | null
  guid?: string | null
  authors?: string[]
  publishedAt?: string | null
  updatedAt?: string | null
  summary?: string | null
  content?: string | null
  language?: string | null
  enclosures?: { url: string; type: string | null; length: number | null }[]
}

/**
 * A hard feed of our own making. `feed` and `items` are what a reader must take from it; `items: []` where nothing is to be had
 * and a refusal is right too.
 */
export type HardFeed = {
  name: string
  document: string | Uint8Array
  contentType?: string
  feed?: { title?: string; url?: string; language?: string }
  items: Expected[]
}

/** Where each document is said to come from. */
export const address = 'https://gull.example/news/feed.xml'

/** A case by its parts, as the tables write it. */
export const hard = (
  ...[name, document, items, more]: [
    name: string,
    document: string | Uint8Array,
    items: Expected[],
    more?: Pick<HardFeed, 'feed' | 'contentType'>,
  ]
): HardFeed => ({ name, document, items, ...more })

/** An RSS 2.0 document around items. */
export const rss = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>Gull Post</title><link>https://gull.example/</link><description>Harbour news</description>${inside}</channel></rss>`

/** An Atom 1.0 document around entries. */
export const atom = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Gull Post</title><id>urn:gull</id><updated>2024-03-05T10:00:00Z</updated>${inside}</feed>`

/** An RSS 1.0 document around items. */
export const rdf = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"${attributes}><channel rdf:about="https://gull.example/"><title>Gull Post</title><link>https://gull.example/</link><description>Harbour news</description></channel>${inside}</rdf:RDF>`
