import { isTag, type Document, type Element } from 'domhandler'
import { decodeHTML } from 'entities'
import { cleanLine } from '../../text/clean.ts'
import type { FeedItem, Instant, Language, Url } from '../../types.ts'
import { elements, isUnseen, visibleText } from '../tree.ts'
import { type Heading, pickHeadlines } from './headline.ts'
import { readInstant } from './instant.ts'
import { isJson, type Json, parseLinked, pickArticle, resolver } from './linked-data.ts'
import { splitByline } from './names.ts'

/** What a page says about its article, outside the text. */
export type PageMetadata = {
  headline: string
  /** The headline over the text, where the page words it otherwise than it is shared. */
  printedHeadline: string
  /** Every other wording the outlet uses for it. */
  otherHeadlines: string[]
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
  /** Where the part that is not free stands, as the outlet's JSON-LD says. */
  accessSelector: string | null
  /** Image objects of JSON-LD and OpenGraph, best first. */
  images: { url: string; caption: string | null; credit: string | null }[]
  notes: string[]
}

/** Read JSON-LD, OpenGraph, meta, microdata and the page's own headline and byline in one walk. */
export function readMetadata(document: Document, { url, item }: { url: Url; item: FeedItem | null }): PageMetadata {
  const page = scan(document)
  const article = pickArticle(page.linked)
  const resolve = resolver(page.linked)
  const meta = (...names: string[]): string | null =>
    names.map((name) => page.meta.get(name)?.[0]).find((value) => value) ?? null
  const all = (...names: string[]): string[] =>
    names.map((name) => page.meta.get(name) ?? []).find((values) => values.length > 0) ?? []
  const publisher = resolve(article.publisher)
  const outlet = [
    meta('og:site_name', 'application-name', 'dc.publisher', 'publisher'),
    isJson(publisher) ? textOf(publisher.name) : textOf(publisher),
    ...hostNames(url),
  ].filter((name) => name !== null)
  const bylines = [
    namesOf(article.author, resolve),
    all(
      'parsely-author',
      'sailthru.author',
      'citation_author',
      'dc.creator',
      'dcterms.creator',
      'author',
      'article:author_name',
      'article:author',
      'og:article:author',
    ),
    page.bylines,
  ]
  const { people, agency } = firstNames(bylines, outlet)
  const publishedAt =
    readInstant(textOf(article.datePublished)) ??
    readInstant(
      meta(
        'article:published_time',
        'og:published_time',
        'og:article:published_time',
        'parsely-pub-date',
        'sailthru.date',
        'datepublished',
        'date',
        'pubdate',
        'publishdate',
        'publish-date',
        'publication_date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'dcterms.issued',
        'citation_publication_date',
        'last-modified-date',
      ),
    ) ??
    readInstant(textOf(article.dateCreated)) ??
    page.dates.map(readInstant).find((at) => at !== null) ??
    item?.publishedAt ??
    null
  const { headline, printed, others } = pickHeadlines(
    {
      h1: page.h1,
      linked: textOf(article.headline),
      shared: meta('og:title', 'twitter:title', 'parsely-title'),
      title: page.title,
      item: item?.title ?? null,
    },
    outlet,
  )
  const canonical = page.canonical ?? meta('og:url')
  const parts = [article.hasPart].flat().filter(isJson)
  const part = parts.find((one) => /false/iu.test(String(one.isAccessibleForFree)))
  return {
    headline,
    printedHeadline: printed,
    otherHeadlines: others,
    standfirst: textOf(article.description) ?? meta('og:description', 'description', 'twitter:description'),
    authors: people,
    agency,
    dateline: textOf(article.dateline),
    publishedAt,
    modifiedAt: readInstant(
      textOf(article.dateModified) ??
        meta('article:modified_time', 'og:updated_time', 'lastmod', 'last-modified', 'dcterms.modified'),
    ),
    language:
      languageOf(page.language ?? textOf(article.inLanguage) ?? meta('og:locale', 'content-language', 'dc.language')) ??
      item?.language ??
      null,
    section: textOf(article.articleSection) ?? meta('article:section', 'parsely-section', 'section'),
    keywords: keywordsOf(
      article.keywords,
      all('article:tag', 'news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags'),
    ),
    canonicalUrl: canonical === null ? null : httpUrl(canonical, url),
    declaredWords: Number(article.wordCount) > 0 ? Number(article.wordCount) : null,
    articleBody: textOf(article.articleBody),
    isAccessibleForFree:
      article.isAccessibleForFree === undefined ? null : !/false/iu.test(String(article.isAccessibleForFree)),
    accessSelector: part ? textOf(part.cssSelector) : null,
    images: [
      ...imagesOf(article.image, resolve),
      ...imagesOf(article.primaryImageOfPage, resolve),
      ...imagesOf(
        meta('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src'),
        resolve,
      ),
    ],
    notes: [],
  }
}

