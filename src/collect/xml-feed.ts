import { cleanLine } from '../text/clean.ts'
import type { Enclosure, Url } from '../types.ts'
import { authorName, hasMarkup, htmlTitle, htmlToText, resolveLinks, resolveUrl } from './feed-text.ts'
import { parseDate } from './parse-date.ts'
import { decodeXML } from 'entities'
import type { RawFeed, RawItem } from './raw-feed.ts'
import type { XmlNode, XmlTree } from './xml-tree.ts'

// Prefixes are the outlet's choice; what they stand for is in the address. '' is the vocabulary of RSS and Atom itself.
const vocabularies: [RegExp, string][] = [
  [/purl\.org\/dc\/terms/iu, 'dcterms'],
  [/purl\.org\/dc\/|purl\.org\/metadata\/dublin_core/iu, 'dc'],
  [/rss\/1\.0\/modules\/content/iu, 'content'],
  [/rss\/1\.0\/modules\/syndication/iu, 'sy'],
  [/search\.yahoo\.com\/mrss|video\.search\.yahoo\.com/iu, 'media'],
  [/itunes\.(?:apple\.)?com\/dtds|\/itunes\/podcast/iu, 'itunes'],
  [
    /w3\.org\/2005\/atom|purl\.org\/atom|purl\.org\/rss\/1\.0\/?$|my\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu/iu,
    '',
  ],
  [/22-rdf-syntax-ns/iu, 'rdf'],
  [/1999\/xhtml/iu, 'xhtml'],
]
const assumed: Record<string, string> = { atom: '', atom10: '', atom03: '', rss: '', a10: '' }

type Reader = { prefixes: Map<string, string>; atom: boolean }

/** Read the tree of an RSS, RDF or Atom document; `null` when there is no sign of a feed in it. */
export function readXmlFeed(tree: XmlTree, document: { url: Url; head: string }): RawFeed | null {
  const top = findTop(tree.root)
  if (top === null) return null
  const reader: Reader = { prefixes: readPrefixes(document.head), atom: top.name === 'feed' || top.name === 'entry' }
  const channel = ['rss', 'rdf'].includes(top.name) ? (top.children.find(({ name }) => name === 'channel') ?? top) : top
  const root = baseOf(top, document.url)
  const base = channel === top ? root : baseOf(channel, root)
  const items = top.name === 'entry' ? [top] : findItems(top)
  return {
    title: titleOf(reader, channel),
    url: linkOf(reader, channel, base),
    language:
      textOf(reader, channel, ['language', 'dc:language']) ??
      top.attributes['xml:lang'] ??
      channel.attributes['xml:lang'] ??
      null,
    ttlMinutes: ttlOf(reader, channel),
    skipHours: manyOf(channel, 'skiphours', 'hour')
      .map(Number)
      .filter((hour) => hour >= 0 && hour <= 24)
      .map((hour) => hour % 24),
    skipDays: manyOf(channel, 'skipdays', 'day'),
    items: items.map((item) => readItem(reader, item, base)),
  }
}

function findTop(root: XmlNode): XmlNode | null {
  let level = root.children
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    const found =
      level.find(({ name }) => ['rss', 'rdf', 'feed', 'channel'].includes(name)) ??
      level.find(({ name }) => name === 'item' || name === 'entry')
    if (found !== undefined)
      return ['item', 'entry'].includes(found.name) ? { ...root, name: 'rss', children: level } : found
    level = level.filter(({ name }) => name !== 'html').flatMap(({ children }) => children)
  }
  return null
}

/** Items in document order; an item inside another one means that the first was never closed. */
function findItems(top: XmlNode): XmlNode[] {
  const items: XmlNode[] = []
  const walk = (node: XmlNode, depth: number): void => {
    for (const child of node.children) {
      const isItem = child.name === 'item' || child.name === 'entry'
      if (isItem) items.push(child)
      if (depth < 150 && (isItem || ['channel', 'items', 'rss', 'feed', 'rdf'].includes(child.name)))
        walk(child, depth + 1)
    }
  }
  walk(top, 0)
  return items
}

