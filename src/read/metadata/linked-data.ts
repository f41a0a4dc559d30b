import { decodeHTML } from 'entities'
import { jsonrepair } from 'jsonrepair'
import { likeness } from '../../text/likeness.ts'
import { raiseTags } from '../../text/raised.ts'
import { cleanLine } from '../../text/clean.ts'
import { htmlTitle } from '../../text/html-title.ts'
import { foldLetters } from '../../text/letters.ts'
import { weightOf } from './letters.ts'

export type Json = { [key: string]: unknown }

const mostObjects = 2000
// Articles inside an article are other ones: entries of a live blog, comments, what it links to.
const others = new Set([
  'liveBlogUpdate',
  'comment',
  'itemListElement',
  'relatedLink',
  'citation',
  'mentions',
  'review',
])
const article = /(?:Article|Posting|Report|Reportage|Review)$/u

/** Every object of a JSON-LD block in whatever shape (arrays, graphs, nesting); broken JSON is mended where it can be. */
export function parseLinked(text: string): Json[] {
  const objects: Json[] = []
  const waiting: unknown[] = [parseLoosely(text)]
  for (let i = 0; i < waiting.length && objects.length < mostObjects; i++) {
    const at = waiting[i]
    if (Array.isArray(at)) for (const one of at) waiting.push(one)
    else if (isJson(at)) {
      const one = withPlainKeys(at)
      objects.push(one)
      for (const [key, value] of Object.entries(one))
        if (typeof value === 'object' && value !== null && !others.has(key)) waiting.push(value)
    }
  }
  return objects
}

const prefix = /^(?:schema:|https?:\/\/schema\.org\/)/iu

/** Keys without the vocabulary's prefix: `schema:headline` is `headline`. */
function withPlainKeys(one: Json): Json {
  const entries = Object.entries(one)
  if (!entries.some(([key]) => prefix.test(key))) return one
  return Object.fromEntries(entries.map(([key, value]) => [key.replace(prefix, ''), value]))
}

function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return parseBroken(text)
  }
}

/** JSON inside of comments, with a semicolon behind it, or broken. */
function parseBroken(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/gsu, '').replace(/;\s*$/u, '')
  try {
    return JSON.parse(bare)
  } catch {
    if (bare.length > 500_000) return null
    try {
      return JSON.parse(jsonrepair(bare))
    } catch {
      // Not JSON at all: the other sources of metadata stand.
      return null
    }
  }
}

