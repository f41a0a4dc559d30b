import { decodeHTMLAttribute } from 'entities'
import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** What a meta element says, decoded, by the attributes it says it with; of two of one name the first, as browsers have it. */
export type MetaElement = Partial<Record<(typeof attributes)[number], string>>

const attributes = ['name', 'property', 'http-equiv', 'content'] as const

// A feed writes it with a prefix, as `<xhtml:meta>`.
const metaTag = /<(?:[a-z][\w.-]{0,20}:)?meta(?=[\s/>])/giu
const longestTag = 20_000

/**
 * Visit the meta elements of a page or a feed, wherever they stand: behind a stray element of its head a page's others
 * lie in its body. Comments, scripts, styles, titles, text fields and CDATA of a feed hold text that looks like elements.
 */
export function visitMetaElements(text: string, visit: (meta: MetaElement) => void): void {
  const start = text.slice(0, 2000)
  // The strings of a JSON feed hold markup, and are none.
  if (/^\uFEFF?\s*(?:\{\s*["}]|\[\s*[[{"\]])/u.test(start)) return
  let last = -1
  for (const { index } of text.matchAll(metaTag)) last = index
  if (last < 0) return
  const xmlMode = /<(?:\?xml|rss|feed|[\w.-]{1,20}:(?:rdf|feed))[\s>]/iu.test(start) && !/<html[\s>]/iu.test(start)
  // What stands behind the last of them is not gone through.
  const part = text.slice(0, last + longestTag)
  new Tokenizer({ xmlMode, decodeEntities: false }, new MetaReader(part, visit)).write(part)
}

/** Gathers the attributes of meta tags alone. The tokenizer, not the parser: that one keeps all open tags of a hostile page. */
class MetaReader implements TokenizerCallbacks {
  private readonly text: string
  private readonly visit: (meta: MetaElement) => void
  private meta: MetaElement | null = null
  private name: (typeof attributes)[number] | undefined
  private value = ''

  constructor(text: string, visit: (meta: MetaElement) => void) {
    this.text = text
    this.visit = visit
  }

  onopentagname(start: number, end: number): void {
    this.meta = end - start < 30 && /^(?:.+:)?meta$/iu.test(this.text.slice(start, end)) ? {} : null
  }

  onattribname(start: number, end: number): void {
    const name = this.meta === null || end - start > 10 ? '' : this.text.slice(start, end).toLowerCase()
    this.name = attributes.find((known) => known === name)
    this.value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.name !== undefined) this.value += this.text.slice(start, end)
  }

  onattribend(quote: QuoteType): void {
    if (this.meta === null || this.name === undefined || this.meta[this.name] !== undefined) return
    // Of `content=noai/>` the stroke belongs to the end of the tag.
    const value = quote === QuoteType.Unquoted ? this.value.replace(/\/$/u, '') : this.value
    this.meta[this.name] = decodeHTMLAttribute(value)
  }

  onopentagend(): void {
    if (this.meta !== null) this.visit(this.meta)
    this.meta = null
  }

  onselfclosingtag(): void {
    this.onopentagend()
  }

  onattribentity(): void {}
  oncdata(): void {}
  onclosetag(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}
}
