import type { Element } from 'domhandler'
import { remembering } from '../remember.ts'
import { appliesAlways } from './conditions.ts'
import { type KnownNames, knownNames } from './known-names.ts'
import { splitList } from './parse-selector.ts'
import { askRules, type Rule, type Sheets, unlayered } from './rules.ts'
import { sheetOf } from './sheet-text.ts'
import { readVariables, type Variables } from './variables.ts'

const mostStyle = 2_000_000
const mostRules = 20_000
const mostNested = 2000

/**
 * Read every `<style>` among the elements of a page. Only what can hide text of it is kept; `null` when there is no sheet.
 *
 * @param papersOutside the colours of the ground that are said elsewhere than in sheets, asked when the first ink is judged
 */
export function readSheets(all: readonly Element[], papersOutside: (variables: Variables) => string[]): Sheets | null {
  const sheets = sheetsOf(all)
  if (sheets.length === 0) return null
  const variables = readVariables(sheets)
  const layered = sheets.some(hasLayers)
  const found: Found = { rules: [], blocks: 0, variables, names: knownNames(all), layers: new Map(), layered }
  for (const css of sheets) readRules(css, found)
  return askRules(found.rules, variables, () => papersOutside(variables))
}

/** The sheets as they stand, each cut where all before it have become too long. */
function sheetsOf(all: readonly Element[]): string[] {
  const sheets: string[] = []
  let left = mostStyle
  for (let at = 0; at < all.length; at++) {
    const one = all[at]
    const css = one ? sheetOf(one) : ''
    if (css === '' || left <= 0) continue
    sheets.push(css.length > left ? css.slice(0, left) : css)
    left -= css.length
  }
  return sheets
}

function hasLayers(css: string): boolean {
  for (let at = css.indexOf('@'); at >= 0; at = css.indexOf('@', at + 1))
    if (css.slice(at, at + 6).toLowerCase() === '@layer') return true
  return false
}

type Found = {
  rules: Rule[]
  /** Blocks with a selector that may fit an element of the page. */
  blocks: number
  variables: Variables
  names: KnownNames
  /** Layers by name, in the order they are first named. */
  layers: Map<string, number>
  /** Is there any layer at all? Most sheets have none, and each block would be searched for them. */
  layered: boolean
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
  let skipped = 0
  for (let at = seek(0); at < css.length && found.blocks < mostRules; at = seek(at + 1)) {
    const sign = css.charCodeAt(at)
    if (isPassedOver(sign)) {
      const end = passOver(css, at)
      // Between two rules it says nothing.
      if (sign === slash && skipped <= start && isBlank(css, start, at)) start = end + 1
      else skipped = end
      at = end
    } else if (sign === 0x7b) {
      let passed = skipped
      let end = seek(at + 1)
      for (; isPassedOver(css.charCodeAt(end)); end = seek(passed + 1)) passed = passOver(css, end)
      if (skipped <= start && readLeaf(css, { start, at, end, open }, found)) {
        at = end
      } else {
        const from = start + declarationsIn(css.slice(start, at), skipped > start)
        if (from > start) addDeclared(css.slice(start, from), open, found)
        const head = withoutMarks(css.slice(from, at)).trim()
        open = { head, outer: open, layer: layerOf(head, open?.layer ?? null, found) }
        skipped = passed
      }
      start = at + 1
    } else {
      if (open) addDeclared(css.slice(start, at), open, found)
      open = open?.outer
      start = at + 1
    }
  }
  // The end of a sheet closes all its blocks, and a list of layers needs none.
  addDeclared(css.slice(start), open, found)
}

const slash = 0x2f

/** Does a comment or a string begin with this sign, where {@link createSeeker} found it? */
function isPassedOver(sign: number): boolean {
  return sign === slash || sign === 0x22 || sign === 0x27
}

function passOver(css: string, at: number): number {
  return css.charCodeAt(at) === slash ? endOfComment(css, at) : endOfString(css, at)
}

function isBlank(css: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (css.charCodeAt(at) > 0x20) return false
  return true
}

/** A block in a sheet: where its head begins, its two braces, and the block around it. */
type Place = { start: number; at: number; end: number; open: Block | undefined }

/** Read a block without others in it under a plain head, as most are: nothing of those that say nothing of the page. */
function readLeaf(css: string, { start, at, end, open }: Place, found: Found): boolean {
  if (css.charCodeAt(end) !== 0x7d) return false
  const parents = open ? selectorsOf(open) : []
  if (parents === null) return true
  if (parents.length > 0) return false
  const selectors = found.names.readKnown(css, start, at)
  if (selectors === null) return false
  if (selectors.length > 0) holdRules(css.slice(at + 1, end), { selectors, layer: placeOf(open?.layer, found) }, found)
  return true
}

