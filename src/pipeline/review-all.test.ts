import { expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Answer, Question } from '../llm/ask.ts'
import { reviewOf, saveArticle } from '../store/articles.ts'
import { saveOptOut } from '../store/for-models.ts'
import { countReviewStates, ledger } from '../store/model-calls.ts'
import { withdraw } from '../store/publishing.ts'
import { openStore } from '../store/store.ts'
import type { Article } from '../types.ts'
import { reviewAll } from './review-all.ts'
import type { Road } from './road.ts'
import type { Reviewer } from './reviewer.ts'

const text = 'The harbour council of Saltmere voted on Monday to close the old bridge for nine months. '
  .repeat(6)
  .trim()

function article(id: string, day: string): Article {
  return {
    id,
    revision: 1,
    sourceId: 'saltmere-courier',
    itemKey: id,
    edition: null,
    pageHash: 'f',
    url: `https://courier.example/${id}`,
    firstSeenAt: `${day}T08:00:00Z`,
    readAt: `${day}T08:00:00Z`,
    headline: `The bridge closes ${id}`,
    standfirst: null,
    authors: [],
    agency: null,
    dateline: null,
    publishedAt: `${day}T08:00:00Z`,
    modifiedAt: null,
    language: 'en',
    section: null,
    keywords: [],
    photo: null,
    passages: [{ id: 'p1', kind: 'paragraph', text: `${text} ${id}` }],
    completeness: { verdict: 'whole', signs: [], shareMissing: null },
    length: { words: 100, characters: 0, minutes: 1 },
    declaredWords: null,
    residue: [],
    notes: [],
  }
}

const said = (words: string) => ({
  text: words,
  kind: 'fact',
  evidence: [{ passage: 'p1', quote: 'close the old bridge' }],
})
const scripted = JSON.stringify({
  headline: said('旧桥关闭'),
  lede: said('委员会决定关闭旧桥。'),
  summary: [said('港务委员会投票。'), said('旧桥将关闭一段时间。')],
  commentary: [],
  last: 'p1',
})

function press(articles: Article[]) {
  const store = openStore(':memory:')
  for (const one of articles) saveArticle(store, one, one.id)
  const report = { step: () => undefined, warn: () => undefined }
  const road = {
    store,
    feeds: [],
    now: () => '2026-11-23T10:00:00Z',
    readerLanguage: 'zh-Hans',
    report,
  } as unknown as Road
  const asked: Question[] = []
  const reviewer = (answer: () => Answer, more: Partial<Reviewer> = {}): Reviewer => ({
    ask: async (question) => {
      asked.push(question)
      return answer()
    },
    model: 'scripted-server',
    checks: { claim: () => [], review: () => new Map() },
    terms: [],
    price: { input: 1, output: 2 },
    budget: { perDay: null, perArticle: null },
    parallel: 1,
    translate: false,
    ...more,
  })
  return { store, road, asked, reviewer }
}

const answer = (): Answer => ({
  model: 'scripted-server',
  text: scripted,
  inputTokens: 1000,
  outputTokens: 500,
  complete: true,
})

test('reviewAll() reviews the newest day first and keeps tokens and price of each call', async () => {
  const { store, road, asked, reviewer } = press([article('a1', '2026-11-20'), article('a2', '2026-11-22')])
  expect(await reviewAll(road, reviewer(answer))).toEqual({ done: 2, held: 0, waiting: 0, failed: 0 })
  expect(asked.map(({ material }) => /closes (a\d)/u.exec(material)?.[1])).toEqual(['a2', 'a1'])
  expect(ledger(store, 'day', '2026-11-01')).toEqual([
    { name: '2026-11-23', calls: 2, inputTokens: 2000, outputTokens: 1000, price: 0.004 },
  ])
})

test('reviewAll() sends nothing that was withdrawn, nor what the outlet keeps from machines since', async () => {
  const { store, road, asked, reviewer } = press([article('a1', '2026-11-20'), article('a2', '2026-11-22')])
  withdraw(store, 'a1', { at: '2026-11-23T09:00:00Z', reason: null })
  saveOptOut(store, 'a2', { words: ['noai'], at: '2026-11-23T09:00:00Z' })
  expect(await reviewAll(road, reviewer(answer))).toMatchObject({ done: 0, held: 1 })
  expect(asked).toEqual([])
  const held = reviewOf(store, article('a2', '2026-11-22'), { model: 'scripted-server', language: 'zh-Hans' })
  expect(held?.heldBecause).toBe('该报刊声明不允许机器加工，故无述评。')
})

