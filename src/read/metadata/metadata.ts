import type { Document } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import type { FeedItem, Instant, Language, Url } from '../../types.ts'
import { remembering } from '../remember.ts'
import { pickAuthors } from './byline.ts'
import { disagreements } from './disagreements.ts'
import { pickHeadlines } from './headline.ts'
import { labelsOf, type SaidKinds } from './kind-of-report.ts'
import { readNearLines } from './lines.ts'
import { isJson, namesOf, pickArticle, plainAddress, resolver, sectionOnTrail, textOf, titleOf } from './linked-data.ts'
import { otherReading, pickModified, pickPublished, printedInstead } from './published.ts'
import { minutesToRead } from './minutes.ts'
import { scan } from './scan.ts'
import { storyHeadings } from './story-heading.ts'
import { sameSite } from '../../text/site-of.ts'

/** What a page says about its article, outside the text. */
export type PageMetadata = {
  headline: string
  /** The headline over the text, where the page words it otherwise than it is shared. */
  printedHeadline: string
  /** Every other wording the outlet uses for it. */
  otherHeadlines: string[]
  standfirst: string | null
  authors: string[]
  /** Are the authors people, not a desk or an agency? */
  named: boolean
  agency: string | null
  /** Who publishes the page, in its own words. */
  publisher: string | null
  dateline: string | null
  publishedAt: Instant | null
  modifiedAt: Instant | null
  language: Language | null
  section: string | null
  keywords: string[]
  canonicalUrl: Url | null
  declaredWords: number | null
  /** Minutes that the outlet says the text takes to read. */
  declaredMinutes?: number | null
  articleBody: string | null
  isAccessibleForFree: boolean | null
  /** Where the part that is not free stands, as the outlet's JSON-LD says. */
  accessSelector: string | null
  /** Image objects of JSON-LD and OpenGraph, best first. */
  images: { url: string; caption: string | null; credit: string | null }[]
  /** OpenGraph's description of its image: some outlets write caption and credit there. */
  imageAlt: string | null
  notes: string[]
  /** What may say that the article is satire or advertising. */
  kinds?: Pick<SaidKinds, 'types' | 'labels'>
}

const authorMeta = [
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'articleauthor',
  'author',
  'article:author_name',
  'article:author',
  'og:article:author',
  'dcsext.author',
  'byl',
  'cxenseparse:author',
  'twitter:writtenby',
]

const publishedMeta = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'og:pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:publishtime',
  'cxenseparse:recs:publishtime',
  'shareaholic:article_published_time',
  'bt:pubdate',
  'rnews:datepublished',
  'weibo:article:create_at',
  'datepublished',
  'date',
  'pubdate',
  'pub_date',
  'publishdate',
  'publish_time',
  'published_at',
  'publication_date',
  'originalpublicationdate',
  'article.published',
  'article.created',
  'displaydate',
  'dc.date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.date',
  'dcterms.created',
  'dcterms.issued',
  'citation_publication_date',
  'citation_date',
  'datecreated',
]
const modifiedMeta = [
  'article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'revised',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
]

