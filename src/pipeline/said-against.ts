import { lastOptOuts } from '../store/for-models.ts'
import { feedState } from '../store/items.ts'
import type { Source } from '../types.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { Road } from './road.ts'

/**
 * Of how many articles robots.txt forbids the page to us, and of how many something else is said against machines; `words`: what,
 * each once, in the outlet's own.
 */
export type SaidAgainst = { forbidden: number; refused: number; words: string[] }

/** Sum up what is said against machines of some articles, a list of words for each. */
export function sumSaidAgainst(said: string[][]): SaidAgainst {
  const others = said.map((words) => words.filter((one) => !/^robots\.txt: (?:forbids|cannot)/u.test(one)))
  return {
    forbidden: said.filter((words) => words.some((one) => one.startsWith('robots.txt: forbids'))).length,
    refused: others.filter((words) => words.length > 0).length,
    words: [...new Set(others.flat())],
  }
}

const lookedAt = 20

/** Sources that keep their pages from us, or say no to machines: their editor may wonder why no model reads them. */
export function saidAgainst(road: Road): Diagnosis[] {
  return road.sources.flatMap((source) => {
    const said = saidOf(road, source)
    const { forbidden, refused, words } = sumSaidAgainst(said)
    const facts = { source: source.id, kind: 'opt-out', advice: true }
    const found: Diagnosis[] = []
    if (forbidden > 0)
      found.push({
        what: `The robots.txt of "${source.name}" keeps ${shareOf(forbidden, said)} from us: the text of the feed is all there is, and no model reads it`,
        remedy: 'nothing here; the outlet can let Waikan in, or has another feed with whole texts',
        ...facts,
      })
    if (refused > 0)
      found.push({
        what: `"${source.name}" says no to machines with ${shareOf(refused, said)} (${words.slice(0, mostTold).join('; ')}): no model reads them`,
        remedy: 'nothing here; their reading cards are made all the same, and the outlet alone can allow more',
        ...facts,
      })
    return found
  })
}

const mostTold = 3

/** What is said of the latest articles; a word of a feed stands for all that its source brings. */
function saidOf({ store, feeds }: Road, { id }: Source): string[][] {
  const ofFeeds = feeds
    .filter(({ sourceId }) => sourceId === id)
    .flatMap((feed) => feedState(store, feed.id).optOut ?? [])
  return lastOptOuts(store, id, lookedAt).map((words) => [...words, ...ofFeeds])
}

function shareOf(some: number, { length }: string[][]): string {
  return length === 1 ? 'its only article' : `${some} of its last ${length} articles`
}
