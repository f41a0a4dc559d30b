// The elements that hold a feed together. In front of any other name `<` may be a writer's "less than".
const fields =
  'rss|rdf:RDF|feed|channel|item|entry|title|link|description|guid|pubDate|id|updated|published|summary|content|content:encoded|author|name|category|dc:creator|dc:date'
// No `>` before the next `<`, and no attribute: those have quotation marks, and `closeQuotes` for them.
const unfinished = /<\/?[a-zA-Z][^<>="']*</
const unfinishedTags = /<(\/?)([a-z][^<>="']*)(?=<)/giu
const fieldName = new RegExp(`^(?:${fields})$`, 'iu')
// `item>` between two tags, `/item>` behind text. Behind `;` it may be HTML that was escaped carelessly: `&lt;/title>`.
const openBeheaded = new RegExp(`(>\\s*)[&\\0]?(${fields})>`, 'giu')
const closeBeheaded = new RegExp(`([^<;\\s])[&\\0]?/(${fields})>`, 'giu')

/** Is there a tag without its `<` or `>`? Made to be run over every document. */
export function hasBrokenTags(text: string): boolean {
  return (
    unfinished.test(text) ||
    ['item', 'entry', 'title'].some((name) => count(text, `<${name}`) !== count(text, `</${name}`))
  )
}

function count(text: string, part: string): number {
  let times = 0
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) times++
  return times
}

/** Give tags the bracket that they lost; `<` in front of a name that no feed has is text. */
export function mendTags(part: string): string {
  return part
    .replace(unfinishedTags, (_whole, slash: string, words: string) => {
      const name = /^[\w:.-]+/u.exec(words)?.[0] ?? ''
      if (slash === '/') return `</${name}>`
      return fieldName.test(name) ? `<${name}>${words.slice(name.length)}` : `&lt;${words}`
    })
    .replace(openBeheaded, '$1<$2>')
    .replace(closeBeheaded, '$1</$2>')
}
