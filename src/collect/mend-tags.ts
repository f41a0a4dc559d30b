// The elements that hold a feed together. In front of any other name `<` may be a writer's "less than".
const fields =
  'rss|rdf:RDF|feed|channel|item|entry|title|link|description|guid|pubDate|id|updated|published|summary|content|content:encoded|author|name|category|dc:creator|dc:date'
// No `>` before the next `<`, and no attribute: those have quotation marks, and `closeQuotes` for them.
const unfinished = /<\/?[a-zA-Z][^<>="']*</
const unfinishedTags = /<(\/?)([a-z][^<>="']*)(?=<)/giu
// `<titleEels return</title>`, `<title type="html"Eels return</title>`: the end tag says which name it was.
const runIn = new RegExp(`<(${fields})((?:\\s+[\\w:-]+="[^"<>]*")*)([^\\s<>/="][^<>]*)(?=</\\1\\s*>)`, 'giu')
const fieldName = new RegExp(`^(?:${fields})$`, 'iu')
// `item>` between two tags, `/item>` behind text. Behind `;` it may be HTML that was escaped carelessly: `&lt;/title>`.
const openBeheaded = new RegExp(`(>\\s*)[&\\0]?(${fields})>`, 'giu')
const closeBeheaded = new RegExp(`(^|[^<;\\s])[&\\0]?/(${fields})>`, 'giu')

/** Is there a tag without its `<` or `>`? Made to be run over every document. */
export function hasBrokenTags(text: string): boolean {
  return unfinished.test(text) || isUneven(text)
}

// By their first letter, told apart before anything is compared.
const paired = new Map([
  [0x69, 'item'],
  [0x65, 'entry'],
  [0x74, 'title'],
  // Atom's links are one tag and have attributes.
  [0x6c, 'link>'],
  [0x64, 'description'],
])
const [slash, exclamation] = [0x2f, 0x21]

/** Are there more beginnings than ends of a tag that every feed has, or fewer? One walk over the tags, past CDATA sections. */
function isUneven(text: string): boolean {
  const open = new Map<string, number>()
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1)
    const start = next === slash ? at + 2 : at + 1
    const name = paired.get(text.charCodeAt(start))
    if (name !== undefined && text.startsWith(name, start))
      open.set(name, (open.get(name) ?? 0) + (next === slash ? -1 : 1))
    if (next === exclamation && text.startsWith('[CDATA[', at + 2)) {
      const end = text.indexOf(']]>', at)
      if (end === -1) break
      at = end
    }
  }
  return [...open.values()].some((left) => left !== 0)
}

const gaps = new RegExp(`<\\s+(?:(/)\\s*)?(${fields})\\s*>`, 'giu')

/** `< title>` and `< /title>` are tags that were typed with a gap. */
export function closeGaps(part: string): string {
  return part.replace(gaps, (_whole, slash: string | undefined, name: string) => `<${slash ?? ''}${name}>`)
}

/** Give tags the bracket that they lost; `<` in front of a name that no feed has is text. */
export function mendTags(part: string): string {
  return part
    .replace(runIn, '<$1$2>$3')
    .replace(unfinishedTags, (_whole, slash: string, words: string) => {
      const name = /^[\w:.-]+/u.exec(words)?.[0] ?? ''
      if (slash === '/') return `</${name}>`
      return fieldName.test(name) ? `<${name}>${words.slice(name.length)}` : `&lt;${words}`
    })
    .replace(openBeheaded, '$1<$2>')
    .replace(closeBeheaded, '$1</$2>')
}
