import type { Element } from 'domhandler'
import { type Declarations, hidesBox, isSameColour, isTooSmall, parseDeclarations, readLook } from './declarations.ts'
import { appliesAlways } from './conditions.ts'
import { parseSelector, type Selector, splitList } from './parse-selector.ts'
import { fitsSelector, keyOf } from './selectors.ts'
import { sheetOf } from './sheet-text.ts'
import { readVariables, type Variables } from './variables.ts'

type Rule = { selector: Selector; declarations: Declarations; order: number; layer: number }
/** Rules that stand in no layer come after all that do. */
const unlayered = Number.POSITIVE_INFINITY

const mostStyle = 2_000_000
const mostRules = 20_000
const mostNested = 2000

/** What the `<style>` elements of the same document say on a screen. */
export type Sheets = {
  /** May a rule hide this element, alone or with others? Asked of every element, so nothing is matched. */
  suspects: (element: Element) => boolean
  declaredOf: (element: Element) => Declarations | null
  /** What the `style` of an element may ask for. */
  variables: Variables
}

/** Read every `<style>` among the elements of a page. Only what can hide text of it is kept; `null` when there is no sheet. */
export function readSheets(all: Element[]): Sheets | null {
  const rules: Rule[] = []
  let css = ''
  for (const one of all) if (css.length <= mostStyle) css += sheetOf(one)
  if (css === '') return null
  const plain = css.slice(0, mostStyle).replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/gu, '')
  const variables = readVariables(plain)
  readRules(plain, { rules, pending: [], variables, isNamed: createNames(all), layers: new Map() })
  return askRules(rules, variables)
}

type Pending = { text: string; named: string[]; layer: number }
type Found = {
  rules: Rule[]
  /** What is declared waits for the variables, which may be given below. */
  pending: Pending[]
  variables: Variables
  isNamed: (selector: string) => boolean
  /** Layers by name, in the order they are first named. */
  layers: Map<string, number>
}
/** `selectors` are read when the first declarations inside ask for them, and which of them the page knows with them. */
type Block = {
  head: string
  outer: Block | undefined
  layer: string | null
  selectors?: string[] | null
  named?: string[]
}

/** One pass over the sheet: blocks open, declarations are read where they close or end, nested rules get their parents. */
function readRules(css: string, found: Found): void {
  const seek = createSeeker(css)
  let open: Block | undefined
  let start = 0
  let inString = 0
  for (let at = seek(0); at < css.length && found.pending.length < mostRules; at = seek(at + 1)) {
    const sign = css.charCodeAt(at)
    if (sign === 0x22 || sign === 0x27) {
      at = endOfString(css, at)
      inString = at
    } else if (sign === 0x7b) {
      const from = start + declarationsIn(css.slice(start, at), inString > start)
      if (from > start) addDeclared(css.slice(start, from), open, found)
      const head = css.slice(from, at).trim()
      open = { head, outer: open, layer: layerOf(head, open?.layer ?? null, found) }
      start = at + 1
    } else {
      if (open) addDeclared(css.slice(start, at), open, found)
      open = open?.outer
      start = at + 1
    }
  }
  for (const one of found.pending) addRules(one, found)
}

function addDeclared(text: string, block: Block | undefined, found: Found): void {
  for (const [, names = ''] of text.matchAll(/@layer\s+([^;{}]{1,2000});/giu))
    for (const name of names.split(',')) layerOf(`@layer ${name}`, block?.layer ?? null, found)
  if (block) holdDeclarations(text, block, found)
}

/** The layer of a block by its full name; naming it first gives it its place. */
function layerOf(head: string, outer: string | null, { layers }: Found): string | null {
  if (!/^@layer\b/iu.test(head)) return outer
  const own = head.slice(6).trim() || `(${layers.size})`
  const name = outer === null ? own : `${outer}.${own}`
  if (!layers.has(name)) layers.set(name, layers.size)
  return name
}

