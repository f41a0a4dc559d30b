import { collectFeed, type Collected } from '../collect/collect.ts'
import { isDue } from '../collect/schedule.ts'
import { namesOf, settleKeys } from '../collect/settle-keys.ts'
import type { Road, StageCount } from '../pipeline.ts'
import { nameItem, namedItems, unchangedItems } from '../store/item-names.ts'
import { feedState, saveFeedState, saveItems } from '../store/items.ts'
import { saveFeedSite } from '../store/sources.ts'
import type { Store } from '../store/store.ts'
import { feedName } from '../text/feed-name.ts'
import { redactUrl } from '../text/redact-url.ts'
import { siteOf } from '../text/site-of.ts'
import type { Feed, FeedItem } from '../types.ts'
import { hostOf, inParallel } from './in-parallel.ts'
import { saveTogether } from './save-together.ts'

/** Feeds whose answers share one commit. */
const together = 32

/** Ask every feed that is due and keep what it says. With `everyFeed` also those that are not due. */
export async function collectAll(road: Road, { everyFeed }: { everyFeed: boolean }): Promise<StageCount> {
  const count = { done: 0, failed: 0 }
  const due = road.feeds.filter((feed) => everyFeed || isDue(feedState(road.store, feed.id), road.now()))
  const saving = saveTogether(road.store, together)
  try {
    await inParallel(due, { width: road.width, stop: road.stop, queue: ({ url }) => hostOf(url) }, async (feed) => {
      const collected = await collectFeed(feed, feedState(road.store, feed.id), road)
      saving.add(() => keep(road, feed, collected))
      tell(road, feed, collected)
      if (collected.outcome === 'failed' || collected.outcome === 'gone') count.failed++
      road.report.step('collect', ++count.done, due.length)
    })
  } finally {
    saving.finish()
  }
  return count
}

function keep({ store, now }: Road, feed: Feed, { parsed, state }: Collected): void {
  if (parsed) {
    const items = parsed.items.map((item) => ({ ...item, language: item.language ?? parsed.feed.language }))
    const settled = settle(store, feed.sourceId, items)
    saveFeedSite(store, feedName(feed.url), parsed.feed.url && siteOf(parsed.feed.url))
    saveItems(store, feed.sourceId, { items: settled, seenAt: now(), feed: feedName(feed.url) })
  }
  saveFeedState(store, state)
}

/** The items under the keys of the press; all of them are looked at only where one is new or changed. */
function settle(store: Store, sourceId: string, items: FeedItem[]): FeedItem[] {
  if (unchangedItems(store, sourceId, items).size === items.length) return items
  const settled = settleKeys(items, namedItems(store, sourceId, items.flatMap(namesOf)))
  for (const [at, item] of items.entries()) {
    const key = settled[at]?.key ?? item.key
    nameItem(store, sourceId, { key, names: [...namesOf(item), key] })
  }
  return settled
}

function tell({ report }: Road, feed: Feed, { outcome, message }: Collected): void {
  // That its host asked for a pause was told with the answer that said so.
  if (message === null || outcome === 'waiting') return
  const what = outcome === 'failed' || outcome === 'gone' ? 'feed not collected' : 'feed moved'
  report.warn(what, { feed: redactUrl(feed.url), message })
}
