import type { ChildNode, Element } from 'domhandler'
import { isTag } from 'domhandler'
import type { Below, Compound, Selector } from './parse-selector.ts'

const highest = 200

/** A name that an element has to have for a selector to fit; of a tag `*` when it needs none. */
export type Key = { kind: 'tag' | 'id' | 'class'; name: string }

/** The key of a selector: an id before a class before a tag, of its last part. */
export function keyOf({ parts }: Selector): Key {
  const last = parts[0]?.compound
  if (last?.ids[0] !== undefined) return { kind: 'id', name: last.ids[0] }
  if (last?.classes[0] !== undefined) return { kind: 'class', name: last.classes[0] }
  return { kind: 'tag', name: last?.tag ?? '*' }
}

const brackets = /\[[^\]"']*(?:"[^"]*"|'[^']*')?[^\]"']*\]|\([^()]*\)/gu
const unsure = /[([\\|]|:root/u
const name = /[\w-]+/u
const compound = /^(\*|[\w-]*)((?:[.#:][\w-]+)*)$/u

/** The same by a look at its end, where most are not worth reading; `null` where that does not tell. */
export function readKey(selector: string): Key | null {
  let plain = selector
  let from = startOfLast(plain)
  for (let depth = 0; from < 0 && depth < 3; depth++) {
    plain = plain.replace(brackets, '')
    from = startOfLast(plain)
  }
  if (from < 0) return null
  return plainKey(plain, from) ?? pickKey(plain.slice(from))
}

/** The key of a part that is nothing but one name behind a sign, or a tag, as most are. */
function plainKey(selector: string, from: number): Key | null {
  const sign = selector.charCodeAt(from)
  const isTag = sign !== 0x23 && sign !== 0x2e
  const begin = isTag ? from : from + 1
  for (let at = begin; at < selector.length; at++) if (!isOfName(selector.charCodeAt(at))) return null
  if (begin === selector.length) return null
  return isTag
    ? { kind: 'tag', name: selector.slice(begin).toLowerCase() }
    : { kind: sign === 0x23 ? 'id' : 'class', name: selector.slice(begin) }
}

function isOfName(sign: number): boolean {
  return (
    (sign >= 0x61 && sign <= 0x7a) ||
    sign === 0x2d ||
    sign === 0x5f ||
    (sign >= 0x30 && sign <= 0x39) ||
    (sign >= 0x41 && sign <= 0x5a)
  )
}

function pickKey(part: string): Key | null {
  if (unsure.test(part)) return null
  const found = compound.exec(part)
  if (found === null) return null
  const tag = found[1] ?? ''
  const names = found[2] ?? ''
  const id = nameAfter('#', names)
  if (id !== null) return { kind: 'id', name: id }
  const first = nameAfter('.', names)
  if (first !== null) return { kind: 'class', name: first }
  return { kind: 'tag', name: tag.toLowerCase() || '*' }
}

/** Where the last part of a selector begins, behind white space or a sign of how it stands to the part before; -1 behind a bracket. */
function startOfLast(selector: string): number {
  for (let at = selector.length; at > 0; at--) {
    const sign = selector.charCodeAt(at - 1)
    if (sign === 0x29 || sign === 0x5d) return -1
    if (sign <= 0x20 || sign === 0x3e || sign === 0x2b || sign === 0x7e) return at
  }
  return 0
}

function nameAfter(sign: string, names: string): string | null {
  const from = names.indexOf(sign)
  return from < 0 ? null : (name.exec(names.slice(from + 1))?.[0] ?? null)
}

/** Does a selector fit an element? Looks at most 200 elements up or back. */
export function fitsSelector(element: Element, { parts }: Selector): boolean {
  const last = parts[0]
  if (!last || !fits(element, last.compound)) return false
  let one: Element | null = element
  for (let index = 1; one && index < parts.length; index++) {
    const part = parts[index]
    one = part ? seek(one, part.compound, parts[index - 1]?.combinator ?? ' ') : null
  }
  return one !== null
}

function seek(from: Element, compound: Compound, combinator: string): Element | null {
  const next = combinator === '+' || combinator === '~' ? before : above
  let one = next(from)
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

// Asked a hundred times of each element: loops, for a closure each time took a third of it.
function fits(element: Element, part: Compound): boolean {
  const { name, attribs } = element
  if (part.never || (part.tag !== null && part.tag !== name)) return false
  for (let at = 0; at < part.ids.length; at++) if (part.ids[at] !== attribs.id) return false
  for (let at = 0; at < part.classes.length; at++) if (!hasWord(attribs.class, part.classes[at] ?? '')) return false
  return part.plain || fitsRest(element, part)
}

/** One after the other, as most ask for one of these. A closure here would be made for each asking, and most of the garbage. */
function fitsRest(element: Element, part: Compound): boolean {
  const { attributes, children, languages, direction, has, anyOf, noneOf } = part
  for (let at = 0; at < attributes.length; at++) if (!hasAttribute(element, attributes[at])) return false
  for (let at = 0; at < children.length; at++) if (!isChild(element, children[at])) return false
  if (languages !== null && !isIn(languageOf(element), languages)) return false
  if (direction !== null && (said(element, 'dir') ?? 'ltr') !== direction) return false
  for (let at = 0; at < has.length; at++) if (!hasBelow(element, has[at])) return false
  for (let at = 0; at < anyOf.length; at++) if (!fitsAny(element, anyOf[at])) return false
  return noneOf.length === 0 || !fitsAny(element, noneOf)
}

function fitsAny(element: Element, list: Selector[] | undefined): boolean {
  if (!list) return true
  for (let at = 0; at < list.length; at++) {
    const one = list[at]
    if (one && fitsSelector(element, one)) return true
  }
  return false
}

function hasWord(list: string | undefined, word: string): boolean {
  if (list === undefined) return false
  for (let at = list.indexOf(word); at >= 0; at = list.indexOf(word, at + 1)) {
    const end = at + word.length
    if ((at === 0 || list.charCodeAt(at - 1) <= 32) && (end === list.length || list.charCodeAt(end) <= 32)) return true
  }
  return false
}

function hasAttribute({ attribs }: Element, asks: Compound['attributes'][number] | undefined): boolean {
  if (!asks) return true
  const { sign, value: asked, anyCase } = asks
  const given = attribs[asks.name]
  if (given === undefined) return false
  const said = anyCase ? given.toLowerCase() : given
  const value = anyCase ? asked.toLowerCase() : asked
  if (sign === '') return true
  if (sign === '=') return said === value
  if (sign === '~=') return hasWord(said, value)
  if (value === '') return false
  if (sign === '^=') return said.startsWith(value)
  if (sign === '$=') return said.endsWith(value)
  return sign === '|=' ? said === value || said.startsWith(`${value}-`) : said.includes(value)
}

const mostBeside = 2000

function isChild(element: Element, asked: Compound['children'][number] | undefined): boolean {
  if (!asked) return true
  const { step, at, ofType, fromEnd } = asked
  let place = 1
  let steps = 0
  const most = step === 0 ? at : mostBeside
  for (let one = fromEnd ? element.next : element.prev; one && place <= most; one = fromEnd ? one.next : one.prev) {
    if (isTag(one) && (!ofType || one.name === element.name)) place++
    if (++steps > mostBeside) return false
  }
  return step === 0 ? place === at : (place - at) % step === 0 && (place - at) / step >= 0
}

/** What the nearest element that says so declares in an attribute. */
function said(element: Element, name: 'lang' | 'dir'): string | undefined {
  let one: Element | null = element
  for (let height = 0; one && height < highest; height++) {
    const value = one.attribs[name]
    if (value !== undefined) return value.toLowerCase()
    one = above(one)
  }
  return undefined
}

function languageOf(element: Element): string {
  return said(element, 'lang') ?? ''
}

function isIn(language: string, ranges: string[]): boolean {
  return ranges.some(
    (range) => language === range || language.startsWith(`${range}-`) || (range === '*' && language !== ''),
  )
}

const mostBelow = 20_000

/** Does anything below an element, or behind it, fit? */
function hasBelow(element: Element, asked: Compound['has'][number] | undefined): boolean {
  if (!asked) return true
  const { below, known } = asked
  const before = known.get(element)
  if (before !== undefined) return before
  const found = below.some((one) => findBelow(element, one))
  known.set(element, found)
  return found
}

function findBelow(element: Element, { combinator, selector }: Below): boolean {
  const beside = combinator === '+' || combinator === '~'
  const waiting: ChildNode[] = beside ? [] : element.children.toReversed()
  for (let next = beside ? element.next : null; next; next = next.next) {
    if (isTag(next)) waiting.unshift(next)
    if (combinator === '+' && waiting.length > 0) break
  }
  for (let looked = 0; waiting.length > 0 && looked < mostBelow; looked++) {
    const one = waiting.pop()
    if (!one || !isTag(one)) continue
    if (fitsSelector(one, selector)) return true
    // With a sign before it, only the way to what it names is bound to the element's side: the rest goes on from there.
    if (combinator === '' || selector.parts.length > 1)
      for (const child of one.children.toReversed()) waiting.push(child)
  }
  return false
}