/** The next brace or quotation mark, by the search for one sign, which takes a fifth of the time of looking at each. */
function createSeeker(css: string): (from: number) => number {
  const next = ['{', '}', '"', "'"].map((sign) => ({ sign, at: -1 }))
  return (from) => {
    let nearest = css.length
    for (const one of next) {
      if (one.at < from) one.at = css.indexOf(one.sign, from)
      if (one.at < 0) one.at = css.length
      if (one.at < nearest) nearest = one.at
    }
    return nearest
  }
}

/** The length of the declarations that stand before the head of a nested rule: up to the last semicolon outside of strings. */
function declarationsIn(text: string, quoted: boolean): number {
  if (!quoted) return text.lastIndexOf(';') + 1
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22 || sign === 0x27) at = endOfString(text, at)
    else if (sign === 0x3b) end = at + 1
  }
  return end
}

/** Outermost first: sheets nest deeper than a stack of calls. */
function selectorsOf(block: Block): string[] | null {
  const unread: Block[] = []
  for (let one: Block | undefined = block; one && one.selectors === undefined; one = one.outer) unread.push(one)
  for (const one of unread.toReversed()) one.selectors = openBlock(one.head, one.outer?.selectors)
  return block.selectors ?? null
}

function endOfString(css: string, from: number): number {
  const quote = css.charAt(from)
  for (let at = from + 1; at < css.length; at++) {
    const sign = css.charAt(at)
    if (sign === '\\') at++
    else if (sign === quote || sign === '\n') return at
  }
  return css.length
}

/** The selectors inside a block; `null` where nothing counts: other media, key frames, fonts. */
function openBlock(head: string, outer: string[] | null | undefined): string[] | null {
  if (outer === null) return null
  const parents = outer ?? []
  if (head.startsWith('@')) return appliesAlways(head) ? parents : null
  const own = splitList(head).map((one) => one.trim())
  if (parents.length === 0) return own
  return own
    .flatMap((one) =>
      parents.map((parent) =>
        one.includes('&') ? one.replaceAll('&', parent) : `${parent} ${one.replace(/^\s+/u, '')}`,
      ),
    )
    .slice(0, mostNested)
}

const onRoot = /^(?::root|html|body|\*)$/u

function holdDeclarations(text: string, block: Block, { pending, variables, isNamed, layers }: Found): void {
  if (!text.includes(':')) return
  const selectors = selectorsOf(block)
  if (selectors === null) return
  if (text.includes('--') && selectors.some((one) => onRoot.test(one)))
    for (const [, name, value] of text.matchAll(/(--[\w-]+)\s*:\s*([^;{}]{1,200})/gu))
      variables.root.set(name ?? '', (value ?? '').toLowerCase())
  const named = (block.named ??= selectors.filter(isNamed))
  if (named.length > 0)
    pending.push({ text, named, layer: block.layer === null ? unlayered : (layers.get(block.layer) ?? unlayered) })
}

function addRules({ text, named, layer }: Pending, { rules, variables }: Found): void {
  const declarations = parseDeclarations(text, variables)
  if (declarations.size === 0) return
  for (const one of named) {
    const selector = parseSelector(one)
    if (selector) rules.push({ selector, declarations, order: rules.length, layer })
  }
}

