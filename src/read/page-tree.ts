import { DomHandler, type Element, isTag } from 'domhandler'
import { decodeHTML, decodeHTMLAttribute } from 'entities'
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
