import { DomHandler, type Element, isTag } from 'domhandler'
import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { Parser, type QuoteType, Tokenizer } from 'htmlparser2'
import { smallName } from './page-names.ts'
import { printSigns } from './printed-signs.ts'

// What stands in these is the text itself, `&amp;` too.
const raw = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])
const borders = new Set(['svg', 'math', 'foreignobject', 'desc', 'title'])

/**
 * A tree that decodes entities itself, in the few texts and attributes that hold any: a parser that looks for them goes over
 * every sign of a page, one that does not skips from tag to tag in half the time.
 */
export class PageTree extends DomHandler {
  override ontext(data: string): void {
    super.ontext(data.includes('&') && !this.isRaw() ? decodeHTML(data) : data)
  }

  override onclosetag(): void {
    const closed = this.tagStack.at(-1)
    super.onclosetag()
    if (closed && isTag(closed)) printSigns(closed)
  }

  private isRaw(): boolean {
    const open = this.tagStack.at(-1)
    if (!open || !isTag(open) || !raw.has(open.name)) return false
    // Inside a drawing they are elements like any other, but for the parts of it that are HTML again.
    const around = this.tagStack.findLast((one) => isTag(one) && borders.has(one.name.toLowerCase()))
    return !(around && isTag(around) && (around.name === 'svg' || around.name === 'math'))
  }
}

/**
 * The parser of a page. Names of tags and attributes are the same few everywhere: each is kept once, for this step and all
 * behind it.
 */
export class PageParser extends Parser {
  override onattribname(start: number, end: number): void {
    const tag = this as unknown as OpenTag
    tag.startIndex = start
    tag.attribname = smallName(tag.getSlice(start, end))
  }

  override onattribend(_quote: QuoteType, end: number): void {
    const tag = this as unknown as OpenTag
    const { attribs, attribname, attribvalue } = tag
    tag.endIndex = end
    tag.attribvalue = ''
    if (attribs === null || Object.hasOwn(attribs, attribname)) return
    attribs[attribname] = attribvalue.includes('&') ? decodeHTMLAttribute(attribvalue) : attribvalue
  }
}

/** What the parser keeps of the tag it is in; its own types call it private. */
type OpenTag = {
  startIndex: number
  endIndex: number
  attribs: Element['attribs'] | null
  attribname: string
  attribvalue: string
  foreignContext: unknown[]
  getSlice: (start: number, end: number) => string
  readTagName: (start: number, end: number) => string
}

const { readTagName } = Parser.prototype as unknown as OpenTag

Object.assign(PageParser.prototype, {
  readTagName(this: OpenTag, start: number, end: number): string {
    // In drawings and formulas, and in what of HTML stands in them, letters can be large.
    if (this.foreignContext.length > 1) return readTagName.call(this, start, end)
    const name = smallName(this.getSlice(start, end))
    return name === 'image' ? 'img' : name
  },
})

/**
 * The tokenizer of a page. Between two tags it waits for one sign, and so it does for the end of a script or an attribute:
 * the engine's search finds that in a quarter of the time of a loop over the signs.
 */
export class PageTokenizer extends Tokenizer {}

/** What the tokenizer keeps of its place; its own types call it private. */
type Place = { buffer: string; offset: number; index: number }

Object.assign(PageTokenizer.prototype, {
  fastForwardTo(this: Place, sign: number): boolean {
    const found = this.buffer.indexOf(String.fromCharCode(sign), this.index + 1 - this.offset)
    // Where there is none, the loop around this one ends behind the last sign.
    this.index = this.offset + (found < 0 ? this.buffer.length - 1 : found)
    return found >= 0
  },
})
