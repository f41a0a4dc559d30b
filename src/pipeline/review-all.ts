import { FetchError } from '../errors.ts'
import type { Ask } from '../llm/ask.ts'
import { makeCard } from '../review/card/make-card.ts'
import { promptVersion } from '../review/prompt.ts'
import type { Checks } from '../review/prove.ts'
import { reviewArticle } from '../review/review.ts'
import { cardOf, saveReview } from '../store/articles.ts'
import { sha256 } from '../store/hash.ts'
import {
  answeredCall,
  articlesWithoutReview,
  clearReviewState,
  saveModelCall,
  saveReviewState,
  spentOn,
} from '../store/model-calls.ts'
import type { Article, Term } from '../types.ts'
import type { Road } from '../pipeline.ts'

/** A model with what it may cost; `app.ts` builds it. */
export type Reviewer = {
  ask: Ask
  /** As the configuration names it. */
  model: string
  checks: Checks
  /** The site's own terms. */
  terms: Term[]
  /** Price of a million tokens, in the currency of the bill. */
  price: { input: number; output: number }
  /** Most that may be spent on one UTC day and on one article; `null`: no limit. */
  budget: { perDay: number | null; perArticle: number | null }
  /** Articles under way at one time. */
  parallel: number
}

/** `held`: looked at, but no review is shown; `waiting`: for tomorrow's money. */
export type ReviewCount = { done: number; held: number; waiting: number; failed: number }

// A question carries the article and about 1,200 tokens of prefix; an answer about 1,500 tokens.
const prefixTokens = 1200
const answerTokens = 1500

/** Review every article that has no review by this model: newest day first, shortest first, as far as the budget goes. */
export async function reviewAll(road: Road, reviewer: Reviewer): Promise<ReviewCount> {
  const count: ReviewCount = { done: 0, held: 0, waiting: 0, failed: 0 }
  const waiting = articlesWithoutReview(road.store, reviewer.model)
  const purse = openPurse(road, reviewer)
  let next = 0
  let refused = false
  const lane = async (): Promise<void> => {
    while (next < waiting.length && !refused) {
      const article = waiting[next++]
      if (!article) continue
      refused = (await reviewOne(article, { road, reviewer, purse, count })) === 'refused'
      road.report.step('review', next, waiting.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(reviewer.parallel, waiting.length) }, lane))
  return count
}

type Work = { road: Road; reviewer: Reviewer; purse: ReturnType<typeof openPurse>; count: ReviewCount }

/** `refused` when asking on makes no sense, as without a valid key. */
async function reviewOne(article: Article, { road, reviewer, purse, count }: Work): Promise<'went on' | 'refused'> {
  const { store } = road
  const { model } = reviewer
  const reserved = purse.reserve(article)
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
      ask: remembering(article, { road, reviewer }),
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
    if (review.heldBecause === null) count.done++
    else count.held++
    return 'went on'
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    count.failed++
    const at = road.now()
    store.transaction(() => saveReviewState(store, article, { model, state: 'failed', message: error.message, at }))
    road.report.warn('article not reviewed', { article: article.id, message: error.message })
    return error.retryable ? 'went on' : 'refused'
  } finally {
    reserved.giveBack()
  }
}

/** Answers from the ledger where the very question was answered; else asks, and keeps the answer before it is used. */
function remembering(article: Article, { road, reviewer }: Pick<Work, 'road' | 'reviewer'>): Ask {
  return async (question) => {
    const hash = sha256([reviewer.model, question.prefix, question.material].join('\n\0'))
    const known = reviewer.model === 'replay' ? null : answeredCall(road.store, hash)
    if (known) {
      const { model, reply, inputTokens, outputTokens, complete } = known
      return { model, text: reply, inputTokens, outputTokens, complete }
    }
    const answer = await reviewer.ask(question)
    if (reviewer.model === 'replay') return answer
    saveModelCall(road.store, {
      hash,
      articleId: article.id,
      revision: article.revision,
      sourceId: article.sourceId,
      model: answer.model,
      promptVersion,
      askedAt: road.now(),
      inputTokens: answer.inputTokens,
      outputTokens: answer.outputTokens,
      price: priceOf(reviewer, {
        input: answer.inputTokens ?? tokensIn(question.prefix + question.material),
        output: answer.outputTokens ?? tokensIn(answer.text),
      }),
      complete: answer.complete,
      reply: answer.text,
    })
    return answer
  }
}

function priceOf({ price }: Reviewer, tokens: { input: number; output: number }): number {
  return (tokens.input * price.input + tokens.output * price.output) / 1_000_000
}

/** An estimate for endpoints that do not count: one token for a Han, kana or Hangul sign, one for four others. */
function tokensIn(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return wide + Math.ceil((text.length - wide) / 4)
}

/** The day's money: what is under way counts as spent, so that lanes cannot spend the same coin. */
function openPurse(road: Road, reviewer: Reviewer) {
  let underWay = 0
  const { perDay, perArticle } = reviewer.budget
  return {
    reserve(article: Article): { giveBack(): void } | null {
      const text = article.passages.map((passage) => passage.text).join('\n')
      // Two questions: the second is asked when a sentence of the first answer fails.
      const likely = 2 * priceOf(reviewer, { input: prefixTokens + tokensIn(text), output: answerTokens })
      const spent = spentOn(road.store, road.now().slice(0, 10))
      if (perDay !== null && spent + underWay + likely > perDay) return null
      if (perArticle !== null && spentOn(road.store, '', article.id) + likely > perArticle) return null
      underWay += likely
      return { giveBack: () => void (underWay -= likely) }
    },
  }
}
