import { expect, test } from 'vitest'
import { examine, monitorAll, rhythms } from '../pipeline.ts'
import { feedState, saveFeedState, saveItems } from '../store/items.ts'
import { openStore } from '../store/store.ts'
import type { ArticleText, FeedItem } from '../types.ts'
import { observe } from './monitor.ts'
import type { Road } from './road.ts'

const hourMs = 3_600_000
const start = Date.parse('2026-11-01T00:00:00Z')
const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')

function item(number: number): FeedItem {
  const key = String(number)
  return {
    key,
    guid: key,
    url: null,
    title: key,
    rawTitle: key,
    edition: null,
    authors: [],
    publishedAt: iso(start + number * 2 * hourMs),
    updatedAt: null,
    summary: null,
    content: null,
    language: null,
    enclosures: [],
  }
}

function text(number: number, more: Partial<ArticleText> = {}): ArticleText {
  const passages = [{ id: 'p1', kind: 'paragraph', text: `The council of town number ${number} met about the bridge.` }]
  const completeness = { verdict: 'whole', signs: [], shareMissing: null }
  return { passages, completeness, language: 'en', ...more } as unknown as ArticleText
}

/** A press whose source brought an item every two hours for ten days. */
function press() {
  const store = openStore(':memory:')
  const warned: [string, Record<string, unknown>][] = []
  let now = start
  const road: Road = {
    store,
    get: () => Promise.reject(new Error('No network here')),
    now: () => iso(now),
    sources: [
      {
        id: 'courier',
        name: 'Courier',
        homepage: null,
        language: 'en',
        rights: 'excerpt',
        expiresAfterDays: null,
        images: false,
      },
    ],
    feeds: [{ id: 'feed', sourceId: 'courier', url: 'https://courier.example/feed' }],
    readerLanguage: 'zh-Hans',
    model: 'none',
    report: { step: () => undefined, warn: (message, fields) => void warned.push([message, fields]) },
    width: 1,
  }
  const read = (number: number, more: Partial<ArticleText> = {}): void => {
    now = start + number * 2 * hourMs
    const stored = { sourceId: 'courier', firstSeenAt: iso(now), item: item(number), seenHash: '' }
    saveItems(store, 'courier', { items: [stored.item], seenAt: iso(now) })
    observe(road, stored, { article: text(number, more), failure: null })
    checked(now)
  }
  const checked = (at: number): void => {
    now = at
    saveFeedState(store, { ...feedState(store, 'feed'), checkedAt: iso(at) })
  }
  for (let number = 0; number < 120; number++) read(number)
  return { road, read, checked, warned, store }
}

test('monitorAll() says nothing about a source as usual', () => {
  const { road, warned } = press()
  expect(monitorAll(road)).toEqual([])
  expect(warned).toEqual([])
})

test('monitorAll() tells of a silence once, and of its end', () => {
  const { road, read, checked, warned } = press()
  checked(start + 400 * hourMs)
  expect(monitorAll(road)).toMatchObject([{ kind: 'silent', since: '2026-11-10T22:00:00Z', source: { id: 'courier' } }])
  monitorAll(road)
  read(201)
  expect(monitorAll(road)).toEqual([])
  expect(warned.map(([message]) => message)).toEqual(['source not as usual', 'source as usual again'])
})

test('monitorAll() takes no silence for the outlet’s while its feed fails', () => {
  const { road, store } = press()
  const state = feedState(store, 'feed')
  saveFeedState(store, { ...state, failures: 4, checkedAt: iso(start + 900 * hourMs) })
  expect(monitorAll(road)).toEqual([])
})

test('observe() finds lines that stand in article after article', () => {
  const { road, read } = press()
  const notice = { id: 'p2', kind: 'paragraph' as const, text: 'Subscribe to our morning letter for more of this.' }
  for (let number = 120; number < 125; number++) {
    read(number, { passages: [...text(number).passages, notice] })
  }
  expect(monitorAll(road)).toMatchObject([{ kind: 'residue' }])
})

test('rhythms() gives what is usual', () => {
  const { road } = press()
  expect(rhythms(road)[0]?.usual).toMatchObject({ language: 'en', size: 51 })
})

test('examine() tells of alarms, of feeds that moved and of those that are gone', () => {
  const { road, checked, store } = press()
  checked(start + 400 * hourMs)
  const state = feedState(store, 'feed')
  saveFeedState(store, { ...state, movedTo: { url: 'https://courier.example/new?key=secret', times: 3 } })
  expect(examine(road).map(({ kind }) => kind)).toEqual(['moved', 'silent'])
  expect(JSON.stringify(examine(road))).not.toContain('secret')
  saveFeedState(store, { ...state, status: 'gone', failures: 1, error: 'gone' })
  expect(examine(road).map(({ kind }) => kind)).toEqual(['gone'])
})
