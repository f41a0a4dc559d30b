import { collectFeed, type Collected } from '../collect/collect.ts'
import { keepDates } from '../collect/keep-dates.ts'
import { isDue } from '../collect/schedule.ts'
import { namesOf, settleKeys } from '../collect/settle-keys.ts'
import { ClockError } from '../errors.ts'
import { nameItems, namedItems, unchangedItems } from '../store/item-names.ts'
import { feedState, saveFeedState, saveItems, storedItems } from '../store/items.ts'
import { clockDoubt, futureRequests, mendClock, mendWaits, skewMs } from '../store/mend-clock.ts'
import { saveFeedSite } from '../store/sources.ts'
import type { Store } from '../store/store.ts'
import { feedName } from '../text/feed-name.ts'
import { showFeed } from '../text/feed-secrets.ts'
import { siteOf } from '../text/site-of.ts'
import type { Feed, FeedItem, Instant } from '../types.ts'
import { watchClock } from './clock.ts'
import { hostOf, inParallel } from './in-parallel.ts'
import { watchAnswers } from './nobody-answers.ts'
import { learnSecrets } from './learn-secrets.ts'
import { saveTogether } from './save-together.ts'
import type { Road, StageCount } from './road.ts'

const dayMs = 86_400_000
/** Feeds whose answers share one commit. */
const together = 32

/**
 * Ask every feed that is due and keep what it says. With `everyFeed` also those that are not due.
 *
 * @throws {ClockError} when the servers say that this machine's clock is days off; the answers are not kept then
 */
export async function collectAll(road: Road, { everyFeed }: { everyFeed: boolean }): Promise<StageCount> {
  const count = { done: 0, failed: 0 }
  const due = road.feeds.filter((feed) => everyFeed || isDue(feedState(road.store, feed.id), road.now()))
  const saving = saveTogether(road.store, together)
  const answers = watchAnswers(road.get)
  const clock = watchClock(answers.get, road.now)
  const doubt = clockDoubt(road.store, road.now())
  const future = futureRequests(road.store, road.now())
  const ask = async (feed: Feed): Promise<void> => {
    const before = feedState(road.store, feed.id)
    const collected = await collectFeed(feed, before, { ...road, get: clock.get })
    if (road.checkClock === true && clock.verdict() === 'wrong') throw wrongClock(road, clock.serverTime())
    saving.add(() => keep(road, feed, collected))
    if (collected.outcome === 'failed') answers.failed({ feed, before, after: collected.state })
    tell(road, feed, collected)
    if (collected.outcome === 'failed' || collected.outcome === 'gone') count.failed++
    road.report.step('collect', ++count.done, due.length)
  }
  try {
    // With a clock in doubt few are asked before the others are: nothing of it will be kept if it is wrong.
    const first = doubt === null ? [] : due.slice(0, fewFirst)
    for (const feed of first) await ask(feed)
    await askOthers(road, due.slice(first.length), ask)
    for (const save of answers.forgive(road)) saving.add(save)
  } catch (error) {
    if (error instanceof ClockError) saving.drop()
    throw error
  } finally {
    saving.finish()
  }
  const wasDaysAhead = doubt === 'ahead' && clock.verdict() === 'right'
  const leastMs = clock.isConfirmed() ? skewMs : wasDaysAhead ? dayMs : null
  if (future !== null) mend(road, { ...future, wasDaysAhead, leastMs })
  return count
}

/** When the first feed may be asked again, `null` where none will be or one is due. */
export function firstDue({ store, feeds }: Road): Instant | null {
  const states = feeds.map(({ id }) => feedState(store, id)).filter(({ status }) => status === 'active')
  const times = states.map(({ nextDueAt }) => nextDueAt ?? '').toSorted()
  return times[0] || null
}

/** Feeds that are asked one by one while the clock is in doubt. */
const fewFirst = 4

/** What is thrown ends every lane, not only its own. */
async function askOthers(road: Road, feeds: Feed[], ask: (feed: Feed) => Promise<void>): Promise<void> {
  const failed = new AbortController()
  const stop = road.stop ? AbortSignal.any([road.stop, failed.signal]) : failed.signal
  await inParallel(feeds, { width: road.width, stop, queue: ({ url }) => hostOf(url) }, async (feed) => {
    try {
      await ask(feed)
    } catch (error) {
      failed.abort()
      throw error
    }
  })
}

function wrongClock({ now }: Road, said: Instant): ClockError {
  return new ClockError(
    `Cannot go on with a wrong clock: this machine says ${now()}, the servers say ${said}; set the clock, then run again: nothing of this round was kept`,
  )
}

type Ahead = { feeds: number; last: Instant; wasDaysAhead: boolean; leastMs: number | null }

/**
 * The clock was ahead when feeds were asked, or is behind now. `leastMs`: it is known to be right now, and what lies so far
 * ahead is wrong; `null` where it may be wrong now.
 */
function mend({ store, now, report }: Road, { feeds, last, wasDaysAhead, leastMs }: Ahead): void {
  const articles = store.transaction(() => {
    // After days, what waits is due; after hours, each wait keeps its length, so that nothing comes at once.
    if (!wasDaysAhead) mendWaits(store, { now: now(), last })
    const mended = leastMs === null ? 0 : mendClock(store, { now: now(), leastMs })
    if (wasDaysAhead) mendWaits(store, { now: now(), last })
    return mended
  })
  if (leastMs === null) {
    const message = `this machine’s clock was ahead then, or is behind now: it says ${now()}; no feed waits for that time`
    report.warn('feeds were last asked in the future', { feeds, last, message })
    return
  }
  report.warn('dates of a wrong clock taken back', { articles, message: 'this machine’s clock was ahead before' })
}

function keep({ store, now, sources }: Road, feed: Feed, { parsed, state }: Collected): void {
  if (parsed) {
    const items = parsed.items.map((item) => ({ ...item, language: item.language ?? parsed.feed.language }))
    const settled = settle(store, feed.sourceId, items)
    saveFeedSite(store, feedName(feed.url), parsed.feed.url && siteOf(parsed.feed.url))
    saveItems(store, feed.sourceId, { items: settled, seenAt: now(), feed: feedName(feed.url) })
  }
  learnSecrets(sources, feed, state)
  saveFeedState(store, state)
}

/** The items under the keys of the press; all of them are looked at only where one is new or changed. */
function settle(store: Store, sourceId: string, items: FeedItem[]): FeedItem[] {
  if (unchangedItems(store, sourceId, items).size === items.length) return items
  const known = namedItems(store, sourceId, items.flatMap(namesOf))
  const guids = new Map(known.map(({ key, guid }) => [key, guid]))
  const settled = settleKeys(items, known)
  const names = items.map((item, at) => {
    const key = settled[at]?.key ?? item.key
    return { key, names: [...namesOf(item), key] }
  })
  nameItems(store, sourceId, names)
  // An item that only has a new guid or another date has not changed: its page is not read again.
  const named = settled.map((item) => ({ ...item, guid: guids.get(item.key) ?? item.guid }))
  return keepDates(
    named,
    storedItems(
      store,
      sourceId,
      named.map(({ key }) => key),
    ),
  )
}

function tell({ report }: Road, feed: Feed, { outcome, message }: Collected): void {
  // That its host asked for a pause was told with the answer that said so.
  if (message === null || outcome === 'waiting') return
  const what = outcome === 'failed' || outcome === 'gone' ? 'feed not collected' : 'feed moved'
  report.warn(what, { feed: showFeed(feed.url), message })
}
