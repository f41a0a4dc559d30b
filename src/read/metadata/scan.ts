import { isTag, type Document, type Element } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import { lettersAlone } from '../../text/letters.ts'
import { remembering, rememberingMarks } from '../remember.ts'
import { elements, elementsOf, isUnseen, visibleText } from '../tree.ts'
import type { Heading } from './headline.ts'
import { type Json, parseLinked, textOf } from './linked-data.ts'
import { isLead } from './names.ts'

/** What the marked-up parts of a page say, as they say it. */
export type Scan = {
  /** The values of a `<meta>` by any spelling of its name: `article:published_time`, `article.published-time`. */
  meta: (...names: string[]) => string[]
  linked: Json[]
  h1: Heading[]
  title: string | null
  canonical: string | null
  language: string | null
  /** Microdata's name of the section. */
  section: string | null
  /** Elements whose class, `rel` or `itemprop` says they name an author, in the page's order. */
  bylines: Element[]
  /** Machine-readable dates: microdata, `<time>`, those beside the article (menus, lists), attributes of the outlet's own. */
  dates: { published: string[]; modified: string[]; time: string[]; aside: string[]; own: string[] }
}

/** Read a page's marked-up parts in one walk. */
export function scan(document: Document): Scan {
  const meta = new Map<string, string[]>()
  const found: Omit<Scan, 'meta'> = {
    linked: [],
    h1: [],
    title: null,
    canonical: null,
    language: null,
    section: null,
    bylines: [],
    dates: { published: [], modified: [], time: [], aside: [], own: [] },
  }
  for (const element of elementsOf(document)) {
    const { name, attribs } = element
    if (name === 'html') found.language = attribs.lang ?? attribs['xml:lang'] ?? null
    else if (name === 'meta') addMeta(meta, attribs)
    else if (name === 'link')
      found.canonical ??= /(?:^|\s)canonical(?:\s|$)/iu.test(attribs.rel ?? '') ? (attribs.href ?? null) : null
    else if (name === 'title') found.title ??= cleanLine(rawText(element)) || null
    else if (name === 'script') {
      if (/ld\+json/iu.test(attribs.type ?? '')) for (const one of parseLinked(rawText(element))) found.linked.push(one)
    } else if (name === 'h1') {
      if (found.h1.length < 10 && !isUnseen(element)) found.h1.push(headingOf(element))
    } else if (found.bylines.length < 40 && isByline(element) && !isElsewhere(element)) found.bylines.push(element)
    if (attribs.itemprop === 'articleSection') found.section ??= sectionOf(element)
    addDates(found.dates, element)
  }
  addCards(meta)
  return {
    ...found,
    meta: (...names) => names.map((name) => meta.get(squeeze(name)) ?? []).find((said) => said[0]) ?? [],
  }
}

function sectionOf(element: Element): string | null {
  return cleanLine((element.attribs.content ?? visibleText(element)).slice(0, 100)) || null
}

function squeeze(name: string): string {
  return lettersAlone(name.toLowerCase())
}

// No outlet's metadata is longer; the whole of a value of ten megabytes would be folded and compared many times.
const longestValue = 20_000

function addMeta(meta: Map<string, string[]>, attribs: Element['attribs']): void {
  const key = squeeze(attribs.property ?? attribs.name ?? attribs.itemprop ?? '')
  const value = cleanLine((attribs.content ?? '').slice(0, longestValue))
  if (key === '' || value === '') return
  const known = meta.get(key)
  if (known) known.push(value)
  else meta.set(key, [value])
}

/** What two services put into one `<meta>`: Parsely a whole object, X a label with its value in another. */
function addCards(meta: Map<string, string[]>): void {
  const page = meta.get('parselypage')?.[0]
  const parsely = (page === undefined ? undefined : parseLinked(page)[0]) ?? {}
  const fields: [string, unknown][] = [
    ['parselytitle', parsely.title],
    ['parselyauthor', parsely.authors ?? parsely.author],
    ['parselypubdate', parsely.pub_date],
    ['parselysection', parsely.section],
    ['parselytags', parsely.tags],
  ]
  for (const [key, value] of fields) {
    const said = [value].flat().flatMap((one) => textOf(one) ?? [])
    if (said.length > 0 && !meta.has(key)) meta.set(key, said)
  }
  for (const at of [1, 2]) {
    const [label = '', value] = [meta.get(`twitterlabel${at}`)?.[0], meta.get(`twitterdata${at}`)?.[0]]
    if (value !== undefined && isLead(label)) meta.set('twitterwrittenby', [value])
  }
}

