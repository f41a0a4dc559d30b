import type { Element } from 'domhandler'

/** What one element has to be. */
export type Compound = {
  tag: string | null
  ids: string[]
  classes: string[]
  attributes: { name: string; sign: string; value: string; anyCase: boolean }[]
  /** `:is()`, `:where()`: one of each list has to fit. */
  anyOf: Selector[][]
  noneOf: Selector[]
  /** `:has()`: something below or behind has to fit one of each list; what was found is remembered. */
  has: { below: Below[]; known: WeakMap<Element, boolean> }[]
  /** `:lang()`: one of these, and of `:dir()` which. */
  languages: string[] | null
  direction: string | null
  /** Places `step * n + at` among the elements beside it. */
  children: { step: number; at: number; ofType: boolean; fromEnd: boolean }[]
  /** Asks for nothing but tag, ids and classes, as most do. */
  plain: boolean
  /** Needs a pointer, focus or a click: never true of a page that is only looked at. */
  never: boolean
}

/** Where from an element something has to fit: below it, or as the sign says. */
export type Below = { combinator: string; selector: Selector }

/** A complex selector, last compound first. `weight` is the specificity as one number. */
export type Selector = { parts: { compound: Compound; combinator: string }[]; weight: number }

const mostParts = 30
const onlyByHand =
  /^(?:hover|focus|focus-within|focus-visible|active|visited|target|checked|disabled|invalid|popover-open|fullscreen|autofill|modal|empty)$/u

const between = /[\s>+~]*/uy
const gap = /[\s>+~]/u

