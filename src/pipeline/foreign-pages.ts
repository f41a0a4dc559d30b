import { foreignSite } from '../publish/foreign-site.ts'
import { lastArticles } from '../store/articles.ts'
import { withFeedSites } from './feed-sites.ts'
import type { Road } from './road.ts'
import type { Diagnosis } from './diagnosis.ts'

const lookedAt = 50
const fewest = 3

/** Sources whose whole texts may be shown, but most of whose pages stand on somebody else's site, or seem to. */
export function foreignPages(road: Road): Diagnosis[] {
  return withFeedSites(road).flatMap((source) => {
    if (source.rights !== 'full') return []
    const articles = lastArticles(road.store, source.id, lookedAt)
    const sites = articles.flatMap((article) => foreignSite(article, source) ?? [])
    const [site, those] = [...Map.groupBy(sites, (one) => one)].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? []
    if (site === undefined || articles.length < fewest || (those?.length ?? 0) * 2 <= articles.length) return []
    const what = `Of the last ${articles.length} articles of "${source.name}" ${those?.length} stand on "${site}", not on a site of the source: only excerpts of them are shown`
    const remedy = `where that is a site of the outlet, write "sites: [${site}]" below the source in waikan.yaml`
    return [{ what, remedy, source: source.id, kind: 'foreign' }]
  })
}
