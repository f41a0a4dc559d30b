import { feedName } from '../text/feed-name.ts'
import { slugify } from '../text/slug.ts'
import type { Feed, Source } from '../types.ts'

/**
 * The sources of the configuration. `fixed`: ids that the editor wrote down; every other is a slug of the name. `settings`:
 * what decides beside them whether a feed can be had.
 */
export type Configured = { sources: Source[]; feeds: Feed[]; fixed: Set<string>; settings?: unknown }

/** What the press knows of earlier runs: sources by id with their last name, and the source of each feed by its name. */
export type Known = { names: Map<string, string>; feeds: Map<string, string> }

/**
 * `moves`: feeds that stand under another source now. `whole`: the source before is followed no more, and all that is
 * known of it goes along.
 */
export type Matched = {
  sources: Source[]
  feeds: Feed[]
  moves: { feed: Feed; from: string; to: string; whole: boolean }[]
  /** Ids of sources that are followed no more and gave nothing to another. */
  gone: string[]
  /** Sources of which neither name nor feed was known. */
  fresh: Source[]
}

/**
 * Find out which source of the configuration is which of the press: by the id the editor wrote, by its name, then by its
 * feeds. A source that was renamed keeps its id, and with it its pages and articles.
 */
export function matchSources(configured: Configured, known: Known): Matched {
  const ids = chooseIds(configured, known)
  const sources = configured.sources.map((source) => ({ ...source, id: ids.get(source.id) ?? source.id }))
  const feeds = configured.feeds.map((feed) => ({ ...feed, sourceId: ids.get(feed.sourceId) ?? feed.sourceId }))
  const followed = new Set(sources.map(({ id }) => id))
  const moved = feeds.flatMap((feed) => {
    const from = known.feeds.get(feedName(feed.url))
    return from === undefined || from === feed.sourceId ? [] : [{ feed, from, to: feed.sourceId }]
  })
  const moves = moved.map((move) => {
    const one = moved.every(({ from, to }) => from !== move.from || to === move.to)
    return { ...move, whole: one && !followed.has(move.from) }
  })
  const given = new Set(moves.filter(({ whole }) => whole).map(({ from }) => from))
  const gone = [...known.names.keys()].filter((id) => !followed.has(id) && !given.has(id))
  const fresh = sources.filter(
    ({ id }) =>
      !known.names.has(id) && feeds.every((feed) => feed.sourceId !== id || !known.feeds.has(feedName(feed.url))),
  )
  return { sources, feeds, moves, gone, fresh }
}

/**
 * From the configuration's ids to those of the press. A name that stands over none of its feeds any more counts only where no
 * other source has taken those: two names that were changed over are two sources renamed.
 */
function chooseIds(configured: Configured, known: Known): Map<string, string> {
  const { sources, fixed } = configured
  const chosen = new Map<string, string>()
  const taken = new Set<string>()
  const byName = new Map([...known.names].map(([id, name]) => [slugify(name), id]))
  const fed = (source: Source): string[] => idsOfFeeds(source, configured, known)
  const named = (source: Source): string | undefined => byName.get(slugify(source.name))
  const isElsewhere = (source: Source, id: string): boolean =>
    sources.some((other) => other !== source && fed(other).includes(id))
  const steps: ((source: Source) => string | undefined)[] = [
    (source) => (fixed.has(source.id) ? source.id : undefined),
    (source) => fed(source).find((id) => id === named(source)),
    (source) => (isElsewhere(source, named(source) ?? '') ? undefined : named(source)),
    (source) => fed(source).find((id) => !taken.has(id)),
    named,
    (source) => freeId(source.id, { taken, known }),
  ]
  for (const step of steps) {
    for (const source of sources) {
      const id = chosen.has(source.id) ? undefined : step(source)
      if (id === undefined || taken.has(id)) continue
      chosen.set(source.id, id)
      taken.add(id)
    }
  }
  return chosen
}

/** Under which sources the feeds of a source are known. */
function idsOfFeeds({ id }: Source, { feeds }: Configured, known: Known): string[] {
  return feeds.flatMap(({ sourceId, url }) => (sourceId === id ? (known.feeds.get(feedName(url)) ?? []) : []))
}

/** A new source may bear the name that another one had once: then its id takes a number. */
function freeId(id: string, { taken, known }: { taken: Set<string>; known: Known }): string {
  const isFree = (one: string): boolean => !taken.has(one) && !known.names.has(one)
  if (isFree(id)) return id
  for (let number = 2; ; number++) if (isFree(`${id}-${number}`)) return `${id}-${number}`
}
