import type { AlarmKind } from '../collect/rhythm-alarms.ts'
import { movesBelieved } from '../collect/collect.ts'
import { feedState } from '../store/items.ts'
import { feedSecrets, hideSecrets, showFeed } from '../text/feed-secrets.ts'
import type { FeedState } from '../types/feed-state.ts'
import type { Feed } from '../types.ts'
import { foreignPages } from './foreign-pages.ts'
import { monitorAll } from './monitor.ts'
import type { Road } from './road.ts'
import { saidAgainst } from './said-against.ts'
import type { Diagnosis } from './diagnosis.ts'

/** Look at every feed's state and every source's rhythm: which fail, are gone or moved, which are not as usual. */
export function examine(road: Road): Diagnosis[] {
  const alarms = monitorAll(road).map(({ source, kind, message }) => ({
    what: `"${source.name}" is not as usual: ${message}`,
    remedy: remedies[kind],
    source: source.id,
    kind,
  }))
  return [
    ...examineBeginning(road),
    ...road.feeds.flatMap((feed) => examineFeed(road, feed)),
    ...foreignPages(road),
    ...saidAgainst(road),
    ...alarms,
  ]
}

/** A press that was only set up is in order; its editor may wonder all the same why there is nothing to read. */
function examineBeginning({ store, feeds }: Road): Diagnosis[] {
  if (feeds.length === 0 || feeds.some(({ id }) => feedState(store, id).checkedAt !== null)) return []
  const what = feeds.length === 1 ? 'The feed was not asked yet' : `None of the ${feeds.length} feeds was asked yet`
  return [{ what, remedy: 'waikan run, or waikan start', kind: 'new', advice: true }]
}

const remedies: Record<AlarmKind, string> = {
  silent: 'open its home page: if it publishes, its feed stands elsewhere; find it with: waikan sources add ADDRESS',
  short:
    'compare a page with what is kept of it (waikan extract ADDRESS --explain); the outlet may show less, or build its pages anew',
  residue: 'look at what repeats (waikan extract ADDRESS --explain) and report the page',
  unreadable: 'open a page in a browser; where the outlet turns programs away, ask it or take the source out',
  language: 'its feed may be another edition now: set the feed of the language you follow',
  wall: 'its articles may cost money now: what can be read stays a teaser; nothing is passed around a wall',
}

function examineFeed(road: Road, { id, url, sourceId }: Feed): Diagnosis[] {
  const state = feedState(road.store, id)
  const secrets = [url, state.movedTo?.url ?? url].flatMap(feedSecrets)
  const feed = showFeed(url)
  const found: Diagnosis[] = []
  if (state.status === 'gone') {
    const what = `Feed "${feed}" is gone: its server answered 410, it is not asked again`
    return [
      {
        what,
        remedy:
          'find its new address, or take the source out of waikan.yaml; when it is back: waikan run collect --all-feeds',
        source: sourceId,
        kind: 'gone',
      },
    ]
  }
  if (state.movedTo !== null && state.movedTo.times >= movesBelieved && state.movedTo.url !== url) {
    const what = `Feed "${feed}" moved for good to "${showFeed(state.movedTo.url)}" and is asked there`
    found.push({ what, remedy: 'write that address into waikan.yaml', source: sourceId, kind: 'moved' })
  }
  if (state.failures > 0) {
    const what = `Feed "${feed}" failed ${state.failures === 1 ? 'once' : `${state.failures} times in a row`}: ${hideSecrets(state.error ?? '', secrets)}`
    const remedy = remedyFor(state)
    found.push({ what, remedy, source: sourceId, kind: 'failing' })
  }
  return found
}

function remedyFor({ error, nextDueAt }: FeedState): string {
  const again = 'waikan run collect --all-feeds'
  if (/is not public, expected/u.test(error ?? '')) return `name the host in net.allow of waikan.yaml, then: ${again}`
  if (/is not public/u.test(error ?? ''))
    return `a redirect leads into your network: where the feed stands there by your wish, write that address into waikan.yaml, then: ${again}`
  return `open the address in a browser; it is asked again at ${nextDueAt}, or now by: ${again}`
}
