import { movesBelieved } from '../collect/collect.ts'
import { sha256 } from '../store/hash.ts'
import { feedState, movedFeeds, readFailedAgain, saveFeedState } from '../store/items.ts'
import {
  countArticles,
  countUnplaced,
  knownFeeds,
  knownSources,
  moveItems,
  saveFeedSource,
  saveSource,
} from '../store/sources.ts'
import type { Store } from '../store/store.ts'
import { feedName } from '../text/feed-name.ts'
import { showFeed } from '../text/feed-secrets.ts'
import type { Feed, Instant, Source } from '../types.ts'
import { matchSources, type Configured, type Matched } from './match-sources.ts'

/** The sources and feeds of the configuration under the ids of the press, and what an editor should know of it. */
export type Settled = { sources: Source[]; feeds: Feed[]; notes: string[] }

/** Which sources of the configuration are which of the press; nothing is written. */
export function findSources(store: Store, configured: Configured): Settled {
  const { sources, feeds } = match(store, configured)
  return { sources, feeds, notes: [] }
}

/** The same, and what moved moves along with its articles, in one transaction. */
export function settleSources(store: Store, configured: Configured, now: Instant): Settled {
  const matched = match(store, configured)
  const { sources, feeds } = matched
  return store.transaction(() => {
    const notes = [...noteGone(store, matched, now), ...move(store, matched)]
    for (const { id, name } of sources) saveSource(store, { id, name, goneAt: null })
    for (const feed of feeds) if (noteSettings(store, feed, configured)) askNow(store, feed)
    return { sources, feeds, notes }
  })
}

/** Whether a feed stands under other settings now than when it was asked last. */
function noteSettings(store: Store, { url, sourceId }: Feed, { settings }: Configured): boolean {
  const hash = sha256(JSON.stringify(settings ?? null))
  return saveFeedSource(store, { name: feedName(url), sourceId, settings: hash })
}

/** What failed under the settings of before is due now, not when its back-off ends. */
function askNow(store: Store, { id, sourceId }: Feed): void {
  const state = feedState(store, id)
  if (state.failures > 0) saveFeedState(store, { ...state, nextDueAt: null })
  readFailedAgain(store, sourceId)
}

function match(store: Store, configured: Configured): Matched {
  const feeds = knownFeeds(store)
  // A feed that moved for good is known under its new address too: the editor was told to write that one down.
  for (const { feedId, url } of movedFeeds(store, movesBelieved)) {
    const sourceId = feeds.get(feedName(feedId))
    if (sourceId !== undefined && !feeds.has(feedName(url))) feeds.set(feedName(url), sourceId)
  }
  return matchSources(configured, { names: new Map(knownSources(store).map(({ id, name }) => [id, name])), feeds })
}

function move(store: Store, { moves, sources }: Matched): string[] {
  return moves.flatMap(({ feed, from, to, whole }) => {
    const count = moveItems(store, { from, to }, whole ? null : feedName(feed.url))
    const left = whole ? 0 : countUnplaced(store, from)
    const name = sources.find(({ id }) => id === to)?.name
    const told = `feed "${showFeed(feed.url)}" belongs to "${name}" now: ${countOf(count)} went along`
    const undecided = `; ${left} items of source "${from}" stay there: they are older than the note of which feed brought them`
    return [left > 0 ? told + undecided : told]
  })
}

/** Said once, when a source is missed for the first time. */
function noteGone(store: Store, { gone, fresh }: Matched, now: Instant): string[] {
  return knownSources(store).flatMap((known) => {
    if (!gone.includes(known.id) || known.goneAt !== null) return []
    saveSource(store, { ...known, goneAt: now })
    const count = countArticles(store, known.id)
    if (count === 0) return []
    const left = `source "${known.name}" is not in the configuration any more: its ${countOf(count)} will not be on the site (nothing of the press is deleted)`
    const doubt = `; if it is "${fresh.map(({ name }) => name).join('" or "')}" under another name and feed, write "id: ${known.id}" below that name and run again`
    return [fresh.length === 0 ? left : left + doubt]
  })
}

function countOf(articles: number): string {
  return articles === 1 ? '1 article' : `${articles} articles`
}