/** Read JSON-LD, OpenGraph, meta, microdata and the page's own headline and byline in one walk. */
export function readMetadata(
  document: Document,
  { url, item, fetchedAt = null }: { url: Url; item: FeedItem | null; fetchedAt?: Instant | null },
): PageMetadata {
  const page = scan(document)
  const shared = page.meta('og:title', 'twitter:title', 'parsely-title').map(titleOf)[0] ?? null
  const canonical = canonicalOf([page.canonical, ...page.meta('og:url')], url)
  const article = pickArticle(page.linked, {
    addresses: [url, canonical ?? url].map(plainAddress),
    headlines: [shared, page.title, item?.title ?? null, ...page.h1.map((one) => one.full)].filter(
      (one) => one !== null,
    ),
  })
  const resolve = resolver(page.linked)
  const meta = (...names: string[]): string | null => page.meta(...names)[0] ?? null
  const publisher = resolve(article.publisher)
  const calls = [
    meta('og:site_name', 'application-name', 'dc.publisher', 'publisher'),
    isJson(publisher) ? textOf(publisher.name) : textOf(publisher),
  ].filter((name) => name !== null)
  const outlet = [...calls, ...hostNames(url)]
  const h1 = storyHeadings(document, page.h1, { outlet, title: page.title })
  const isMasthead = (title: string | null): boolean => h1 !== page.h1 && page.h1.some(({ full }) => full === title)
  const { headline, printed, others } = pickHeadlines(
    {
      h1,
      linked: titleOf(article.headline),
      shared,
      title: isMasthead(page.title) ? null : page.title,
      item: item?.title ?? null,
    },
    outlet,
  )
  const near = readNearLines(document, [headline, printed, ...others])
  const { authors, agency, named, against } = pickAuthors(
    {
      linked: namesOf(article.author ?? article.creator, resolve),
      meta: page.meta(...authorMeta),
      item: item?.authors ?? [],
      marked: page.bylines,
      near,
    },
    outlet,
  )
  const lines = near.under.map((line) => line.text)
  const language =
    languageOf(page.language ?? textOf(article.inLanguage) ?? meta('og:locale', 'content-language', 'dc.language')) ??
    item?.language ??
    null
  const dates = {
    linked: [textOf(article.datePublished)],
    meta: page.meta(...publishedMeta),
    marked: [...page.dates.published, ...page.dates.time, textOf(article.dateCreated) ?? ''],
    lines,
    above: near.above.map((line) => line.text),
    own: [...page.dates.aside, ...page.dates.own],
    url,
    item: item?.publishedAt ?? null,
    fetchedAt,
  }
  const publishedAt = pickPublished(dates, language)
  const modifiedAt = pickModified(
    { machine: [textOf(article.dateModified), ...page.meta(...modifiedMeta), ...page.dates.modified], lines },
    language,
  )
  const printedAt = printedInstead(dates, { at: publishedAt, modifiedAt }, language)
  const parts = [article.hasPart].flat().filter(isJson)
  const part = parts.find((one) => /false/iu.test(String(one.isAccessibleForFree)))
  const section =
    textOf(article.articleSection) ??
    meta('article:section', 'parsely-section', 'section') ??
    page.section ??
    sectionOnTrail(page.linked, [headline, printed, ...others])
  return {
    headline,
    printedHeadline: printed,
    otherHeadlines: others,
    standfirst: textOf(article.description) ?? meta('og:description', 'description', 'twitter:description'),
    authors,
    named,
    agency,
    publisher: calls[0] ?? null,
    dateline: textOf(article.dateline),
    publishedAt: printedAt ?? publishedAt,
    modifiedAt,
    language,
    section,
    keywords: keywordsOf(
      article.keywords,
      page.meta('article:tag', 'news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags'),
    ),
    canonicalUrl: canonical,
    declaredWords: countOf(textOf(article.wordCount)),
    declaredMinutes: minutesToRead(textOf(article.timeRequired), meta),
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
    imageAlt: meta('og:image:alt', 'twitter:image:alt'),
    notes: disagreements({ authors, against, printedAt, publishedAt, other: otherReading(dates, language) }),
    kinds: {
      types: [article['@type']].flat().flatMap((one) => textOf(one) ?? []),
      labels: labelsOf([...near.above, ...near.under], section, [headline, printed]),
    },
  }
}

function hostNames(url: Url): string[] {
  const host = URL.parse(url)?.hostname.replace(/^(?:www|m|amp)\./u, '') ?? ''
  return host === '' ? [] : [host, ...host.split('.').filter((part) => part.length > 3)]
}

function languageOf(said: string | null): Language | null {
  return canonicalTag(
    said
      ?.trim()
      .replaceAll('_', '-')
      .split(/[,;\s]/u)[0] ?? '',
  )
}

const canonicalTag = remembering((tag): Language | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    // The outlet wrote something that is no language tag, as `lang="utf-8!"`.
    return null
  }
})

/** A number of words as outlets write it: `412`, `1,234`, `412 words`. */
function countOf(said: string | null): number | null {
  const digits = /^\d{1,3}(?:[,.\u202f ]\d{3})+(?!\d)|^\d+/u.exec(said ?? '')?.[0].replace(/\D/gu, '')
  return digits === undefined || Number(digits) === 0 ? null : Number(digits)
}

function keywordsOf(linked: unknown, meta: string[]): string[] {
  const said = [linked].flat().flatMap((one) => textOf(isJson(one) ? one.name : one) ?? [])
  const words = (said.length > 0 ? said : meta).flatMap((line) => line.split(/[,，、;]/u)).map(cleanLine)
  return [...new Set(words.filter((word) => word !== '' && !/^\w+:\S/u.test(word)))].slice(0, 50)
}

function imagesOf(value: unknown, resolve: (value: unknown) => unknown): PageMetadata['images'] {
  return [value].flat(2).flatMap((one) => {
    const at = resolve(one)
    if (typeof at === 'string') return [{ url: at, caption: null, credit: null }]
    if (!isJson(at)) return []
    const url = textOf(at.url) ?? textOf(at.contentUrl) ?? textOf(at['@id'])
    const credit =
      textOf(at.creditText) ??
      namesOf(at.creator ?? at.author ?? at.copyrightHolder, resolve)[0]?.name ??
      textOf(at.copyrightNotice)
    return url ? [{ url, caption: textOf(at.caption) ?? textOf(at.description), credit }] : []
  })
}

const atHome = /^(?:localhost|[\d.]+|\[.*\]|[^.]+|.*\.(?:local|internal|localhost|test))$/u

/** The address the page calls its own: one of the open web, and not the outlet's front page unless that is what was read. */
function canonicalOf(said: (string | null)[], base: Url): Url | null {
  for (const address of said) {
    const url = address === null ? null : URL.parse(address, base)
    if (!url || !/^https?:$/u.test(url.protocol) || atHome.test(url.hostname)) continue
    if (url.pathname === '/' && url.search === '' && URL.parse(base)?.pathname !== '/') continue
    // Another outlet's address would pass its name off for the text's origin.
    if (!sameSite(url.href, base)) continue
    return url.href
  }
  return null
}