export function isJson(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** What tells the page's own article from others it lists: its addresses, and the headlines that heading and cards say. */
export type Own = { addresses: string[]; headlines: string[] }

const telling = ['headline', 'author', 'datePublished', 'image', 'articleBody', 'mainEntityOfPage']

/** The object that describes the article: of an article type, this page's own where several are, and the one that says most. */
export function pickArticle(objects: Json[], own: Own): Json {
  let best: Json = {}
  let most = 0
  for (const one of objects) {
    if (!typesOf(one).some((type) => article.test(type))) continue
    const says = telling.filter((key) => one[key] !== undefined).length
    if (says === 0 || isOfAnother(one, own)) continue
    const weight = says + (isOwn(one, own) ? telling.length : 0)
    if (weight > most) {
      best = one
      most = weight
    }
  }
  return best
}

// Outlets word one headline in several ways; those of two stories share a word at most.
const leastAlike = 0.25

/** Of another page and under another headline: what it says of author, date and photo is that story's. */
function isOfAnother(one: Json, own: Own): boolean {
  if (isOwn(one, own)) return false
  const page = isJson(one.mainEntityOfPage) ? one.mainEntityOfPage['@id'] : one.mainEntityOfPage
  const hasAddress = [one.url, page].some((at) => typeof at === 'string' && plainAddress(at).includes('/'))
  const headline = textOf(one.headline) ?? ''
  const isNamed = weightOf(headline) >= 8 && own.headlines.length > 0
  return hasAddress && isNamed && own.headlines.every((said) => likeness(said, headline) < leastAlike)
}

function isOwn(one: Json, own: Own): boolean {
  const page = isJson(one.mainEntityOfPage) ? one.mainEntityOfPage['@id'] : one.mainEntityOfPage
  if ([one.url, one['@id'], page].some((at) => typeof at === 'string' && own.addresses.includes(plainAddress(at))))
    return true
  const headline = foldLetters(textOf(one.headline) ?? '')
  return weightOf(headline) >= 8 && own.headlines.some((said) => foldLetters(said).includes(headline))
}

/** An address as two sources may both write it: without scheme, query, fragment and last stroke. */
export function plainAddress(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/[?#].*$/su, '')
    .replace(/\/$/u, '')
}

/** The section a trail of links leads through: its last step that is neither the front page nor the article itself. */
export function sectionOnTrail(objects: Json[], headlines: string[]): string | null {
  const trail = objects.find((one) => typesOf(one).some((type) => type.endsWith('BreadcrumbList')))
  const steps = [trail?.itemListElement].flat().filter(isJson).slice(0, 20)
  const names = steps.map((step) => textOf(step.name) ?? (isJson(step.item) ? textOf(step.item.name) : null))
  const own = new Set(headlines.map(foldLetters))
  return names.slice(1).findLast((name) => name !== null && !own.has(foldLetters(name))) ?? null
}

/** A reference like `{"@id": "#author"}` replaced by what it names. */
export function resolver(objects: Json[]): (value: unknown) => unknown {
  const known = new Map<string, Json>()
  for (const one of objects)
    if (typeof one['@id'] === 'string' && Object.keys(one).length > (known.has(one['@id']) ? 2 : 1))
      known.set(one['@id'], one)
  return (value) =>
    isJson(value) && typeof value['@id'] === 'string' && value.name === undefined && value.url === undefined
      ? (known.get(value['@id']) ?? value)
      : value
}

export function typesOf(one: Json): string[] {
  const type = one['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

// Markup inside a value: content systems paste it from the page.
const tags =
  /<\/?(?:a|abbr|b|br|cite|div|em|font|h[1-6]|i|li|mark|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/giu

/** One line of plain text of a value that may carry entities and tags of HTML. */
export function plainText(said: string): string {
  const decoded = said.includes('&') ? decodeHTML(said) : said
  return cleanLine(decoded.includes('<') ? raiseTags(decoded).replace(tags, ' ') : decoded)
}

/** A headline as one line of plain text: a tag that is no pair is what it speaks of ("The <br> element"). */
export function titleOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  const one = isJson(first) ? first['@value'] : first
  const text = typeof one === 'string' ? cleanLine(htmlTitle(decodeHTML(one))) : ''
  return text === '' ? null : text
}

/** A value as one line of text, the first of a list; a number as its figures, a language-tagged value as its words. */
export function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  const one = isJson(first) ? first['@value'] : first
  const text = typeof one === 'string' ? plainText(one) : typeof one === 'number' ? String(one) : ''
  return text === '' ? null : text
}

// Content systems make a "person" of the account that everybody at the desk uses.
const deskAccount = /\/author\/(?:admin\w*|editors?|editorial|webmaster|redaktion|redaction|newsroom|news|staff)\/?$/iu

function isDesk(one: Json): boolean {
  return [one.url, one['@id']].some((address) => typeof address === 'string' && deskAccount.test(address))
}

const deepestList = 3

/** Names of people or organisations, whether given as text, as objects, in lists of any form or as references. */
export function namesOf(
  value: unknown,
  resolve: (value: unknown) => unknown,
  depth = 0,
): { name: string; types: string[] }[] {
  if (depth > deepestList) return []
  return [value].flat(3).flatMap((one) => {
    const said = resolve(one)
    if (!isJson(said)) return named([textOf(said)], [])
    const at = withPlainKeys(said)
    const listed = [at.itemListElement].flat().filter((item) => item !== undefined)
    if (listed.length > 0)
      return listed.flatMap((item) => namesOf(isJson(item) ? (item.item ?? item) : item, resolve, depth + 1))
    const parts = cleanLine(`${textOf(at.givenName) ?? ''} ${textOf(at.familyName) ?? ''}`)
    const names = at.name === undefined && parts !== '' ? [parts] : [at.name].flat().map(textOf)
    return named(names, [...typesOf(at), ...(isDesk(at) ? ['Organization'] : [])])
  })
}

function named(names: (string | null)[], types: string[]): { name: string; types: string[] }[] {
  return names.filter((name) => name !== null).map((name) => ({ name, types }))
}
