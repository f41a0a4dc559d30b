import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import type { Page, Url } from '../../types.ts'
import { elementsOf, visibleText } from '../tree.ts'
import words from './page-words.json' with { type: 'json' }

/** An address of a page of an article: what all its pages have in common, and which one it is. */
type Numbered = { base: string; number: number }

const highest = 99
const parameter = /^(?:page|p|pg|pagina|seite|sayfa|strana|paged?|page_?(?:no|num|nr))$/iu
// "/2/", "/page/2", "/seite-2", before the ending of a file "_2" and "-2": each after the address of the first page.
const inPath = /(?:\/(?:(?:page|seite|pagina|sayfa|p)[/-]?)?|[-_,](?:page|seite|p|s)-?)(\d{1,2})(?=\/?$)/iu
const beforeEnding = /[-_,](?:page|seite|p|s)?-?(\d{1,2})(?=\.[a-z]{2,5}$)/iu
const tracking = /^(?:utm_|fbclid|gclid|ref$)/iu
const comments = /comment|kommentar|disqus|commentaire|comentario|opinion-thread/iu
const longestLabel = 24

/**
 * The address of the next page of the article that a page is part of; `null` on the last one.
 *
 * Only an address that is the article's own with the next number in it counts, whatever `rel=next` says: many outlets
 * name the next article so. In the text it must be a page number, an arrow, or a word such as "next", outside of comments.
 */
export function nextPageOf(document: Document, page: Pick<Page, 'url' | 'firstPage'>): Url | null {
  const own = URL.parse(page.url)
  const first = URL.parse(page.firstPage ?? page.url)
  if (!own || !first) return null
  const base = baseOf(first)
  const number = page.firstPage === undefined ? 1 : numberOf(own, base)
  if (number === null) return null
  const next = new RegExp(`(?<!\\d)0?${number + 1}(?!\\d)`)
  for (const element of elementsOf(document)) {
    const { name } = element
    if (name !== 'a' && name !== 'link') continue
    const { attribs } = element
    if (!attribs.href) continue
    // Most links have no such number in them, written or coded: reading all addresses of a page takes a millisecond.
    if (!next.test(attribs.href) && !attribs.href.includes('%')) continue
    const there = URL.parse(attribs.href.trim(), own.href)
    if (!there || !/^https?:$/u.test(there.protocol) || numberOf(there, base) !== number + 1) continue
    const announced = /(?:^|\s)next(?:\s|$)/iu.test(attribs.rel ?? '')
    if (name === 'link' ? !announced : !isTurn(element, { announced, number: number + 1 })) continue
    there.hash = ''
    return there.href
  }
  return null
}

const offset = /^(?:start|offset|from|skip|begin|first)$/iu

/**
 * The address of a turn by what it skips (`?start=5`), which no number of a page can be read from: said as "next" or an
 * arrow, with the page's own path and all its other parameters. It says that there is more; it is not followed.
 */
export function offsetPageOf(document: Document, page: Pick<Page, 'url'>): Url | null {
  const own = URL.parse(page.url)
  if (!own || [...own.searchParams.keys()].some((name) => offset.test(name))) return null
  for (const link of elementsOf(document)) {
    if (link.name !== 'a' || !link.attribs.href?.includes('=')) continue
    const there = URL.parse(link.attribs.href.trim(), own.href)
    const skips =
      there && [...there.searchParams].find(([name, value]) => offset.test(name) && /^[1-9]\d*$/u.test(value))
    if (!skips || !isTurn(link, { announced: /(?:^|\s)next(?:\s|$)/iu.test(link.attribs.rel ?? ''), number: -1 }))
      continue
    there.searchParams.delete(skips[0])
    if (keyOf(there) === keyOf(own)) return URL.parse(link.attribs.href.trim(), own.href)?.href ?? null
  }
  return null
}

/** Which page of the article that begins at `first` an address is; `null` when it is none of them. */
export function pageNumber(url: Url, first: Url): number | null {
  const [there, here] = [URL.parse(url), URL.parse(first)]
  return there && here ? numberOf(there, baseOf(here)) : null
}