const mostDates = 20
const ownDate =
  /^data-(?!.*(?:modif|updat|re-?deploy|event|expir|start|end)).*(?:publi|pub-?date|deploy|datetime|timestamp)/u

const isOwnDate = remembering((key) => ownDate.test(key))

function addDates(dates: Scan['dates'], element: Element): void {
  const { name, attribs } = element
  const { itemprop } = attribs
  if (itemprop && /date(?:Published|Created|Modified)/iu.test(itemprop)) {
    const list = /date(?:Published|Created)/iu.test(itemprop) ? dates.published : dates.modified
    addDate(list, attribs.datetime ?? attribs.content ?? attribs.title)
  } else if (name === 'time') addDate(listOf(dates, element), attribs.datetime)
  else for (const key in attribs) if (key.startsWith('data-') && isOwnDate(key)) addDate(dates.own, attribs[key])
}

function addDate(list: string[], value: string | undefined): void {
  if (value && list.length < mostDates) list.push(value)
}

function listOf(dates: Scan['dates'], element: Element): string[] {
  if (/updat|modif/iu.test(element.attribs.class ?? '')) return dates.modified
  return isElsewhere(element) || isBeside(element) ? dates.aside : dates.time
}

/** In an aside or inside a link: the date of another article. */
function isBeside(element: Element): boolean {
  let up = element.parent
  for (let depth = 0; up && depth < 12; depth++, up = up.parent)
    if (isTag(up) && /^(?:aside|a)$/u.test(up.name)) return true
  return false
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

// Names of people who comment, are quoted, took the photo or write other articles.
const elsewhere =
  /(?:^|[\s_-])comments?(?:$|[\s_-])|kommentare|related-|recommend|most-?(?:read|popular)|more-?(?:stories|news|from)|read-?next|up-?next|also-?(?:read|like)|trending|recirc|caption|quote/iu

const namesElsewhere = rememberingMarks((names) => elsewhere.test(names))

const aside = new Set(['nav', 'footer', 'figure', 'figcaption', 'blockquote'])

function isElsewhere(element: Element): boolean {
  let up = element.parent
  for (let depth = 0; up && depth < 12; depth++, up = up.parent) {
    if (!isTag(up)) continue
    if (aside.has(up.name) || isCard(up) || namesElsewhere(up)) return true
  }
  return false
}

const mostInCard = 60

/** A small `<article>` with a heading of the second level or below and none of the first: another article in a list. */
function isCard(box: Element): boolean {
  if (box.name !== 'article') return false
  let nodes = 0
  let heading = false
  for (const one of elements(box)) {
    if (++nodes > mostInCard || one.name === 'h1') return false
    if (/^h[2-6]$/u.test(one.name)) heading = true
  }
  return heading && isShort(box)
}

const longestCard = 400

function isShort(box: Element): boolean {
  return visibleText(box).length <= longestCard
}

const maybeByline =
  /byline|aut|writer|columnist|kolumnist|contributor|correspondent|yazar|muhabir|reporter|journalist|redakteur|skribent|forfatter|kirjoittaja|penulis|tacgia/iu
// A word of a class name, as in `article-author__name`, `authorname`, `ArticleTeaser_authorSection`.
const bylineWord =
  /(?:^|[\s_-]|(?<=[\p{Ll}\d]))(?:byline|author|autor|auteur|writer|columnist|kolumnist|kolumnista|columnista|contributor|correspondent|yazar|muhabir|reporter|journalist|redakteur|skribent|forfatter|kirjoittaja|penulis|tacgia)(?:s|e|in|es|-?name|-?line)?(?:$|[\s_\-\d]|(?=\p{Lu}))/u
const notByline = /quote|caption|credit|image|photo|avatar|bio(?:$|[\s_-])|follow|social|comment|share|date|time/iu

function isByline(element: Element): boolean {
  const { attribs } = element
  if (attribs.rel === 'author' || attribs.itemprop === 'author') return true
  const { class: names, id, 'data-testid': tested } = attribs
  return tested === undefined ? marksByline(element) : namesByline(`${names ?? ''} ${id ?? ''} ${tested}`)
}

const marksByline = rememberingMarks(isBylineName)
const namesByline = remembering(isBylineName)

function isBylineName(marks: string): boolean {
  if (!maybeByline.test(marks) || notByline.test(marks)) return false
  return bylineWord.test(marks.replace(/\b[AB](?=uthor|yline)/gu, (at) => at.toLowerCase()))
}

function rawText(element: { children: { type: string }[] }): string {
  return element.children.map((child) => ('data' in child ? String(child.data) : '')).join('')
}
