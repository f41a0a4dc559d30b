import type { Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { appliesTo } from './conditions.ts'

/** The sheet of an element: of `<style>`, or of a link whose address is the sheet itself. */
export function sheetOf({ name, attribs, children, parent }: Element): string {
  if (name !== 'style' && name !== 'link') return ''
  // Readers with script, as most are, have nothing of what stands there.
  if (parent && isTag(parent) && (parent.name === 'noscript' || parent.name === 'template')) return ''
  if (!appliesTo(attribs.media ?? '')) return ''
  const [only, more] = children
  // As it stands where it is one text, as nearly always: a copy of each would be a quarter of what a page is.
  if (name === 'style' && only && !more) return isText(only) ? only.data : ''
  if (name === 'style') return children.map((child) => (isText(child) ? child.data : '')).join('')
  const [, coded, data = ''] = /^data:text\/css[^,]{0,100}?(;base64)?,(.*)$/isu.exec(attribs.href ?? '') ?? []
  if (data === '' || !/stylesheet/iu.test(attribs.rel ?? '')) return ''
  return coded === undefined ? decoded(data) : Buffer.from(data, 'base64').toString('utf8')
}

function decoded(data: string): string {
  try {
    return decodeURIComponent(data)
  } catch {
    // A percent sign that encodes nothing stays what it is.
    return data
  }
}
