import type { Document } from 'domhandler'
import { jsonrepair } from 'jsonrepair'
import { cleanLine } from '../../text/clean.ts'
import type { FeedItem, Instant, Language, Url } from '../../types.ts'
import { elements, isUnseen, visibleText } from '../tree.ts'

/** What a page says about its article, outside the text. */
export type PageMetadata = {
  headline: string
  standfirst: string | null
  authors: string[]
  agency: string | null
  dateline: string | null
  publishedAt: Instant | null
  modifiedAt: Instant | null
  language: Language | null
  section: string | null
  keywords: string[]
  canonicalUrl: Url | null
  declaredWords: number | null
  articleBody: string | null
  isAccessibleForFree: boolean | null
  /** Image objects of JSON-LD and OpenGraph, best first. */
  images: { url: string; caption: string | null; credit: string | null }[]
  notes: string[]
}

type Json = { [key: string]: unknown }

/** Read JSON-LD, OpenGraph, meta and the page's own headline in one walk. */
export function readMetadata(document: Document, { url, item }: { url: Url; item: FeedItem | null }): PageMetadata {
  const page = scan(document)
  const article = page.linked.find((one) => /Article|Posting|Report/u.test(String(one['@type']))) ?? {}
  const meta = (...names: string[]): string | null =>
    names.map((name) => page.meta.get(name)).find((value) => value) ?? null
  const headline = pickHeadline(
    [page.h1, textOf(article.headline), meta('og:title', 'twitter:title'), page.title],
    item,
  )
  const authors = [article.author, meta('author', 'article:author', 'parsely-author'), item?.authors ?? []]
    .map((said) => namesOf(said))
    .find((names) => names.length > 0)
  const canonical = page.canonical ?? meta('og:url')
  return {
    headline,
    standfirst: textOf(article.description) ?? meta('og:description', 'description'),
    authors: authors ?? [],
    agency: null,
    dateline: null,
    publishedAt:
      instantOf(textOf(article.datePublished) ?? meta('article:published_time', 'date', 'dc.date')) ??
      item?.publishedAt ??
      null,
    modifiedAt: instantOf(textOf(article.dateModified) ?? meta('article:modified_time')),
    language: page.language ?? item?.language ?? null,
    section: textOf(article.articleSection) ?? meta('article:section'),
    keywords: (meta('keywords', 'news_keywords') ?? '')
      .split(/[,，、]/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    canonicalUrl: canonical === null ? null : httpUrl(canonical, url),
    declaredWords: Number(article.wordCount) || null,
    articleBody: textOf(article.articleBody),
    isAccessibleForFree:
      article.isAccessibleForFree === undefined ? null : !/false/iu.test(String(article.isAccessibleForFree)),
    images: [...imagesOf(article.image), ...imagesOf(meta('og:image', 'twitter:image'))],
    notes: [],
  }
}

function scan(document: Document) {
  const found = {
    meta: new Map<string, string>(),
    linked: [] as Json[],
    h1: null as string | null,
    title: null as string | null,
    canonical: null as string | null,
    language: null as string | null,
  }
  for (const element of elements(document)) {
    const { name, attribs } = element
    if (name === 'html' && attribs.lang) found.language = attribs.lang
    else if (name === 'meta' && attribs.content) {
      const key = (attribs.property ?? attribs.name ?? '').toLowerCase()
      if (!found.meta.has(key)) found.meta.set(key, cleanLine(attribs.content))
    } else if (name === 'link' && attribs.rel === 'canonical') found.canonical = attribs.href ?? null
    else if (name === 'title' && !found.title) found.title = cleanLine(rawText(element))
    else if (name === 'h1' && !found.h1 && !isUnseen(element)) found.h1 = visibleText(element) || null
    else if (name === 'script' && /ld\+json/iu.test(attribs.type ?? ''))
      found.linked.push(...parseLinked(rawText(element)))
  }
  return found
}

function rawText(element: { children: { type: string }[] }): string {
  return element.children.map((child) => ('data' in child ? String(child.data) : '')).join('')
}

/** Objects of a JSON-LD block in whatever shape; broken JSON is mended where it can be. */
function parseLinked(text: string): Json[] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    try {
      data = JSON.parse(jsonrepair(text))
    } catch {
      // Not JSON at all: the other sources of metadata stand.
      return []
    }
  }
  const objects: Json[] = []
  const waiting: unknown[] = [data]
  for (let at = waiting.shift(); at !== undefined && objects.length < 200; at = waiting.shift()) {
    if (Array.isArray(at)) waiting.push(...at)
    else if (at !== null && typeof at === 'object') {
      objects.push(at as Json)
      // An absent key must not be pushed: the walk ends at the first undefined, and lost whole graphs so.
      waiting.push((at as Json)['@graph'] ?? null, (at as Json).mainEntity ?? null)
    }
  }
  return objects
}

function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' ? cleanLine(one) : null
}

function pickHeadline(candidates: (string | null)[], item: FeedItem | null): string {
  const present = candidates.filter((one) => one !== null && one !== '')
  const said = item?.title ? [...present, item.title] : present
  // Two sources that agree outvote a page furniture <h1>; else the first in order of trust.
  return said.find((one, index) => said.indexOf(one) !== index) ?? said[0] ?? ''
}

function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  const names = list.flatMap((one) => {
    const name = one !== null && typeof one === 'object' ? textOf((one as Json).name) : textOf(one)
    return name && !/^https?:/iu.test(name)
      ? name.replace(/^(by|von|par|por)\s+/iu, '').split(/\s*(?:,|;|\s+and\s+|\s+und\s+|、)\s*/u)
      : []
  })
  return [...new Set(names.filter((name) => name !== ''))]
}

function imagesOf(value: unknown): PageMetadata['images'] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => {
    if (typeof one === 'string') return [{ url: one, caption: null, credit: null }]
    if (one === null || typeof one !== 'object') return []
    const image = one as Json
    const url = textOf(image.url) ?? textOf(image.contentUrl)
    return url ? [{ url, caption: textOf(image.caption), credit: textOf(image.creditText) }] : []
  })
}

function instantOf(text: string | null): Instant | null {
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace('.000Z', 'Z')
}

function httpUrl(address: string, base: Url): Url | null {
  const url = URL.parse(address, base)
  return url && /^https?:$/u.test(url.protocol) ? url.href : null
}
