import type { Element } from 'domhandler'
import { isTag } from 'domhandler'
import { colour, isSameColour } from './colours.ts'
import { addDeclarations, by, type Declarations, parseDeclarations } from './declarations.ts'
import { hidesBox, waysToHideBox } from './hides-box.ts'
import { isTooSmall, readLook, readPaper, type TextLook } from './looks.ts'
import type { Sheets } from './rules.ts'
import { readSheets } from './stylesheets.ts'
import type { Variables } from './variables.ts'

/** Why an element is not seen. `showsAgain` tells which elements below are: what is inherited can be taken back. */
export type Hiding = { rule: string; kind?: string; showsAgain?: (below: Element) => boolean }

/** How far up the colour of the ground is looked for. */
const highest = 60

/** Judge the elements of a page by what it declares of them: `style` attributes, `<style>` elements, `<font>`, `bgcolor`. */
export function createJudge(all: readonly Element[]): (element: Element) => Hiding | null {
  const ground = hasForeignSheet(all) ? null : '255,255,255'
  const sheets = readSheets(all, (variables) => [...(ground === null ? [] : [ground]), ...papersOf(all, variables)])
  const { dangersOf, declaredOf } = createDeclared(sheets)
  const looks = new Map<Element, TextLook | null>()
  const lookOf = (element: Element): TextLook | null => {
    const known = looks.get(element)
    if (known !== undefined) return known
    const declared = declaredOf(element, by.text)
    const look = declared && readLook(declared)
    looks.set(element, look)
    return look
  }
  const inherited = (element: Element, what: 'ink' | 'paper'): string | null => {
    let up: Element | null = element
    for (let height = 0; up && height < highest; height++) {
      const said: string | null = lookOf(up)?.[what] ?? null
      if (said !== null) return said
      up = up.parent && isTag(up.parent) ? up.parent : null
    }
    return what === 'paper' ? ground : null
  }
  const isUnseenInk = (element: Element): boolean => {
    const ink = inherited(element, 'ink')
    if (ink === 'transparent') return true
    const paper = ink === null ? null : inherited(element, 'paper')
    return ink !== null && paper !== null && paper !== '?' && isSameColour(ink, paper)
  }
  return (element) => {
    const { style } = element.attribs
    const dangers = dangersOf(element)
    if (dangers === 0) return null
    const source = style === undefined ? 'stylesheet' : 'style'
    const boxWays = dangers & ~by.text
    const declared = boxWays === 0 ? null : declaredOf(element, boxWays)
    if (declared !== null && hidesBox(declared, boxWays)) return { rule: source }
    const look = lookOf(element)
    if (look === null) return null
    if (look.visible === false)
      return { rule: source, kind: 'visibility', showsAgain: (below) => lookOf(below)?.visible === true }
    if (isTooSmall(look.size))
      return {
        rule: source,
        kind: 'size',
        showsAgain: (below) => (lookOf(below)?.size ?? 0) > 0 && !isTooSmall(lookOf(below)?.size ?? 0),
      }
    if ((look.ink !== null || look.paper !== null) && isUnseenInk(element))
      return { rule: source, kind: 'colour', showsAgain: (below) => hasOwnColour(lookOf(below)) && !isUnseenInk(below) }
    return null
  }
}

function hasOwnColour(look: TextLook | null): boolean {
  return look !== null && (look.ink !== null || look.paper !== null)
}

/** What a `style` attribute declares, and by what it can be part of what hides. */
type Style = { all: Declarations; dangers: number }

/** The `style` attributes of a page: the same are written again and again. */
function readingStyles(variables: Variables | null): (style: string) => Style {
  const known = new Map<string, Style>()
  return (style) => {
    const before = known.get(style)
    if (before) return before
    const { all, ways } = parseDeclarations(style, variables)
    const found = { all, dangers: waysToHideBox(all, ways) }
    known.set(style, found)
    return found
  }
}

/** What is said of an element by sheets, by its own attributes, and by `style`. */
function createDeclared(sheets: Sheets | null): {
  dangersOf: (element: Element) => number
  declaredOf: (element: Element, ways: number) => Declarations | null
} {
  const read = readingStyles(sheets?.variables ?? null)
  return {
    dangersOf: (element) => {
      const { style, color, bgcolor } = element.attribs
      const dangers = sheets?.dangersOf(element) ?? 0
      if (style !== undefined) return dangers | by.text | read(style).dangers
      return color === undefined && bgcolor === undefined ? dangers : dangers | by.text
    },
    declaredOf: (element, ways) => {
      const { style, color, bgcolor } = element.attribs
      const fromSheets = sheets?.declaredOf(element, ways) ?? null
      if (style === undefined && color === undefined && bgcolor === undefined) return fromSheets
      const all: Declarations = new Map(fromSheets)
      if (color !== undefined && element.name === 'font')
        all.set('color', { value: color.toLowerCase(), important: false })
      if (bgcolor !== undefined) all.set('background-color', { value: bgcolor.toLowerCase(), important: false })
      if (style !== undefined) addDeclarations(all, read(style).all)
      return all
    },
  }
}

/** The colours of the ground that elements say themselves. */
function papersOf(all: readonly Element[], variables: Variables): string[] {
  const papers: (string | null)[] = []
  for (let at = 0; at < all.length; at++) {
    const { style, bgcolor } = all[at]?.attribs ?? {}
    if (bgcolor !== undefined) papers.push(colour(bgcolor.toLowerCase()))
    if (style !== undefined && /background|\\/iu.test(style))
      papers.push(readPaper(parseDeclarations(style, variables).all))
  }
  return papers.filter((paper) => paper !== null)
}

/** With a stylesheet that we do not have, the colour of the ground is not known. */
function hasForeignSheet(all: readonly Element[]): boolean {
  return all.some(
    ({ name, attribs }) =>
      name === 'link' && /stylesheet/iu.test(attribs.rel ?? '') && /^(?!data:)/iu.test(attribs.href ?? 'data:'),
  )
}