function readItem(reader: Reader, item: XmlNode, feedBase: Url): RawItem {
  const base = baseOf(item, feedBase)
  const guidNode = child(reader, item, ['guid', 'id'])
  const guid =
    cleanText(guidNode?.text) ??
    item.attributes['rdf:about'] ??
    item.attributes['about'] ??
    textOf(reader, item, ['dc:identifier'])
  const permalink = guidNode?.name === 'guid' && !/^false$/iu.test(guidNode.attributes['ispermalink']?.trim() ?? '')
  const contentNode = child(reader, item, ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem'])
  const summaryNode = child(reader, item, [
    'description',
    'summary',
    'itunes:summary',
    'dc:description',
    'itunes:subtitle',
    'media:description',
  ])
  const summaryHtml = summaryNode === undefined ? null : htmlOf(reader, summaryNode, base)
  const content = contentNode === undefined ? null : htmlOf(reader, contentNode, base)
  const about = /^https?:/iu.test(guid ?? '') && (permalink || item.attributes['rdf:about'] !== undefined)
  return {
    guid,
    url: linkOf(reader, item, base) ?? (about ? resolveUrl(guid ?? undefined, base) : null),
    title: titleOf(reader, item) ?? '',
    authors: authorsOf(reader, item),
    publishedAt: dateOf(reader, item, [
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'dc:date',
      'dcterms:created',
      'created',
      'dcterms:date',
      'date',
    ]),
    updatedAt: dateOf(reader, item, ['updated', 'modified', 'dcterms:modified', 'lastbuilddate']),
    summary: summaryHtml === null ? null : summaryText(reader, summaryNode, summaryHtml),
    content: content ?? (summaryHtml !== null && hasMarkup(summaryHtml) ? summaryHtml : null),
    language:
      contentNode?.attributes['xml:lang'] ??
      item.attributes['xml:lang'] ??
      textOf(reader, item, ['language', 'dc:language']),
    enclosures: enclosuresOf(reader, item, base),
  }
}

function nameOf(reader: Reader, node: XmlNode): string {
  if (node.prefix === '') return node.name
  const prefix = reader.prefixes.get(node.prefix) ?? assumed[node.prefix] ?? node.prefix
  return prefix === '' ? node.name : `${prefix}:${node.name}`
}

/** The first child with text or children among the names, in the order of the names. */
function child(reader: Reader, node: XmlNode, names: string[]): XmlNode | undefined {
  for (const wanted of names) {
    const found = node.children.find(
      (one) => nameOf(reader, one) === wanted && (one.text.trim() !== '' || one.children.length > 0),
    )
    if (found !== undefined) return found
  }
  return undefined
}

function textOf(reader: Reader, node: XmlNode, names: string[]): string | null {
  return cleanText(child(reader, node, names)?.text)
}

function cleanText(text: string | undefined): string | null {
  const clean = cleanLine(text ?? '')
  return clean === '' ? null : clean
}

/** RSS text may be HTML; Atom says with `type` what it is, and `text` means what it says. */
function kindOf(reader: Reader, node: XmlNode): 'text' | 'html' | 'xml' {
  const type = node.attributes['type']?.toLowerCase() ?? ''
  const mode = node.attributes['mode']?.toLowerCase() ?? ''
  if (type === 'xhtml' || type === 'application/xhtml+xml' || (mode === 'xml' && node.children.length > 0))
    return node.children.length > 0 ? 'xml' : 'html'
  if (type.includes('html')) return 'html'
  if (type === 'text' || type === 'text/plain' || (reader.atom && !nameOf(reader, node).includes(':') && type === ''))
    return 'text'
  return 'html'
}

function titleOf(reader: Reader, node: XmlNode): string | null {
  const found = child(reader, node, ['title', 'dc:title', 'itunes:title', 'media:title'])
  if (found === undefined) return null
  const text = decodedText(found)
  const title = found.children.length > 0 || kindOf(reader, found) === 'text' ? cleanLine(text) : htmlTitle(text)
  return title === '' ? null : title
}

function decodedText(node: XmlNode): string {
  if (node.attributes['mode']?.toLowerCase() !== 'base64') return node.text
  return Buffer.from(node.text, 'base64').toString('utf8')
}

function htmlOf(reader: Reader, node: XmlNode, outer: Url): string | null {
  const kind = kindOf(reader, node)
  const base = baseOf(node, outer)
  if (node.children.length > 0 && node.inner !== '') {
    const inner = node.inner
      .replace(/<!\[CDATA\[([^]*?)\]\]>/gu, '$1')
      .replace(/<(\/?)[\w-]+:(?=[a-z])/giu, '<$1')
      .trim()
    const div = /^<div\b[^>]*>([^]*)<\/div>$/iu.exec(inner)
    return resolveLinks(
      kind === 'xml' && div?.[1] !== undefined && !/<\/div>[^]*<div\b/iu.test(div[1]) ? div[1].trim() : inner,
      base,
    )
  }
  const text = decodedText(node).trim()
  if (text === '') return null
  return kind === 'text' ? text : resolveLinks(text, base)
}

function summaryText(reader: Reader, node: XmlNode | undefined, html: string): string | null {
  if (node === undefined) return null
  const text = kindOf(reader, node) === 'text' && node.children.length === 0 ? cleanLine(html) : htmlToText(html)
  return text === '' ? null : text
}

function linkOf(reader: Reader, node: XmlNode, base: Url): Url | null {
  const links = node.children.filter((one) => ['link', 'url', 'dc:relation'].includes(nameOf(reader, one)))
  const plain = links.find((one) => one.attributes['href'] === undefined && one.text.trim() !== '')
  const first = plain === undefined ? null : resolveUrl(plain.text, baseOf(plain, base))
  if (first !== null) return first
  const hrefs = links.filter((one) => one.attributes['href'] !== undefined)
  const alternate = hrefs.filter((one) => /^(?:.*#)?alternate$/iu.test(one.attributes['rel']?.trim() || 'alternate'))
  const page = alternate.find((one) => /html|^$/iu.test(one.attributes['type'] ?? '')) ?? alternate[0]
  return page === undefined ? null : resolveUrl(page.attributes['href'], baseOf(page, base))
}

function authorsOf(reader: Reader, item: XmlNode): string[] {
  const names = new Set<string>()
  for (const wanted of [
    ['author', 'dc:creator', 'dc:author', 'creator'],
    ['itunes:author', 'media:credit'],
  ]) {
    if (names.size > 0) break
    for (const node of item.children) {
      if (!wanted.includes(nameOf(reader, node))) continue
      const named = child(reader, node, ['name']) ?? child(reader, node, ['email'])
      const name = authorName((named ?? node).text)
      if (name !== null) names.add(name)
    }
  }
  return [...names]
}

function dateOf(reader: Reader, item: XmlNode, names: string[]): string | null {
  for (const wanted of names) {
    for (const node of item.children) {
      const date = nameOf(reader, node) === wanted ? parseDate(decodeXML(node.text)) : null
      if (date !== null) return date
    }
  }
  return null
}

function enclosuresOf(reader: Reader, item: XmlNode, base: Url): Enclosure[] {
  const found = new Map<Url, Enclosure>()
  const add = (node: XmlNode, facts: { url: string | undefined; length: string | undefined }): void => {
    const url = resolveUrl(facts.url, baseOf(node, base))
    if (url === null || found.has(url)) return
    const length = /^\s*\d+\s*$/u.test(facts.length ?? '') ? Number(facts.length) : null
    found.set(url, { url, type: node.attributes['type']?.trim() || null, length })
  }
  const media = item.children.flatMap((node) => (nameOf(reader, node) === 'media:group' ? node.children : [node]))
  for (const node of media) {
    const { attributes } = node
    const name = nameOf(reader, node)
    if (name === 'enclosure') add(node, { url: attributes['url'] ?? attributes['href'], length: attributes['length'] })
    if (name === 'media:content') add(node, { url: attributes['url'], length: attributes['filesize'] })
    if (name === 'link' && /^enclosure$/iu.test(attributes['rel'] ?? ''))
      add(node, { url: attributes['href'], length: attributes['length'] })
  }
  return [...found.values()]
}

function ttlOf(reader: Reader, channel: XmlNode): number | null {
  const ttl = Number(textOf(reader, channel, ['ttl']) ?? Number.NaN)
  if (ttl > 0) return ttl
  const period = textOf(reader, channel, ['sy:updateperiod'])?.toLowerCase() ?? ''
  const minutes = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }[period]
  const times = Number(textOf(reader, channel, ['sy:updatefrequency']) ?? 1)
  return minutes === undefined || !(times > 0) ? null : minutes / times
}

function manyOf(channel: XmlNode, list: string, name: string): string[] {
  const found = channel.children.find((node) => node.name === list)
  return (found?.children ?? []).filter((node) => node.name === name).map((node) => node.text.trim())
}

function baseOf(node: XmlNode, outer: Url): Url {
  const written = node.attributes['xml:base']
  return written === undefined ? outer : (resolveUrl(written, outer) ?? outer)
}

function readPrefixes(head: string): Map<string, string> {
  const prefixes = new Map<string, string>()
  for (const [, prefix, address] of head.matchAll(/\sxmlns:([\w.-]{1,40})\s*=\s*["']([^"']{1,200})["']/gu)) {
    const known = vocabularies.find(([pattern]) => pattern.test(address ?? ''))
    if (prefix !== undefined && known !== undefined && !prefixes.has(prefix.toLowerCase()))
      prefixes.set(prefix.toLowerCase(), known[1])
  }
  return prefixes
}
