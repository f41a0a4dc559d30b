import type { Follow } from '../store/follow.ts'
import type { Article, ArticleText, Instant } from '../types.ts'
import type { Marks } from './ask-with-marks.ts'

const hourMs = 3_600_000

/**
 * How old an article is at each further look, in hours. Most corrections come within a day; after a week an outlet
 * that edits says so in an article of its own.
 */
export const looksAtHours = [1, 6, 24, 72, 168]

/** Two looks at a page are never closer than this, whatever the schedule says. */
const leastMs = hourMs / 2
/** Failures of one look before it is given up for the next. */
const tries = 3

/** The following of an article that was just read. An article older than the last look is not followed. */
export function beginFollow(article: Article, { marks, now }: { marks: Marks; now: Instant }): Follow {
  const blank = { articleId: article.id, failures: 0, error: null, absent: 0, gone: null }
  return { ...blank, ...marks, lookedAt: now, ...nextLook(article, now) }
}

/** The following after an answer: failures forgotten, the next look by the age of the article. */
export function afterAnswer(follow: Follow, article: Article, now: Instant): Follow {
  return { ...follow, failures: 0, error: null, lookedAt: now, ...nextLook(article, now) }
}

/** The following after a failure: tried again after 1, 2 hours or when the server said, then left for the next look. */
export function afterFailure(
  follow: Follow,
  article: Article,
  { now, error, retryAfterMs }: { now: Instant; error: string; retryAfterMs: number | null },
): Follow {
  const failures = follow.failures + 1
  if (failures >= tries) return { ...follow, failures: 0, error, ...nextLook(article, now) }
  const waitMs = Math.min(Math.max(hourMs * failures, retryAfterMs ?? 0), 24 * hourMs)
  return { ...follow, failures, error, nextAt: instant(Date.parse(now) + waitMs) }
}

/**
 * May a page be asked for because its feed tells of it in other words? Half an hour after it was seen last, later a quarter of
 * the article's age, at most a day: some feeds count comments in their descriptions, and change at each poll.
 */
export function mayLookForFeed(follow: Follow, article: Article, now: Instant): boolean {
  if (follow.lookedAt === null) return true
  const [at, seen] = [Date.parse(now), Date.parse(follow.lookedAt)]
  const pauseMs = Math.min(Math.max(leastMs, (at - Date.parse(article.firstSeenAt)) / 4), 24 * hourMs)
  // What was seen in the future was seen by a wrong clock.
  return seen > at || seen + pauseMs <= at
}

/** The first look of the schedule that is still ahead; looks that were missed are not made up for. */
function nextLook(article: Article, now: Instant): Pick<Follow, 'look' | 'nextAt'> {
  const at = Date.parse(now)
  const seen = Date.parse(article.firstSeenAt)
  const published = Date.parse(article.publishedAt ?? '')
  const born = published <= seen ? published : seen
  const look = looksAtHours.findIndex((hours) => born + hours * hourMs >= at + leastMs)
  const hours = looksAtHours[look]
  return hours === undefined
    ? { look: looksAtHours.length, nextAt: null }
    : { look, nextAt: instant(born + hours * hourMs) }
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')
}

/** Could a page of the article not be had? */
export function lacksPage({ completeness }: ArticleText): boolean {
  return completeness.signs.some(({ code }) => code === 'page-missing')
}