/** A first page may say that it is the first. */
function baseOf(first: URL): string {
  return split(first).find(({ number, query }) => query && number === 1)?.base ?? keyOf(first)
}

function numberOf(url: URL, base: string): number | null {
  if (keyOf(url) === base) return 1
  return split(url).find((one) => one.base === base)?.number ?? null
}

/** The readings of an address as one page of several. */
function split(url: URL): (Numbered & { query: boolean })[] {
  const found: (Numbered & { query: boolean })[] = []
  const take = (digits: string, query: boolean, change: (copy: URL) => void): void => {
    const number = Number(digits)
    if (!/^\d{1,2}$/u.test(digits) || number < 1 || number > highest) return
    const copy = new URL(url)
    change(copy)
    found.push({ base: keyOf(copy), number, query })
  }
  for (const [name, value] of url.searchParams)
    if (parameter.test(name)) take(value, true, (copy) => copy.searchParams.delete(name))
  for (const pattern of [inPath, beforeEnding]) {
    const marked = pattern.exec(url.pathname)
    if (marked) take(marked[1] ?? '', false, (copy) => (copy.pathname = copy.pathname.replace(pattern, '')))
  }
  return found
}

function keyOf(url: URL): string {
  const rest = [...url.searchParams].filter(([name]) => !tracking.test(name)).map(([name, value]) => `${name}=${value}`)
  const host = url.host.replace(/^(?:www|m)\./u, '')
  return `${host}${url.pathname.replace(/\/+$/u, '')}?${rest.toSorted().join('&')}`
}

const nextWords = new Set(words.next)

function isTurn(link: Element, { announced, number }: { announced: boolean; number: number }): boolean {
  for (let up = link.parent; up && isTag(up); up = up.parent)
    if (comments.test(`${up.attribs.class ?? ''} ${up.attribs.id ?? ''}`)) return false
  if (announced) return true
  const said = visibleText(link) || (link.attribs['aria-label'] ?? link.attribs.title ?? '')
  const label = said.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
  // An arrow alone.
  if (label === '') return /[›»→>▶]/u.test(said)
  if (label.length > longestLabel) return false
  if (goesOn.exec(label)?.[1] === String(number)) return true
  return nextWords.has(label) || (/\d+/u.exec(label)?.[0] === String(number) && isPageLabel(label))
}

/** "Weiter auf Seite 2", "Continued on page 3": a word for the next one, and behind it where that is. */
const goesOn = new RegExp(
  `^(?:${words.next.join('|')}) (?:\\p{L}{1,4} ){0,2}(?:${words.page.filter((one) => !one.includes('/')).join('|')}) (\\d{1,2})$`,
  'iu',
)

/** "2", "page 2", "Seite 2 von 3", "第2页": a number with no other words than those of pages. */
function isPageLabel(label: string): boolean {
  const known = new Set([...words.page, ...words.of, ...words.next, '第', 'to'])
  return (label.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).every((word) => known.has(word))
}

const longestCount = 40
/** The count may be the first sentence of a note: "Part 1 of 2. The second part appears on Saturday." */
const longestNote = 120

const alternatives = (list: string[]): string => list.map((one) => one.replaceAll('/', '\\/')).join('|')
const counted = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:${alternatives(words.page)})\\.? *)(\\d{1,2}) *(?:${alternatives(words.of)}) *(\\d{1,2})[^\\p{L}\\p{N}]*$|^(\\d{1,2}) *[/／] *(\\d{1,2}) *(?:${alternatives(words.page)})$`,
  'iu',
)

/** "Page 1 of 3" in a line: how many pages come after this one; `null` when the line says nothing of it. */
export function pagesLeft(line: string): number | null {
  if (line.length > longestNote || !/\d/.test(line)) return null
  const said = line.trim()
  const found = [said, /^[^.。;]+/u.exec(said)?.[0] ?? '']
    .filter((one) => one.length <= longestCount)
    .map((one) => counted.exec(one))
    .find((one) => one !== null)
  if (!found) return null
  const left = Number(found[2] ?? found[4]) - Number(found[1] ?? found[3])
  return left > 0 ? left : null
}
