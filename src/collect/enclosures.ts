import type { Enclosure, Url } from '../types.ts'
import { resolveUrl } from './feed-text.ts'
import { baseOf, nameOf, type Reader } from './xml-names.ts'
import type { XmlNode } from './xml-tree.ts'

/** Far more than an item has, and than are kept of it. */
const mostFiles = 500

/** Files of an item: enclosures of RSS and Atom, Media RSS, podcasts' alternatives; a thumbnail when there is no other. */
export function enclosuresOf(reader: Reader, item: XmlNode, base: Url): Enclosure[] {
  const found = new Map<Url, Enclosure>()
  const thumbnails: XmlNode[] = []
  const walk = (node: XmlNode): void => {
    if (found.size >= mostFiles) return
    const name = nameOf(reader, node)
    if (name === 'media:thumbnail') thumbnails.push(node)
    const written = enclosureAddress(reader, node)
    if (written !== undefined) addEnclosure(found, { node, written, base })
    if (mediaNests.has(name)) for (const child of node.children) walk(child)
  }
  for (const node of item.children) walk(node)
  // A thumbnail shows a file that is named beside it; alone it is what there is.
  if (found.size === 0) {
    for (const node of thumbnails) addEnclosure(found, { node, written: node.attributes['url'], base })
  }
  return [...found.values()]
}

const mediaNests = new Set(['media:group', 'media:content', 'podcast:alternateenclosure'])

function enclosureAddress(reader: Reader, node: XmlNode): string | undefined {
  const { attributes } = node
  const name = nameOf(reader, node)
  if (name === 'enclosure' || name === 'enc:enclosure')
    return attributes['url'] ?? attributes['enc:url'] ?? attributes['rdf:resource'] ?? attributes['href'] ?? node.text
  if (name === 'media:content') return attributes['url']
  if (name === 'podcast:source') return attributes['uri']
  return name === 'link' && /^(?:.*[#/])?enclosure$/iu.test(attributes['rel']?.trim() ?? '')
    ? attributes['href']
    : undefined
}

function addEnclosure(
  found: Map<Url, Enclosure>,
  { node, written, base }: { node: XmlNode; written: string | undefined; base: Url },
): void {
  const { attributes } = node
  const url = resolveUrl(written, baseOf(node, base))
  if (url === null) return
  const size = (attributes['length'] ?? attributes['enc:length'] ?? attributes['filesize'] ?? '').replace(/[\s,]/gu, '')
  const length = /^\d{1,15}$/u.test(size) ? Number(size) : null
  const type = attributes['type']?.trim() || attributes['enc:type']?.trim() || null
  // A file that is named twice may be described by the second only.
  const known = found.get(url)
  found.set(url, { url, type: known?.type ?? type, length: known?.length ?? length })
}
