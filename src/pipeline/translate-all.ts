import { FetchError } from '../errors.ts'
import { translationVersion } from '../review/prompt.ts'
import { isTranslatable, translateArticle } from '../review/translate.ts'
import { reviewOf } from '../store/articles.ts'
import { commitSoon } from '../store/commit-soon.ts'
import { articlesWithoutParallel, knownTranslations, saveParallel } from '../store/parallel.ts'
import type { Article } from '../types.ts'
import { withFeedWords } from './opt-outs.ts'
import { openPurse, type Purse } from './purse.ts'
import { remembering, tokensIn, type UnderWay } from './remember-review.ts'
import type { Road } from './road.ts'
import type { Reviewer } from './reviewer.ts'

/** `untranslated`: passages whose translation the checks refused; the other numbers are articles. */
export type TranslationCount = { done: number; untranslated: number; waiting: number; failed: number }

type Work = { road: Road; reviewer: Reviewer; purse: Purse; count: TranslationCount; underWay: UnderWay }

/**
 * Translate every article whose whole text may be printed and that has no translation by this model yet: newest day first,
 * shortest first, as far as the budget goes. An endpoint that does not answer ends it; the rest is for the next run.
 */
export async function translateAll(road: Road, reviewer: Reviewer): Promise<TranslationCount> {
  const count: TranslationCount = { done: 0, untranslated: 0, waiting: 0, failed: 0 }
  if (!reviewer.translate) return count
  const sourceIds = road.sources.filter(({ rights }) => rights === 'full').map(({ id }) => id)
  const printing = { model: reviewer.model, language: road.readerLanguage }
  const lacking = withFeedWords(road, articlesWithoutParallel(road.store, { ...printing, sourceIds }))
  const waiting = lacking.filter((article) => isTranslatable(article, road.readerLanguage))
  const work: Work = { road, reviewer, purse: openPurse(road, reviewer), count, underWay: new Map() }
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < waiting.length && count.failed === 0 && !road.stop?.aborted) {
      const article = waiting[next++]
      if (article) await translateOne(article, work)
      road.report.step('translate', next, waiting.length)
    }
  }
  const lanes = (): Promise<void>[] => Array.from({ length: Math.min(reviewer.parallel, waiting.length) }, lane)
  await commitSoon(road.store, () => Promise.all(lanes()))
  return count
}

async function translateOne(article: Article, { road, reviewer, purse, count, underWay }: Work): Promise<void> {
  const { store } = road
  const printing = { model: reviewer.model, language: road.readerLanguage }
  const reserved = purse.reserve(article.id, likelyTokens(article))
  if (reserved === null) {
    count.waiting++
    return
  }
  try {
    const parallel = await translateArticle(article, {
      ask: remembering(article, { road, reviewer, underWay, version: translationVersion }),
      model: reviewer.model,
      readerLanguage: road.readerLanguage,
      terms: [...reviewer.terms, ...(reviewOf(store, article, printing)?.terms ?? [])],
      now: road.now,
      known: knownTranslations(store, article, printing),
    })
    store.transaction(() => saveParallel(store, parallel))
    const refused = parallel.passages.filter(({ text }) => text === null).length
    if (refused === parallel.passages.length) return
    count.done++
    count.untranslated += refused
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    count.failed++
    road.report.warn('article not translated', { article: article.id, message: error.message })
  } finally {
    reserved.giveBack()
  }
}

const prefixTokens = 400

// A translation is about as long as its original; a second question for what fails is a quarter of that.
function likelyTokens({ passages }: Article): { input: number; output: number } {
  const tokens = tokensIn(passages.map(({ text }) => text).join('\n'))
  return { input: prefixTokens + 1.25 * tokens, output: 1.25 * tokens }
}
