import { type Element, isTag, isText, Text } from 'domhandler'
import { raise } from '../text/raised.ts'

const call = /^\s*[[(]?\d{1,3}[\])]?\s*$/u
const callName = /(?:^|[\s_-])(?:foot-?notes?|note-?refs?|fn-?refs?|cite[_-]ref)(?:$|[\s_-])/iu

/**
 * What a browser prints of a closed element and its text alone does not say: raised and lowered numbers, the marks of `<q>`.
 * The number of a footnote is no part of the sentence that it hangs on ("2019" with note 12 is not 201912), and goes.
 */
export function printSigns(element: Element): void {
  const { name } = element
  if (name === 'q') quote(element)
  else if (name === 'sup' || name === 'sub') raiseText(element, name)
  else if ((name === 'a' || name === 'span') && isCall(element)) element.children.length = 0
}

function quote(element: Element): void {
  element.children = [new Text('“'), ...element.children, new Text('”')]
  for (const [at, child] of element.children.entries()) {
    child.parent = element
    child.prev = element.children[at - 1] ?? null
    child.next = element.children[at + 1] ?? null
  }
}

function raiseText(element: Element, name: 'sup' | 'sub'): void {
  const [only, more] = element.children
  if (!only || more) return
  if (isTag(only)) {
    const isNote = only.name === 'a' && (only.attribs.href ?? '').includes('#') && isNumber(only)
    if (isNote) element.children.length = 0
  } else if (isText(only)) {
    if (isCall(element)) element.children.length = 0
    else only.data = raise(only.data, name)
  }
}

function isCall(element: Element): boolean {
  const { class: names = '', role = '', id = '' } = element.attribs
  if (names === '' && role === '' && id === '') return false
  return (role === 'doc-noteref' || callName.test(names) || callName.test(id)) && isNumber(element)
}

function isNumber({ children }: Element): boolean {
  const [only, more] = children
  return only !== undefined && !more && isText(only) && call.test(only.data)
}
