import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import { readGate } from '../completeness/gate-words.ts'
import type { ShownLine } from '../completeness/shown-lines.ts'
import { elements, scriptText } from '../tree.ts'

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

/** What the outlet's JSON-LD says of access: `false` when any part of the page is not free, `null` when it says nothing. */
function declaredFree(document: Document): boolean | null {
  let free: boolean | null = null
  for (const element of elements(document)) {
    if (element.name !== 'script' || !/ld\+json/iu.test(element.attribs.type ?? '')) continue
    for (const [, said] of scriptText(element).matchAll(/"isAccessibleForFree"\s*:\s*"?(true|false)/giu)) {
      if (said?.toLowerCase() === 'false') return false
      free = true
    }
  }
  return free
}

function isProse({ text, linked, heading }: ShownLine): boolean {
  return text.length >= leastProse && !linked && !heading
}

/** The line under another article's linked headline. */
function isCard(lines: ShownLine[], at: number): boolean {
  return [at - 1, at - 2].some((near) => lines[near]?.heading && lines[near]?.linked)
}

const frame = new Set(['header', 'nav', 'footer'])

function isFrame(box: Element | null): boolean {
  for (let up = box; up; up = up.parent && isTag(up.parent) ? up.parent : null) {
    if (up.name === 'article' || up.name === 'main') return false
    if (frame.has(up.name)) return true
  }
  return false
}
