import { DomHandler, type Element, isTag } from 'domhandler'
import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { Tokenizer } from 'htmlparser2'
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

  override onopentag(name: string, attribs: Element['attribs']): void {
    for (const key in attribs) {
      const value = attribs[key] ?? ''
      if (value.includes('&')) attribs[key] = decodeHTMLAttribute(value)
    }
    super.onopentag(name, attribs)
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