function scan(document: Document) {
  const found = {
    meta: new Map<string, string[]>(),
    linked: [] as Json[],
    h1: [] as Heading[],
    title: null as string | null,
    canonical: null as string | null,
    language: null as string | null,
    bylines: [] as string[],
    dates: [] as string[],
  }
  for (const element of elements(document)) {
    const { name, attribs } = element
    if (name === 'html') found.language = attribs.lang ?? attribs['xml:lang'] ?? null
    else if (name === 'meta' && attribs.content) addMeta(found.meta, attribs)
    else if (name === 'link')
      found.canonical ??= attribs.rel?.toLowerCase() === 'canonical' ? (attribs.href ?? null) : null
    else if (name === 'title') found.title ??= cleanLine(rawText(element)) || null
    else if (name === 'script') {
      if (/ld\+json/iu.test(attribs.type ?? '')) for (const one of parseLinked(rawText(element))) found.linked.push(one)
    } else if (name === 'h1') {
      if (found.h1.length < 10 && !isUnseen(element)) found.h1.push(headingOf(element))
    } else if (name === 'time' && attribs.datetime) {
      if (found.dates.length < 20) found.dates.push(attribs.datetime)
    } else if (found.bylines.length < 6 && isByline(element) && !isElsewhere(element))
      found.bylines.push(visibleText(element))
  }
  return found
}

function addMeta(meta: Map<string, string[]>, attribs: Element['attribs']): void {
  const key = (attribs.property ?? attribs.name ?? attribs.itemprop ?? '').toLowerCase()
  const value = cleanLine(attribs.content ?? '')
  if (key === '' || value === '') return
  const known = meta.get(key)
  if (known) known.push(value)
  else meta.set(key, [value])
}

// The line above a headline inside its element: Dachzeile, overline, antetítulo.
const kickerClass =
  /kicker|overline|topline|dachzeile|eyebrow|super-?(?:title|line)|roofline|spitzmarke|antetitulo|surtitre|occhiello/iu

function headingOf(element: Element): Heading {
  const parts = element.children.filter(isTag).map((child) => visibleText(child))
  return { full: visibleText(element), bare: visibleText(element, isKicker), parts: parts.filter((one) => one !== '') }
}

function isKicker({ attribs }: Element): boolean {
  return kickerClass.test(attribs.class ?? '')
}

// Names of people who comment or write other articles.
const elsewhere = /(?:^|[\s_-])comments?(?:$|[\s_-])|kommentare|related-|recommend|most-?read/iu

function isElsewhere(element: Element): boolean {
  let up = element.parent
  for (let depth = 0; up && depth < 12; depth++, up = up.parent) {
    if (!isTag(up)) continue
    if (/^(?:nav|footer)$/u.test(up.name)) return true
    if (elsewhere.test(`${up.attribs.class ?? ''} ${up.attribs.id ?? ''}`)) return true
  }
  return false
}

const bylineClass =
  /(?:^|[\s_-])(?:byline|author|authors|autor|auteur|writer|article-author|author-name|byline-name)(?:$|[\s_-])/iu

function isByline({ attribs }: Element): boolean {
  if (attribs.rel === 'author' || attribs.itemprop === 'author') return true
  return attribs.class !== undefined && bylineClass.test(attribs.class)
}

/** The first source that names people; the agency of whichever source names one. */
function firstNames(sources: string[][], outlet: string[]): { people: string[]; agency: string | null } {
  let agency: string | null = null
  for (const said of sources) {
    // A byline container repeats the names of the elements inside it: a text of more than a line of names is none.
    const split = splitByline(
      said.filter((line) => line.length <= 200 && !/^https?:/iu.test(line)),
      outlet,
    )
    agency ??= split.agency
    if (split.people.length > 0) return { people: split.people, agency }
  }
  return { people: [], agency }
}

function hostNames(url: Url): string[] {
  const host = URL.parse(url)?.hostname.replace(/^(?:www|m|amp)\./u, '') ?? ''
  return host === '' ? [] : [host, ...host.split('.').filter((part) => part.length > 3)]
}

function languageOf(said: string | null): Language | null {
  const tag =
    said
      ?.trim()
      .replaceAll('_', '-')
      .split(/[,;\s]/u)[0] ?? ''
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    // The outlet wrote something that is no language tag, as `lang="utf-8!"`.
    return null
  }
}

function keywordsOf(linked: unknown, meta: string[]): string[] {
  const said = [linked].flat().filter((one) => typeof one === 'string')
  const words = (said.length > 0 ? said : meta).flatMap((line) => line.split(/[,，、;]/u)).map(cleanLine)
  return [...new Set(words.filter((word) => word !== '' && !/^\w+:\S/u.test(word)))].slice(0, 50)
}

function rawText(element: { children: { type: string }[] }): string {
  return element.children.map((child) => ('data' in child ? String(child.data) : '')).join('')
}

function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value
  const text = typeof one === 'string' ? cleanLine(unescape(one)) : ''
  return text === '' ? null : text
}

/** JSON-LD is often written with the entities of HTML. */
function unescape(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

function namesOf(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return [value].flat(3).flatMap((one) => {
    const at = resolve(one)
    return (isJson(at) ? [at.name].flat().map(textOf) : [textOf(at)]).filter((name) => name !== null)
  })
}

function imagesOf(value: unknown, resolve: (value: unknown) => unknown): PageMetadata['images'] {
  return [value].flat(2).flatMap((one) => {
    const at = resolve(one)
    if (typeof at === 'string') return [{ url: at, caption: null, credit: null }]
    if (!isJson(at)) return []
    const url = textOf(at.url) ?? textOf(at.contentUrl) ?? textOf(at['@id'])
    const credit = textOf(at.creditText) ?? namesOf(at.creator ?? at.author ?? at.copyrightHolder, resolve)[0] ?? null
    return url ? [{ url, caption: textOf(at.caption) ?? textOf(at.description), credit }] : []
  })
}

function httpUrl(address: string, base: Url): Url | null {
  const url = URL.parse(address, base)
  return url && /^https?:$/u.test(url.protocol) ? url.href : null
}
