import type { Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { allElements } from './tree.ts'

type Part = { tag: string | null; id: string | null; classes: string[] }
type Rule = { parts: Part[]; weight: number; hidden: boolean }

const mostStyle = 500_000
const mostRules = 5000

const hiding: RegExp[] = [
  /(?:^|[;\s])display\s*:\s*none/iu,
  /(?:^|[;\s])(?:content-)?visibility\s*:\s*(?:hidden|collapse)/iu,
  /(?:^|[;\s])opacity\s*:\s*(?:0|\.0|0\.0)+%?\s*(?:!|;|$)/iu,
  /(?:^|[;\s])font-size\s*:\s*0(?![.\d])/iu,
  /(?:^|[;\s])(?:left|right|top|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}/iu,
  /(?:^|[;\s])clip\s*:\s*rect\(\s*(?:0|1px)/iu,
  /(?:^|[;\s])clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)/iu,
  /(?:^|[;\s])transform\s*:[^;]*(?:scale[xy]?\(\s*0\s*[,)]|translate[xy]?\(\s*-\d{4,})/iu,
  /(?:^|[;\s])(?:-webkit-text-fill-)?color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\)|#[\da-f]{6}00\b)/iu,
]

/** Do these declarations, as a `style` attribute or the body of a rule, hide an element's text? */
export function hides(declarations: string): boolean {
  if (hiding.some((pattern) => pattern.test(declarations))) return true
  const clipped = /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/iu.test(declarations)
  if (clipped && /(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*[01](?:px|em|rem|%)?\s*(?:!|;|$)/iu.test(declarations))
    return true
  const ink = /(?:^|[;\s])color\s*:\s*([^;!]+)/iu.exec(declarations)?.[1]
  const paper = /(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)/iu.exec(declarations)?.[1]
  return ink !== undefined && paper !== undefined && colour(ink) === colour(paper)
}

function colour(said: string): string {
  const plain = said.trim().toLowerCase().replace(/\s+/gu, '')
  if (plain === 'white' || plain === 'rgb(255,255,255)') return '#ffffff'
  if (plain === 'black' || plain === 'rgb(0,0,0)') return '#000000'
  return /^#[\da-f]{3}$/u.test(plain) ? plain.replace(/[\da-f]/gu, '$&$&') : plain
}

/** Every element that a `<style>` of the same document hides on a screen; the last rule of greatest weight decides. */
export function hiddenByStylesheets(document: Document): Set<Element> {
  const all = allElements(document)
  let css = ''
  for (const one of all) {
    if (one.name === 'style' && css.length < mostStyle)
      css += one.children.map((child) => (isText(child) ? child.data : '')).join('')
  }
  const rules = index(readRules(css.slice(0, mostStyle)))
  const found = new Set<Element>()
  if (rules.size === 0) return found
  const classes = createClassReader()
  for (const element of all) if (isHidden(element, { rules, classes })) found.add(element)
  return found
}

function readRules(css: string): Rule[] {
  const rules: Rule[] = []
  const open: boolean[] = []
  let from = 0
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, '')
  for (const { 0: sign, index: at } of plain.matchAll(/[{};]/gu)) {
    const text = plain.slice(from, at).trim()
    if (sign === '{') open.push(text.startsWith('@') ? appliesAlways(text) : true)
    if (sign === '{' && !text.startsWith('@') && open.every(Boolean)) {
      const end = plain.indexOf('}', at)
      rules.push(...toRules(text, plain.slice(at + 1, end < 0 ? undefined : end)))
    }
    if (sign === '}') open.pop()
    from = at + 1
    if (rules.length >= mostRules) break
  }
  return rules
}

// Rules for paper, for a phone or for motion do not say what a reader at a screen sees.
function appliesAlways(at: string): boolean {
  return /^@(?:media\s+(?:all|screen|only screen)\s*$|supports|layer)/iu.test(at)
}

function toRules(selectors: string, declarations: string): Rule[] {
  // Most rules say nothing of it: one look spares them the dozen that follow.
  if (
    !/display|visibility|opacity|font-size|color|clip|left|right|top|bottom|indent|transform|overflow/iu.test(
      declarations,
    )
  )
    return []
  const hidden = hides(declarations)
  if (!hidden && !/display|visibility|opacity|font-size|color|clip|left|top|text-indent/iu.test(declarations)) return []
  return selectors.split(',').flatMap((selector) => {
    if (!/^[\w\s.#>\-\u0080-\uFFFF]+$/u.test(selector.trim())) return []
    const parts = selector
      .split(/[\s>]+/u)
      .filter(Boolean)
      .map(toPart)
    const weight = parts.reduce((sum, one) => sum + (one.id ? 100 : 0) + one.classes.length * 10 + (one.tag ? 1 : 0), 0)
    return [{ parts, weight, hidden }]
  })
}

function toPart(text: string): Part {
  return {
    tag: /^[\w-]+/u.exec(text)?.[0].toLowerCase() ?? null,
    id: /#([^.#]+)/u.exec(text)?.[1] ?? null,
    classes: [...text.matchAll(/\.([^.#]+)/gu)].flatMap((found) => found[1] ?? []),
  }
}

/** Rules by the name their last part needs; only names under which something is hidden. */
function index(rules: Rule[]): Map<string, Rule[]> {
  const byName = Map.groupBy(rules, (rule) => {
    const last = rule.parts.at(-1)
    return last?.id ? `#${last.id}` : last?.classes[0] ? `.${last.classes[0]}` : (last?.tag ?? '')
  })
  return new Map([...byName].filter(([, some]) => some.some((rule) => rule.hidden)))
}

type ClassReader = (element: Element) => string[]
type Sheet = { rules: Map<string, Rule[]>; classes: ClassReader }

/** Classes of an element; a page has thousands of elements and few lists of classes. */
function createClassReader(): ClassReader {
  const known = new Map<string, string[]>()
  return ({ attribs }) => {
    const said = attribs.class ?? ''
    const read = known.get(said) ?? said.split(/\s+/u)
    known.set(said, read)
    return read
  }
}

function isHidden(element: Element, sheet: Sheet): boolean {
  let best: Rule | null = null
  const weigh = (name: string): void => {
    for (const rule of sheet.rules.get(name) ?? [])
      if (rule.weight >= (best?.weight ?? 0) && matches(element, rule.parts, sheet.classes)) best = rule
  }
  weigh(element.name)
  if (element.attribs.id !== undefined) weigh(`#${element.attribs.id}`)
  for (const name of sheet.classes(element)) if (name !== '') weigh(`.${name}`)
  return (best as Rule | null)?.hidden ?? false
}

function matches(element: Element, parts: Part[], classes: ClassReader): boolean {
  let wanted = parts.length - 1
  if (!fits(element, parts[wanted], classes)) return false
  wanted--
  let up = element.parent
  for (let height = 0; wanted >= 0 && up && isTag(up) && height < 200; up = up.parent, height++) {
    if (fits(up, parts[wanted], classes)) wanted--
  }
  return wanted < 0
}

function fits(element: Element, part: Part | undefined, classes: ClassReader): boolean {
  if (!part || (part.tag && part.tag !== element.name) || (part.id && part.id !== element.attribs.id)) return false
  return part.classes.length === 0 || part.classes.every((name) => classes(element).includes(name))
}
