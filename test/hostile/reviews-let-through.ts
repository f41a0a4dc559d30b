import { newestArticles, saveReview } from '../../src/store/articles.ts'
import { saveParallel } from '../../src/store/parallel.ts'
import { openStore } from '../../src/store/store.ts'
import type { Article, Claim, ParallelText, Review } from '../../src/types.ts'

type Pick = (field: string) => string
const about = { model: 'scripted', language: 'zh-Hans', promptVersion: 'as if every check let it through' } as const

function reviewOf(article: Article, pick: Pick): Review {
  const passage = article.passages[0] ?? { id: 'p1', text: '' }
  const evidence = [{ passage: passage.id, quote: passage.text.slice(0, 20), start: 0, end: 20 }]
  const finding = { check: pick('check'), tier: 'advice' as const, message: pick('finding') }
  const parts: Claim['part'][] = ['headline', 'lede', 'summary', 'summary', 'commentary']
  const claims = parts.map((part, at): Claim => ({
    id: `c${at + 1}`,
    part,
    kind: at === 3 ? 'attribution' : 'fact',
    text: `港口${pick(`claim ${at}`)}`,
    speaker: pick('speaker'),
    evidence,
    state: 'advised',
    findings: [finding],
    repairs: [pick('repair')],
  }))
  return {
    ...about,
    articleId: article.id,
    revision: article.revision,
    reviewedAt: article.readAt,
    claims,
    terms: [
      { original: 'bridge', reader: pick('term') },
      { original: pick('original'), reader: '渡船' },
    ],
    framing: [
      { kind: 'loaded-word', evidence: evidence[0] ?? never(), neutral: pick('neutral') },
      { kind: 'paraphrased-only', name: pick('name'), evidence: evidence[0] ?? never() },
    ],
    heldBecause: null,
  }
}

function never(): never {
  throw new Error('Cannot cite: an article has no passage')
}

function translationOf(article: Article, pick: Pick): ParallelText {
  const ids = ['headline', 'standfirst', ...article.passages.map(({ id }) => id)]
  return {
    ...about,
    articleId: article.id,
    revision: article.revision,
    translatedAt: article.readAt,
    passages: ids.map((id) => ({ id, text: `译文${pick(`translation ${id}`)}`, findings: [] })),
  }
}

/** Put a review and a translation made of vectors beside each article of a press, past all checks. */
export function letThrough(press: string, pickFor: (number: number) => Pick): void {
  const store = openStore(press)
  for (const [number, article] of [...newestArticles(store)].entries()) {
    const pick = pickFor(number)
    saveReview(store, reviewOf(article, pick))
    saveParallel(store, translationOf(article, pick))
  }
  store.close()
}
