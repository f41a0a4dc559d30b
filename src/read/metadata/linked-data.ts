import { decodeHTML } from 'entities'
import { jsonrepair } from 'jsonrepair'
import { cleanLine } from '../../text/clean.ts'

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
      objects.push(at)
      for (const [key, value] of Object.entries(at))
        if (typeof value === 'object' && value !== null && !others.has(key)) waiting.push(value)
    }
  }
  return objects
}

function parseLoosely(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/gsu, '')
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

/** The object that describes the article: of an article type, and the one that says most. */
export function pickArticle(objects: Json[]): Json {
  let best: Json = {}
  let most = 0
  for (const one of objects) {
    if (!typesOf(one).some((type) => article.test(type))) continue
    const says = ['headline', 'author', 'datePublished', 'image', 'articleBody', 'mainEntityOfPage'].filter(
      (key) => one[key] !== undefined,
    ).length
    if (says > most) {
      best = one
      most = says
    }
  }
  return best
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

/** A value as one line of text, the first of a list; entities of HTML, common in JSON-LD, are read. */
export function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value
  const text = typeof one === 'string' ? cleanLine(one.includes('&') ? decodeHTML(one) : one) : ''
  return text === '' ? null : text
}

// Content systems make a "person" of the account that everybody at the desk uses.
const deskAccount = /\/author\/(?:admin\w*|editors?|editorial|webmaster|redaktion|redaction|newsroom|news|staff)\/?$/iu

function isDesk(one: Json): boolean {
  return [one.url, one['@id']].some((address) => typeof address === 'string' && deskAccount.test(address))
}

/** Names of people or organisations, whether given as text, as objects or as references. */
export function namesOf(value: unknown, resolve: (value: unknown) => unknown): { name: string; types: string[] }[] {
  return [value].flat(3).flatMap((one) => {
    const at = resolve(one)
    const names = isJson(at) ? [at.name].flat().map(textOf) : [textOf(at)]
    const types = isJson(at) ? [...typesOf(at), ...(isDesk(at) ? ['Organization'] : [])] : []
    return names.filter((name) => name !== null).map((name) => ({ name, types }))
  })
}
