import { expect, test } from 'vitest'
import type { Get } from '../net/get.ts'
import { collectAll } from '../pipeline.ts'
import { markRead, unreadItems } from '../store/items.ts'
import { openStore } from '../store/store.ts'
import type { Road } from './road.ts'

const now = '2026-11-23T08:00:00Z'

/** A source with feeds `/0`, `/1` …, whose documents are what was last said of them. */
function press(count: number) {
  const store = openStore(':memory:')
  const documents: string[] = []
  const get: Get = async (url) => {
    const text = documents[Number(url.at(-1))] ?? ''
    const bytes = new TextEncoder().encode(text)
    return { url, status: 200, headers: {}, bytes, text, charset: 'utf-8', redirects: [], fetchedAt: now }
  }
  const feeds = Array.from({ length: count }, (_, at) => `https://x.example/rss/${at}`)
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds: feeds.map((url) => ({ id: url, sourceId: 'x', url })),
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: () => undefined },
    width: 1,
  }
  const say = async (...said: string[][]): Promise<string[]> => {
    for (const [at, items] of said.entries())
      documents[at] = `<rss version="2.0"><channel><title>X</title>${items.join('')}</channel></rss>`
    await collectAll(road, { everyFeed: true })
    return store.db
      .prepare("SELECT data ->> '$.title' AS title FROM item ORDER BY rowid")
      .all()
      .map((row) => String(row.title))
  }
  const unread = (): number => unreadItems(store, now).length
  const read = (): void => {
    for (const stored of unreadItems(store, now))
      markRead(store, stored, { articleId: 'a', failure: null, now, retryAfterMs: null })
  }
  return { say, unread, read }
}

const item = (guid: string, path: string, title: string): string =>
  `<item><guid isPermaLink="false">${guid}</guid><link>https://x.example${path}</link><title>${title}</title></item>`

test('two feeds of one source that use one short guid for two stories lose none, however often they are read', async () => {
  const { say } = press(2)
  const both = ['The ferry stops', 'Otters win the cup']
  expect(await say([item('7', '/ferry', 'The ferry stops')], [item('7', '/cup', 'Otters win the cup')])).toEqual(both)
  const renamed = await say([item('7', '/ferry', 'The ferry stops at noon')], [item('7', '/cup', 'Otters win cup')])
  expect(renamed).toEqual(['The ferry stops at noon', 'Otters win cup'])
})

test('one story in two feeds of a source is one item', async () => {
  const { say } = press(2)
  const ferry = item('n-7', '/ferry', 'The ferry stops')
  expect(await say([ferry], [ferry])).toEqual(['The ferry stops'])
})

test('an item that gets new guids with every answer stays one item, and is not read again for it', async () => {
  const { say, read, unread } = press(1)
  await say([item('r-1', '/ferry', 'The ferry stops')])
  read()
  await say([item('r-2', '/ferry', 'The ferry stops')])
  expect(unread()).toBe(0)
  expect(await say([item('r-3', '/ferry', 'The ferry stops for good')])).toEqual(['The ferry stops for good'])
})

test('a feed that dates its items anew in each answer has no page read again, an edited title has', async () => {
  const { say, unread, read } = press(1)
  const dated = (title: string, hour: number): string =>
    item('7', '/ferry', title).replace('</item>', `<pubDate>Mon, 23 Nov 2026 0${hour}:00:00 GMT</pubDate></item>`)
  await say([dated('The ferry stops', 5)])
  read()
  await say([dated('The ferry stops', 6)])
  expect(unread()).toBe(0)
  await say([dated('The ferry stops at noon', 7)])
  expect(unread()).toBe(1)
})
