import { decodeHTMLStrict } from 'entities'
import { Parser } from 'htmlparser2'
import { closeQuotes, mendXml } from './mend-xml.ts'

/** An element. `text` is all text inside it, decoded once; `inner` its source between the tags. */
export type XmlNode = {
  /** Without prefix, lower case. */
  name: string
  /** In lower case, as the document writes it; '' without one. */
  prefix: string
  /** Both, as `dc:creator`. */
  tag: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
  inner: string
  start: number
}

/** A tolerant reading of an XML document: what could be read, the prefixes it declares, and what had to be mended. */
export type XmlTree = { root: XmlNode; prefixes: Map<string, string>; repairs: string[] }

const limits = {
  depth: 200,
  items: 20_000,
  nodes: 1_000_000,
  openTags: 4000,
  attribute: 100_000,
  expanded: 2_000_000,
  text: 5_000_000,
  textShare: 40_000_000,
}
type Builder = {
  source: string
  stack: XmlNode[]
  /** The parser's open tags; `null` for one that was left out. */
  tags: (XmlNode | null)[]
  entities: Map<string, string>
  prefixes: Map<string, string>
  cdata: boolean
  /** A value held tags: its quotation mark was not closed. */
  swallowed: boolean
  /** Where the last thing that the parser told of ends. */
  told: number
  items: number
  nodes: number
  copied: number
  expanded: number
  repairs: Set<string>
}

class Enough extends Error {}

/**
 * Read XML as it is found in the wild: bare `&`, text before `<?xml`, crossed, unclosed and cut-off tags are mended.
 * Declared entities are one level deep, so an entity bomb stays small; what is deeper or more than any feed has is
 * left out, and `repairs` says so. Never throws.
 */
export function parseXmlTree(text: string): XmlTree {
  const { source: bare, entities } = takeDoctype(text)
  const { text: source, repairs } = mendXml(bare)
  const tree = buildTree({ source, entities, repairs })
  if (!tree.swallowed) return tree
  const closed = closeQuotes(source)
  if (closed === source) return tree
  return buildTree({ source: closed, entities, repairs: [...repairs, 'a quotation mark was not closed'] })
}

type Material = { source: string; entities: Map<string, string>; repairs: string[] }

function buildTree({ source, entities, repairs }: Material): XmlTree & { swallowed: boolean } {
  const root = node('', 0)
  const builder: Builder = {
    source,
    stack: [root],
    tags: [],
    entities,
    prefixes: new Map(),
    cdata: false,
    swallowed: false,
    told: 0,
    items: 0,
    nodes: 0,
    copied: 0,
    expanded: 0,
    repairs: new Set(repairs),
  }
  try {
    runParser(builder)
  } catch (error) {
    if (!(error instanceof Enough)) throw error
    builder.repairs.add(error.message)
    while (builder.stack.length > 1) pop(builder, source.length)
  }
  return { root, prefixes: builder.prefixes, repairs: [...builder.repairs], swallowed: builder.swallowed }
}

function runParser(builder: Builder): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        builder.told = parser.endIndex + 1
        open(builder, { name, attributes, start: builder.told })
      },
      onclosetag: (_name, implied) => {
        builder.told = parser.endIndex + 1
        close(
          builder,
          implied && builder.source[parser.endIndex - 1] !== '/' ? 'implied' : 'written',
          parser.startIndex,
        )
      },
      ontext: (data) => {
        builder.told = parser.endIndex + 1
        addText(builder, data)
      },
      oncdatastart: () => {
        builder.cdata = true
      },
      oncdataend: () => {
        builder.cdata = false
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true },
  )
  parser.write(builder.source)
  // A tag that was never finished, with others inside it.
  if (/^<[^!?][^<]*</u.test(builder.source.slice(builder.told))) builder.swallowed = true
  parser.end()
}

