import type { ChildNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { cleanLine } from '../text/clean.ts'
import { PageParser, PageTokenizer, PageTree } from './page-tree.ts'

const options = {
  lowerCaseTags: true,
  lowerCaseAttributeNames: true,
  decodeEntities: false,
  Tokenizer: PageTokenizer,
}

/** Parse a page. Never throws: every text is some page. */
export function parsePage(html: string): Document {
  const tree = new PageTree()
  new PageParser(tree, options).end(html)
  return tree.root
}

/**
 * Every element below, in document order; iterative, as pages nest a hundred thousand deep. What is taken out of the tree
 * on the way is not visited: for that, and to stop early. `allElements` is faster where all are wanted.
 */
export function* elements(root: Document | Element): Generator<Element> {
  const waiting = root.children.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue
    yield node
    pushChildren(node, waiting)
  }
}

/** Every element below at once, in document order. */
export function allElements(root: Document | Element): Element[] {
  const found: Element[] = []
  const waiting = root.children.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue
    found.push(node)
    pushChildren(node, waiting)
  }
  return found
}

const known = new WeakMap<Document, Element[]>()

/** Every element of a page in document order, found once. Whoever changes the tree says so by `elementsChanged`. */
export function elementsOf(document: Document): readonly Element[] {
  const before = known.get(document)
  if (before) return before
  const found = allElements(document)
  known.set(document, found)
  return found
}

/** Elements were taken out of a page: those of it are looked for anew. */
export function elementsChanged(document: Document): void {
  known.delete(document)
}

function pushChildren({ children }: Element, waiting: ChildNode[]): void {
  for (let i = children.length - 1; i >= 0; i--) {
    const child = children[i]
    if (child) waiting.push(child)
  }
}

/** The text of a `<script>`. */
export function scriptText(script: Element): string {
  return script.children.map((child) => (isText(child) ? child.data : '')).join('')
}

const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'button',
  'title',
])

/** Is this element never part of what a reader sees: by name, attribute or inline style? */
export function isUnseen(element: Element): boolean {
  if (
    (silent.has(element.name) && element.attribs.shadowrootmode === undefined) ||
    element.attribs.hidden !== undefined ||
    (element.attribs['aria-hidden'] === 'true' && element.name !== 'figcaption' && element.name !== 'time')
  )
    return true
  const style = element.attribs.style
  return (
    style !== undefined &&
    /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])|(left|top|text-indent)\s*:\s*-\d{3,}/iu.test(
      style,
    )
  )
}

function isStruckOut({ name }: Element): boolean {
  return name === 'del' || name === 's' || name === 'strike'
}

/** The visible text below an element as one line, without what the outlet struck out. `skip` leaves out elements of its own. */
export function visibleText(root: Element, skip: (element: Element) => boolean = () => false): string {
  let text = ''
  const waiting = root.children.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') text += (node as unknown as { data: string }).data
    if (!isTag(node) || isUnseen(node) || isStruckOut(node) || skip(node)) continue
    if (node.name === 'br') text += '\n'
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]
      if (child) waiting.push(child)
    }
  }
  return cleanLine(text)
}
