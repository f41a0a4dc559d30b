import { expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Get } from '../net/get.ts'
import { readAll } from '../pipeline.ts'
import { saveItems } from '../store/items.ts'
import { openStore } from '../store/store.ts'
import type { Road } from './road.ts'

/** A press whose items are `urls`; `answer` is what the network says. */
function press(urls: string[], answer: (url: string) => number | FetchError) {
  const store = openStore(':memory:')
  const asked: string[] = []
  let now = '2026-11-23T08:00:00Z'
  const get: Get = async (url, { termsOnly = false }) => {
    const said = termsOnly ? 204 : answer(url)
    if (!termsOnly && !(said instanceof FetchError && said.unasked)) asked.push(url)
    if (said instanceof FetchError) throw said
    const nothing = { headers: {}, bytes: new Uint8Array(), text: '', charset: 'utf-8', redirects: [], fetchedAt: now }
    return { ...nothing, url, status: said }
  }
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds: [],
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: () => undefined },
    width: 4,
  }
  const items = urls.map((url) => ({
    key: url,
    guid: url,
    url,
    title: 'The bridge of Saltmere closes',
    rawTitle: 'The bridge of Saltmere closes',
    edition: null,
    authors: [],
    publishedAt: now,
    updatedAt: null,
    summary: 'It closes for nine months.',
    content: null,
    language: 'en',
    enclosures: [],
  }))
  saveItems(store, 'courier', { items, seenAt: now })
  const read = async (at: string): Promise<number> => {
    now = at
    const before = asked.length
    await readAll(road)
    return asked.length - before
  }
  return { store, asked, read }
}

test('readAll() asks for a page that failed again after 15 minutes, 1, 4, 12 and 24 hours, then no more', async () => {
  const { read } = press(['http://a.example/1'], () => 500)
  expect(await read('2026-11-23T08:00:00Z')).toBe(1)
  expect(await read('2026-11-23T08:14:00Z')).toBe(0)
  expect(await read('2026-11-23T08:15:00Z')).toBe(1)
  expect(await read('2026-11-23T09:14:00Z')).toBe(0)
  expect(await read('2026-11-23T09:15:00Z')).toBe(1)
  expect(await read('2026-11-23T13:15:00Z')).toBe(1)
  expect(await read('2026-11-24T01:15:00Z')).toBe(1)
  expect(await read('2026-11-25T01:15:00Z')).toBe(1)
  expect(await read('2026-12-25T01:15:00Z')).toBe(0)
})

test('readAll() prints no user name and password that stand in the link of an item', async () => {
  const { store, read } = press(['http://ann:secret@a.example/1'], () => 404)
  await read('2026-11-23T08:00:00Z')
  const [article] = store.db.prepare("SELECT data ->> '$.url' AS url FROM article").all()
  expect(article?.url).toBe('http://a.example/1')
})

test('readAll() leaves an item as it is while its host is held: no try is lost', async () => {
  let answer: number | FetchError = new FetchError('held', { url: '', retryable: true, retryAfterMs: 1, unasked: true })
  const { store, read } = press(['http://a.example/1'], () => answer)
  for (let minute = 10; minute < 60; minute += 5) expect(await read(`2026-11-23T08:${minute}:00Z`)).toBe(0)
  expect(store.db.prepare('SELECT COUNT(*) AS n FROM item_progress').get()?.n).toBe(0)
  answer = 404
  expect(await read('2026-11-23T09:00:00Z')).toBe(1)
})

test('readAll() asks a host that is down for three pages, not for each of twenty, and reads the others', async () => {
  const down = Array.from({ length: 20 }, (_, at) => `http://down.example/${at}`)
  const { asked, read } = press([...down, 'http://up.example/1'], (url) =>
    url.includes('down') ? new FetchError('no answer', { url, retryable: true }) : 404,
  )
  expect(await read('2026-11-23T08:00:00Z')).toBe(4)
  expect(asked).toContain('http://up.example/1')
})