/** Read one selector; `null` for what is not understood, as pseudo-elements are: such a rule says nothing here. */
export function parseSelector(text: string): Selector | null {
  const parts: Selector['parts'] = []
  const scanner = { text, at: 0, weight: 0 }
  let combinator = ''
  while (scanner.at < text.length) {
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
  /(\*)|([\w\u0080-\uFFFF-](?:[\w\u0080-\uFFFF-])*)|([.#])((?:[\w\u0080-\uFFFF-]|\\[\da-f]{1,6}\s?|\\.)+)|\[\s*([\w:-]+)\s*(?:([~^$*|]?=)\s*("[^"]*"|'[^']*'|[^\]\s]+)\s*([is]\s*)?)?\]|:([\w-]+)(\()?/iuy

function readCompound(scanner: Scanner): Compound | null {
  const made = empty()
  const from = scanner.at
  while (scanner.at < scanner.text.length && !gap.test(scanner.text.charAt(scanner.at))) {
    if (readPlainName(scanner, made)) continue
    simple.lastIndex = scanner.at
    const found = simple.exec(scanner.text)
    if (!found) return null
    scanner.at = simple.lastIndex
    const [, star, tag, mark, name, attribute, sign, value, flag, pseudo, open] = found
    if (tag !== undefined) {
      if (scanner.at - tag.length !== from) return null
      made.tag = tag.toLowerCase()
      scanner.weight += 1
    } else if (mark === '#') {
      made.ids = [...made.ids, unescapeName(name ?? '')]
      scanner.weight += 10_000
    } else if (mark === '.') {
      made.classes = [...made.classes, unescapeName(name ?? '')]
      scanner.weight += 100
    } else if (attribute !== undefined) {
      made.plain = false
      const asked = {
        name: attribute.toLowerCase(),
        sign: sign ?? '',
        value: (value ?? '').replace(/^["']|["']$/gu, ''),
        anyCase: /i/iu.test(flag ?? ''),
      }
      made.attributes = [...made.attributes, asked]
      scanner.weight += 100
    } else if (star === undefined) {
      made.plain = false
      if (!readPseudo(scanner, made, { name: pseudo ?? '', open: open !== undefined })) return null
    }
  }
  return made
}

const plainName = /[.#][\w-]+(?![\w\u0080-\uFFFF\\-])/uy

/** A class or an id without escapes, which most of a selector is: the expression for all that may stand there leaves much behind. */
function readPlainName(scanner: Scanner, made: Compound): boolean {
  const { text, at } = scanner
  plainName.lastIndex = at
  if (!plainName.test(text)) return false
  const isId = text.charCodeAt(at) === 0x23
  const name = text.slice(at + 1, plainName.lastIndex)
  if (isId) made.ids = [...made.ids, name]
  else made.classes = [...made.classes, name]
  scanner.at = plainName.lastIndex
  scanner.weight += isId ? 10_000 : 100
  return true
}

function readPseudo(scanner: Scanner, made: Compound, { name, open }: { name: string; open: boolean }): boolean {
  const inner = open ? readBrackets(scanner) : ''
  if (inner === null) return false
  const kind = name.toLowerCase()
  if (/^(?:is|where|not|matches|-webkit-any|-moz-any)$/u.test(kind)) return readChoice(scanner, made, { kind, inner })
  if (kind === 'has') return readBelow(scanner, made, inner)
  if (kind === 'root') made.tag = 'html'
  else if (kind === 'lang')
    made.languages = splitList(inner.toLowerCase()).map((one) => one.trim().replace(/["']/gu, ''))
  else if (kind === 'dir') made.direction = inner.trim().toLowerCase()
  else if (/-(?:child|of-type)$/u.test(kind)) return readPlace(made, kind, inner)
  else if (onlyByHand.test(kind)) made.never = true
  // The element that a rule's scope begins at is one of those above.
  else return kind === 'link' || kind === 'any-link' || kind === 'defined' || kind === 'scope'
  return true
}

function readChoice(scanner: Scanner, made: Compound, { kind, inner }: { kind: string; inner: string }): boolean {
  const list = readList(inner)
  if (!list) return false
  if (kind === 'not') made.noneOf = [...made.noneOf, ...list]
  else made.anyOf = [...made.anyOf, list]
  if (kind !== 'where') scanner.weight += Math.max(0, ...list.map(({ weight }) => weight))
  return true
}

function readBelow(scanner: Scanner, made: Compound, inner: string): boolean {
  const below: Below[] = []
  for (const one of splitList(inner)) {
    const [, combinator = '', rest = ''] = /^\s*([>+~]?)\s*(.*)$/su.exec(one) ?? []
    const selector = parseSelector(rest)
    if (!selector) return false
    below.push({ combinator, selector })
  }
  made.has = [...made.has, { below, known: new WeakMap() }]
  scanner.weight += Math.max(0, ...below.map(({ selector }) => selector.weight))
  return true
}

/** `:first-child`, `:only-of-type`, `:nth-last-child(2n + 1)`; not `of` a selector. */
function readPlace(made: Compound, kind: string, inner: string): boolean {
  const [, which, last] = /^(first|last|only|nth)-(last-)?(?:child|of-type)$/u.exec(kind) ?? []
  if (which === undefined) return false
  const ofType = kind.endsWith('type')
  const add = (step: number, at: number, fromEnd: boolean): void => {
    made.children = [...made.children, { step, at, ofType, fromEnd }]
  }
  if (which === 'first' || which === 'only') add(0, 1, false)
  if (which === 'last' || which === 'only') add(0, 1, true)
  if (which !== 'nth') return true
  const said = inner.trim().toLowerCase().replace('odd', '2n+1').replace('even', '2n')
  const [, steps, offset] = /^(?:([+-]?\d*)n)?\s*([+-]?\s*\d+)?$/u.exec(said) ?? []
  if (steps === undefined && offset === undefined) return false
  const step = steps === undefined ? 0 : /\d/u.test(steps) ? Number(steps) : Number(`${steps}1`)
  add(step, Number((offset ?? '0').replace(/\s/gu, '')), last !== undefined)
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

function readList(inner: string): Selector[] | null {
  const list: Selector[] = []
  for (const one of splitList(inner)) {
    const selector = parseSelector(one.trim())
    if (!selector) return null
    list.push(selector)
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

// Most ask for one thing: seven lists of their own that stay empty would be the larger part of each.
const none: never[] = []

function empty(): Compound {
  return {
    tag: null,
    ids: none,
    classes: none,
    attributes: none,
    anyOf: none,
    noneOf: none,
    has: none,
    languages: null,
    direction: null,
    children: none,
    plain: true,
    never: false,
  }
}

/** A name of CSS with its escapes read: `.q\\37` is the class `q7`. */
export function unescapeName(name: string): string {
  return name.includes('\\')
    ? name.replace(/\\(?:([\da-f]{1,6})\s?|(.))/giu, (_, code: string | undefined, sign: string | undefined) =>
        code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
      )
    : name
}
