import type { JSX as Hono } from 'hono/jsx'

/** A piece of HTML whose values are escaped: made by the templates, or by {@link raw}. */
export type Markup = { readonly isEscaped: true; toString(): string }

/** What may stand between the tags of a template. Text is escaped, what is not there is left out. */
export type Child = Markup | string | number | boolean | null | undefined | Child[]

type Drawing = Record<'svg' | 'rect' | 'text', Record<string, unknown>>

/** What TypeScript asks of a JSX runtime: the elements of HTML with their attributes, as hono types them, and drawings. */
export declare namespace JSX {
  type Element = Markup | null
  type IntrinsicElements = Hono.IntrinsicElements & Drawing
  type ElementChildrenAttribute = { children: unknown }
}

class Html implements Markup {
  readonly isEscaped = true
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
  toString(): string {
    return this.html
  }
}

/** Take a text for HTML as it stands: only for what a template has made, or code of our own. */
export function raw(html: string): Markup {
  return new Html(html)
}

type Props = Record<string, unknown> & { children?: Child }

/**
 * Make an element: what the compiler writes for a tag of a template.
 *
 * The text is made at once, with no tree in between, and nothing gets into it but tags and attributes that stand in a
 * template, values through `escape`, and pieces made here. See ADR 143.
 */
export function jsx(tag: string | ((props: never) => Markup | null), props: Props): Markup {
  if (typeof tag === 'function') return (tag as (props: Props) => Markup | null)(props) ?? nothing
  let html = `<${tag}`
  for (const name in props) if (name !== 'children') html += attribute(name, props[name])
  const { children } = props
  if (children === undefined && empty.has(tag)) return new Html(`${html}/>`)
  return new Html(`${html}>${textOf(children)}</${tag}>`)
}

export { jsx as jsxs, jsx as jsxDEV }

const nothing = new Html('')

/** Pieces behind one another with no tag around them. */
export function Fragment({ children }: { children?: Child }): Markup {
  return new Html(textOf(children))
}

// HTML's own list: elements that have no end tag.
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (value === true) return ` ${name}=""`
  return ` ${name}="${escape(String(value))}"`
}

function textOf(child: Child): string {
  if (typeof child === 'string') return escape(child)
  if (child instanceof Html) return child.html
  if (typeof child === 'number') return String(child)
  if (!Array.isArray(child)) return ''
  let html = ''
  for (const one of child) html += textOf(one)
  return html
}

const special = /[&<>"']/u
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign) : text
}
