import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import type { PassageKind } from '../../types.ts'

const kinds: Record<string, PassageKind> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  blockquote: 'quote',
  li: 'list-item',
  dd: 'list-item',
  dt: 'list-item',
  tr: 'table-row',
  pre: 'verse',
}
const mostLooked = 300
const longestRow = 400
/** Elements above a line that say what it is. */
const highest = 4

type Boxed = { element: Element; parent: Boxed | null }

/** What a line is by the elements around it; `level` of a heading, else 0. */
export function kindOf(box: Boxed): { kind: PassageKind; level: number } {
  for (let up: Boxed | null = box, height = 0; up && height < highest; up = up.parent, height++) {
    const kind = kinds[up.element.name]
    if (kind === 'table-row' && !isDataRow(up.element)) continue
    if (kind) return { kind, level: kind === 'heading' ? Number(up.element.name.slice(1)) : 0 }
    if (up.element.name === 'article' || up.element.name === 'section') break
  }
  return { kind: 'paragraph', level: 0 }
}

export function isHeading(box: Boxed | null): boolean {
  return box !== null && kinds[box.element.name] === 'heading'
}

/** A row of short cells is data; a row that holds whole paragraphs or tables is layout. */
export function isDataRow(row: Element): boolean {
  const waiting: ChildNode[] = [...row.children]
  let length = 0
  for (let seen = 0; waiting.length > 0; seen++) {
    const node = waiting.pop()
    if (seen > mostLooked || length > longestRow) return false
    if (node && isText(node)) length += node.data.trim().length
    if (!node || !isTag(node)) continue
    if (node.name === 'table' || node.name === 'ul' || node.name === 'article' || node.name === 'h1') return false
    waiting.push(...node.children)
  }
  return true
}
