import type { Element } from 'domhandler'
import { isNear, partsOf } from './colours.ts'
import { addDeclarations, by, type Declarations, parseDeclarations, type ReadDeclarations } from './declarations.ts'
import { waysToHideBox } from './hides-box.ts'
import { isTooSmall, readLook, readPaper } from './looks.ts'
import { parseSelector, type Selector } from './parse-selector.ts'
import { fitsSelector, type Key, keyOf, readKey } from './selectors.ts'
import type { Variables } from './variables.ts'
import { wordsOf } from './words.ts'

/** Rules that stand in no layer come after all that do. */
export const unlayered = Number.POSITIVE_INFINITY

/** What stands between two braces; the rest is read when first asked for. */
export type Block = { text: string; layer: number; read: ReadBlock | null }
/** `dangers`: by what the declarations can be part of what hides, as bits; -1 until asked for. */
type ReadBlock = ReadDeclarations & { dangers: number }
/** One selector of a block; `selector` is read when an element asks that has its key. */
export type Rule = { said: string; block: Block; order: number; selector?: Selector | null }

/** What the `<style>` elements of the same document say on a screen. */
export type Sheets = {
  /** The ways in which a rule may hide this element, alone or with others, as bits. Asked of every element. */
  dangersOf: (element: Element) => number
  /** What is declared of it that these ways of hiding depend on. Not to be changed. */
  declaredOf: (element: Element, ways: number) => Declarations | null
  /** What the `style` of an element may ask for. */
  variables: Variables
}

/** Rules that have one key in common, and those among them that can be part of what hides. */
type Candidates = { all: Rule[]; dangerous: Rule[] }
const noCandidates: Candidates = { all: [], dangerous: [] }

/**
 * Rules by the names that an element has to have for them.
 *
 * @param papersOutside the colours of the ground that are said elsewhere than in these rules
 */
export function askRules(rules: Rule[], variables: Variables, papersOutside: () => string[]): Sheets {
  const read = (block: Block): ReadBlock => (block.read ??= readBlock(block.text, variables))
  const isOnPaper = comparing(() => [...papersOutside(), ...papersOf(rules, read)])
  const isDangerous = ({ block }: Rule): boolean => {
    const known = read(block)
    if (known.dangers < 0) known.dangers = dangersIn(known, isOnPaper)
    return known.dangers !== 0
  }
  const byKey = rulesByKey(rules)
  // Looked up by the attributes as they stand: to make a key of each takes longer than all the rest.
  const lookUp = (find: (said: string) => Rule[]): ((said: string | undefined) => Candidates) => {
    const known = new Map<string, Candidates>()
    return (said) => {
      if (said === undefined) return noCandidates
      let found = known.get(said)
      if (found) return found
      const all = find(said).filter(({ block }) => read(block).ways !== 0)
      found = all.length === 0 ? noCandidates : { all, dangerous: all.filter(isDangerous) }
      known.set(said, found)
      return found
    }
  }
  const ofTag = lookUp((name) => byKey.tag.get(name) ?? [])
  const ofId = lookUp((id) => byKey.id.get(id) ?? [])
  const ofClasses = lookUp((list) =>
    (list.includes(' ') ? [...new Set(wordsOf(list))] : wordsOf(list)).flatMap((one) => byKey.class.get(one) ?? []),
  )
  const everywhere = ofTag('*')
  return {
    variables,
    dangersOf: (element) => {
      const { name, attribs } = element
      let found = addDangers(0, element, everywhere.dangerous)
      found = addDangers(found, element, ofTag(name).dangerous)
      found = addDangers(found, element, ofId(attribs.id).dangerous)
      return addDangers(found, element, ofClasses(attribs.class).dangerous)
    },
    declaredOf: (element, ways) => {
      const { name, attribs } = element
      const fitting: Rule[] = []
      const asked = { element, ways }
      addFitting(fitting, everywhere.all, asked)
      addFitting(fitting, ofTag(name).all, asked)
      addFitting(fitting, ofId(attribs.id).all, asked)
      addFitting(fitting, ofClasses(attribs.class).all, asked)
      if (fitting.length > 1) return cascade(fitting)
      return fitting[0]?.block.read?.all ?? null
    },
  }
}

function readBlock(text: string, variables: Variables): ReadBlock {
  const { all, ways } = parseDeclarations(text, variables)
  return { all, ways, dangers: -1 }
}

