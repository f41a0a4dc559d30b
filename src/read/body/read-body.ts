import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import type { Passage, PassageKind, Residue } from '../../types.ts'
import { elements, isUnseen, visibleText } from '../tree.ts'
import { isPrompt } from './prompt-rules.ts'

export type Body = { passages: Passage[]; residue: Residue[] }

type Block = { element: Element; kind: PassageKind; text: string; level?: number }

const kinds: Record<string, PassageKind> = {
  p: 'paragraph',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  blockquote: 'quote',
  li: 'list-item',
  tr: 'table-row',
  pre: 'verse',
}
const outside = new Set(['nav', 'footer', 'aside', 'header', 'form', 'figure', 'figcaption', 'menu', 'dialog'])
const suspicious =
  /(^|[\s_-])(comment|related|recommend|share|social|newsletter|promo|advert|cookie|consent|byline|signature|standfirst|deck|dek|kicker|caption|(?:pic|photo|image|img)[-_]?(?:note|text|desc|txt)|credit|breadcrumb|sidebar|subscribe|signup|teaser|most-read|tags?|author|meta|paywall-prompt|popup|modal|banner)s?([\s_-]|$)/iu

/** Cut the body out of a page: blocks of text in the element that holds most of it, residue kept with its reason. */
export function readBody(
  document: Document,
  { headline, isBoilerplate }: { headline: string; isBoilerplate: (line: string) => boolean },
): Body {
  const residue: Residue[] = []
  const root = bestRoot(document)
  const blocks = root ? collectBlocks(root, residue) : []
  const kept: Block[] = []
  for (const block of blocks) {
    const rule = reasonToDrop(block, { headline, isBoilerplate })
    if (rule) residue.push({ step: 'body', rule, text: block.text })
    else kept.push(block)
  }
  residue.push(...promptsBeside(document, root))
  while (kept.at(-1)?.kind === 'heading') {
    const last = kept.pop()
    if (last) residue.push({ step: 'body', rule: 'heading-without-text', text: last.text })
  }
  const passages = kept.map(({ kind, text, level }, index): Passage => ({
    id: `p${index + 1}`,
    kind,
    text,
    ...(level ? { level } : {}),
  }))
  return { passages, residue }
}

/** Prompts that stand outside the body: they say why a text stops, so they are kept as residue too. */
function promptsBeside(document: Document, root: Element | null): Residue[] {
  const beside = [...elements(document)].filter((one) => one.name === 'p' && !isInside(one, root) && !isUnseen(one))
  return beside
    .map((one) => visibleText(one))
    .filter((text) => isPrompt(text))
    .map((text) => ({ step: 'body', rule: 'prompt-beside-text', text }))
}

function isInside(element: Element, root: Element | null): boolean {
  for (let up: Element['parent'] = element; up && isTag(up); up = up.parent) if (up === root) return true
  return false
}

/** Score paragraphs up the tree; the element that gathers most is the body's. */
function bestRoot(document: Document): Element | null {
  const scores = new Map<Element, number>()
  let page: Element | null = null
  for (const element of elements(document)) {
    if (element.name === 'body') page = element
    if (!isTextHolder(element) || isOutside(element)) continue
    const length = ownText(element).length
    if (length < 25) continue
    let share = length
    for (let up = element.parent, height = 0; up && isTag(up) && height < 4; up = up.parent, height++) {
      scores.set(up, (scores.get(up) ?? 0) + share)
      share *= 0.7
    }
  }
  const best = [...scores].toSorted(([, a], [, b]) => b - a)[0]?.[0]
  return best ?? page
}

function isTextHolder(element: Element): boolean {
  return (
    element.name === 'p' ||
    (['div', 'section', 'td', 'article'].includes(element.name) &&
      element.children.some(
        (child) => child.type === 'text' && (child as unknown as { data: string }).data.trim().length > 40,
      ))
  )
}

function isOutside(element: Element): boolean {
  for (let up: Element['parent'] = element; up && isTag(up); up = up.parent) {
    if (outside.has(up.name) || isUnseen(up) || isSuspicious(up)) return true
  }
  return false
}

function isSuspicious(element: Element): boolean {
  if (element.name === 'body' || element.name === 'html' || element.name === 'article' || element.name === 'main')
    return false
  return suspicious.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`)
}

function ownText(element: Element): string {
  return visibleText(element, (child) => outside.has(child.name))
}

function collectBlocks(root: Element, residue: Residue[]): Block[] {
  const blocks: Block[] = []
  const waiting = [...root.children].toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node) || isUnseen(node)) continue
    if (outside.has(node.name) || isSuspicious(node)) {
      const text = visibleText(node)
      if (text !== '')
        residue.push({
          step: 'body',
          rule: outside.has(node.name) ? `element:${node.name}` : 'class-word',
          text: text.slice(0, 500),
        })
      continue
    }
    const kind = kinds[node.name]
    if (kind && !(kind === 'quote' && node.children.some((child) => isTag(child) && child.name === 'p'))) {
      const level = kind === 'heading' ? Number(node.name.slice(1)) : undefined
      const text = ownText(node)
      if (text !== '') blocks.push({ element: node, kind, text, ...(level ? { level } : {}) })
      continue
    }
    if (isTextHolder(node)) {
      for (const text of splitAtBreaks(node)) blocks.push({ element: node, kind: 'paragraph', text })
      continue
    }
    for (const child of node.children.toReversed()) waiting.push(child)
  }
  if (blocks.length === 0)
    for (const text of splitAtBreaks(root)) blocks.push({ element: root, kind: 'paragraph', text })
  return blocks
}

/** Paragraphs that are written with `<br>` and not with `<p>`. */
function splitAtBreaks(element: Element): string[] {
  const lines: string[] = ['']
  for (const child of element.children) {
    if (isTag(child) && child.name === 'br') lines.push('')
    else if (child.type === 'text') lines[lines.length - 1] += (child as unknown as { data: string }).data
    else if (isTag(child) && !isUnseen(child) && !outside.has(child.name) && !isSuspicious(child)) {
      const breaks = ['p', 'div', 'ul', 'h2', 'h3', 'blockquote'].includes(child.name)
      if (breaks) lines.push('')
      lines[lines.length - 1] += visibleText(child)
      if (breaks) lines.push('')
    }
  }
  return lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '')
}

function reasonToDrop(
  block: Block,
  { headline, isBoilerplate }: { headline: string; isBoilerplate: (line: string) => boolean },
): string | null {
  if (block.text === headline) return 'repeats-headline'
  if (isPrompt(block.text)) return 'prompt'
  if (isBoilerplate(block.text)) return 'outlet-line'
  const linked = [...elements(block.element)].filter((one) => one.name === 'a').map((one) => visibleText(one).length)
  const share = linked.reduce((sum, length) => sum + length, 0) / block.text.length
  return share > 0.8 && block.kind !== 'paragraph' ? 'only-links' : null
}