test('reviewAll() asks nothing again that was answered, though the review was lost', async () => {
  const { store, road, asked, reviewer } = press([article('a1', '2026-11-20')])
  await reviewAll(road, reviewer(answer))
  store.db.exec('DELETE FROM review')
  await reviewAll(road, reviewer(answer))
  expect(asked.length).toBe(1)
  expect(
    reviewOf(store, article('a1', '2026-11-20'), { model: 'scripted-server', language: 'zh-Hans' })?.claims.length,
  ).toBe(4)
})

test('reviewAll() leaves for tomorrow what the budget does not cover, and says so', async () => {
  const { store, road, asked, reviewer } = press([article('a1', '2026-11-20'), article('a2', '2026-11-22')])
  const count = await reviewAll(road, reviewer(answer, { budget: { perDay: 0.01, perArticle: null } }))
  expect(count).toMatchObject({ done: 1, waiting: 1 })
  expect(asked.length).toBe(1)
  expect(countReviewStates(store)).toEqual({ waiting: 1, failed: 0 })
})

test('reviewAll() stops asking when the endpoint refuses for good', async () => {
  const { road, asked, reviewer } = press([article('a1', '2026-11-20'), article('a2', '2026-11-22')])
  const refusing = reviewer(() => {
    throw new FetchError('Cannot ask model: the endpoint answered 401', { url: 'm', status: 401, retryable: false })
  })
  expect(await reviewAll(road, refusing)).toMatchObject({ failed: 1 })
  expect(asked.length).toBe(1)
})

test('reviewAll() sends the same prefix for every article', async () => {
  const many = Array.from({ length: 30 }, (_, at) => article(`a${at}`, '2026-11-20'))
  const { road, asked, reviewer } = press(many)
  await reviewAll(road, reviewer(answer))
  expect(new Set(asked.map((question) => question.prefix)).size).toBe(1)
})

test('reviewAll() asks once for two items with the same text, under way at one time', async () => {
  const twin = { ...article('a1', '2026-11-20'), id: 'a2', itemKey: 'a2', sourceId: 'saltmere-mirror' }
  const { road, asked, reviewer } = press([article('a1', '2026-11-20'), twin])
  const slow = { ...reviewer(answer), parallel: 2 }
  expect(await reviewAll(road, slow)).toMatchObject({ done: 2 })
  expect(asked.length).toBe(1)
})

test('reviewAll() keeps and prices a refusal, and asks nothing again for it', async () => {
  const { store, road, asked, reviewer } = press([article('a1', '2026-11-20')])
  const refusing = reviewer(() => ({ ...answer(), text: '' }))
  expect(await reviewAll(road, refusing)).toMatchObject({ held: 1 })
  store.db.exec('DELETE FROM review')
  await reviewAll(road, refusing)
  expect(asked.length).toBe(2)
  expect(ledger(store, 'article', '2026-11-01')).toMatchObject([{ name: 'a1', calls: 2, inputTokens: 2000 }])
})

test('reviewAll() leaves an endpoint alone that fails for five articles in a row', async () => {
  const many = Array.from({ length: 9 }, (_, at) => article(`a${at}`, '2026-11-20'))
  const { road, asked, reviewer } = press(many)
  const down = reviewer(() => {
    throw new FetchError('Cannot ask model: the endpoint answered 503', { url: 'm', status: 503, retryable: true })
  })
  expect(await reviewAll(road, down)).toMatchObject({ failed: 5 })
  expect(asked.length).toBe(5)
})

test('reviewAll() reviews again for readers of another language, and keeps both', async () => {
  const { store, road, asked, reviewer } = press([article('a1', '2026-11-20')])
  await reviewAll(road, reviewer(answer))
  const of = (language: string) => reviewOf(store, article('a1', '2026-11-20'), { model: 'scripted-server', language })
  expect(of('en')).toBe(null)
  await reviewAll({ ...road, readerLanguage: 'en' }, reviewer(answer))
  expect([asked.length, of('en')?.language, of('zh-Hans')?.language]).toEqual([2, 'en', 'zh-Hans'])
})
