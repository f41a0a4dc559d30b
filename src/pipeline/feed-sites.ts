import { feedSites } from '../store/sources.ts'
import type { Source } from '../types.ts'
import type { Road } from './road.ts'

/** The sources with the sites that their feeds call their own, where the editor named no front page. */
export function withFeedSites({ store, sources }: Road): Source[] {
  const said = Map.groupBy(feedSites(store), ({ sourceId }) => sourceId)
  return sources.map((source) => {
    if (source.sites === undefined || source.homepage !== null) return source
    const told = said.get(source.id)?.map(({ site }) => site) ?? []
    return { ...source, sites: [...new Set([...source.sites, ...told])] }
  })
}
