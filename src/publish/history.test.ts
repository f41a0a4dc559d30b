import { expect, test } from 'vitest'
import type { Article, Claim, Review, Rights, Source } from '../types.ts'
import { historyOf } from './history.ts'
import { limitToRights } from './rights.ts'
import type { Publication } from './shelf.ts'

const now = '2026-11-23T12:00:00Z'
const texts = [
  'The harbour council voted on Monday to close the old bridge for nine months.',
  'Five people were hurt when a lorry broke through the railing last week.',
  'Ferries will carry passengers from the north quay every twenty minutes.',
]

function article(revision: number, passages: string[], headline = 'Old bridge closes'): Article {
  return {
    id: 'a1',
    revision,
    sourceId: 'courier',
    itemKey: 'bridge',
    edition: null,
    pageHash: `page-${revision}`,
    url: 'https://courier.example/bridge',
    firstSeenAt: '2026-11-23T08:00:00Z',
    readAt: `2026-11-23T0${7 + revision}:10:00Z`,
    headline,
    standfirst: null,
    authors: [],
    agency: null,
    dateline: null,
    publishedAt: '2026-11-23T08:00:00Z',
    modifiedAt: null,
    language: 'en',
    section: null,
    keywords: [],
    photo: null,
    passages: passages.map((text, at) => ({ id: `p${at + 1}`, kind: 'paragraph', text })),
    completeness: { verdict: 'whole', signs: [], shareMissing: null },
    length: { words: 40, characters: 0, minutes: 1 },
    declaredWords: null,
    residue: [],
    notes: [],
  }
}

const claim = (id: string, text: string, more: Partial<Claim> = {}): Claim => ({
  id,
  part: 'summary',
  kind: 'fact',
  text,
  speaker: null,
  evidence: [],
  state: 'verified',
  findings: [],
  ...more,
})

function review(revision: number, claims: Claim[]): Review {
  return {
    articleId: 'a1',
    revision,
    language: 'zh-Hans',
    model: 'ollama:some',
    promptVersion: 'review-2',
    reviewedAt: now,
    claims,
    terms: [],
    framing: [{ kind: 'absent', what: 'direct-speech' }],
    heldBecause: null,
  }
}

const quote = (passage: string, words: string) => [{ passage, quote: words, start: 0, end: words.length }]
const firstReview = review(1, [
  claim('c1', '旧桥关闭九个月。', { part: 'lede', evidence: quote('p1', 'close the old bridge') }),
  claim('c2', '五人受伤。', { evidence: quote('p2', 'Five people were hurt') }),
  claim('c3', '渡轮每二十分钟一班。', { evidence: quote('p3', 'every twenty minutes') }),
])
const edited = ['The mayor spoke first.', ...texts.map((text) => text.replace('Five', 'Six'))]
const change = { before: texts[1] ?? '', after: edited[2] ?? '' }

function publication(more: Partial<Publication> = {}): Publication {
  return {
    article: article(2, edited, 'Old bridge closes, six hurt'),
    card: null,
    review: null,
    parallel: null,
    waiting: null,
    earlier: [{ revision: 1, headline: 'Old bridge closes', readAt: '2026-11-23T08:10:00Z' }],
    revisions: [
      {
        articleId: 'a1',
        revision: 2,
        seenAt: '2026-11-23T09:10:00Z',
        kind: 'edited',
        headline: { before: 'Old bridge closes', after: 'Old bridge closes, six hurt' },
        standfirst: null,
        sentences: [{ before: null, after: edited[0] ?? '' }, change],
        kept: 1,
      },
    ],
    gone: null,
    earlierReview: { review: firstReview, article: article(1, texts) },
    withdrawnAt: null,
    ...more,
  }
}

function source(rights: Rights): Source {
  return {
    id: 'courier',
    name: 'Courier',
    homepage: null,
    language: 'en',
    rights,
    expiresAfterDays: null,
    images: false,
  }
}

test('historyOf() keeps the sentences whose passages still stand, pinned to where they stand now', () => {
  const { review: shown } = historyOf(publication())
  expect(shown?.claims.map((one) => [one.id, one.evidence[0]?.passage, one.evidence[0]?.quote])).toEqual([
    ['c1', 'p2', 'close the old bridge'],
    ['c3', 'p4', 'every twenty minutes'],
  ])
})

test('historyOf() puts sentences whose passage changed under correction', () => {
  const { history } = historyOf(publication())
  expect(history.underCorrection.map((one) => one.text)).toEqual(['五人受伤。'])
  expect(history.corrected).toEqual([])
})

test('historyOf() drops what the earlier review said to be absent', () => {
  expect(historyOf(publication()).review?.framing).toEqual([])
})

test('historyOf() takes a change of typography for the same passage', () => {
  const typographic = texts.map((text) => text.replace('people were', 'people\u00A0were'))
  const { review: shown, history } = historyOf(publication({ article: article(2, typographic) }))
  expect(shown?.claims[1]?.evidence[0]?.quote).toBe('Five people\u00A0were hurt')
  expect(history.underCorrection).toEqual([])
})

test('historyOf() shows no review where nothing of the earlier one stands', () => {
  const { review: shown, history } = historyOf(publication({ article: article(2, ['Another text.']) }))
  expect(shown).toBeNull()
  expect(history.underCorrection).toHaveLength(3)
})

test('historyOf() tells what was corrected once the review is written anew', () => {
  const { review: shown, history } = historyOf(publication({ review: review(2, [claim('c1', '六人受伤。')]) }))
  expect(shown?.claims.map((one) => one.text)).toEqual(['六人受伤。'])
  expect(history).toMatchObject({ underCorrection: [], corrected: ['五人受伤。'] })
})

test('historyOf() calls no sentence corrected that was written the same way again', () => {
  const anew = review(2, [claim('c9', '五人受伤。')])
  expect(historyOf(publication({ review: anew })).history.corrected).toEqual([])
})

test('historyOf() lists each headline once, up to typography', () => {
  const earlier = [
    { revision: 1, headline: 'Old bridge “closes”', readAt: '2026-11-23T08:10:00Z' },
    { revision: 2, headline: 'Old bridge "closes"', readAt: '2026-11-23T09:10:00Z' },
  ]
  const { headlines } = historyOf(publication({ earlier })).history
  expect(headlines.map((one) => one.text)).toEqual(['Old bridge “closes”', 'Old bridge closes, six hurt'])
})

test('limitToRights() shows every changed sentence under full rights', () => {
  expect(limitToRights(publication(), source('full'), now).history.revisions[0]?.sentences).toHaveLength(2)
})

test('limitToRights() keeps the changes of an excerpt within its quotes', () => {
  const text = article(2, [...edited, 'Shops along the quay expect fewer visitors this winter.'])
  const printed = limitToRights(publication({ article: text, earlierReview: null }), source('excerpt'), now)
  const { sentences, counts } = printed.history.revisions[0] ?? {}
  expect(sentences).toEqual([{ before: null, after: 'The mayor spoke first.' }])
  expect(counts).toEqual({ changed: 1, added: 1, removed: 0 })
})

test('limitToRights() shows headlines and counts but no sentence under title rights', () => {
  const printed = JSON.stringify(limitToRights(publication(), source('title'), now))
  expect(printed).toContain('Old bridge closes, six hurt')
  expect(printed).not.toContain('Six people')
  expect(printed).not.toContain('Five people')
})
