import { isTag, type Document, type Element } from 'domhandler'
import { foldLetters } from '../../text/letters.ts'
import { elements, elementsOf, visibleText } from '../tree.ts'
import type { Heading } from './headline.ts'
import { weightOf } from './letters.ts'
import { beginsLikeByline } from './names.ts'

const lightest = 10
const longestName = 60
const titled =
  /(?:^|[\s_-])(?:entry|post|article|story|news|content|page)?[\s_-]?(?:title|headline|heading)(?:$|[\s_-])/iu
const holders = /^(?:article|main)$/u
const others = /^(?:nav|aside|footer)$/u

/**
 * The first-level headings, or the article's own heading of the second to fourth level where all of the first only name
 * the outlet: old templates set the masthead as `<h1>` on every page.
 *
 * A name that nobody else gives is the masthead too where the page's title says no more, and the other heading has a byline
 * right below it in an `<article>` without the first one.
 *
 * @param said.outlet names of the outlet that are known already
 */
export function storyHeadings(
  document: Document,
  h1: Heading[],
  { outlet, title }: { outlet: string[]; title: string | null },
): Heading[] {
  if (h1.length === 0) return h1
  const names = new Set([...outlet, ...namesAtHome(document), ...owners(document)].map(bare))
  const named = h1.every(({ full }) => names.has(bare(full)))
  if (!named && h1.some(({ full }) => full !== title)) return h1
  const own = [...elementsOf(document)].filter(isStoryHeading).find((one) => isHeadline(visibleText(one)))
  if (own === undefined || !(named || isSigned(own))) return h1
  const full = visibleText(own)
  return [{ full, bare: full, parts: [] }]
}

function isSigned(heading: Element): boolean {
  let below = heading.next
  while (below && !isTag(below)) below = below.next
  if (!below || !beginsLikeByline(visibleText(below).slice(0, longestName))) return false
  for (let up = heading.parent; up && isTag(up); up = up.parent)
    if (up.name === 'article') return ![...elements(up)].some(({ name }) => name === 'h1')
  return false
}

function bare(name: string): string {
  return foldLetters(name).replace(/^the(?=\p{L}{4})/u, '')
}

const owner = /(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?)?[\s,]*([^.,|·•©\d\n]{3,60})/giu
const longestFooter = 3000

/** Whose the page is by the line at its foot: "© 2026 Harbour Post". */
function owners(document: Document): string[] {
  const foot = [...elementsOf(document)].findLast(({ name }) => name === 'footer')
  const said = foot ? visibleText(foot).slice(-longestFooter) : ''
  return [...said.matchAll(owner)].map(([, name = '']) => name.trim())
}

/** What links to the front page say: the outlet's name, and words such as "Home". */
function namesAtHome(document: Document): string[] {
  const links = [...elementsOf(document)].filter(({ name, attribs }) => name === 'a' && isHome(attribs.href ?? ''))
  return links.slice(0, 20).map((one) => visibleText(one).slice(0, longestName))
}

function isHome(address: string): boolean {
  return /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w{3,5})?$/u.test(address) && address !== ''
}

function isHeadline(text: string): boolean {
  return weightOf(text) >= lightest
}

function isStoryHeading(element: Element): boolean {
  if (!/^h[2-4]$/u.test(element.name)) return false
  let inStory = titled.test(element.attribs.class ?? '')
  for (let up = element.parent; up && isTag(up); up = up.parent) {
    if (others.test(up.name)) return false
    inStory ||= holders.test(up.name)
  }
  return inStory
}
