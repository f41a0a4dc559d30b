import { join } from 'node:path'
import { collectFeed, type CollectTools } from './collect/collect.ts'
import { isDue } from './collect/schedule.ts'
import { explainDiskFault } from './errors.ts'
import type { Get } from './net/get.ts'
import { publishSite, type Published, type SiteSettings } from './publish/publish.ts'
import type { Entry } from './publish/shelf.ts'
import { learnLines, type OutletLines } from './read/outlet-lines.ts'
import { readItem } from './read/read.ts'
import { makeCard } from './review/card/make-card.ts'
import {
  articleOfItem,
  cardOf,
  newArticleId,
  newestArticles,
  newestTextHash,
  saveArticle,
  saveCard,
} from './store/articles.ts'
import { sha256 } from './store/hash.ts'
import { countReviewStates } from './store/model-calls.ts'
import { feedState, markRead, saveFeedState, saveItems, unreadItems, type StoredItem } from './store/items.ts'
import { loadOutletLines, saveOutletLines } from './store/outlet-lines.ts'
import { savePage } from './store/pages.ts'
import { openShelf, slugOf, withdraw } from './store/publishing.ts'
import type { Store } from './store/store.ts'
import { redactUrl } from './text/redact-url.ts'
import type { Article, ArticleText, Feed, Instant, Language, Source } from './types.ts'

export { reviewAll, type Reviewer } from './pipeline/review-all.ts'

/** Where long work tells how far it is. */
export type Report = {
  step(stage: string, done: number, total: number): void
  warn(message: string, fields: Record<string, unknown>): void
}

/** Everything the road needs; `app.ts` builds it. */
export type Road = {
  store: Store
  get: Get
  /** How feeds are parsed: in a thread with limits; without it, here. */
  parse?: CollectTools['parse']
  now: () => Instant
  sources: Source[]
  feeds: Feed[]
  readerLanguage: Language
  /** The model whose reviews are printed: `none` for the reading card alone. */
  model: string
  report: Report
  /** Pages asked for at one time; the polite network keeps each host to one. */
  width: number
}

/** What one stage did. */
export type StageCount = { done: number; failed: number }

/** Ask every feed that is due and keep what it says. With `everyFeed` also those that are not due. */
export async function collectAll(road: Road, { everyFeed }: { everyFeed: boolean }): Promise<StageCount> {
  const count = { done: 0, failed: 0 }
  const due = road.feeds.filter((feed) => everyFeed || isDue(feedState(road.store, feed.id), road.now()))
  await inParallel(due, road.width, async (feed) => {
    const collected = await collectFeed(feed, feedState(road.store, feed.id), road)
    road.store.transaction(() => {
      if (collected.parsed) {
        const { feed: said, items } = collected.parsed
        const spoken = items.map((item) => ({ ...item, language: item.language ?? said.language }))
        saveItems(road.store, feed.sourceId, { items: spoken, seenAt: road.now() })
      }
      saveFeedState(road.store, collected.state)
    })
    if (collected.outcome === 'failed' || collected.outcome === 'gone') {
      count.failed++
      road.report.warn('feed not collected', { feed: redactUrl(feed.url), message: collected.message })
    }
    road.report.step('collect', ++count.done, due.length)
  })
  return count
}

/** Read the page of every item that is new or changed, and make its card. An item whose page fails becomes a teaser. */
export async function readAll(road: Road): Promise<StageCount> {
  const count = { done: 0, failed: 0 }
  const waiting = unreadItems(road.store, 3)
  await inParallel(waiting, road.width, async (stored) => {
    try {
      const failure = await readOne(road, stored)
      if (failure !== null) {
        count.failed++
        road.report.warn('page not read', { address: redactUrl(stored.item.url ?? ''), message: failure })
      }
    } catch (error) {
      // With a full disk every page would be asked for in vain.
      if (explainDiskFault(error, road.store.folder)) throw error
      // One hostile page must not stop the others; the item stays unread and is tried again on the next run.
      count.failed++
      road.report.warn('item not read', { source: stored.sourceId, item: stored.item.key, message: String(error) })
    }
    road.report.step('read', ++count.done, waiting.length)
  })
  return count
}

async function readOne(road: Road, stored: StoredItem): Promise<string | null> {
  const outlet = loadOutletLines<OutletLines>(road.store, stored.sourceId)
  const reading = await readItem(stored.item, { get: road.get, now: road.now, outlet })
  if (reading.page) savePage(road.store, reading.page)
  road.store.transaction(() => {
    const article = nextRevision(road, stored, {
      text: { ...reading.article, ...(reading.page?.optOut && { optOut: reading.page.optOut }) },
      pageHash: reading.page?.hash ?? null,
    })
    if (article) {
      saveArticle(road.store, article, textHash(article))
      saveCard(road.store, makeCard(article, road.readerLanguage), road.readerLanguage)
    }
    if (reading.page) rememberLines(road, stored.sourceId, reading.article)
    const known = article ?? articleOfItem(road.store, stored.sourceId, stored.item.key)
    markRead(road.store, stored, { articleId: known?.id ?? '', failure: reading.failure })
  })
  return reading.failure
}

