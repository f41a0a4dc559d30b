import { baseLanguage } from '../text/base-language.ts'
import type { Instant, Source } from '../types.ts'
import { makeEntry } from './make-entry.ts'
import { fullPages, pageOf, pageSize, pulseArticles } from './paging.ts'
import { embargoOf, expiryOf, limitToRights } from './rights.ts'
import { blockAt } from './search/blocks.ts'
import { segmentsOf } from './search/segments.ts'
import { searchRowOf } from './search/served.ts'
import type { Entry, EntryState, Publication, Shelf, StoredEntry, Work } from './shelf.ts'

/**
 * The order of writing: files that were not there before come first, as no reader can reach them yet; then those that are
 * there and may now link to them, `revised` articles too, which may stand in a new week; what goes away goes last. The
 * front page of the site, where readers come in, waits for the feeds and the search that its foot and head lead to.
 */
export const steps = {
  asset: 0,
  article: 1,
  page: 2,
  newFeed: 3,
  newFront: 4,
  revised: 5,
  neighbour: 6,
  front: 7,
  index: 8,
  feed: 9,
  redirect: 10,
  search: 11,
  sitemap: 12,
  home: 13,
  deletion: 14,
}

/** Where it is said that an article was withdrawn: its own address holds the headline, and goes (ADR 124). */
export function tombstonePath(id: string): string {
  return `a/${id}/index.html`
}

/** Articles of one part of the sitemap. The protocol allows 50,000 and as many parts; small ones are cheap to rewrite. */
export const sitemapPart = 500

type Settling = {
  shelf: Shelf
  sources: Map<string, Source>
  now: Instant
  everything: boolean
  /** Whether the index of a served site is whole, and to be kept so. */
  answers: boolean
  /** Lengths of lists as far as they are known in this run. */
  lengths: Map<string, number>
  /** Work that was listed in this run: twenty articles ask for the same page. */
  asked: Set<string>
}

/**
 * Decide what a changed article means for the site: its state, its places in the lists, and the files to write.
 *
 * Call it in a transaction with the clearing of the journal: a crash later finds the work still listed.
 */
export function settleArticle(id: string, settling: Settling): void {
  const { shelf, sources, now } = settling
  const publication = shelf.publication(id)
  const before = shelf.entry(id)
  if (!publication) {
    if (before) hideExpired(before, settling)
    return
  }
  const source = sources.get(publication.article.sourceId)
  const opensAt = source ? embargoOf(publication.article, source) : null
  const isClosed = opensAt !== null && opensAt > now
  shelf.lookAgain(id, isClosed ? opensAt : null)
  const state = isClosed ? 'hidden' : stateOf(publication, source, before)
  if (!before && state !== 'public') return
  const stored = describe(publication, { source, state, before, now })
  const isFound = settling.answers && source && state === 'public'
  const found = isFound ? searchRowOf(publication, source, { entry: stored.entry, now }) : null
  settleStored(stored, { before, found }, settling)
}

/** An article that cannot be read any more keeps its page only as long as that may hold the outlet's text. */
function hideExpired(before: StoredEntry, settling: Settling): void {
  if (before.state !== 'public' || before.expiresAt === null || before.expiresAt > settling.now) return
  settleStored({ entry: emptied(before.entry), state: 'hidden', expiresAt: null }, { before, found: null }, settling)
}

type Found = ReturnType<typeof searchRowOf> | null

/** Keep an entry, its places in the lists, and the files that change with it. */
function settleStored(
  stored: StoredEntry,
  { before, found }: { before: StoredEntry | null; found: Found },
  settling: Settling,
): void {
  const { shelf } = settling
  const { id } = stored.entry
  const { state } = stored
  shelf.saveEntry(stored)
  const home = settlePlaces(stored, settling)
  if (settling.answers) shelf.saveSearch(home, found)
  const step = isRevised(stored, before) ? steps.revised : steps.article
  shelf.addWork({ step, rank: newestFirst(stored.entry.sortedAt), key: id })
  if (!before) return
  if (before.state === 'gone' && state === 'public')
    shelf.addWork({ step: steps.deletion, rank: '', key: tombstonePath(id) })
  for (const slug of shelf.slugs(id)) {
    if (slug !== stored.entry.slug || state !== 'public')
      shelf.addWork({ step: steps.redirect, rank: '', key: `${id}/${slug}` })
  }
}

