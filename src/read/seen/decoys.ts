import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import { allElements, elementsChanged, elementsOf, visibleText } from '../tree.ts'
import { declaredFree, gateNameOf } from './reason-to-withhold.ts'

const blurred = /(?:^|[\s_-])(?:blur(?:red|ry)?|obfuscated?|scrambled?)(?=$|[\s_-])/iu
const filler = /lorem ipsum dolor/iu
const traces = /lorem ipsum|blur|obfuscate|scramble/iu

/**
 * Take out what stands where the rest of a text would, and give the reason why the text is cut: paragraphs that are named
 * both as gated and as blurred, and filler. `null` where there are none. Changes `document`.
 *
 * @param html its source
 */
export function removeDecoys(document: Document, html: string): string | null {
  // Most pages have neither the names nor the words anywhere in their source.
  if (!traces.test(html)) return null
  const all = elementsOf(document)
  const named = declaredFree(document) === true ? [] : all.filter(isBlurredGate)
  const filled = all.filter((one) => one.name === 'p' && filler.test(visibleText(one)))
  const found = [...named, ...filled, ...filled.flatMap(goesOn)]
  if (found.length === 0) return null
  const [first] = found
  const reason = first && (gateNameOf(first) ?? visibleText(first))
  for (const element of found) element.children = []
  elementsChanged(document)
  return reason ?? null
}

function isBlurredGate(element: Element): boolean {
  if (gateNameOf(element) === null || !blurred.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`))
    return false
  // A name on the whole article says what becomes of it for some readers.
  return !allElements(element).some(({ name }) => name === 'h1') && visibleText(element) !== ''
}

/** In a box that begins with filler, all paragraphs are. */
function goesOn(element: Element): Element[] {
  const beside = (element.parent?.children ?? []).filter(isTag).filter(({ name }) => name === 'p')
  return beside[0] === element ? beside.slice(1) : []
}
