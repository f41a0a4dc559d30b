import { explainDiskFault, FetchError } from '../errors.ts'
import type { Get } from '../net/get.ts'
import type { OutletLines } from '../read/outlet-lines.ts'
import { readFeedOnly, readItem } from '../read/read.ts'
import { followOf, saveFollow, type Follow } from '../store/follow.ts'
import { markRead, unreadItems, type StoredItem } from '../store/items.ts'
import { loadOutletLines } from '../store/outlet-lines.ts'
import { loadPage, savePage } from '../store/pages.ts'
import { articleOfItem } from '../store/articles.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Article, Page } from '../types.ts'
import { askWithMarks, type Marks } from './ask-with-marks.ts'
import { beginFollow, lacksPage, mayLookForFeed } from './follow-schedule.ts'
import { hostOf, inParallel } from './in-parallel.ts'
import { observe } from './monitor.ts'
import { listen, noteOptOut, termsOfFeedText } from './opt-outs.ts'
import { getOf } from './own-addresses.ts'
import { findOwner, rememberPage } from './own-page.ts'
import { baselineOf, revise } from './revise.ts'
import type { Road, StageCount } from './road.ts'

// After so many pages in a row that a host did not give, the rest of its pages wait for the next round.
const mostFailures = 3

/**
 * Read the page of every item that is new or changed, and make its card. An item whose page fails becomes a teaser until
 * its page can be had. A host that asked us to wait, or that is down, keeps its other items for a later round.
 *
 * @param how.atOnce changed items do not wait until their page may be looked at (ADR 330): the sample press answers from files
 */
export async function readAll(road: Road, how: { atOnce?: boolean } = {}): Promise<StageCount> {
  const count = { done: 0, failed: 0 }
  const waiting = unreadItems(road.store, road.now()).filter((stored) => how.atOnce || !rests(road, stored))
  const down = new Map<string, number>()
  await inParallel(
    waiting,
    { width: road.width, stop: road.stop, queue: ({ item }) => hostOf(item.url) },
    async (stored) => {
      const host = hostOf(stored.item.url)
      if ((down.get(host) ?? 0) >= mostFailures) return
      try {
        const { failure, answered } = await readOne(road, stored)
        down.set(host, answered ? 0 : (down.get(host) ?? 0) + 1)
        if (failure !== null) {
          count.failed++
          road.report.warn('page not read', { address: redactUrl(stored.item.url ?? ''), message: redactUrl(failure) })
        }
      } catch (error) {
        // With a full disk every page would be asked for in vain.
        if (explainDiskFault(error, road.store.folder)) throw error
        // One hostile page must not stop the others; the item stays unread and is tried again on the next run.
        count.failed++
        road.report.warn('item not read', { source: stored.sourceId, item: stored.item.key, message: String(error) })
      }
      road.report.step('read', ++count.done, waiting.length)
    },
  )
  return count
}

/** Was the page of a changed item looked at too short a while ago to be asked for again? */
function rests({ store, now }: Road, { sourceId, item }: StoredItem): boolean {
  const article = articleOfItem(store, sourceId, item.key)
  const follow = article?.pageHash ? followOf(store, article.id) : null
  return article !== null && follow !== null && !mayLookForFeed(follow, article, now())
}

/** `answered`: the host gave an answer, or was not needed. */
type ReadOne = { failure: string | null; answered: boolean }

