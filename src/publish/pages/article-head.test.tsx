import { expect, test } from 'vitest'
import type { ParallelText, Review, Source } from '../../types.ts'
import type { Entry } from '../shelf.ts'
import { ArticleHead } from './article-head.tsx'

const entry: Entry = {
  id: 'a1',
  slug: 'ferry',
  sourceId: 'courier',
  original: 'https://courier.example/ferry',
  headline: 'Ferry </script><b>back</b>',
  blurb: null,
  blurbBy: null,
  ownHeadline: null,
  authors: ['Ada Vale'],
  edition: null,
  language: 'en',
  publishedAt: '2026-11-20T08:00:00Z',
  sortedAt: '2026-11-20T08:00:00Z',
  changedAt: '2026-11-21T08:00:00Z',
  verdict: 'whole',
  revision: 1,
  minutes: 1,
  words: 200,
  characters: 0,
  photo: null,
  reviewed: true,
  week: '2026-W47',
  month: '2026-11',
  topics: [],
}
const source: Source = {
  id: 'courier',
  name: 'The Courier',
  homepage: null,
  language: 'en',
  rights: 'full',
  expiresAfterDays: null,
  images: false,
}
const review: Review = {
  articleId: 'a1',
  revision: 1,
  language: 'zh-Hans',
  model: 'ollama:example',
  promptVersion: 'review-2',
  reviewedAt: '2026-11-21T09:00:00Z',
  claims: [
    {
      id: 'h',
      part: 'headline',
      kind: 'fact',
      text: '渡轮复航',
      speaker: null,
      evidence: [],
      state: 'verified',
      findings: [],
    },
  ],
  terms: [],
  framing: [],
  heldBecause: null,
}
const site = { title: '外刊', tagline: '', url: 'https://press.example/x', language: 'zh-Hans' as const }

const headOf = (given: Review | null, parallel: ParallelText | null = null): string =>
  String(<ArticleHead entry={entry} source={source} foreign={null} site={site} review={given} parallel={parallel} />)
const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/u.exec(html)?.[1] ?? '') as Record<
    string,
    unknown
  >

test('ArticleHead() says that a machine wrote the review, which is a work of ours about the outlet’s', () => {
  const html = headOf(review)
  expect(dataOf(html)).toMatchObject({
    isBasedOn: { '@id': 'https://courier.example/ferry', publisher: { name: 'The Courier' } },
    hasPart: {
      '@type': 'Review',
      itemReviewed: { '@id': 'https://courier.example/ferry' },
      author: { name: '外刊' },
      name: '渡轮复航',
      digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
    },
  })
  expect(html).toContain('trainedAlgorithmicMedia')
})

test('ArticleHead() never says so of a review written by hand', () => {
  expect(headOf({ ...review, model: 'replay' })).not.toMatch(/trainedAlgorithmicMedia|TrainedAlgorithmic|by AI/u)
})

test('ArticleHead() says that a machine translated, though nothing was reviewed', () => {
  const { articleId, revision, language, model, promptVersion } = review
  const parallel = {
    articleId,
    revision,
    language,
    model,
    promptVersion,
    translatedAt: review.reviewedAt,
    passages: [],
  }
  const html = headOf(null, parallel)
  expect(dataOf(html)).toMatchObject({
    workTranslation: {
      translationOfWork: { '@id': 'https://courier.example/ferry' },
      inLanguage: 'zh-Hans',
      digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
    },
  })
  expect(html).toContain('trainedAlgorithmicMedia')
  expect(headOf(null, { ...parallel, model: 'replay' })).not.toMatch(/TrainedAlgorithmic|by AI/u)
})

test('ArticleHead() lets no headline end its data', () => {
  expect(dataOf(headOf(null)).headline).toBe('Ferry </script><b>back</b>')
})

test('ArticleHead() names the language of our page where the site has an address', () => {
  expect(headOf(null)).toContain('hreflang="zh-Hans" href="https://press.example/x/a/a1/ferry/"')
})
