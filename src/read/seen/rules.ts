import type { Element } from 'domhandler'
import { isNear, partsOf } from './colours.ts'
import { type Declarations, isTooSmall, mayHideBox, parseDeclarations, readLook } from './declarations.ts'
import { parseSelector, type Selector } from './parse-selector.ts'
import { fitsSelector, type Key, keyOf, readKey } from './selectors.ts'
import type { Variables } from './variables.ts'
import { wordsOf } from './words.ts'

/** Rules that stand in no layer come after all that do. */
export const unlayered = Number.POSITIVE_INFINITY

/** What stands between two braces, `declarations` and whether they are part of what hides read when first asked for. */
export type Block = { text: string; layer: number; declarations: Declarations | null; dangerous: boolean | null }
/** One selector of a block; `selector` is read when an element asks that has its key. */
export type Rule = { said: string; block: Block; order: number; selector?: Selector | null }

/** What the `<style>` elements of the same document say on a screen. */
export type Sheets = {
  /** May a rule hide this element, alone or with others? Asked of every element. */
  suspects: (element: Element) => boolean
  declaredOf: (element: Element) => Declarations | null
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
  const read = (block: Block): Declarations => (block.declarations ??= parseDeclarations(block.text, variables))
  const isOnPaper = comparing(() => [...papersOutside(), ...papersOf(rules, read)])
  const isDangerous = ({ block }: Rule): boolean => (block.dangerous ??= mayHide(read(block), isOnPaper))
  const byKey: Record<Key['kind'], Map<string, Rule[]>> = { tag: new Map(), id: new Map(), class: new Map() }
  for (const rule of rules) {
    const { kind, name } = keyOfRule(rule)
    const beside = byKey[kind].get(name)
    if (beside) beside.push(rule)
    else byKey[kind].set(name, [rule])
  }
  // Looked up by the attributes as they stand: to make a key of each takes longer than all the rest.
  const lookUp = (find: (said: string) => Rule[]): ((said: string | undefined) => Candidates) => {
    const known = new Map<string, Candidates>()
    return (said) => {
      if (said === undefined) return noCandidates
      let found = known.get(said)
      if (found) return found
      const all = find(said).filter(({ block }) => read(block).size > 0)
      found = all.length === 0 ? noCandidates : { all, dangerous: all.filter(isDangerous) }
      known.set(said, found)
      return found
    }
  }
  const ofTag = lookUp((name) => byKey.tag.get(name) ?? [])
  const ofId = lookUp((id) => byKey.id.get(id) ?? [])
  const ofClasses = lookUp((list) => [...new Set(wordsOf(list))].flatMap((one) => byKey.class.get(one) ?? []))
  const everywhere = ofTag('*')
  return {
    variables,
    suspects: (element) =>
      fitsOne(element, everywhere.dangerous) ||
      fitsOne(element, ofTag(element.name).dangerous) ||
      fitsOne(element, ofId(element.attribs.id).dangerous) ||
      fitsOne(element, ofClasses(element.attribs.class).dangerous),
    declaredOf: (element) => {
      const { name, attribs } = element
      const isFitting = (rule: Rule): boolean => fits(element, rule)
      const fitting = [everywhere, ofTag(name), ofId(attribs.id), ofClasses(attribs.class)].flatMap(({ all }) =>
        all.length === 0 ? all : all.filter(isFitting),
      )
      return fitting.length === 0 ? null : cascade(fitting, read)
    },
  }
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

function fitsOne(element: Element, rules: Rule[]): boolean {
  for (let at = 0; at < rules.length; at++) {
    const rule = rules[at]
    if (rule && fits(element, rule)) return true
  }
  return false
}

function papersOf(rules: Rule[], read: (block: Block) => Declarations): string[] {
  const blocks = new Set<Block>()
  for (const { block } of rules) if (/background|\\/iu.test(block.text)) blocks.add(block)
  return [...blocks].flatMap((block) => readLook(read(block)).paper ?? [])
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

/** Can a rule be part of what hides? A colour needs another's background. */
function mayHide(declarations: Declarations, isOnPaper: (ink: string) => boolean): boolean {
  if (mayHideBox(declarations)) return true
  const { visible, size, ink } = readLook(declarations)
  if (visible === false || isTooSmall(size) || ink === 'transparent') return true
  return ink !== null && isOnPaper(ink)
}

/**
 * For each property the last declaration of greatest weight: by layer, then by selector, then by place. What is `!important`
 * comes before what is not, and the first layer before the later ones.
 */
function cascade(rules: Rule[], read: (block: Block) => Declarations): Declarations {
  const all: Declarations = new Map()
  const weightOf = ({ selector }: Rule): number => selector?.weight ?? 0
  const byWeight = rules.toSorted((a, b) => weightOf(a) - weightOf(b) || a.order - b.order)
  const layered = byWeight.some(({ block }) => block.layer !== unlayered)
  for (const { block } of layered ? byWeight.toSorted((a, b) => compare(a.block.layer, b.block.layer)) : byWeight)
    addDeclarations(all, read(block))
  if (layered)
    for (const { block } of byWeight.toSorted((a, b) => compare(b.block.layer, a.block.layer)))
      for (const [name, declared] of read(block)) if (declared.important) all.set(name, declared)
  return all
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Lay later declarations over earlier ones. */
export function addDeclarations(all: Declarations, later: Declarations): void {
  for (const [name, declared] of later) if (declared.important || !all.get(name)?.important) all.set(name, declared)
}
