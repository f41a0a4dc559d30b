import { expect, test } from 'vitest'
import { article, source } from '../../test/small-press.ts'
import { FetchError } from '../errors.ts'
import type { Answer } from '../llm/ask.ts'
import { saveArticle } from '../store/articles.ts'
import { ledger } from '../store/model-calls.ts'
import { parallelOf } from '../store/parallel.ts'
import { openStore } from '../store/store.ts'
import type { Rights } from '../types.ts'
import { translateAll } from './translate-all.ts'
import type { Road } from './road.ts'
import type { Reviewer } from './reviewer.ts'

const translation = JSON.stringify({
  translation: [
    { passage: 'headline', text: '“缓和”与“国家”1：50%、<b>、「英」' },
    { passage: 'p1', text: '九点钟渡轮离开小港，船上有四十箱苹果和一位沉默的乘客，第1班' },
  ],
})

function press(rights: Rights, answer: () => Answer) {
  const store = openStore(':memory:')
  saveArticle(store, article(1), 'a')
  const report = { step: () => undefined, warn: () => undefined }
  const road = {
    store,
    feeds: [],
    now: () => '2026-11-23T10:00:00Z',
    readerLanguage: 'zh-Hans',
    sources: [source('north', rights)],
    report,
  } as unknown as Road
  let asked = 0
  const reviewer = (more: Partial<Reviewer> = {}): Reviewer => ({
    ask: async () => {
      asked++
      return answer()
    },
    model: 'scripted-server',
    checks: { claim: () => [], review: () => new Map() },
    terms: [],
    price: { input: 1000, output: 2000 },
    budget: { perDay: null, perArticle: null },
    parallel: 1,
    translate: true,
    ...more,
  })
  return { store, road, reviewer, asked: () => asked }
}

const answer = (): Answer => ({
  model: 'scripted-server',
  text: translation,
  inputTokens: 100,
  outputTokens: 50,
  complete: true,
})

test('translateAll() translates what may be printed whole, keeps it and the price, and asks once', async () => {
  const { store, road, reviewer, asked } = press('full', answer)
  expect(await translateAll(road, reviewer())).toMatchObject({ done: 1, waiting: 0, failed: 0 })
  expect(await translateAll(road, reviewer())).toMatchObject({ done: 0 })
  const kept = parallelOf(store, article(1), { model: 'scripted-server', language: 'zh-Hans' })
  expect(kept?.passages.find(({ id }) => id === 'p1')?.text).toContain('四十箱苹果')
  expect(ledger(store, 'day', '2026-11-01')[0]?.calls).toBe(asked())
})

test('translateAll() translates no text that may not be printed whole', async () => {
  const { road, reviewer, asked } = press('excerpt', answer)
  await translateAll(road, reviewer())
  expect(asked()).toBe(0)
})

test('translateAll() leaves for tomorrow what the budget does not cover', async () => {
  const { road, reviewer, asked } = press('full', answer)
  const count = await translateAll(road, reviewer({ budget: { perDay: 0.001, perArticle: null } }))
  expect(count).toMatchObject({ done: 0, waiting: 1 })
  expect(asked()).toBe(0)
})

test('translateAll() loses nothing when the endpoint is down: the next run asks', async () => {
  let down = true
  const { road, reviewer } = press('full', () => {
    if (down) throw new FetchError('no answer', { url: 'http://127.0.0.1/', retryable: true })
    return answer()
  })
  expect(await translateAll(road, reviewer())).toMatchObject({ done: 0, failed: 1 })
  down = false
  expect(await translateAll(road, reviewer())).toMatchObject({ done: 1, failed: 0 })
})

test('translateAll() asks for the passages that the outlet changed, and for those alone', async () => {
  const { store, road, reviewer } = press('full', answer)
  await translateAll(road, reviewer())
  const passages = [...article(1).passages, { id: 'p2', kind: 'paragraph' as const, text: 'The passenger has spoken.' }]
  saveArticle(store, article(1, { revision: 2, passages }), 'b')
  const asked: string[] = []
  const ask: Reviewer['ask'] = async ({ material }) => {
    asked.push(material)
    const translation = [{ passage: 'p2', text: '乘客开口了。' }]
    return { ...answer(), text: JSON.stringify({ translation }) }
  }
  expect(await translateAll(road, reviewer({ ask }))).toMatchObject({ done: 1, untranslated: 0 })
  expect(asked.map((one) => one.match(/<p\d>/gu))).toEqual([['<p2>']])
})

test('translateAll() begins nothing after it was told to stop', async () => {
  const { road, reviewer, asked } = press('full', answer)
  await translateAll({ ...road, stop: AbortSignal.abort() }, reviewer())
  expect(asked()).toBe(0)
})
