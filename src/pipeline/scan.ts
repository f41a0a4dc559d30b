import { join } from 'node:path'
import { mostShown } from '../publish/rights.ts'
import { scanSite, type Guarded, type Leak } from '../publish/scan-site.ts'
import { newestArticles, textsOfArticle } from '../store/articles.ts'
import { withdrawnIds } from '../store/publishing.ts'
import { withFeedSites } from './feed-sites.ts'
import type { Road } from './road.ts'

/** Read every file of the site for text that should not stand there: of all articles, or of the one that is named. */
export function scanAll(
  road: Road,
  { folder, id }: { folder: string; id?: string },
): { articles: number; leaks: Leak[] } {
  let articles = 0
  const counted = function* (): Generator<Guarded> {
    for (const one of guardedTexts(road, id)) {
      articles++
      yield one
    }
  }
  const leaks = scanSite(join(folder, 'site'), counted())
  return { articles, leaks }
}

/** Texts of which not all may be shown, with every revision they ever had. */
function* guardedTexts(road: Road, wanted: string | undefined): Generator<Guarded> {
  const { store, now } = road
  const sources = withFeedSites(road)
  const withdrawn = withdrawnIds(store)
  const at = now()
  for (const article of newestArticles(store)) {
    const { id } = article
    if (wanted !== undefined && id !== wanted) continue
    const source = sources.find((one) => one.id === article.sourceId)
    const most = withdrawn.has(id) || !source ? 0 : mostShown(article, source, at)
    if (most === null) continue
    const { headlines, texts } = textsOfArticle(store, id)
    const nothing = withdrawn.has(id) || !source || source.rights === 'private'
    yield { id, texts: nothing ? [...headlines, ...texts] : texts, most }
  }
}