function rulesByKey(rules: Rule[]): Record<Key['kind'], Map<string, Rule[]>> {
  const byKey: Record<Key['kind'], Map<string, Rule[]>> = { tag: new Map(), id: new Map(), class: new Map() }
  for (const rule of rules) {
    const { kind, name } = keyOfRule(rule)
    const beside = byKey[kind].get(name)
    if (beside) beside.push(rule)
    else byKey[kind].set(name, [rule])
  }
  return byKey
}

/** Most selectors need not be read to know under which name to look for them. */
function keyOfRule(rule: Rule): Key {
  const plain = readKey(rule.said)
  if (plain !== null) return plain
  const selector = selectorOf(rule)
  return selector === null ? { kind: 'tag', name: '' } : keyOf(selector)
}

function selectorOf(rule: Rule): Selector | null {
  if (rule.selector === undefined) rule.selector = parseSelector(rule.said)
  return rule.selector
}

function fits(element: Element, rule: Rule): boolean {
  const selector = selectorOf(rule)
  return selector !== null && fitsSelector(element, selector)
}

/** With these dangers those of the rules that fit: a rule that brings no other is not looked at. */
function addDangers(before: number, element: Element, rules: Rule[]): number {
  let found = before
  for (let at = 0; at < rules.length; at++) {
    const rule = rules[at]
    const dangers = rule?.block.read?.dangers ?? 0
    if (rule && (dangers & ~found) !== 0 && fits(element, rule)) found |= dangers
  }
  return found
}

/** The rules that fit, the heavier behind the lighter. */
function addFitting(fitting: Rule[], rules: Rule[], { element, ways }: { element: Element; ways: number }): void {
  for (let at = 0; at < rules.length; at++) {
    const rule = rules[at]
    if (rule && ((rule.block.read?.ways ?? 0) & ways) !== 0 && fits(element, rule)) insert(fitting, rule)
  }
}

function insert(sorted: Rule[], rule: Rule): void {
  let at = sorted.length
  for (let one = sorted[at - 1]; one && compareWeight(one, rule) > 0; one = sorted[at - 1]) sorted[at--] = one
  sorted[at] = rule
}

function papersOf(rules: Rule[], read: (block: Block) => ReadBlock): string[] {
  const blocks = new Set<Block>()
  for (const { block } of rules) if (/background|\\/iu.test(block.text)) blocks.add(block)
  return [...blocks].flatMap((block) => readPaper(read(block).all) ?? [])
}

/** Has an ink the colour of one of these papers? They are asked for with the first ink. */
function comparing(read: () => string[]): (ink: string) => boolean {
  let papers: Map<string, number[]> | null = null
  const known = new Map<string, boolean>()
  return (ink) => {
    const before = known.get(ink)
    if (before !== undefined) return before
    papers ??= new Map(read().map((paper) => [paper, partsOf(paper)]))
    const parts = partsOf(ink)
    const found = papers.has(ink) || papers.values().some((paper) => isNear(parts, paper))
    known.set(ink, found)
    return found
  }
}

/** By what can a rule be part of what hides? A colour needs another's background. */
function dangersIn({ all, ways }: ReadBlock, isOnPaper: (ink: string) => boolean): number {
  const ofBox = waysToHideBox(all, ways)
  if ((ways & by.text) === 0) return ofBox
  const { visible, size, ink } = readLook(all)
  const isUnseen = visible === false || isTooSmall(size) || ink === 'transparent' || (ink !== null && isOnPaper(ink))
  return isUnseen ? ofBox | by.text : ofBox
}

/**
 * For each property the last declaration of greatest weight: by layer, then by selector, then by place. What is `!important`
 * comes before what is not, and the first layer before the later ones.
 */
function cascade(byWeight: Rule[]): Declarations {
  const all: Declarations = new Map()
  const layered = byWeight.some(({ block }) => block.layer !== unlayered)
  for (const { block } of layered ? byWeight.toSorted((a, b) => compare(a.block.layer, b.block.layer)) : byWeight)
    if (block.read) addDeclarations(all, block.read.all)
  if (layered)
    for (const { block } of byWeight.toSorted((a, b) => compare(b.block.layer, a.block.layer)))
      for (const [name, declared] of block.read?.all ?? []) if (declared.important) all.set(name, declared)
  return all
}

function compareWeight(one: Rule, other: Rule): number {
  return (one.selector?.weight ?? 0) - (other.selector?.weight ?? 0) || one.order - other.order
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}
