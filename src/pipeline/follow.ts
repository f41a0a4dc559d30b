import { DocumentError, explainDiskFault, FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import type { OutletLines } from '../read/outlet-lines.ts'
import { extractHere, isFrontPage, pageOf, readFurther } from '../read/read.ts'
import { followedArticle, followsDue, saveFollow, type Follow, type Gone } from '../store/follow.ts'
import { savePage } from '../store/pages.ts'
import { loadOutletLines } from '../store/outlet-lines.ts'
import { markRead, type StoredItem } from '../store/items.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Article, Instant, Url } from '../types.ts'
import { askWithMarks } from './ask-with-marks.ts'
import { afterAnswer, afterFailure, beginFollow, lacksPage } from './follow-schedule.ts'
import { hostOf, inParallel } from './in-parallel.ts'
import { listen, noteOptOut, termsOf } from './opt-outs.ts'
import { getOf } from './own-addresses.ts'
import { baselineOf, isRevision, revise, type Revised } from './revise.ts'
import type { Road } from './road.ts'

/** What a round of looks found. `gone`: pages that vanished in this round. */
export type FollowCount = { done: number; changed: number; gone: number; failed: number }

type Look = { follow: Follow; article: Article; stored: StoredItem }

// One wrong 404 must not declare an article vanished; 410 is a statement of its own.
const absencesBelieved = 2
const askAgainMs = 3_600_000

/** Look again at the page of every recent article that is due, with the marks of its last answer. */
export async function followAll(road: Road): Promise<FollowCount> {
  const count: FollowCount = { done: 0, changed: 0, gone: 0, failed: 0 }
  const due = followsDue(road.store, road.now())
  await inParallel(
    due,
    { width: road.width, stop: road.stop, queue: ({ articleId }) => queueOf(road, articleId) },
    async (follow) => {
      try {
        await lookAgain(road, follow, count)
      } catch (error) {
        if (explainDiskFault(error, road.store.folder)) throw error
        // One hostile page must not stop the others, nor be asked for at each round.
        count.failed++
        const later = new Date(Date.parse(road.now()) + 24 * askAgainMs).toISOString().replace(/\.\d+Z$/u, 'Z')
        road.store.transaction(() => saveFollow(road.store, { ...follow, nextAt: later, error: String(error) }))
        road.report.warn('page not followed', { article: follow.articleId, message: String(error) })
      }
      road.report.step('follow', ++count.done, due.length)
    },
  )
  return count
}

function queueOf({ store }: Road, articleId: string): string {
  return hostOf(followedArticle(store, articleId)?.stored.item.url ?? null)
}

async function lookAgain(road: Road, follow: Follow, count: FollowCount): Promise<void> {
  const known = followedArticle(road.store, follow.articleId)
  const url = known?.stored.item.url
  if (!known || !url || known.article.pageHash === null) {
    road.store.transaction(() => saveFollow(road.store, { ...follow, nextAt: null }))
    return
  }
  const look: Look = { follow, ...known }
  const get = getOf(road, known.stored.sourceId)
  const heard = listen(get)
  try {
    const { got, isUnchanged } = await askFor(look, url, heard.get)
    let read = false
    if (isUnchanged) keep(road, present(look, got, road.now()))
    else if (isAbsence(url, got)) missing(road, look, { status: statusOf(got), count })
    else read = await readAgain(road, look, { got, url, count, heard })
    note(road, look, { words: heard.said(), read })
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof DocumentError)) throw error
    if (error instanceof FetchError && error.unasked) return keep(road, afterHold(follow, error, road.now()))
    const isAbsent = error instanceof DocumentError && saysAbsent(error)
    if (!isAbsent) count.failed++
    // A robots.txt that forbids the page now keeps it from models too.
    const terms = error instanceof FetchError ? await termsOf(get, url, 'page') : []
    note(road, look, { words: [...heard.said(), ...terms], read: false })
    if (isAbsent) return missing(road, look, { status: null, count })
    keep(road, afterError(look, error, road.now()))
  }
}

async function askFor({ follow, article }: Look, url: Url, get: Get): Promise<{ got: Got; isUnchanged: boolean }> {
  const options = { kind: 'page' } as const
  // Where a further page was missing, the first one that has not changed is asked for as well: it leads to the others.
  if (lacksPage(article)) return { got: await get(url, options), isUnchanged: false }
  return await askWithMarks(get, url, { marks: follow, options })
}

/** "Not found", "gone", or the front page, where no report stands whatever words of ours it prints. */
function isAbsence(url: Url, got: Got): boolean {
  return got.status === 404 || got.status === 410 || (got.status === 200 && isFrontPage(url, got.url))
}

/** What the article's own address says. Behind a temporary redirect another one has spoken, as a login or a host that stands in. */
function statusOf({ status, redirects }: Got): Gone['status'] {
  const isOwn = redirects.every((hop) => hop.status === 301 || hop.status === 308)
  return isOwn && (status === 404 || status === 410) ? status : null
}

