import { createHash } from 'node:crypto'
import { followOf, saveFollow } from '../store/follow.ts'
import { succeedItem } from '../store/item-names.ts'
import type { StoredItem } from '../store/items.ts'
import type { Article } from '../types.ts'
import type { Road } from './road.ts'

/**
 * The outlet tells another story under the guid and address of one that we have: that one stays as it was read, its page is
 * gone from its address, and what the feed says is of a new item, whose first reading this is. Call it inside a transaction.
 */
export function succeed(road: Road, stored: StoredItem, known: Article): StoredItem {
  const now = road.now()
  const hash = createHash('sha256').update(`${stored.item.title}\n${now}`).digest('hex')
  const { headline, authors, publishedAt, modifiedAt, language } = known
  const told = { title: headline, rawTitle: headline, authors, publishedAt, updatedAt: modifiedAt, language }
  const before = { ...stored.item, ...told, summary: null, content: null, enclosures: [] }
  const follow = followOf(road.store, known.id)
  if (follow) saveFollow(road.store, { ...follow, nextAt: null, gone: follow.gone ?? { at: now, status: null } })
  road.report.warn('another story under one address', { article: known.id, headline: stored.item.title })
  return succeedItem(road.store, stored, { key: `${stored.item.key} sha256:${hash}`, at: now, before })
}