function node(name: string, start: number): XmlNode {
  const colon = name.indexOf(':')
  return {
    name: name.slice(colon + 1).toLowerCase(),
    prefix: colon === -1 ? '' : name.slice(0, colon).toLowerCase(),
    tag: name.toLowerCase(),
    attributes: {},
    children: [],
    text: '',
    inner: '',
    start,
  }
}

// Vocabularies in which `item` or `entry` would be something else.
const strangers = new Set(['media', 'itunes', 'dc', 'g', 'ht', 'wp', 'thr', 'gd', 'podcast', 'content', 'xhtml'])
const isItem = ({ name, prefix }: XmlNode): boolean => (name === 'item' || name === 'entry') && !strangers.has(prefix)

function open(builder: Builder, tag: { name: string; attributes: Record<string, string>; start: number }): void {
  if (++builder.nodes > limits.nodes) throw new Enough(`only the first ${limits.nodes} elements were read`)
  if (builder.tags.length > limits.openTags)
    throw new Enough(`the rest was not read: ${limits.openTags} tags were open at one time`)
  const made = node(tag.name, tag.start)
  readAttributes(builder, made, tag.attributes)
  if (isItem(made)) {
    if (++builder.items > limits.items) throw new Enough(`only the first ${limits.items} items were read`)
    closeOpenItem(builder, tag.start)
  } else if (endsField(builder.stack.at(-1), made)) {
    builder.repairs.add(`<${builder.stack.at(-1)?.name}> was not closed`)
    pop(builder, builder.source.lastIndexOf('<', tag.start - 1))
  }
  if (builder.stack.length > limits.depth) {
    builder.repairs.add(`what nests deeper than ${limits.depth} elements was left out`)
    builder.tags.push(null)
    return
  }
  builder.stack.at(-1)?.children.push(made)
  builder.stack.push(made)
  builder.tags.push(made)
}

function readAttributes(builder: Builder, made: XmlNode, written: Record<string, string>): void {
  for (const [key, value] of Object.entries(written)) {
    const name = key.toLowerCase()
    const plain = decode(builder, value.slice(0, limits.attribute))
    made.attributes[name] = plain
    if (name.includes('<') || (value.includes('<') && /<[/a-z]/iu.test(value))) builder.swallowed = true
    if (name.startsWith('xmlns:') && !builder.prefixes.has(name.slice(6))) builder.prefixes.set(name.slice(6), plain)
  }
}

/** Items stand side by side: one that opens inside another ends it. */
function closeOpenItem(builder: Builder, at: number): void {
  const outer = builder.stack.findIndex(isItem)
  if (outer === -1) return
  closeUnclosed(builder, outer, at)
}

function closeUnclosed(builder: Builder, outer: number, at: number): void {
  const item = builder.stack[outer]
  builder.repairs.add(`<${item?.name}> was not closed`)
  while (builder.stack.length > outer) pop(builder, at)
  // `<item>` with nothing in it was meant as the end tag of the one before.
  if (item?.children.length === 0 && item.text.trim() === '') builder.stack.at(-1)?.children.pop()
}

const plainFields = new Set(
  'title link guid pubdate category comments author id updated published creator date enclosure'.split(' '),
)
const textFields = new Set('description summary content encoded'.split(' '))
const afterPlain = new Set([...plainFields, ...textFields, 'enclosure'])
// Not among these: names that HTML inside a description uses too.
const afterText = new Set('guid pubdate enclosure encoded published updated creator'.split(' '))

/** Does a tag that opens inside a field show that the field's end tag was forgotten? */
function endsField(top: XmlNode | undefined, made: XmlNode): boolean {
  if (top === undefined) return false
  if (plainFields.has(top.name)) return afterPlain.has(made.name) && top.name !== 'author'
  return textFields.has(top.name) && afterText.has(made.name)
}

function close(builder: Builder, how: 'implied' | 'written', end: number): void {
  const done = builder.tags.pop() ?? null
  if (done === null || !builder.stack.includes(done)) return
  if (how === 'implied' && isItem(done)) return closeUnclosed(builder, builder.stack.indexOf(done), end)
  if (how === 'implied') builder.repairs.add(`<${done.name}> was not closed`)
  while (builder.stack.includes(done)) pop(builder, end)
}

