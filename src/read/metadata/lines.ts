import { isTag, type Document, type Element } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import { elementsOf } from '../tree.ts'
import { foldLetters } from '../../text/letters.ts'
import { weightOf } from './letters.ts'

/** A short line of the page's own text and the element it stands in. */
export type Line = { text: string; element: Element }

/**
 * Short lines right under the headline, those right above it in the same box, and lines that sign the text before or
 * after it.
 */
export type NearLines = { under: Line[]; above: Line[]; signs: Line[] }

const mostLines = 60
const longest = 140
const mostNodes = 40
const stressed = new Set(['strong', 'em', 'b', 'i'])
const unread = new Set(['script', 'style', 'svg', 'noscript', 'template', 'button'])
const parting = new Set(['br', 'li', 'div', 'p'])
const firstHeadings = new Set(['h1', 'h2', 'h3', 'h4'])
const mostAbove = 8
const mostBefore = 40
const boxHeight = 4
// Unicode's line separator: no outlet writes it.
const lineBreak = '\u2028'
// A paragraph of the article itself, by its weight: what follows is no longer the head of the article.
const paragraph = 160
const boxes = new Set(
  'div p span li ul ol section header address small h1 h2 h3 h4 h5 h6 dd dl td a b strong em i time font table tbody tr'.split(
    ' ',
  ),
)
const ownBox = /^[a-z]+(?:-[a-z]+)+$/u

/** The short lines near the headline, in the page's order: a reader looks for byline and date there. */
export function readNearLines(document: Document, headlines: string[]): NearLines {
  const near = linesNear(document, headlines, isHeading)
  if (near.under.length > 0) return near
  const { under, above } = linesNear(document, headlines, isLargeLetter)
  return { ...near, under, above: near.above.length > 0 ? near.above : above }
}

type IsHead = (element: Element, begun: string | null) => boolean

function linesNear(document: Document, headlines: string[], isHead: IsHead): NearLines {
  const wanted = new Set(headlines.map(foldLetters).filter((one) => weightOf(one) >= 8))
  const near: NearLines = { under: [], above: [], signs: [] }
  let begun: string | null = null
  let under = false
  let looked = 0
  let unnamed = 0
  const all = elementsOf(document)
  let at = -1
  for (const element of all) {
    at++
    if (isHead(element, begun) && wanted.has(foldLetters(textOf(element, 400)?.text ?? ''))) {
      begun = element.name
      under = true
      looked = 0
      near.under = []
      near.above = linesAbove(element, all.slice(Math.max(0, at - mostBefore), at))
      continue
    }
    if (element.name === 'p' && near.signs.length < 4) addSign(near.signs, element)
    if (!under || near.under.length >= mostLines || !isBox(element)) continue
    const said = textOf(element, paragraph)
    // One of no name may be a standfirst.
    if (element.name !== 'p' && isLongItself(element)) unnamed++
    const isText = element.name === 'p' || unnamed > 1
    if (isText && (said === null || weightOf(said.text) > paragraph)) under = false
    else
      for (const text of said?.lines ?? [])
        if (text.length >= 3 && text.length <= longest) near.under.push({ text, element })
    if (++looked > 400) under = false
  }
  return near
}

/** What stands above the headline within its box or the one around: a date or a byline may, the masthead does not. */
function linesAbove(heading: Element, before: Element[]): Line[] {
  const round = new Set<unknown>()
  for (let up = heading.parent, height = 0; up && isTag(up) && height < boxHeight; up = up.parent, height++) {
    if (/^(?:body|html)$/u.test(up.name)) break
    round.add(up)
    if (up.name === 'article') break
  }
  const inside = before.filter((one) => {
    if (!isBox(one)) return false
    for (let up = one.parent, height = 0; up && height < boxHeight; up = up.parent, height++)
      if (round.has(up)) return true
    return false
  })
  return inside
    .flatMap((element) => (textOf(element, longest)?.lines ?? []).map((text) => ({ text, element })))
    .filter(({ text }) => text.length >= 3)
    .slice(-mostAbove)
}

/** Does an element hold a paragraph's worth of text itself, whatever it is called? */
function isLongItself({ children }: Element): boolean {
  const own = children.map((child) => (child.type === 'text' ? (child as unknown as { data: string }).data : ''))
  return weightOf(cleanLine(own.join(' ').slice(0, 4 * paragraph))) > paragraph
}

function isBox({ name }: Element): boolean {
  return boxes.has(name) || (name.includes('-') && ownBox.test(name))
}

function isHeading(element: Element, begun: string | null): boolean {
  return firstHeadings.has(element.name) && (begun === null || (begun !== 'h1' && element.name === 'h1'))
}

/** Pages of the 2000s set the headline in a large letter, not in a heading. */
function isLargeLetter(element: Element, begun: string | null): boolean {
  return begun === null && /^(?:b|strong|font|big|td|div|span|p)$/u.test(element.name)
}

/** A paragraph that is a name alone, set apart by its type or its place, first or last of the text. */
function addSign(signs: Line[], element: Element): void {
  const { style } = element.attribs
  const right = style !== undefined && /text-align\s*:\s*(?:right|end)/iu.test(style)
  if (!right && !isBold(element)) return
  const said = textOf(element, 60)
  if (!said || said.text.length < 5 || said.text.length > 40) return
  const [before, after] = [paragraphsBeside(element, 'prev'), paragraphsBeside(element, 'next')]
  if ((before === 0 || after === 0) && before + after >= 3) signs.push({ text: said.text, element })
}

/** Is all of it one element in bold or italics? */
function isBold({ children }: Element): boolean {
  if (!children.some((child) => isTag(child) && stressed.has(child.name))) return false
  const only = children.filter(
    (child) => !(child.type === 'text' && cleanLine((child as unknown as { data: string }).data) === ''),
  )
  return only.length === 1 && only[0] !== undefined && isTag(only[0]) && stressed.has(only[0].name)
}

/** The text of a small element, whole and by its line breaks; `null` when it holds more than `most` letters or many elements. */
function textOf(root: Element, most: number): { text: string; lines: string[] } | null {
  let text = ''
  let nodes = 0
  const waiting = root.children.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (++nodes > mostNodes || text.length > 8 * most) return null
    if (node.type === 'text') text += (node as unknown as { data: string }).data.slice(0, 9 * most)
    if (!isTag(node) || unread.has(node.name)) continue
    if (parting.has(node.name)) text += node.name === 'br' ? lineBreak : ' '
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
  if (!text.includes(lineBreak)) {
    const line = cleanLine(text)
    return line.length > most ? null : { text: line, lines: [line] }
  }
  const line = cleanLine(text.replaceAll(lineBreak, ' '))
  return line.length > most ? null : { text: line, lines: text.split(lineBreak).map(cleanLine) }
}

/** How many paragraphs stand before or after one in its box; counted to three. */
function paragraphsBeside(element: Element, way: 'prev' | 'next'): number {
  let count = 0
  let steps = 0
  for (let at = element[way]; at && count < 3 && steps < mostNodes; at = at[way], steps++)
    if (isTag(at) && at.name === 'p') count++
  return count
}
