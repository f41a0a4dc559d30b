import { cleanLine } from '../text/clean.ts'
import type { Url } from '../types.ts'
import { resolveUrl } from './feed-text.ts'
import type { XmlNode } from './xml-tree.ts'

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
  [/rss_2\.0\/enc/iu, 'enc'],
  [/xmlns\.com\/foaf/iu, 'foaf'],
  [/podcastindex\.org\/namespace|podcast-namespace/iu, 'podcast'],
]
const assumed: Record<string, string> = { atom: '', atom10: '', atom03: '', rss: '', a10: '' }

/** How one document names things. `names`: what its tags were found to stand for; `atom`: its texts follow Atom's rules. */
export type Reader = { prefixes: Map<string, string>; names: Map<string, string>; atom: boolean }

/** What an element stands for, as `dc:creator`, whatever its prefix; no prefix for RSS and Atom themselves. */
export function nameOf(reader: Reader, node: XmlNode): string {
  if (node.prefix === '') {
    const own = node.attributes['xmlns']
    const vocabulary = own === undefined ? '' : (vocabularyOf(own) ?? '')
    return vocabulary === '' ? node.name : `${vocabulary}:${node.name}`
  }
  return vocabularyName(reader, node.tag)
}

/** A prefixed name under the prefix by which we know its vocabulary. */
export function vocabularyName({ prefixes, names }: Reader, written: string): string {
  const before = names.get(written)
  if (before !== undefined) return before
  const colon = written.indexOf(':')
  const [own, name] = [written.slice(0, Math.max(0, colon)), written.slice(colon + 1)]
  const prefix = prefixes.get(own) ?? assumed[own] ?? own
  const known = prefix === '' ? name : `${prefix}:${name}`
  names.set(written, known)
  return known
}

/** The first child with text or children among the names, in the order of the names. */
export function child(reader: Reader, node: XmlNode, names: string[]): XmlNode | undefined {
  for (const wanted of names) {
    const found = node.children.find(
      (one) => nameOf(reader, one) === wanted && (one.text.trim() !== '' || one.children.length > 0),
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** The text of the first such child on one line, or `null`. */
export function textOf(reader: Reader, node: XmlNode, names: string[]): string | null {
  return cleanText(child(reader, node, names)?.text)
}

/** Text on one line; `null` when nothing is left. */
export function cleanText(text: string | undefined): string | null {
  const clean = cleanLine(text ?? '')
  return clean === '' ? null : clean
}

/** The address that relative ones in an element start from (`xml:base`). */
export function baseOf(node: XmlNode, outer: Url): Url {
  // CDF writes it without a prefix.
  const written = node.attributes['xml:base'] ?? (node.name === 'channel' ? node.attributes['base'] : undefined)
  return written === undefined ? outer : (resolveUrl(written, outer) ?? outer)
}

function vocabularyOf(address: string): string | undefined {
  return vocabularies.find(([pattern]) => pattern.test(address))?.[1]
}

/** Does a document use a prefix that all know for a vocabulary of quite another name? Slips within the name are none. */
function isForeign(prefix: string, address: string): boolean {
  return /^dc(?:terms)?$/u.test(prefix) && address.trim() !== '' && !/dc|dublin|purl|elements/iu.test(address)
}

/** Of the prefixes that a document declares those whose address we know. */
export function knownPrefixes(declared: Map<string, string>): Map<string, string> {
  const known = new Map<string, string>()
  for (const [prefix, address] of declared) {
    const vocabulary = vocabularyOf(address)
    if (vocabulary !== undefined) known.set(prefix, vocabulary)
    else if (isForeign(prefix, address)) known.set(prefix, `foreign-${prefix}`)
  }
  return known
}