function rememberLines(road: Road, sourceId: string, text: ArticleText): void {
  const lines = text.passages.map((passage) => passage.text)
  const before = loadOutletLines<OutletLines>(road.store, sourceId)
  saveOutletLines(road.store, sourceId, learnLines(before, text.url, lines))
}

/** The article to store for a reading: a first revision, a next one when the outlet edited, or `null` for no change. */
function nextRevision(
  road: Road,
  stored: StoredItem,
  reading: { text: ArticleText; pageHash: string | null },
): Article | null {
  const before = articleOfItem(road.store, stored.sourceId, stored.item.key)
  // A page that could not be had today must not replace the text that we have.
  if (before && before.pageHash !== null && reading.pageHash === null) return null
  const article: Article = {
    ...reading.text,
    id: before?.id ?? newArticleId(stored),
    revision: (before?.revision ?? 0) + 1,
    sourceId: stored.sourceId,
    itemKey: stored.item.key,
    edition: stored.item.edition,
    pageHash: reading.pageHash,
    firstSeenAt: before?.firstSeenAt ?? stored.firstSeenAt,
    readAt: road.now(),
  }
  if (before && newestTextHash(road.store, before.id) === textHash(article)) return null
  return article
}

/** What makes an edit: the words a reader sees, without white space; not time stamps, not boxes around. */
function textHash(article: Article): string {
  const words = [article.headline, article.standfirst, ...article.passages.map((passage) => passage.text)]
  return sha256(
    words
      .join('\n')
      .normalize('NFKC')
      .replace(/[^\S\n]+/gu, ' ') + article.completeness.verdict,
  )
}

/** Make the cards that are missing in this reader language, as after a change of language. */
export function cardAll(road: Road): StageCount {
  const count = { done: 0, failed: 0 }
  for (const article of newestArticles(road.store)) {
    if (cardOf(road.store, article, road.readerLanguage)) continue
    saveCard(road.store, makeCard(article, road.readerLanguage), road.readerLanguage)
    count.done++
  }
  return count
}

/** Write what changed into `folder`/site. */
export async function publishAll(
  road: Road,
  { site, folder }: { site: SiteSettings; folder: string },
): Promise<Published> {
  const shelf = openShelf<Entry>(road.store, {
    sources: road.sources,
    language: road.readerLanguage,
    model: road.model,
  })
  return publishSite({
    site,
    shelf,
    folder: join(folder, 'site'),
    now: road.now(),
    progress: (done, total) => road.report.step('publish', done, total),
  })
}

/** Take an article back; the next publish removes every copy. `false` when there is no article with this id. */
export function withdrawArticle(road: Road, id: string, reason: string | null): boolean {
  if (newestTextHash(road.store, id) === null) return false
  withdraw(road.store, id, { at: road.now(), reason })
  return true
}

/** The slug under which an article is public now, or `null`. */
export function presentSlug(road: Road, id: string): string | null {
  return slugOf(road.store, id)
}

/** How many reviews wait for money or for an endpoint. */
export function countReviews(road: Road): { waiting: number; failed: number } {
  return countReviewStates(road.store)
}

/** A fault somebody should know of, and what to do about it. */
export type Diagnosis = { what: string; remedy: string }

/** Look at every feed's state: which fail, which are gone. */
export function examine(road: Road): Diagnosis[] {
  return road.feeds.flatMap((feed): Diagnosis[] => {
    const state = feedState(road.store, feed.id)
    if (state.status === 'gone') {
      return [
        {
          what: `Feed "${redactUrl(feed.url)}" is gone`,
          remedy: 'find its new address, or take the source out of waikan.yaml',
        },
      ]
    }
    if (state.failures === 0) return []
    const what = `Feed "${redactUrl(feed.url)}" failed ${state.failures} times in a row: ${state.error}`
    return [{ what, remedy: `open the address in a browser; it is asked again at ${state.nextDueAt}` }]
  })
}

async function inParallel<T>(list: T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  // What is under way in other lanes comes to its end; nothing new is begun.
  const stop = (error: unknown): never => {
    next = list.length
    throw error
  }
  const lanes = Array.from({ length: Math.min(width, list.length) }, async () => {
    while (next < list.length) {
      const item = list[next++]
      if (item !== undefined) await work(item).catch(stop)
    }
  })
  await Promise.all(lanes)
}
