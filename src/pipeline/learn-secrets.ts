import { feedSecrets } from '../text/feed-secrets.ts'
import type { Feed, Source } from '../types.ts'
import type { FeedState } from '../types/feed-state.ts'

/** A server that redirects to another secret each time must not fill the memory. */
const mostLearned = 100

/** Note with the source what the addresses where its feed was answered hold for one reader: no page, log or list shows it. */
export function learnSecrets(sources: Source[], feed: Feed, { marksOf, movedTo }: FeedState): void {
  const source = sources.find(({ id }) => id === feed.sourceId)
  const found = [marksOf, movedTo?.url].flatMap((url) => (url && url !== feed.url ? feedSecrets(url) : []))
  if (!source || found.length === 0) return
  source.learned = [...new Set([...(source.learned ?? []), ...found])].slice(-mostLearned)
}