const containers = new Set(['', 'rss', 'rdf', 'feed', 'channel', 'items', 'item', 'entry'])

function pop(builder: Builder, end: number): void {
  const done = builder.stack.pop()
  if (done === undefined) return
  if (done.children.length > 0 && !isItem(done) && end - done.start < limits.text) {
    builder.copied += end - done.start
    if (builder.copied < limits.textShare) done.inner = builder.source.slice(done.start, Math.max(done.start, end))
  }
  const parent = builder.stack.at(-1)
  // Text of markup inside a title or a content belongs to it; a channel does not need the text of its items.
  if (parent !== undefined && !containers.has(parent.name) && parent.text.length < limits.text) parent.text += done.text
}

function addText(builder: Builder, data: string): void {
  const top = builder.stack.at(-1)
  if (top !== undefined && builder.stack.length > 1) top.text += builder.cdata ? data : decodeText(builder, data)
}

// `AT&amp T`, `caf&#233 au lait`: the semicolon was forgotten. Not in attributes, where `&copy=` belongs to an address.
const openReference = /&(?:amp|lt|gt|quot|nbsp|#\d{2,6}|#x[\da-f]{2,6})(?=[\s<,.:!?]|$)/giu

function decodeText(builder: Builder, text: string): string {
  return text.includes('&') ? decode(builder, text.replace(openReference, '$&;')) : text
}

/** What a document's own entity stands for; nothing any more once all of them came to more than `limits.expanded` letters. */
function expand(builder: Builder, name: string): string | undefined {
  const value = builder.expanded < limits.expanded ? builder.entities.get(name) : undefined
  builder.expanded += value?.length ?? 0
  return value
}

// Software that counts in UTF-16 writes an emoji as two references.
const surrogates = /&#(5[56]\d{3});&#(5[67]\d{3});/gu

function decode(builder: Builder, text: string): string {
  if (!text.includes('&')) return text
  let plain = text
  if (plain.includes('&#5'))
    plain = plain.replace(surrogates, (_whole, high: string, low: string) =>
      String.fromCharCode(Number(high), Number(low)),
    )
  if (builder.entities.size > 0)
    plain = plain.replace(/&([\w.:-]+);/gu, (whole, name: string) => expand(builder, name) ?? whole)
  return decodeHTMLStrict(plain)
}

// A bracket in a comment or in a value ends nothing; where a quotation mark was forgotten the first bracket does.
const subsetPart = /<!--[^]*?(?:-->|$)|"[^"]*(?:"|$)|'[^']*(?:'|$)|\]\s*>/gu
const subsetEnd = /\]\s*>/u

/** Cut out the document type; its own entities are kept when they are short and name no other entity. */
function takeDoctype(text: string): { source: string; entities: Map<string, string> } {
  const entities = new Map<string, string>()
  const start = text.slice(0, 5000).search(/<!DOCTYPE\b/iu)
  if (start === -1) return { source: text, entities }
  const bracket = text.indexOf('[', start)
  const simple = text.indexOf('>', start)
  if (simple === -1) return { source: text, entities }
  if (bracket === -1 || bracket > simple) return { source: text.slice(0, start) + text.slice(simple + 1), entities }
  const inside = text.slice(bracket, bracket + 200_000)
  const close = inside.matchAll(subsetPart).find(([part]) => part.startsWith(']')) ?? subsetEnd.exec(inside)
  if (!close) return { source: text, entities }
  const subset = text.slice(bracket, bracket + close.index)
  for (const [, name, double, single] of subset.matchAll(
    /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]{0,1000})"|'([^']{0,1000})')\s*>/gu,
  )) {
    const value = double ?? single
    if (name !== undefined && value !== undefined && !/&(?!#)/u.test(value)) entities.set(name, value)
  }
  return { source: text.slice(0, start) + text.slice(bracket + close.index + close[0].length), entities }
}
