import { makeCard } from '../review/card/make-card.ts'
import { proveSentences, proveTogether, type Proving } from '../review/prove.ts'
import { reviewArticle } from '../review/review.ts'
import type { Article } from '../types.ts'

/** A sentence with a day, a figure, a speaker, a quotation, a doubt and a denial, so that every check has its tables. */
const sentences = {
  zh: '周一，有3名官员在巴黎说：“25%的人可能不会来。”',
  en: 'On Monday 3 officials in Paris said: “25 percent of them may not come.”',
}
/** An engine compiles a pattern for good at its second use. */
const rounds = 2

/**
 * Load the tables of the checks for every language among the articles: a quarter of a second each, spent before any
 * answer that was paid for can wait for it.
 */
export async function warmUp(articles: Article[], proving: Proving): Promise<void> {
  const first = new Map(articles.toReversed().map((article) => [article.language ?? 'en', article]))
  const text = sentences[proving.readerLanguage.startsWith('zh') ? 'zh' : 'en']
  for (const article of first.values()) {
    const evidence = article.passages.slice(0, 1).map(({ id, text: quote }) => ({ passage: id, quote }))
    for (let round = 0; round < rounds; round++) {
      const sentence = { text, kind: 'fact' as const, evidence }
      const { claims } = await proveSentences(
        [
          ['summary', sentence],
          ['commentary', sentence],
        ],
        article,
        proving,
      )
      proveTogether(claims, article, proving.checks)
    }
    await rehearse(article, text, proving)
  }
}

/** The road of an answer from its text to a review, with an answer of our own: nothing is asked, kept or shown. */
async function rehearse(article: Article, text: string, { checks, terms, readerLanguage }: Proving): Promise<void> {
  const cited = {
    kind: 'fact',
    evidence: article.passages.slice(0, 1).map(({ id, text: quote }) => ({ passage: id, quote })),
  }
  const said = { text, ...cited }
  const reply = {
    headline: said,
    lede: said,
    summary: [said, said],
    commentary: [],
    last: article.passages.at(-1)?.id ?? '',
  }
  const answer = { model: 'none', text: JSON.stringify(reply), inputTokens: 0, outputTokens: 0, complete: true }
  await reviewArticle(article, {
    ask: async () => answer,
    checks,
    card: makeCard(article, readerLanguage),
    model: 'none',
    readerLanguage,
    terms,
    now: () => article.readAt,
  })
}