async function readOne(road: Road, stored: StoredItem): Promise<ReadOne> {
  const outlet = loadOutletLines<OutletLines>(road.store, stored.sourceId)
  const heard = listen(getOf(road, stored.sourceId))
  const marked = withMarks(road, stored, heard.get)
  const { get, asked } = remember(marked.get)
  const { kept } = marked
  const first = await readItem(stored.item, { get, now: road.now, outlet, extract: road.extract, kept })
  const { marks, error, busy } = asked()
  // Nothing was sent: the item stays as it is, and costs no try.
  if (error?.unasked) return { failure: null, answered: false }
  const owner = await findOwner(road, stored, first)
  if (owner.kind === 'same') return linkTo(road, stored, { ...owner, said: heard.said() })
  const reading = owner.kind === 'own' ? first : await readFeedOnly(stored.item, leadsElsewhere(stored, owner.article))
  const optOut = [...heard.said(), ...(reading.page ? [] : await termsOfFeedText(road, stored))]
  for (const page of [reading.page, ...reading.further]) if (page) savePage(road.store, page)
  const baseline = await baselineOf(road, stored, reading)
  const { failure } = reading
  road.store.transaction(() => {
    const { kind, article, shows, stored: own } = revise(road, stored, { ...reading, baseline, optOut })
    if (kind === 'first') observe(road, own, reading)
    if (article && kind !== 'less' && kind !== 'elsewhere') rememberPage(road, own, { ...reading, kept: article })
    if (article)
      noteOptOut(road, article, { words: optOut, read: reading.page !== null && !lacksPage(reading.article) })
    // A page that failed, or another one, leaves what is known of it: the next look goes by the marks of the last good answer.
    if (article && reading.page && kind !== 'elsewhere') {
      const begun = beginFollow(article, { marks, now: road.now() })
      saveFollow(road.store, { ...begun, ...(shows && { nowShows: shows }) })
    }
    const retryAfterMs = error?.retryAfterMs ?? null
    markRead(road.store, own, { articleId: article?.id ?? '', failure, now: road.now(), retryAfterMs })
  })
  return { failure, answered: !error?.retryable && !busy }
}

/** The page of an item that we have, and a `get` that gives back its marks. */
function withMarks({ store }: Road, { sourceId, item }: StoredItem, get: Get): { get: Get; kept: Page | null } {
  const article = articleOfItem(store, sourceId, item.key)
  const follow = article && followOf(store, article.id)
  if (!article?.pageHash || !follow || (follow.etag === null && follow.lastModified === null))
    return { get, kept: null }
  // The marks are of what stands in its place now: a 304 would not stand for the page that we have.
  const kept = follow.nowShows === undefined ? loadPage(store, article.pageHash) : null
  if (!kept) return { get, kept }
  const ask: Get = async (url, options) => {
    if (url !== item.url || options.termsOnly) return await get(url, options)
    const { got, isUnchanged } = await askWithMarks(get, url, { marks: follow, options })
    return isUnchanged ? { ...got, headers: { ...marksOf304(follow), ...got.headers } } : got
  }
  return { get: ask, kept }
}

/** An answer "not modified" need not repeat the marks that it is about. */
function marksOf304({ etag, lastModified }: Follow): Record<string, string> {
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { 'last-modified': lastModified }) }
}

/** Another item told of the article before: there is one article. */
function linkTo(road: Road, stored: StoredItem, { article, said }: { article: Article; said: string[] }): ReadOne {
  road.store.transaction(() => {
    if (said.length > 0) noteOptOut(road, article, { words: said, read: false })
    markRead(road.store, stored, { articleId: article.id, failure: null, now: road.now(), retryAfterMs: null })
  })
  return { failure: null, answered: true }
}

function leadsElsewhere({ item }: StoredItem, { headline }: Article): string {
  return `Cannot read article page "${redactUrl(item.url ?? '')}": it shows the text of "${headline}", expected an article of its own`
}

type Asked = {
  marks: Marks
  error: FetchError | null
  /** The server has too much to do, or is out of order. */
  busy: boolean
}

/** A `get` that remembers the marks of the item's own page, to be given back at the next look, or why there was none. */
function remember(get: Get): { get: Get; asked: () => Asked } {
  let last: Asked = { marks: { etag: null, lastModified: null }, error: null, busy: false }
  let first: string | null = null
  return {
    asked: () => last,
    get: async (url, options) => {
      // The next look asks for the first page: the further ones answer for nothing but themselves.
      first ??= url
      if (url !== first) return await get(url, options)
      try {
        const got = await get(url, options)
        const { etag = null, 'last-modified': lastModified = null } = got.headers
        last = {
          marks: { etag, lastModified, marksOf: got.url },
          error: null,
          busy: got.status === 429 || got.status >= 500,
        }
        return got
      } catch (error) {
        if (error instanceof FetchError) last = { ...last, error }
        throw error
      }
    },
  }
}
