import { join } from 'node:path'
import {
  findServed,
  publishSite,
  type Found,
  type LookUp,
  type Published,
  type Question,
  type SiteSettings,
} from './publish/publish.ts'
import type { Entry } from './publish/shelf.ts'
import { withFeedSites } from './pipeline/feed-sites.ts'
import { cardRules, makeCard } from './review/card/make-card.ts'
import { cardOf, newestArticles, newestTextHash, saveCard } from './store/articles.ts'
import { countReviewStates, ledger, type LedgerLine, type LedgerSum } from './store/model-calls.ts'
import { forgetNote, notedWithdrawals } from './store/noted-withdrawals.ts'
import { awaitsPublishing, openShelf, shelfAddress, slugOf, withdraw } from './store/publishing.ts'
import { filesSince, type Changed } from './store/publishing-files.ts'
import { knownSources } from './store/sources.ts'
import { isSearchReady, keepSearch, searchPublished } from './store/search.ts'
import type { Store } from './store/store.ts'
import type { Instant } from './types.ts'
import type { Road, StageCount } from './pipeline/road.ts'

export type { Report, Road, StageCount } from './pipeline/road.ts'
export { collectAll, firstDue } from './pipeline/collect-all.ts'
export { examine } from './pipeline/examine.ts'
export { followAll } from './pipeline/follow.ts'
export { monitorAll, rhythms } from './pipeline/monitor.ts'
export { listen, termsOf } from './pipeline/opt-outs.ts'
export { readAll } from './pipeline/read-all.ts'
export { asksFor } from './pipeline/own-addresses.ts'
export { reviewAll } from './pipeline/review-all.ts'
export { sumSaidAgainst } from './pipeline/said-against.ts'
export { scanAll } from './pipeline/scan.ts'
export { learnSecrets } from './pipeline/learn-secrets.ts'
export { findSources, settleSources } from './pipeline/settle-sources.ts'
export { translateAll } from './pipeline/translate-all.ts'
export { noteWithdrawal } from './store/noted-withdrawals.ts'
export { findDamage, takeDamage } from './store/stored-json.ts'
export type { Reviewer } from './pipeline/reviewer.ts'
export type { Diagnosis } from './pipeline/diagnosis.ts'

/** Make the cards that are missing in this reader language or were made by older rules, as after a change of language or an upgrade. */
export function cardAll(road: Road): StageCount {
  const count = { done: 0, failed: 0 }
  for (const article of newestArticles(road.store)) {
    if (cardOf(road.store, article, road.readerLanguage)?.rules === cardRules) continue
    saveCard(road.store, makeCard(article, road.readerLanguage), road.readerLanguage)
    count.done++
  }
  return count
}

/** What is published and how: `full` makes every page again, `compress` writes `.gz` and `.br` twins. */
export type Publishing = { site: SiteSettings; folder: string; full?: boolean; compress?: boolean }

const publishing = new WeakMap<Store, Promise<unknown>>()

/** Write what changed into `folder`/site. Two at one time would write over each other: the second waits for the first. */
export async function publishAll(road: Road, how: Publishing): Promise<Published> {
  const before = publishing.get(road.store) ?? Promise.resolve()
  const mine = before.then(
    () => publishNow(road, how),
    () => publishNow(road, how),
  )
  publishing.set(road.store, mine)
  return await mine
}

async function publishNow(road: Road, { site, folder, full, compress }: Publishing): Promise<Published> {
  withdrawNoted(road, folder)
  const printing = { sources: withFeedSites(road), language: road.readerLanguage, model: road.model }
  const shelf = openShelf<Entry>(road.store, printing)
  return publishSite({
    site,
    shelf,
    address: shelfAddress(road.store, printing),
    folder: join(folder, 'site'),
    now: road.now(),
    full: full === true,
    compress: compress === true,
    progress: (done, total) => road.report.step('publish', done, total),
  })
}

/** Files of the site that were written or taken away at `since` or later, in the order in which they may be uploaded. */
export function changedFiles(road: Road, since: Instant): Iterable<Changed> {
  return filesSince(road.store, since)
}

/** Take an article back; the next publish removes every copy. `false` when there is no article with this id. */
export function withdrawArticle(road: Road, id: string, reason: string | null): boolean {
  if (newestTextHash(road.store, id) === null) return false
  withdraw(road.store, id, { at: road.now(), reason })
  return true
}

/** What a full disk kept `waikan withdraw` from writing down is made good as soon as there is room. */
function withdrawNoted(road: Road, folder: string): void {
  for (const { id, reason } of notedWithdrawals(folder)) {
    withdrawArticle(road, id, reason)
    forgetNote(folder, id)
  }
}

/** Whether an article was taken back and the site does not show it yet: of one article, or of any. */
export function awaitsWithdrawal(road: Road, id?: string): boolean {
  return awaitsPublishing(road.store, id ?? null)
}

/** The slug under which an article is public now, or `null`. */
export function presentSlug(road: Road, id: string): string | null {
  return slugOf(road.store, id)
}

/** Have the store answer searches, from the next publish on. */
export function serveSearch(road: Road): void {
  keepSearch(road.store)
}

/** Answer a search of a served site out of the store; `null` while its index is not whole. */
export function searchSite(road: Road, question: Question): Found[] | null {
  if (!isSearchReady(road.store)) return null
  const lookUp: LookUp = (match, limit) => searchPublished<Entry>(road.store, match, limit)
  const language = road.readerLanguage === 'en' ? 'en' : 'zh-Hans'
  return findServed(question, { lookUp, sources: road.sources, language })
}

/** Whether {@link searchSite} has an answer; for a press of other sources the index in its site has it. */
export function canSearch(road: Road): boolean {
  return isSearchReady(road.store) && isOwnPress(road)
}

/** Is a source of the configuration among those that the press follows, or has it none? */
export function isOwnPress({ store, sources }: Road): boolean {
  const followed = knownSources(store).filter(({ goneAt }) => goneAt === null)
  const own = new Set(sources.map(({ id }) => id))
  return followed.length === 0 || followed.some(({ id }) => own.has(id))
}

/** What the models cost since a day of UTC, summed up. */
export function readLedger(road: Road, { by, since }: { by: LedgerSum; since: string }): LedgerLine[] {
  return ledger(road.store, by, since)
}

/** How many reviews wait for money or for an endpoint. */
export function countReviews(road: Road): { waiting: number; failed: number } {
  return countReviewStates(road.store)
}