function note(road: Road, { article }: Look, today: { words: string[]; read: boolean }): void {
  road.store.transaction(() => noteOptOut(road, article, today))
}

function keep(road: Road, follow: Follow): void {
  road.store.transaction(() => saveFollow(road.store, follow))
}

/** The page is there: whatever said that it vanished is over, and its new marks are kept. A 304 shows what was shown before. */
function present({ follow, article }: Look, got: Got, now: Instant): Follow {
  const whole = got.status === 200
  const { nowShows, ...rest } = follow
  return {
    ...afterAnswer(rest, article, now),
    ...(!whole && nowShows !== undefined && { nowShows }),
    etag: got.headers['etag'] ?? (whole ? null : follow.etag),
    lastModified: got.headers['last-modified'] ?? (whole ? null : follow.lastModified),
    ...(whole && { marksOf: got.url }),
    absent: 0,
    gone: null,
  }
}

type Answer = { got: Got; url: string; count: FollowCount; heard: ReturnType<typeof listen> }

/** Gives whether all pages of the article were looked at. */
async function readAgain(road: Road, look: Look, { got, url, count, heard }: Answer): Promise<boolean> {
  const page = pageOf(url, got)
  const { article, stored } = look
  if (page.hash === article.pageHash && !lacksPage(article)) {
    keep(road, present(look, got, road.now()))
    return article.furtherPages === undefined
  }
  const outlet = loadOutletLines<OutletLines>(road.store, article.sourceId)
  const extract = road.extract ?? extractHere
  const begun = { article: await extract(page, stored.item, outlet), page }
  const read = await readFurther(begun, { get: heard.get, item: stored.item, outlet, extract })
  const seen = { article: read.article, page, optOut: heard.said() }
  const baseline = await baselineOf(road, stored, seen)
  let revised: Revised = { kind: 'same', article, stored }
  road.store.transaction(() => {
    revised = revise(road, stored, { ...seen, baseline })
    if (revised.kind === 'elsewhere') return
    if (revised.article?.pageHash === page.hash) for (const one of [page, ...read.further]) savePage(road.store, one)
    if (revised.kind === 'first') return begin(road, revised, present(look, got, road.now()))
    const shows = revised.shows && { nowShows: revised.shows }
    saveFollow(road.store, { ...present(look, got, road.now()), ...shows })
  })
  if (revised.kind === 'elsewhere') missing(road, look, { status: null, count })
  if (isRevision(revised.kind)) count.changed++
  return revised.kind !== 'elsewhere' && !lacksPage(read.article)
}

/** The address tells another story, whose first look this was. */
function begin(road: Road, { article, stored }: Revised, marks: Follow): void {
  if (!article) return
  saveFollow(road.store, beginFollow(article, { marks, now: road.now() }))
  markRead(road.store, stored, { articleId: article.id, failure: null, now: road.now(), retryAfterMs: null })
}

/** The page is not there: asked again in an hour, and believed when it is missing again. */
function missing(
  road: Road,
  { follow, article }: Look,
  { status, count }: { status: Gone['status']; count: FollowCount },
): void {
  const now = road.now()
  const absent = follow.absent + 1
  const believed = status === 410 || absent >= absencesBelieved
  const gone = follow.gone ?? (believed ? { at: now, status } : null)
  const next = { ...afterAnswer(follow, article, now), absent, gone }
  if (!believed) next.nextAt = new Date(Date.parse(now) + askAgainMs).toISOString().replace(/\.\d+Z$/u, 'Z')
  keep(road, next)
  if (!gone || follow.gone) return
  count.gone++
  road.report.warn('page vanished', {
    article: article.id,
    address: redactUrl(article.url),
    status: status ?? 'another page',
  })
}

/** Nothing was sent: the look is made when the host may be asked again. */
function afterHold(follow: Follow, { retryAfterMs }: FetchError, now: Instant): Follow {
  const until = Date.parse(now) + (retryAfterMs ?? askAgainMs)
  return { ...follow, nextAt: new Date(until).toISOString().replace(/\.\d+Z$/u, 'Z') }
}

/** Does the page itself say that the article is not there? */
function saysAbsent({ completeness }: DocumentError): boolean {
  return completeness?.signs.some(({ code }) => code === 'page-absent') ?? false
}

/** A refused page is not asked for again; everything else is tried later. */
function afterError({ follow, article }: Look, error: FetchError | DocumentError, now: Instant): Follow {
  if (error instanceof FetchError && !error.retryable && error.status === null)
    return { ...follow, nextAt: null, error: error.message }
  const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : null
  const next = afterFailure(follow, article, { now, error: error.message, retryAfterMs })
  if (!(error instanceof DocumentError) || !error.completeness) return next
  // The marks are of a page that is not shown any more: with them, a 304 would not tell which of the two is there.
  return { ...next, nowShows: error.completeness.verdict, etag: null, lastModified: null }
}
