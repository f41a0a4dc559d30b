import { expect, test } from 'vitest'
import { parseConfig, sourcesOf } from '../config.ts'
import type { Get } from '../net/get.ts'
import { collectAll, readAll, settleSources } from '../pipeline.ts'
import { openStore } from '../store/store.ts'
import type { Article } from '../types.ts'
import type { Road } from './road.ts'

const now = '2026-11-23T08:00:00Z'

/** A feed with one item, whose page is not there: the feed's own text is the article. */
const rss = (name: string): string =>
  `<rss version="2.0"><channel><title>${name}</title><item><guid>${name}-1</guid><title>The weir of ${name}</title>` +
  `<link>https://${name}.example/weir</link><description>Boards were laid on the weir.</description></item></channel></rss>`

const get: Get = async (url, { etag }) => {
  const name = /^https:\/\/(\w+)\.example\/rss$/u.exec(url)?.[1]
  const text = name === undefined ? '' : rss(name)
  const status = name === undefined ? 404 : etag === null || etag === undefined ? 200 : 304
  const bytes = new TextEncoder().encode(status === 200 ? text : '')
  return { url, status, headers: { etag: '"1"' }, bytes, text, charset: 'utf-8', redirects: [], fetchedAt: now }
}

/** Runs of Waikan on one press, each with a configuration of its own. */
function press() {
  const store = openStore(':memory:')
  const run = async (yaml: string): Promise<string[]> => {
    const { sources, feeds, notes } = settleSources(store, sourcesOf(parseConfig(yaml, 'waikan.yaml')), now)
    const report = { step: () => undefined, warn: () => undefined }
    const tools = { store, get, now: () => now, report, readerLanguage: 'en', model: 'none', width: 1 }
    const road: Road = { ...tools, sources, feeds }
    await collectAll(road, { everyFeed: true })
    await readAll(road)
    return notes
  }
  /** Source and headline of each article, by id. */
  const articles = (): string[] =>
    store.db
      .prepare('SELECT id, source_id, data FROM article ORDER BY id')
      .all()
      .map((row) => {
        const { sourceId, headline } = JSON.parse(String(row.data)) as Article
        expect(sourceId).toBe(String(row.source_id))
        return `${sourceId}: ${headline}`
      })
      .toSorted()
  return { store, run, articles }
}

const feed = (name: string): string => `"https://${name}.example/rss"`

test('a source that is renamed keeps its id, and each of its articles once', async () => {
  const { run, articles } = press()
  await run(`sources: [{ name: Aster, feed: ${feed('aster')} }]`)
  const notes = await run(`sources: [{ name: The Aster Post, feed: ${feed('aster')} }]`)
  expect(articles()).toEqual(['aster: The weir of aster'])
  expect(notes).toEqual([])
})

test('the articles of a feed that moves to another source move with it, and the others stay', async () => {
  const { run, articles } = press()
  await run(`sources: [{ name: A, feed: [${feed('aster')}, ${feed('birch')}] }, { name: B, feed: ${feed('cedar')} }]`)
  const notes = await run(
    `sources: [{ name: A, feed: ${feed('aster')} }, { name: B, feed: [${feed('cedar')}, ${feed('birch')}] }]`,
  )
  expect(articles()).toEqual(['a: The weir of aster', 'b: The weir of birch', 'b: The weir of cedar'])
  expect(notes).toEqual(['feed "https://birch.example/rss" belongs to "B" now: 1 article went along'])
})

test('articles of one key in two sources both stay when one source takes the other in, and come no second time', async () => {
  const { store, run, articles } = press()
  await run(`sources: [{ name: A, feed: ${feed('aster')} }, { name: B, feed: ${feed('birch')} }]`)
  // As with outlets that count their items from 1.
  for (const table of ['item', 'item_progress']) store.db.exec(`UPDATE ${table} SET key = '1'`)
  store.db.exec("UPDATE item SET data = json_set(data, '$.key', '1'); UPDATE item_name SET key = '1'")
  store.db.exec("UPDATE article SET item_key = '1', data = json_set(data, '$.itemKey', '1'); DELETE FROM feed_state")
  await run(`sources: [{ name: B, feed: [${feed('birch')}, ${feed('aster')}] }]`)
  expect(articles()).toEqual(['b: The weir of aster', 'b: The weir of birch'])
  expect(store.db.prepare('SELECT key FROM item ORDER BY key').all()).toEqual([{ key: '1' }, { key: 'a 1' }])
})

test('a moved article is listed for publishing anew, and its progress goes along', async () => {
  const { store, run } = press()
  await run(`sources: [{ name: A, feed: ${feed('aster')} }, { name: B, feed: ${feed('cedar')} }]`)
  store.db.exec('DELETE FROM publish_dirty')
  await run(`sources: [{ name: B, feed: [${feed('cedar')}, ${feed('aster')}] }]`)
  expect(store.db.prepare('SELECT COUNT(*) AS n FROM publish_dirty').get()).toEqual({ n: 1 })
  expect(store.db.prepare("SELECT COUNT(*) AS n FROM item_progress WHERE source_id = 'b'").get()).toEqual({ n: 2 })
})

test('a source of which neither name nor feed is known is told, once, with what decides it', async () => {
  const { run, articles } = press()
  await run(`sources: [{ name: Aster, feed: ${feed('aster')} }]`)
  const renamed = `sources: [{ name: Post, feed: ${feed('birch')} }]`
  expect(await run(renamed)).toEqual([
    'source "Aster" is not in the configuration any more: its 1 article will not be on the site (nothing of the press is deleted); if it is "Post" under another name and feed, write "id: aster" below that name and run again',
  ])
  expect(await run(renamed)).toEqual([])
  await run(`sources: [{ id: aster, name: Post, feed: ${feed('birch')} }]`)
  expect(articles()).toEqual(['aster: The weir of aster', 'aster: The weir of birch'])
})

test('a feed that failed is due at once under new settings of the network, and not before', async () => {
  const { store, run } = press()
  const failing = (allow: string): string =>
    `{ sources: [{ name: A, feed: "https://no-where.example/rss" }], net: { allow: [${allow}] } }`
  const due = (): unknown => {
    const row = store.db
      .prepare("SELECT data ->> '$.nextDueAt' AS due, data ->> '$.failures' AS failures FROM feed_state")
      .get()
    return [row?.due, row?.failures]
  }
  await run(failing(''))
  const [waits] = due() as [string]
  expect(waits > now).toBe(true)
  const settle = (allow: string) => settleSources(store, sourcesOf(parseConfig(failing(allow), 'w')), now)
  settle('')
  expect(due()).toEqual([waits, 1])
  settle('no-where.example')
  expect(due()).toEqual([null, 1])
})
