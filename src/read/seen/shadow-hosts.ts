import type { Element, Text } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { allElements } from '../tree.ts'

/**
 * The children of elements with a declared shadow root that no `<slot>` of the root shows: a browser paints the root, and of
 * the children only those that a slot asks for by its name, or without one.
 */
export function unslottedChildren(all: readonly Element[]): (Element | Text)[] {
  const unseen: (Element | Text)[] = []
  for (let at = 0; at < all.length; at++) {
    const root = all[at]
    if (root?.name !== 'template' || root.attribs.shadowrootmode === undefined || !root.parent) continue
    const slots = new Set(
      allElements(root)
        .filter(({ name }) => name === 'slot')
        .map(({ attribs }) => attribs.name ?? ''),
    )
    for (const child of root.parent.children)
      if (child !== root && (isTag(child) || isText(child)) && !slots.has(slotOf(child))) unseen.push(child)
  }
  return unseen
}

const slotOf = (child: Element | Text): string => (isTag(child) ? (child.attribs.slot ?? '') : '')
