import type { Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { allElements, elementsChanged, elementsOf, visibleText } from '../tree.ts'
import { declaredFree, gateNameOf } from './reason-to-withhold.ts'

const blurred = /(?:^|[\s_-])(?:blur(?:red|ry)?|obfuscated?|scrambled?)(?=$|[\s_-])/iu
const filler = /lorem ipsum dolor/iu
const trace = /ipsum/iu

/**
 * Take out what stands where the rest of a text would, and give the reason why the text is cut: paragraphs that are named
 * both as gated and as blurred, and filler. `null` where there are none. Changes `document`.
 */
export function removeDecoys(document: Document): string | null {
  const all = elementsOf(document)
  const blurs = all.filter(isBlurredGate)
  const named = blurs.length === 0 || declaredFree(document) === true ? [] : blurs
  // Most pages have the words nowhere, and the text of each of their paragraphs is long to put together.
  const filled = all.some(saysIpsum) ? all.filter((one) => one.name === 'p' && filler.test(visibleText(one))) : []
  const found = [...named, ...filled, ...filled.flatMap(goesOn)]
  if (found.length === 0) return null
  const [first] = found
  const reason = first && (gateNameOf(first) ?? visibleText(first))
  for (const element of found) element.children = []
  elementsChanged(document)
  return reason ?? null
}

function saysIpsum({ name, children }: Element): boolean {
  if (name === 'script' || name === 'style') return false
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (child && isText(child) && trace.test(child.data)) return true
  }
  return false
}

function isBlurredGate(element: Element): boolean {
  const { class: names = '', id = '' } = element.attribs
  if (!blurred.test(names) && !blurred.test(id)) return false
  if (gateNameOf(element) === null) return false
  // A name on the whole article says what becomes of it for some readers.
  return !allElements(element).some(({ name }) => name === 'h1') && visibleText(element) !== ''
}

/** In a box that begins with filler, all paragraphs are. */
function goesOn(element: Element): Element[] {
  const beside = (element.parent?.children ?? []).filter(isTag).filter(({ name }) => name === 'p')
  return beside[0] === element ? beside.slice(1) : []
}
