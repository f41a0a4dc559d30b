import type { Instant, Source } from '../../types.ts'
import type { Shelf } from '../shelf.ts'
import { searchRowOf } from './served.ts'

/** How many articles are entered in one transaction. */
const atOnce = 256

/**
 * Enter everything that is public in the index of a served site; see ADR 145. A run that was killed meanwhile begins
 * again, as the index is said to be ready at its end.
 */
export function fillServed({ shelf, now }: { shelf: Shelf; now: Instant }): void {
  const sources = new Map(shelf.sources().map((source) => [source.id, source]))
  const length = shelf.lengthOf('')
  shelf.transaction(() => shelf.clearSearch())
  for (let from = 0; from < length; from += atOnce)
    shelf.transaction(() => enter(shelf.members('', from, from + atOnce), { shelf, sources, now }))
  shelf.transaction(() => shelf.setNote('search', 'ready'))
}

type Entering = { shelf: Shelf; sources: Map<string, Source>; now: Instant }

function enter(members: ReturnType<Shelf['members']>, { shelf, sources, now }: Entering): void {
  for (const { position, entry } of members) {
    const publication = shelf.publication(entry.id)
    const source = sources.get(entry.sourceId)
    if (publication && source) shelf.saveSearch(position, searchRowOf(publication, source, { entry, now }))
  }
}