/** Whether the article's page stands already, with readers on it. */
function isRevised({ entry, state }: StoredEntry, before: StoredEntry | null): boolean {
  return state === 'public' && before?.state === 'public' && before.entry.slug === entry.slug
}

/** List what every run that makes everything makes, whatever the articles are. */
export function finishSettling({ shelf, everything }: Pick<Settling, 'shelf' | 'everything'>): void {
  if (!everything) return
  shelf.addWork({ step: steps.asset, rank: '', key: 'assets' })
  for (const key of [...listings, ...fixed]) shelf.addWork({ step: steps.index, rank: '', key })
  shelf.addWork({ step: steps.home, rank: '', key: '' })
  shelf.addWork({ step: steps.feed, rank: '', key: '' })
  shelf.addWork({ step: steps.search, rank: '2', key: '' })
  shelf.addWork({ step: steps.sitemap, rank: '1', key: 'index' })
  dropOldSegments(shelf)
  shelf.setNote('everything', 'no')
}

/** An older version may have cut the list into other segments: no index speaks of them any more. */
function dropOldSegments(shelf: Shelf): void {
  const folders = new Set(segmentsOf(shelf.lengthOf('')).map(({ folder }) => folder))
  for (const key of shelf.files('search/')) {
    const [folder] = /^search\/\d+\/\d+\//u.exec(key) ?? []
    if (folder !== undefined && !folders.has(folder)) shelf.addWork({ step: steps.deletion, rank: '', key })
  }
}

/** Pages that name lists, and pages that change with the settings alone. */
const listings = ['sources', 'archive']
const fixed = ['about', 'search', '404', 'machines']

/** List work once a run. A page made in an early step is as it will be: it needs no second look as a neighbour. */
function ask(work: Work, { shelf, asked }: Settling): void {
  const name = `${earlier[work.step] ?? work.step} ${work.key}`
  if (asked.has(name)) return
  if (asked.size > 10_000) asked.clear()
  asked.add(name)
  shelf.addWork(work)
}

const earlier: Record<number, number> = {
  [steps.neighbour]: steps.page,
  [steps.front]: steps.newFront,
  [steps.feed]: steps.newFeed,
}

function lengthOf(list: string, { shelf, lengths }: Settling): number {
  const known = lengths.get(list)
  if (known !== undefined) return known
  const length = shelf.lengthOf(list)
  lengths.set(list, length)
  return length
}

function stateOf(publication: Publication, source: Source | undefined, before: StoredEntry | null): EntryState {
  if (!source || source.rights === 'private') return 'hidden'
  if (publication.withdrawnAt === null) return 'public'
  return before && before.state !== 'hidden' ? 'gone' : 'hidden'
}

/** What an entry of an article that is not public may still hold. */
function emptied(entry: Entry): Entry {
  const words = { headline: '', blurb: null, blurbBy: null, ownHeadline: null, topics: [], authors: [] }
  return { ...entry, ...words, photo: null }
}

type Facts = { source: Source | undefined; state: EntryState; before: StoredEntry | null; now: Instant }

function describe(publication: Publication, { source, state, before, now }: Facts): StoredEntry {
  if (!source || state !== 'public') {
    if (!before) throw new Error(`Cannot take off article "${publication.article.id}": it was never public`)
    return { entry: emptied(before.entry), state, expiresAt: null }
  }
  const expiry = expiryOf(publication.article, source)
  const expiresAt = expiry !== null && expiry > now ? expiry : null
  return { entry: makeEntry(limitToRights(publication, source, now)), state, expiresAt }
}

function listsOf(entry: Entry): string[] {
  const own = ['', `source/${entry.sourceId}`, `w/${entry.week}`, `m/${entry.month}`]
  // A tag from a page is hostile data and becomes a folder.
  // British and American English are one list: a reader looks for a language.
  const language = baseLanguage(entry.language)
  return language && /^[a-z]{2,3}$/u.test(language) ? [...own, `lang/${language}`] : own
}

