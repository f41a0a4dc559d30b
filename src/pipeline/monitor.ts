import {
  findAlarms,
  usualOf,
  type Alarm,
  type Observation,
  type Usual,
  type Watched,
} from '../collect/rhythm-alarms.ts'
import { sha256 } from '../store/hash.ts'
import { feedState } from '../store/items.ts'
import type { StoredItem } from '../store/items.ts'
import { alarmsOf, arrivalsOf, readingsOf, saveAlarms, saveReading } from '../store/monitor.ts'
import type { ArticleText, Instant, Source } from '../types.ts'
import type { Road } from './road.ts'

/** What is kept of a reading: the observation, and names of its passages to find those that come again. */
type Reading = Observation & { lines: string[] }

const compared = 20
const mostLines = 60
const shortestLine = 25

/** Note what the first reading of an item showed of its source. Call it inside a transaction. */
export function observe(
  road: Road,
  stored: StoredItem,
  { article, failure }: { article: ArticleText; failure: string | null },
): void {
  const lines = article.passages
    .filter(({ text }) => text.length >= shortestLine)
    .slice(0, mostLines)
    .map(({ text }) => sha256(text).slice(0, 8))
  const before = new Set(readingsOf<Reading>(road.store, stored.sourceId, compared).flatMap((one) => one.lines))
  const at = road.now()
  const reading: Reading = {
    at,
    size: article.passages.reduce((sum, { text }) => sum + text.length, 0),
    language: article.language,
    verdict: article.completeness.verdict,
    failure,
    repeats: lines.filter((line) => before.has(line)).length,
    lines,
  }
  saveReading(road.store, { sourceId: stored.sourceId, itemKey: stored.item.key, at }, reading)
}

/** A source that is not as usual. */
export type SourceAlarm = Alarm & { source: Source }

/** Look at every source's rhythm; alarms that are new are told once, those that are over as well. Gives all that hold. */
export function monitorAll(road: Road): SourceAlarm[] {
  return road.sources.flatMap((source) => {
    const watched = watch(road, source)
    const alarms = findAlarms(watched)
    if (JSON.stringify(alarms) !== JSON.stringify(watched.active)) {
      road.store.transaction(() => saveAlarms(road.store, source.id, alarms))
      tell(road, source, { before: watched.active, now: alarms })
    }
    return alarms.map((alarm) => ({ ...alarm, source }))
  })
}

/** What is usual for each source, and what is not at present. */
export function rhythms(road: Road): { source: Source; usual: Usual; alarms: Alarm[] }[] {
  return road.sources.map((source) => {
    const watched = watch(road, source)
    return { source, usual: usualOf(watched), alarms: findAlarms(watched) }
  })
}

function tell(road: Road, source: Source, { before, now }: { before: Alarm[]; now: Alarm[] }): void {
  const has = (list: Alarm[], kind: Alarm['kind']): boolean => list.some((alarm) => alarm.kind === kind)
  for (const { kind, since, message } of now) {
    if (!has(before, kind)) road.report.warn('source not as usual', { source: source.id, kind, since, message })
  }
  for (const { kind } of before) {
    if (!has(now, kind)) road.report.warn('source as usual again', { source: source.id, kind })
  }
}

function watch(road: Road, source: Source): Watched {
  return {
    arrivals: arrivalTimes(arrivalsOf(road.store, source.id)),
    checkedAt: lastChecked(road, source),
    observations: readingsOf<Reading>(road.store, source.id),
    active: alarmsOf<Alarm>(road.store, source.id),
  }
}

/** When a feed of the source last answered: a silence is the outlet's only as long as we listened. */
function lastChecked(road: Road, source: Source): Instant | null {
  const answered = road.feeds
    .filter((feed) => feed.sourceId === source.id)
    .map((feed) => feedState(road.store, feed.id))
    .filter((state) => state.failures === 0 && state.checkedAt !== null)
  return (
    answered
      .map((state) => state.checkedAt ?? '')
      .toSorted()
      .at(-1) ?? null
  )
}

const hourMs = 3_600_000

/**
 * The feed's own date where it can be the time an item came: on a first visit, or within a week of when we saw it. Items
 * without one say nothing of the pace on a first visit, for they were all seen at one time.
 */
function arrivalTimes(list: { publishedAt: Instant | null; firstSeenAt: Instant }[]): Instant[] {
  const begun = Math.min(...list.map((one) => Date.parse(one.firstSeenAt)))
  return list.flatMap(({ publishedAt, firstSeenAt }) => {
    const seen = Date.parse(firstSeenAt)
    const published = Date.parse(publishedAt ?? '')
    const firstVisit = seen - begun < hourMs
    if (published <= seen && (firstVisit || seen - published < 7 * 24 * hourMs)) return [publishedAt ?? firstSeenAt]
    return firstVisit && Number.isNaN(published) && list.length > 1 ? [] : [firstSeenAt]
  })
}
