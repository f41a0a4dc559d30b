import type { Element } from 'domhandler'
import { isTag } from 'domhandler'

type Compound = {
  tag: string | null
  ids: string[]
  classes: string[]
  attributes: { name: string; sign: string; value: string }[]
  /** `:is()`, `:where()`: one of each list has to fit. */
  anyOf: Compound[][]
  noneOf: Compound[]
  child: { at: number; ofType: boolean; fromEnd: boolean } | null
  /** Needs a pointer, focus or a click: never true of a page that is only looked at. */
  never: boolean
}

/** A complex selector, last compound first. `weight` is the specificity as one number. */
export type Selector = { parts: { compound: Compound; combinator: string }[]; weight: number }

const mostParts = 30
const highest = 200
const onlyByHand =
  /^(?:hover|focus|focus-within|focus-visible|active|visited|target|checked|disabled|invalid|popover-open|fullscreen|autofill|modal|empty)$/u

/** Read one selector; `null` for what is not understood, as pseudo-elements are: such a rule says nothing here. */
export function parseSelector(text: string): Selector | null {
  const parts: Selector['parts'] = []
  const scanner = { text, at: 0, weight: 0 }
  let combinator = ''
  while (scanner.at < text.length) {
    const between = /[\s>+~]*/uy
    between.lastIndex = scanner.at
    const gap = between.exec(text)?.[0] ?? ''
    scanner.at += gap.length
    combinator = gap === '' ? '' : gap.trim() === '' ? ' ' : gap.trim()
    if (scanner.at >= text.length) break
    const compound = readCompound(scanner)
    if (!compound || parts.length >= mostParts) return null
    parts.unshift({ compound, combinator })
  }
  return parts.length === 0 ? null : { parts, weight: scanner.weight }
}

type Scanner = { text: string; at: number; weight: number }