/** Gives the position in the home list. */
function settlePlaces({ entry, state }: StoredEntry, settling: Settling): number {
  const { shelf } = settling
  const wanted = new Set(state === 'public' ? listsOf(entry) : [])
  const had = new Map(shelf.placesOf(entry.id).map((place) => [place.list, place]))
  let home = had.get('')?.position ?? 0
  for (const list of wanted) {
    const place = had.get(list)
    if (!place) {
      const position = append(list, entry, settling)
      if (list === '') home = position
    } else if (!place.shown) show(list, { id: entry.id, shown: true }, settling)
  }
  for (const place of had.values()) {
    if (!wanted.has(place.list) && place.shown) show(place.list, { id: entry.id, shown: false }, settling)
    touchList(place.list, { position: place.position, rank: newestFirst(entry.sortedAt) }, settling)
  }
  ask({ step: steps.search, rank: '0', key: blockAt(home) }, settling)
  return home
}

/** A list may show its first article, or its last one no more: pages that name lists are made again. */
function show(list: string, { id, shown }: { id: string; shown: boolean }, settling: Settling): void {
  settling.shelf.show(list, id, shown)
  askListings(settling)
}

function askListings(settling: Settling): void {
  for (const key of listings) ask({ step: steps.index, rank: '', key }, settling)
}

function append(list: string, entry: Entry, settling: Settling): number {
  const length = lengthOf(list, settling)
  const position = length
  settling.shelf.join(list, entry.id, position)
  settling.lengths.set(list, position + 1)
  const rank = newestFirst(entry.sortedAt)
  if (length === 0) {
    ask({ step: list === '' ? steps.home : steps.newFront, rank: '', key: list }, settling)
    if (hasFeed(list)) ask({ step: steps.newFeed, rank: '', key: list }, settling)
    askListings(settling)
  }
  if (list === '' && length % sitemapPart === 0) ask({ step: steps.sitemap, rank: '1', key: 'index' }, settling)
  const before = fullPages(length)
  const after = fullPages(length + 1)
  for (let page = before + 1; page <= after; page++) ask({ step: steps.page, rank, key: `${page} ${list}` }, settling)
  if (after > before && before > 0) ask({ step: steps.neighbour, rank, key: `${before} ${list}` }, settling)
  touchList(list, { position, rank }, settling)
  return position
}

/** Work on pages is ranked by the day of what asked for it: the newest first, and neighbours in time together. */
function touchList(list: string, { position, rank }: { position: number; rank: string }, settling: Settling): void {
  const length = lengthOf(list, settling)
  const page = pageOf(position, length)
  if (page !== null) ask({ step: steps.neighbour, rank, key: `${page} ${list}` }, settling)
  if (page === null || settling.everything || isCounted(list, position, length))
    ask({ step: list === '' ? steps.home : steps.front, rank: '', key: list }, settling)
  if (list.startsWith('source/') && position >= length - pageSize)
    ask({ step: steps.index, rank: '', key: 'sources' }, settling)
  if (list === '') ask({ step: steps.sitemap, rank: '0', key: String(Math.floor(position / sitemapPart)) }, settling)
  if (hasFeed(list) && position >= length - feedLength) ask({ step: steps.feed, rank: '', key: list }, settling)
}

/** Whether a list's front page counts an article that it does not show; home counts the week of its newest article. */
function isCounted(list: string, position: number, length: number): boolean {
  if (list.startsWith('source/')) return position >= length - pulseArticles
  return !list.startsWith('lang/')
}

/** Items of a feed. */
export const feedLength = 30

/** Lists with a feed: the site, sources, languages. Weeks and months end, nobody subscribes to them. */
export function hasFeed(list: string): boolean {
  return list === '' || list.startsWith('source/') || list.startsWith('lang/')
}

function newestFirst(at: Instant): string {
  return String(1e15 - Date.parse(at)).padStart(16, '0')
}