/** The place of a layer among all. */
function placeOf(layer: string | null | undefined, { layers }: Found): number {
  return layer === null || layer === undefined ? unlayered : (layers.get(layer) ?? unlayered)
}

function addDeclared(text: string, block: Block | undefined, found: Found): void {
  if (found.layered)
    for (const [, names = ''] of text.matchAll(/@layer\s+([^;{}]{1,2000});/giu))
      for (const name of names.split(',')) layerOf(`@layer ${name}`, block?.layer ?? null, found)
  if (block) holdDeclarations(text, block, found)
}

/** The layer of a block by its full name; naming it first gives it its place. */
function layerOf(head: string, outer: string | null, { layers, layered }: Found): string | null {
  if (!layered || !/^@layer\b/iu.test(head)) return outer
  const own = head.slice(6).trim() || `(${layers.size})`
  const name = outer === null ? own : `${outer}.${own}`
  if (!layers.has(name)) layers.set(name, layers.size)
  return name
}

/** The next brace, comment or quotation mark, by the search for one sign, which takes a fifth of the time of looking at each. */
function createSeeker(css: string): (from: number) => number {
  const find = (sign: string, from: number): number => {
    const at = css.indexOf(sign, from)
    return at < 0 ? css.length : at
  }
  let [opens, closes, double, single, comment, rare] = [-1, -1, -1, -1, -1, -1]
  return (from) => {
    if (opens < from) opens = find('{', from)
    if (closes < from) closes = find('}', from)
    if (rare < from) {
      if (double < from) double = find('"', from)
      if (single < from) single = find("'", from)
      if (comment < from) comment = find('/*', from)
      rare = Math.min(double, single, comment)
    }
    return Math.min(opens, closes, rare)
  }
}

/** The length of the declarations that stand before the head of a nested rule: up to the last semicolon outside of strings and comments. */
function declarationsIn(text: string, skips: boolean): number {
  if (!skips) return text.lastIndexOf(';') + 1
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22 || sign === 0x27) at = endOfString(text, at)
    else if (sign === 0x2f && text.charCodeAt(at + 1) === 0x2a) at = endOfComment(text, at)
    else if (sign === 0x3b) end = at + 1
  }
  return end
}

/** Outermost first: sheets nest deeper than a stack of calls. */
function selectorsOf(block: Block): string[] | null {
  if (block.selectors !== undefined) return block.selectors
  const unread: Block[] = []
  for (let one: Block | undefined = block; one && one.selectors === undefined; one = one.outer) unread.push(one)
  for (let one = unread.pop(); one; one = unread.pop()) one.selectors = openBlock(one.head, one.outer?.selectors)
  return block.selectors ?? null
}

function endOfComment(css: string, from: number): number {
  const end = css.indexOf('*/', from + 2)
  return end < 0 ? css.length : end + 1
}

/** What may stand between rules and says nothing: comments, and the marks that hid a sheet from the first browsers. */
function withoutMarks(css: string): string {
  return css.includes('/*') || css.includes('--') ? css.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/gu, '') : css
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

const applies = remembering(appliesAlways)

/** The selectors inside a block; `null` where nothing counts: other media, key frames, fonts. */
function openBlock(head: string, outer: string[] | null | undefined): string[] | null {
  if (outer === null) return null
  const parents = outer ?? []
  if (head.startsWith('@')) return applies(head) ? parents : null
  const own = head.includes(',') ? splitList(head).map((one) => one.trim()) : [head]
  if (parents.length === 0) return own
  return own
    .flatMap((one) => parents.map((parent) => (one.includes('&') ? one.replaceAll('&', parent) : `${parent} ${one}`)))
    .slice(0, mostNested)
}

const onRoot = /^(?::root|html|body|\*)$/u

/** Keep what is declared in a block beside its selectors. */
function holdDeclarations(text: string, block: Block, found: Found): void {
  if (!text.includes(':')) return
  const selectors = selectorsOf(block)
  if (selectors === null) return
  // Of a root the page knows all names: there are none.
  block.named ??= selectors.filter(found.names.knows)
  if (block.named.length > 0) holdRules(text, { selectors: block.named, layer: placeOf(block.layer, found) }, found)
}

/** Keep what is declared beside the selectors that may fit; both are read when an element asks for them. */
function holdRules(text: string, { selectors, layer }: { selectors: string[]; layer: number }, found: Found): void {
  if (!text.includes(':')) return
  if (text.includes('--') && selectors.some((one) => onRoot.test(one)))
    for (const [, name, value] of withoutMarks(text).matchAll(/(--[\w-]+)\s*:\s*([^;{}]{1,200})/gu))
      found.variables.root.set(name ?? '', (value ?? '').toLowerCase())
  found.blocks++
  const block = { text, layer, read: null }
  for (const said of selectors) found.rules.push({ said, block, order: found.rules.length })
}
