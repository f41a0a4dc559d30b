import { decodeHTMLStrict, decodeXML } from 'entities'
import { Parser } from 'htmlparser2'
import { DocumentError } from '../errors.ts'

/** An element. `text` is all text inside it, decoded once; `inner` its source between the tags. */
export type XmlNode = {
  /** Without prefix, lower case. */
  name: string
  /** In lower case, as the document writes it; '' without one. */
  prefix: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
  inner: string
  start: number
}

/** A tolerant reading of an XML document: what could be read and what had to be mended. */
export type XmlTree = { root: XmlNode; repairs: string[] }

const limits = { depth: 200, items: 20_000, nodes: 2_000_000, attribute: 100_000, textShare: 40_000_000 }
const itemNames = new Set(['item', 'entry'])
type Builder = {
  source: string
  stack: XmlNode[]
  entities: Map<string, string>
  cdata: boolean
  items: number
  nodes: number
  copied: number
  repairs: Set<string>
}

/**
 * Read XML as it is found in the wild: bare `&`, text before `<?xml`, crossed, unclosed and cut-off tags are mended.
 * Declared entities are one level deep, so an entity bomb stays small.
 *
 * @throws {DocumentError} when it nests deeper or is larger than any feed
 */
export function parseXmlTree(text: string): XmlTree {
  const { source, entities } = takeDoctype(text)
  const root = node('', 0)
  const builder: Builder = {
    source,
    stack: [root],
    entities,
    cdata: false,
    items: 0,
    nodes: 0,
    copied: 0,
    repairs: new Set(),
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(builder, { name, attributes, start: parser.endIndex + 1 }),
      onclosetag: (_name, implied) =>
        close(builder, implied && source[parser.endIndex - 1] !== '/' ? 'implied' : 'written', parser.startIndex),
      ontext: (data) => addText(builder, data),
      oncdatastart: () => {
        builder.cdata = true
      },
      oncdataend: () => {
        builder.cdata = false
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.write(source)
  parser.end()
  return { root, repairs: [...builder.repairs] }
}

function node(name: string, start: number): XmlNode {
  const colon = name.indexOf(':')
  return {
    name: name.slice(colon + 1).toLowerCase(),
    prefix: colon === -1 ? '' : name.slice(0, colon).toLowerCase(),
    attributes: {},
    children: [],
    text: '',
    inner: '',
    start,
  }
}

function open(builder: Builder, tag: { name: string; attributes: Record<string, string>; start: number }): void {
  const { stack } = builder
  if (++builder.nodes > limits.nodes)
    throw new DocumentError(`Cannot read the feed: it has more than ${limits.nodes} elements`)
  if (stack.length > limits.depth)
    throw new DocumentError(`Cannot read the feed: it nests deeper than ${limits.depth} elements`)
  const made = node(tag.name, tag.start)
  for (const [key, value] of Object.entries(tag.attributes))
    made.attributes[key.toLowerCase()] = decode(builder, value.slice(0, limits.attribute))
  const parent = stack.at(-1)
  if (itemNames.has(made.name)) {
    builder.items++
    if (builder.items > limits.items) builder.repairs.add(`only the first ${limits.items} items were read`)
  }
  if (parent !== undefined && builder.items <= limits.items) parent.children.push(made)
  stack.push(made)
}

function close(builder: Builder, how: 'implied' | 'written', end: number): void {
  const done = builder.stack.length > 1 ? builder.stack.pop() : undefined
  if (done === undefined) return
  if (how === 'implied') builder.repairs.add(`<${done.name}> was not closed`)
  if (done.children.length > 0 && !itemNames.has(done.name) && end - done.start < 5_000_000) {
    builder.copied += end - done.start
    if (builder.copied < limits.textShare) done.inner = builder.source.slice(done.start, Math.max(done.start, end))
  }
  const parent = builder.stack.at(-1)
  // Text of markup inside a title or a content belongs to it; a channel does not need the text of its items.
  if (parent !== undefined && !itemNames.has(done.name) && builder.stack.length > 3 && parent.text.length < 5_000_000)
    parent.text += done.text
}

function addText(builder: Builder, data: string): void {
  const top = builder.stack.at(-1)
  if (top !== undefined && builder.stack.length > 1) top.text += builder.cdata ? data : decode(builder, data)
}

function decode(builder: Builder, text: string): string {
  if (!text.includes('&')) return text
  let plain = text
  if (builder.entities.size > 0)
    plain = text.replace(/&([\w.:-]+);/gu, (whole, name: string) => builder.entities.get(name) ?? whole)
  return plain === text ? decodeHTMLStrict(plain) : decodeXML(plain)
}

/** Cut out the document type; its own entities are kept when they are short and name no other entity. */
function takeDoctype(text: string): { source: string; entities: Map<string, string> } {
  const entities = new Map<string, string>()
  const start = text.slice(0, 5000).search(/<!DOCTYPE\b/iu)
  if (start === -1) return { source: text, entities }
  const bracket = text.indexOf('[', start)
  const simple = text.indexOf('>', start)
  if (simple === -1) return { source: text, entities }
  if (bracket === -1 || bracket > simple) return { source: text.slice(0, start) + text.slice(simple + 1), entities }
  const close = /\]\s*>/u.exec(text.slice(bracket, bracket + 200_000))
  if (close === null) return { source: text, entities }
  const subset = text.slice(bracket, bracket + close.index)
  for (const [, name, , value] of subset.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(["'])([^"']{0,1000})\2\s*>/gu)) {
    if (name !== undefined && value !== undefined && !/&(?!#)/u.test(value)) entities.set(name, value)
  }
  return { source: text.slice(0, start) + text.slice(bracket + close.index + close[0].length), entities }
}
