import { FetchError } from '../errors.ts'
import { makeCard } from '../review/card/make-card.ts'
import { promptVersion } from '../review/prompt.ts'
import { reviewArticle } from '../review/review.ts'
import { cardOf, saveReview } from '../store/articles.ts'
import { commitSoon } from '../store/commit-soon.ts'
import { articlesWithoutReview, clearReviewState, saveReviewState } from '../store/model-calls.ts'
import type { Article } from '../types.ts'
import { withFeedWords } from './opt-outs.ts'
import { openPurse, type Purse } from './purse.ts'
import { remembering, tokensIn, type UnderWay } from './remember-review.ts'
import { warmUp } from './warm-up.ts'
import type { Road } from './road.ts'
import type { Reviewer } from './reviewer.ts'

/** `held`: looked at, but no review is shown; `waiting`: for tomorrow's money. */
export type ReviewCount = { done: number; held: number; waiting: number; failed: number }

// An endpoint that failed for so many articles one after the other, each asked four times, is down: the rest is for the next run.
const mostFailures = 5

// A question carries the article and about 1,200 tokens of prefix; an answer about 1,500 tokens.
const prefixTokens = 1200
const answerTokens = 1500

// Two questions: the second is asked when a sentence of the first answer fails.
function likelyTokens({ passages }: Article): { input: number; output: number } {
  const text = passages.map((passage) => passage.text).join('\n')
  return { input: 2 * (prefixTokens + tokensIn(text)), output: 2 * answerTokens }
}

/** Review every article that has no review by this model: newest day first, shortest first, as far as the budget goes. */
export async function reviewAll(road: Road, reviewer: Reviewer): Promise<ReviewCount> {
  const count: ReviewCount = { done: 0, held: 0, waiting: 0, failed: 0 }
  const lacking = articlesWithoutReview(road.store, { model: reviewer.model, language: road.readerLanguage })
  const waiting = withFeedWords(road, lacking)
  const work: Work = { road, reviewer, purse: openPurse(road, reviewer), count, underWay: new Map(), failuresInARow: 0 }
  await warmUp(waiting, { ...reviewer, readerLanguage: road.readerLanguage })
  let next = 0
  let refused = false
  const lane = async (): Promise<void> => {
    while (next < waiting.length && !refused && !road.stop?.aborted) {
      const article = waiting[next++]
      if (!article) continue
      if ((await reviewOne(article, work)) === 'refused') refused = true
      road.report.step('review', next, waiting.length)
    }
  }
  const lanes = (): Promise<void>[] => Array.from({ length: Math.min(reviewer.parallel, waiting.length) }, lane)
  await commitSoon(road.store, () => Promise.all(lanes()))
  return count
}

type Work = {
  road: Road
  reviewer: Reviewer
  purse: Purse
  count: ReviewCount
  underWay: UnderWay
  failuresInARow: number
}

/** `refused` when asking on makes no sense, as without a valid key or of an endpoint that is down. */
async function reviewOne(article: Article, work: Work): Promise<'went on' | 'refused'> {
  const { road, reviewer, purse, count, underWay } = work
  const { store } = road
  const { model } = reviewer
  const reserved = purse.reserve(article.id, likelyTokens(article))
  if (reserved === null) {
    const message = 'the budget of the day or of the article is spent'
    store.transaction(() =>
      saveReviewState(store, article, { model, state: 'waiting-for-budget', message, at: road.now() }),
    )
    count.waiting++
    return 'went on'
  }
  try {
    const review = await reviewArticle(article, {
      ask: remembering(article, { road, reviewer, underWay, version: promptVersion }),
      checks: reviewer.checks,
      card: cardOf(store, article, road.readerLanguage) ?? makeCard(article, road.readerLanguage),
      model,
      readerLanguage: road.readerLanguage,
      terms: reviewer.terms,
      now: road.now,
    })
    store.transaction(() => {
      saveReview(store, review)
      clearReviewState(store, article, model)
    })
    if (review.leftOut)
      road.report.warn('passages that speak to software left out', { article: article.id, passages: review.leftOut })
    work.failuresInARow = 0
    if (review.heldBecause === null) count.done++
    else count.held++
    return 'went on'
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    count.failed++
    const at = road.now()
    store.transaction(() => saveReviewState(store, article, { model, state: 'failed', message: error.message, at }))
    road.report.warn('article not reviewed', { article: article.id, message: error.message })
    work.failuresInARow++
    return error.retryable && work.failuresInARow < mostFailures ? 'went on' : 'refused'
  } finally {
    reserved.giveBack()
  }
}
