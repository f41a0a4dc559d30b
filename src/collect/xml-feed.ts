import { decodeXML } from 'entities'
import { isUtf8 } from 'node:buffer'
import { cleanLine } from '../text/clean.ts'
import type { Url } from '../types.ts'
import { enclosuresOf } from './enclosures.ts'
import { htmlTitle, titleLine } from '../text/html-title.ts'
import { hasMarkup, htmlToText, resolveLinks, resolveNested, resolveUrl } from './feed-text.ts'
import { parseDate } from './parse-date.ts'
import type { RawFeed, RawItem } from './raw-feed.ts'
import { baseOf, child, cleanText, knownPrefixes, nameOf, textOf, vocabularyName, type Reader } from './xml-names.ts'
import { authorsOf } from './xml-authors.ts'
import type { XmlNode, XmlTree } from './xml-tree.ts'

// Where outlets and their software put an item's dates, best first.
const publishedNames =
  'pubdate published issued dcterms:issued dc:date dcterms:created created dcterms:date dcterms:available date prism:publicationdate publicationdate pub_date news:publication_date'.split(
    ' ',
  )
const updatedNames = 'updated modified dcterms:modified dc:modified lastbuilddate lastmod'.split(' ')
const contentNames = 'content:encoded content encoded xhtml:body body xhtml:div fullitem'.split(' ')
const summaryNames =
  'description summary abstract itunes:summary dc:description dcterms:abstract itunes:subtitle media:description'.split(
    ' ',
  )

// Texts of an item that may name its language.
const fieldsOfText = new Set(['title', 'summary', 'description'])

