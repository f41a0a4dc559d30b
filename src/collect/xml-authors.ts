import { authorName } from './feed-text.ts'
import { child, nameOf, type Reader } from './xml-names.ts'
import type { XmlNode } from './xml-tree.ts'

const authorNames = [
  ['author', 'dc:creator', 'dcterms:creator', 'dc:author', 'creator', 'foaf:maker', 'byline'],
  ['itunes:author', 'media:credit'],
]

/** Who an item or a feed names as its authors; of an Atom entry without one those of its source. */
export function authorsOf(reader: Reader, item: XmlNode): string[] {
  const names = new Set<string>()
  for (const wanted of authorNames) {
    if (names.size > 0) break
    for (const node of item.children) {
      const called = nameOf(reader, node)
      if (!wanted.includes(called)) continue
      // A credit is the photographer's unless its role says otherwise.
      if (called === 'media:credit' && !/^(?:author|writer)$/iu.test(node.attributes['role'] ?? '')) continue
      const name = authorName(namedIn(reader, node).text)
      if (name !== null) names.add(name)
    }
  }
  const source = names.size > 0 || !reader.atom ? undefined : child(reader, item, ['source'])
  return source === undefined || source === item ? [...names] : authorsOf(reader, source)
}

/** The element that says who an author is: one inside, where there is one. */
function namedIn(reader: Reader, author: XmlNode): XmlNode | { text: string } {
  const person = child(reader, author, ['foaf:person', 'foaf:agent', 'person']) ?? author
  const named = child(reader, person, ['name', 'foaf:name']) ?? child(reader, person, ['email'])
  // An address alone is nobody's name.
  return named ?? (child(reader, person, ['uri', 'url']) === undefined ? person : { text: '' })
}
