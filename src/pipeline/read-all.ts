import { explainDiskFault } from '../errors.ts'
import type { Get } from '../net/get.ts'
import type { Road, StageCount } from '../pipeline.ts'
import type { OutletLines } from '../read/outlet-lines.ts'
import { readItem } from '../read/read.ts'
import { saveFollow } from '../store/follow.ts'
import { markRead, unreadItems, type StoredItem } from '../store/items.ts'
import { loadOutletLines } from '../store/outlet-lines.ts'
import { savePage } from '../store/pages.ts'
import { redactUrl } from '../text/redact-url.ts'
import { beginFollow } from './follow-schedule.ts'
import { inParallel } from './in-parallel.ts'
import { observe } from './monitor.ts'
import { baselineOf, revise } from './revise.ts'

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
  const { get, marks } = rememberMarks(road.get)
  const reading = await readItem(stored.item, { get, now: road.now, outlet })
  if (reading.page) savePage(road.store, reading.page)
  const baseline = baselineOf(road, stored, reading)
  road.store.transaction(() => {
    const { kind, article } = revise(road, stored, { ...reading, baseline })
    if (kind === 'first') observe(road, stored, reading)
    // A page that failed leaves what is known of it: the next look goes by the marks of the last good answer.
    if (article && reading.page) saveFollow(road.store, beginFollow(article, { marks: marks(), now: road.now() }))
    markRead(road.store, stored, { articleId: article?.id ?? '', failure: reading.failure })
  })
  return reading.failure
}

type Marks = { etag: string | null; lastModified: string | null }

/** A `get` that keeps the marks of the last answer, to be given back when the page is looked at again. */
function rememberMarks(get: Get): { get: Get; marks: () => Marks } {
  let last: Marks = { etag: null, lastModified: null }
  return {
    marks: () => last,
    get: async (url, options) => {
      const got = await get(url, options)
      last = { etag: got.headers['etag'] ?? null, lastModified: got.headers['last-modified'] ?? null }
      return got
    },
  }
}