/** Does a page know every class and id that a selector asks for? Most rules of a sheet are written for other pages. */
function createNames(all: Element[]): (selector: string) => boolean {
  const names = new Set<string>()
  const lists = new Set<string>()
  for (const { attribs } of all) {
    if (attribs.id !== undefined) names.add(`#${attribs.id}`)
    if (attribs.class !== undefined) lists.add(attribs.class)
  }
  for (const list of lists) for (const one of list.split(/\s+/u)) names.add(`.${one}`)
  return (selector) => {
    // Brackets may say what is not, and an escape spells a name otherwise.
    if (/[([\\]/u.test(selector)) return true
    if (selector.includes('::')) return false
    const name = /[.#][\w\u0080-\uFFFF-]+/gu
    for (let one = name.exec(selector); one; one = name.exec(selector)) if (!names.has(one[0])) return false
    return true
  }
}

/** Rules that have one key in common, and those among them that can be part of what hides. */
type Candidates = { all: Rule[]; dangerous: Rule[] }
const noCandidates: Candidates = { all: [], dangerous: [] }

function askRules(rules: Rule[], variables: Variables): Sheets {
  const byKey = Map.groupBy(rules, ({ selector }) => keyOf(selector))
  const isDangerous = createDanger(rules)
  // Looked up by the attributes as they stand: to make a key of each takes longer than all the rest.
  const lookUp = (keysOf: (name: string) => string[]): ((name: string | undefined) => Candidates) => {
    const known = new Map<string, Candidates>()
    return (name) => {
      if (name === undefined) return noCandidates
      const before = known.get(name)
      if (before) return before
      const all = keysOf(name).flatMap((key) => byKey.get(key) ?? [])
      const made = { all, dangerous: all.filter(({ declarations }) => isDangerous(declarations)) }
      known.set(name, made)
      return made
    }
  }
  const ofTag = lookUp((name) => [name])
  const ofId = lookUp((id) => [`#${id}`])
  const ofClasses = lookUp((list) => [...new Set(list.split(/\s+/u))].map((one) => `.${one}`))
  const everywhere = ofTag('*')
  const candidates = ({ name, attribs }: Element): Candidates[] => [
    everywhere,
    ofTag(name),
    ofId(attribs.id),
    ofClasses(attribs.class),
  ]
  return {
    variables,
    suspects: (element) =>
      candidates(element).some(({ dangerous }) => dangerous.some(({ selector }) => fitsSelector(element, selector))),
    declaredOf: (element) => {
      const fitting = candidates(element).flatMap(({ all }) =>
        all.filter(({ selector }) => fitsSelector(element, selector)),
      )
      return fitting.length === 0 ? null : cascade(fitting)
    },
  }
}

/** Can declarations be part of what hides? Asked of those alone that an element of the page may have. */
function createDanger(rules: Rule[]): (declarations: Declarations) => boolean {
  let papers: string[] | null = null
  const papersOf = (): string[] =>
    (papers ??= [
      ...new Set(['255,255,255', ...rules.flatMap(({ declarations }) => readLook(declarations).paper ?? [])]),
    ])
  const onPaper = new Map<string, boolean>()
  const isOnPaper = (ink: string): boolean => {
    const known = onPaper.get(ink)
    if (known !== undefined) return known
    const found = papersOf().some((paper) => isSameColour(ink, paper))
    onPaper.set(ink, found)
    return found
  }
  const known = new Map<Declarations, boolean>()
  return (declarations) => {
    const before = known.get(declarations)
    if (before !== undefined) return before
    const found = mayHide(declarations, isOnPaper)
    known.set(declarations, found)
    return found
  }
}

const clipping: Declarations = new Map([['overflow', { value: 'hidden', important: false }]])

/** Can a rule be part of what hides? A size of nothing needs another's `overflow`, a colour another's background. */
function mayHide(declarations: Declarations, isOnPaper: (ink: string) => boolean): boolean {
  if (hidesBox(new Map([...declarations, ...clipping])) !== null) return true
  const { visible, size, ink } = readLook(declarations)
  if (visible === false || isTooSmall(size) || ink === 'transparent') return true
  return ink !== null && isOnPaper(ink)
}

/**
 * For each property the last declaration of greatest weight: by layer, then by selector, then by place. What is `!important`
 * comes before what is not, and the first layer before the later ones.
 */
function cascade(rules: Rule[]): Declarations {
  const all: Declarations = new Map()
  const byWeight = rules.toSorted((a, b) => a.selector.weight - b.selector.weight || a.order - b.order)
  const layered = byWeight.some(({ layer }) => layer !== unlayered)
  for (const { declarations } of layered ? byWeight.toSorted((a, b) => compare(a.layer, b.layer)) : byWeight)
    addDeclarations(all, declarations)
  if (layered)
    for (const { declarations } of byWeight.toSorted((a, b) => compare(b.layer, a.layer)))
      for (const [name, declared] of declarations) if (declared.important) all.set(name, declared)
  return all
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Lay later declarations over earlier ones. */
export function addDeclarations(all: Declarations, later: Declarations): void {
  for (const [name, declared] of later) if (declared.important || !all.get(name)?.important) all.set(name, declared)
}
