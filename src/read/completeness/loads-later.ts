import type { Element } from 'domhandler'
import { isTag } from 'domhandler'
import type { Url } from '../../types.ts'
import { visibleText } from '../tree.ts'
import words from './later-words.json' with { type: 'json' }

const rest = new Set(words.rest.split(' '))
const other = new Set(words.other.split(' '))
/** Where the common libraries for loading a part of a page write its address. */
const addresses = [
  'src',
  'hx-get',
  'data-hx-get',
  'data-src',
  'data-url',
  'data-endpoint',
  'data-fragment',
  'ic-get-from',
]
const frames = new Set(['iframe', 'turbo-frame', 'include-fragment', 'hx-include', 'esi:include'])
const media = new Set(['img', 'source', 'video', 'audio', 'script', 'embed', 'object', 'amp-img', 'picture', 'input'])
const mostBeside = 12
const highest = 2

/**
 * The address of a part of the text that only a script fetches, or `null`: an empty element beside the last passage, whose
 * address goes on from the page's own or is named as a rest or body, and nothing there speaks of comments, ads or the like.
 */
export function partThatLoads(last: Element | null, url: Url | null): Url | null {
  const own = url === null ? null : URL.parse(url)
  let box = last
  for (let height = 0; box && height <= highest; height++) {
    let beside = box.next
    for (let count = 0; beside && count < mostBeside; beside = beside.next) {
      if (!isTag(beside)) continue
      count++
      const address = addressOf(beside, own)
      if (address !== null) return address
    }
    const up: Element | null = box.parent && isTag(box.parent) ? box.parent : null
    if (up === null || up.name === 'article' || up.name === 'main' || up.name === 'body') return null
    box = up
  }
  return null
}

function addressOf(element: Element, own: URL | null): Url | null {
  const { name, attribs } = element
  if (media.has(name) || visibleText(element) !== '') return null
  const key = addresses.find((one) => attribs[one] !== undefined && (one !== 'src' || frames.has(name)))
  const there = key === undefined ? null : URL.parse(attribs[key] ?? '', own?.href)
  if (!there || /\.(?:jpe?g|png|gif|webp|avif|svg|mp[34]|js|css)$/iu.test(there.pathname)) return null
  const below = own !== null && there.host === own.host && isBelow(there, own)
  const path = below && own ? there.pathname.slice(own.pathname.length) : there.pathname
  const said = wordsOf([attribs.id, attribs.class, attribs.title, attribs.name, attribs['aria-label'], path].join(' '))
  if (said.some((word) => other.has(word))) return null
  return below || said.some((word) => rest.has(word)) ? there.href : null
}

function isBelow(there: URL, own: URL): boolean {
  const path = own.pathname.replace(/\/+$/u, '')
  if (path === '' || there.href === own.href) return false
  return there.pathname === own.pathname ? there.search !== '' : there.pathname.startsWith(`${path}/`)
}

function wordsOf(said: string): string[] {
  return said
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
}
