import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import { readGate } from '../completeness/gate-words.ts'
import type { ShownLine } from '../completeness/shown-lines.ts'
import { elementsOf, scriptText } from '../tree.ts'

const leastProse = 40
const brokenOff = /(?:…|\.{3}|⋯)["”’»」』）)\]】]*\s*$/u

/** The reason that is the outlet's word alone: what its page shows speaks of no gate. */
export const notFree = 'isAccessibleForFree is false'

/**
 * Why what a page holds unseen is not ours to take, or `null`: the line in which it tells its reader that there is more
 * than it shows (a gate, dots at the end of a paragraph, a link "Continue reading" below one), or the outlet's word that it
 * is not free.
 *
 * The masthead's login and the teasers of other articles say nothing about this one, and a button that leads nowhere
 * unfolds. Dots and links are doubts, which the outlet's word that all is free answers for elements of the page, not for what
 * only its scripts hold; a gate is none.
 */
export function reasonToWithhold(
  document: Document,
  lines: ShownLine[],
  from: 'page' | 'script' = 'page',
): string | null {
  const free = declaredFree(document)
  const own = lines.map((line, at) => ({ line, at })).filter(({ line }) => !isFrame(line.box))
  const gate = own.find(({ line }) => isGate(line))
  if (gate) return gate.line.text
  if (free === true && from === 'page') return null
  for (const { line, at } of own) {
    if (!isProse(line) || isCard(lines, at)) continue
    if (brokenOff.test(line.text)) return line.text
    const more = lines.slice(at + 1, at + 3).find(leadsOn)
    if (more) return more.text
  }
  return free === false ? notFree : null
}

function isGate({ text, linked, heading }: ShownLine): boolean {
  const kind = linked && heading ? null : readGate(text)
  return kind === 'alone' || kind === 'gate'
}

function leadsOn({ text, links }: ShownLine): boolean {
  return links.some((href) => !/^(?:#|javascript:|$)/iu.test(href)) && readGate(text) === 'more'
}

const notFreeWord = /^(?:https?:\/\/schema\.org\/)?(?:false|0|no)$/iu

/** What the outlet's markup says of access: `false` when any part of the page is not free, `null` when it says nothing. */
export function declaredFree(document: Document): boolean | null {
  let free: boolean | null = null
  for (const element of elementsOf(document))
    for (const said of accessOf(element)) {
      if (!said) return false
      free = true
    }
  return free
}

/** JSON-LD, microdata, the tier that news platforms write into `meta`, and the marks of AMP's and Google's subscriptions. */
function accessOf(element: Element): boolean[] {
  const { name, attribs } = element
  if (name === 'script' && /ld\+json/iu.test(attribs.type ?? '')) {
    const flags = scriptText(element).matchAll(/"isAccessibleForFree"\s*:\s*"?((?:https?:\/\/schema\.org\/)?\w+)/giu)
    return Array.from(flags, ([, flag = '']) => !notFreeWord.test(flag))
  }
  if (name === 'meta' && /content_tier$/iu.test(attribs.property ?? attribs.name ?? ''))
    return attribs.content === 'locked' ? [false] : attribs.content === 'free' ? [true] : []
  if (attribs.itemprop === 'isAccessibleForFree') {
    const flag = attribs.content ?? attribs.href ?? ''
    return flag === '' ? [] : [!notFreeWord.test(flag)]
  }
  return 'amp-access-hide' in attribs || attribs['subscriptions-section'] === 'content' ? [false] : []
}

const gateClass =
  /(?:^|[\s_-])(?:pay-?wall(?:ed)?|(?:subscribers?|members?|supporters?)-?only|premium-content|locked(?:-content)?)(?=$|[\s_-])/iu

/** A box that its outlet hides under a gate's name, or `null`. Shown ones bear such names too, and say nothing. */
export function gateNameOf({ attribs }: Element): string | null {
  return gateClass.exec(`${attribs.class ?? ''} ${attribs.id ?? ''}`)?.[0]?.trim() ?? null
}

function isProse({ text, linked, heading }: ShownLine): boolean {
  return text.length >= leastProse && !linked && !heading
}

/** The line under another article's linked headline. */
function isCard(lines: ShownLine[], at: number): boolean {
  return [at - 1, at - 2].some((near) => lines[near]?.heading && lines[near]?.linked)
}

const frame = new Set(['header', 'nav', 'footer'])

/** Does a line stand in the frame that all pages of an outlet share: masthead, navigation, foot? */
export function isFrame(box: Element | null): boolean {
  for (let up = box; up; up = up.parent && isTag(up.parent) ? up.parent : null) {
    if (up.name === 'article' || up.name === 'main') return false
    if (frame.has(up.name)) return true
  }
  return false
}