/** Read the tree of an RSS, RDF or Atom document; `null` when there is no sign of a feed in it. */
export function readXmlFeed(tree: XmlTree, document: { url: Url }): RawFeed | null {
  const top = findTop(tree.root)
  if (top === null) return null
  const reader: Reader = {
    prefixes: knownPrefixes(tree.prefixes),
    names: new Map(),
    atom: top.name === 'feed' || top.name === 'entry',
  }
  const channel = ['rss', 'rdf'].includes(top.name) ? (top.children.find(({ name }) => name === 'channel') ?? top) : top
  const root = baseOf(top, document.url)
  const base = channel === top ? root : baseOf(channel, root)
  const items = itemsOf(tree.root, top)
  const authors = reader.atom ? authorsOf(reader, channel) : []
  return {
    title: titleOf(reader, channel),
    url: linkOf(reader, channel, base) ?? resolveUrl(channel.attributes['href'], base),
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
    items: items.map((item) => inherit(readItem(reader, item, base), authors)),
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

/** An entry without an author has its feed's (RFC 4287 §4.2.1). */
function inherit(item: RawItem, authors: string[]): RawItem {
  return item.authors.length > 0 || authors.length === 0 ? item : { ...item, authors }
}

/** Items of the feed; where it has none they may stand outside, as when its root was closed too early. */
function itemsOf(root: XmlNode, top: XmlNode): XmlNode[] {
  if (top.name === 'entry') return [top]
  const inside = findItems(top)
  // Two documents one after the other, as a cache that appends leaves them, are read as one.
  const beside = findItems(root)
  if (beside.length > inside.length) return beside
  return inside.length > 0 ? inside : findItems(root, 'anywhere')
}

/** Items in document order. */
function findItems(top: XmlNode, where: 'in place' | 'anywhere' = 'in place'): XmlNode[] {
  const items: XmlNode[] = []
  const walk = (node: XmlNode): void => {
    for (const child of node.children) {
      if (child.name === 'item' || child.name === 'entry') items.push(child)
      else if (where === 'anywhere' || ['channel', 'items', 'rss', 'feed', 'rdf'].includes(child.name)) walk(child)
    }
  }
  walk(top)
  return items
}

/** An item's text; of several forms of one text (`multipart/alternative` of Atom 0.3) the richest. */
function contentOf(reader: Reader, item: XmlNode): XmlNode | undefined {
  const found = child(reader, item, contentNames)
  if (found === undefined || !/^multipart\//iu.test(found.attributes['type'] ?? '')) return found
  const parts = found.children.filter(({ name }) => name === 'content')
  return parts.find(({ attributes }) => /html/iu.test(attributes['type'] ?? '')) ?? parts[0]
}

function readItem(reader: Reader, item: XmlNode, feedBase: Url): RawItem {
  const base = baseOf(item, feedBase)
  const guidNode = child(reader, item, ['guid', 'id'])
  const guid = cleanText(guidNode?.text) ?? aboutOf(reader, item) ?? textOf(reader, item, ['dc:identifier'])
  const permalink = guidNode?.name === 'guid' && !/^false$/iu.test(guidNode.attributes['ispermalink']?.trim() ?? '')
  const contentNode = contentOf(reader, item)
  const summaryNode = child(reader, item, summaryNames) ?? child(reader, mediaOf(reader, item), ['media:description'])
  const summaryHtml = summaryNode === undefined ? null : htmlOf(reader, summaryNode, base)
  const content = contentNode === undefined ? null : htmlOf(reader, contentNode, base)
  return {
    guid,
    url:
      linkOf(reader, item, base) ?? addressOf(item, { guid, named: permalink || aboutOf(reader, item) !== null, base }),
    title: titleOf(reader, item) ?? '',
    authors: authorsOf(reader, item),
    publishedAt: dateOf(reader, item, publishedNames),
    updatedAt: dateOf(reader, item, updatedNames) ?? parseDate(item.attributes['lastmod'] ?? null),
    summary: summaryHtml === null ? null : summaryText(reader, summaryNode, summaryHtml),
    content: content ?? (summaryHtml !== null && hasMarkup(summaryHtml) ? summaryHtml : null),
    language:
      contentNode?.attributes['xml:lang'] ??
      item.attributes['xml:lang'] ??
      textOf(reader, item, ['language', 'dc:language']) ??
      item.children.find(({ name, attributes }) => fieldsOfText.has(name) && attributes['xml:lang'])?.attributes[
        'xml:lang'
      ] ??
      null,
    enclosures: enclosuresOf(reader, item, base),
  }
}

/** The `rdf:about` of an item, under any prefix. */
function aboutOf(reader: Reader, item: XmlNode): string | null {
  const [, about = null] =
    Object.entries(item.attributes).find(
      ([name]) => name === 'about' || vocabularyName(reader, name) === 'rdf:about',
    ) ?? []
  return about
}

/** An item without a link may be addressed by its guid, its `rdf:about`, or, in CDF, its own `href`. */
function addressOf(item: XmlNode, how: { guid: string | null; named: boolean; base: Url }): Url | null {
  if (how.named && /^(?:https?:|\/)/iu.test(how.guid ?? '')) return resolveUrl(how.guid ?? undefined, how.base)
  const anchor = item.children.find(({ name, attributes }) => name === 'a' && attributes['href'] !== undefined)
  // An Atom entry may point to its content instead (RFC 4287 §4.1.3.2).
  const outside = item.children.find(
    ({ name, attributes }) => name === 'content' && /html/iu.test(attributes['type'] ?? ''),
  )
  const written = item.attributes['href'] ?? anchor?.attributes['href'] ?? outside?.attributes['src']
  if (written !== undefined) return resolveUrl(written, how.base)
  // Without any link an Atom id that is a web address is where the entry stood first.
  const id = item.children.some(({ name }) => name === 'link') ? null : item.children.find(({ name }) => name === 'id')
  return /^https?:\/\//iu.test(id?.text.trim() ?? '') ? resolveUrl(id?.text, how.base) : null
}

/** The element that holds an item's media fields where there is one, else the item. */
function mediaOf(reader: Reader, item: XmlNode): XmlNode {
  return item.children.find((node) => ['media:group', 'media:content'].includes(nameOf(reader, node))) ?? item
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
  const names = ['title', 'dc:title', 'itunes:title', 'media:title']
  const found = child(reader, node, names) ?? child(reader, mediaOf(reader, node), ['media:title'])
  if (found === undefined) return null
  const text = decodedText(found)
  const title =
    found.children.length > 0 || kindOf(reader, found) === 'text' || isOctets(found.attributes['type'])
      ? titleLine(text)
      : htmlTitle(text)
  return title === '' ? null : title
}

/** Bytes of nobody knows what: in a title they are letters. */
function isOctets(type: string | undefined): boolean {
  return type?.trim().toLowerCase() === 'application/octet-stream'
}

function decodedText(node: XmlNode): string {
  const { mode = '', type = '' } = node.attributes
  const isBase64 = mode.toLowerCase() === 'base64'
  // Atom: what is neither text nor XML is written in base64; a picture is nothing to read.
  const isFile =
    (node.name === 'content' || isOctets(type)) &&
    /^(?!text\/|multipart\/|html$)[\w.-]+\/(?!.*(?:xml|html|json)$)/iu.test(type.trim())
  if (!isBase64 && !isFile) return node.text
  const bytes = Buffer.from(node.text, 'base64')
  return isFile && !isUtf8(bytes) ? '' : bytes.toString('utf8')
}

function htmlOf(reader: Reader, node: XmlNode, outer: Url): string | null {
  const kind = kindOf(reader, node)
  const base = baseOf(node, outer)
  if (node.children.length > 0 && node.inner !== '') {
    const inner = node.inner
      .replace(/<!\[CDATA\[([^]*?)\]\]>/gu, '$1')
      .replace(/<(\/?)[\w-]+:(?=[a-z])/giu, '<$1')
      .trim()
    const [div, ...others] = node.children
    const wrapped = kind === 'xml' && div?.name === 'div' && others.length === 0
    const bare = wrapped ? /^<div\b[^>]*>([^]*)<\/div>$/iu.exec(inner)?.[1] : undefined
    return bare === undefined || div === undefined
      ? resolveNested(inner, base)
      : resolveNested(bare.trim(), baseOf(div, base))
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
  // Written as HTML, where a link is empty: `<link/>https://…`.
  const beside = links.some(isBare) ? /^\s*(https?:\/\/\S+)/iu.exec(node.text)?.[1] : undefined
  if (beside !== undefined) return resolveUrl(beside, base)
  const hrefs = links.filter((one) => one.attributes['href'] !== undefined)
  const alternate = hrefs.filter((one) => /^(?:.*[#/])?alternate$/iu.test(one.attributes['rel']?.trim() || 'alternate'))
  const page = alternate.find((one) => /html|^$/iu.test(one.attributes['type'] ?? '')) ?? alternate[0]
  return page === undefined ? null : resolveUrl(page.attributes['href'], baseOf(page, base))
}

function isBare({ attributes, text }: XmlNode): boolean {
  return text.trim() === '' && Object.keys(attributes).length === 0
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