const simple =
  /(\*)|([\w\u0080-\uFFFF-](?:[\w\u0080-\uFFFF-])*)|([.#])((?:[\w\u0080-\uFFFF-]|\\[\da-f]{1,6}\s?|\\.)+)|\[\s*([\w:-]+)\s*(?:([~^$*|]?=)\s*("[^"]*"|'[^']*'|[^\]\s]+)\s*(?:[is]\s*)?)?\]|:([\w-]+)(\()?/iuy

function readCompound(scanner: Scanner): Compound | null {
  const made = empty()
  const from = scanner.at
  while (scanner.at < scanner.text.length && !/[\s>+~]/u.test(scanner.text.charAt(scanner.at))) {
    simple.lastIndex = scanner.at
    const found = simple.exec(scanner.text)
    if (!found) return null
    scanner.at = simple.lastIndex
    const [, star, tag, mark, name, attribute, sign, value, pseudo, open] = found
    if (tag !== undefined) {
      if (scanner.at - tag.length !== from) return null
      made.tag = tag.toLowerCase()
      scanner.weight += 1
    } else if (mark === '#') {
      made.ids.push(unescape(name ?? ''))
      scanner.weight += 10_000
    } else if (mark === '.') {
      made.classes.push(unescape(name ?? ''))
      scanner.weight += 100
    } else if (attribute !== undefined) {
      made.attributes.push({
        name: attribute.toLowerCase(),
        sign: sign ?? '',
        value: (value ?? '').replace(/^["']|["']$/gu, ''),
      })
      scanner.weight += 100
    } else if (star === undefined && !readPseudo(scanner, made, { name: pseudo ?? '', open: open !== undefined }))
      return null
  }
  return made
}

function readPseudo(scanner: Scanner, made: Compound, { name, open }: { name: string; open: boolean }): boolean {
  const inner = open ? readBrackets(scanner) : ''
  if (inner === null) return false
  const kind = name.toLowerCase()
  if (kind === 'root') {
    made.tag = 'html'
  } else if (kind === 'is' || kind === 'where' || kind === 'not' || kind === 'matches' || kind === '-webkit-any') {
    const list = readList(inner)
    if (!list) return false
    if (kind === 'not') made.noneOf.push(...list.map(({ compound }) => compound))
    else made.anyOf.push(list.map(({ compound }) => compound))
    if (kind !== 'where') scanner.weight += Math.max(0, ...list.map(({ weight }) => weight))
  } else if (/^(?:first|last)-(?:child|of-type)$/u.test(kind))
    made.child = { at: 1, ofType: kind.endsWith('type'), fromEnd: kind.startsWith('last') }
  else if (/^nth-(?:last-)?(?:child|of-type)$/u.test(kind) && /^\s*\d+\s*$/u.test(inner))
    made.child = { at: Number(inner), ofType: kind.endsWith('type'), fromEnd: kind.includes('last') }
  else if (onlyByHand.test(kind)) made.never = true
  else return kind === 'link' || kind === 'any-link' || kind === 'defined'
  return true
}

function readBrackets(scanner: Scanner): string | null {
  let depth = 1
  const from = scanner.at
  for (; scanner.at < scanner.text.length; scanner.at++) {
    const sign = scanner.text.charAt(scanner.at)
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (depth === 0) return scanner.text.slice(from, scanner.at++)
  }
  return null
}

function readList(inner: string): { compound: Compound; weight: number }[] | null {
  const list: { compound: Compound; weight: number }[] = []
  for (const one of splitList(inner)) {
    const scanner = { text: one.trim(), at: 0, weight: 0 }
    const compound = readCompound(scanner)
    if (!compound || scanner.at < scanner.text.length) return null
    list.push({ compound, weight: scanner.weight })
  }
  return list
}

/** Split at the commas outside brackets. */
export function splitList(text: string): string[] {
  if (!text.includes(',')) return [text]
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x28 || sign === 0x5b) depth++
    else if (sign === 0x29 || sign === 0x5d) depth--
    else if (sign === 0x2c && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

function empty(): Compound {
  return { tag: null, ids: [], classes: [], attributes: [], anyOf: [], noneOf: [], child: null, never: false }
}

function unescape(name: string): string {
  return name.includes('\\')
    ? name.replace(/\\(?:([\da-f]{1,6})\s?|(.))/giu, (_, code: string | undefined, sign: string | undefined) =>
        code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
      )
    : name
}

/** What an element has to have for a selector to fit: `#id`, `.class`, a tag, or `*`. */
export function keyOf({ parts }: Selector): string {
  const last = parts[0]?.compound
  if (last?.ids[0] !== undefined) return `#${last.ids[0]}`
  return last?.classes[0] === undefined ? (last?.tag ?? '*') : `.${last.classes[0]}`
}

/** Does a selector fit an element? Looks at most 200 elements up or back. */
export function fitsSelector(element: Element, { parts }: Selector): boolean {
  let one: Element | null = element
  for (const [index, { compound }] of parts.entries()) {
    const combinator = index === 0 ? '' : (parts[index - 1]?.combinator ?? ' ')
    one = index === 0 ? (fits(element, compound) ? element : null) : seek(one, compound, combinator)
    if (!one) return false
  }
  return true
}

function seek(from: Element | null, compound: Compound, combinator: string): Element | null {
  const next = (one: Element): Element | null => (combinator === '+' || combinator === '~' ? before(one) : above(one))
  let one = from && next(from)
  if (combinator === '>' || combinator === '+') return one && fits(one, compound) ? one : null
  for (let height = 0; one && height < highest; height++) {
    if (fits(one, compound)) return one
    one = next(one)
  }
  return null
}

function above({ parent }: Element): Element | null {
  return parent && isTag(parent) ? parent : null
}

function before(element: Element): Element | null {
  let one = element.prev
  for (let steps = 0; one && !isTag(one) && steps < highest; steps++) one = one.prev
  return one && isTag(one) ? one : null
}

function fits(element: Element, part: Compound): boolean {
  const { name, attribs } = element
  if (part.never || (part.tag !== null && part.tag !== name)) return false
  if (part.ids.some((id) => id !== attribs.id)) return false
  if (part.classes.length > 0 && !part.classes.every((one) => hasWord(attribs.class, one))) return false
  if (!part.attributes.every((one) => hasAttribute(attribs[one.name], one))) return false
  if (part.child && !isChild(element, part.child)) return false
  return (
    part.anyOf.every((list) => list.some((one) => fits(element, one))) && !part.noneOf.some((one) => fits(element, one))
  )
}

function hasWord(list: string | undefined, word: string): boolean {
  if (list === undefined) return false
  for (let at = list.indexOf(word); at >= 0; at = list.indexOf(word, at + 1)) {
    const end = at + word.length
    if ((at === 0 || list.charCodeAt(at - 1) <= 32) && (end === list.length || list.charCodeAt(end) <= 32)) return true
  }
  return false
}

function hasAttribute(said: string | undefined, { sign, value }: { sign: string; value: string }): boolean {
  if (said === undefined) return false
  if (sign === '') return true
  if (sign === '=') return said === value
  if (sign === '~=') return hasWord(said, value)
  if (value === '') return false
  if (sign === '^=') return said.startsWith(value)
  if (sign === '$=') return said.endsWith(value)
  return sign === '|=' ? said === value || said.startsWith(`${value}-`) : said.includes(value)
}

function isChild(element: Element, { at, ofType, fromEnd }: NonNullable<Compound['child']>): boolean {
  let place = 1
  for (let one = fromEnd ? element.next : element.prev; one && place <= at; one = fromEnd ? one.next : one.prev)
    if (isTag(one) && (!ofType || one.name === element.name)) place++
  return place === at
}
