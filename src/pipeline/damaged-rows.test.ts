import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import type { Get } from '../net/get.ts'
import {
  cardAll,
  collectAll,
  examine,
  findDamage,
  findSources,
  followAll,
  monitorAll,
  publishAll,
  readAll,
  takeDamage,
  withdrawArticle,
} from '../pipeline.ts'
import { openStore } from '../store/store.ts'
import type { Road } from './road.ts'

const names = ['north', 'south']

/** A press of two outlets; each visit brings one item more of each, with a page. */
function press({ expiresAfterDays = null as number | null } = {}) {
  const folder = tempFolder('damaged')
  const store = openStore(folder)
  // Nothing here outlives the machine, and 50 presses wait for no disk.
  store.db.exec('PRAGMA synchronous = OFF')
  let visits = 0
  const titleOf = (name: string, visit: number): string => `Lighthouse keepers of ${name} met on day ${visit}`
  const textOf = (url: string): string => {
    const name = new URL(url).hostname.split('.')[0] ?? ''
    const visit = Number(url.split('/').at(-1))
    const item = (at: number): string =>
      `<item><title>${titleOf(name, at)}</title><link>https://${name}.example/${at}</link></item>`
    if (url.endsWith('/rss')) {
      const items = Array.from({ length: visits }, (_, at) => item(at + 1)).join('')
      return `<rss version="2.0"><channel><title>${name}</title>${items}</channel></rss>`
    }
    const passage = `The lamp of ${name} was cleaned on day ${visit}, and its keepers wrote down what the sea had taken.`
    return `<html><body><article><h1>${titleOf(name, visit)}</h1>${`<p>${passage}</p>`.repeat(6)}</article></body></html>`
  }
  const now = (): string => `2026-11-2${visits}T08:00:00Z`
  const get: Get = async (url) => {
    const text = textOf(url)
    const facts = { headers: {}, charset: 'utf-8', redirects: [], fetchedAt: now() }
    return { url, status: 200, bytes: Buffer.from(text), text, ...facts }
  }
  const facts = { homepage: null, language: 'en', rights: 'full' as const, expiresAfterDays, images: true }
  const road: Road = {
    store,
    get,
    now,
    sources: names.map((id) => ({ id, name: id, ...facts })),
    feeds: names.map((id) => ({ id: `https://${id}.example/rss`, sourceId: id, url: `https://${id}.example/rss` })),
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: () => undefined },
    width: 4,
  }
  const publish = async () => await publishAll(road, { site: { title: 'W', tagline: '', language: 'en' }, folder })
  const round = async (): Promise<void> => {
    visits++
    findSources(store, { sources: road.sources, feeds: road.feeds, fixed: new Set() })
    await collectAll(road, { everyFeed: true })
    await readAll(road)
    await followAll(road)
    monitorAll(road)
    cardAll(road)
    await publish()
    examine(road)
  }
  const pageOf = (key: string): string | null => {
    const row = store.db.prepare('SELECT id FROM article WHERE item_key LIKE ?').get(`%${key}`)
    const slug = store.db.prepare('SELECT slug FROM publish_entry WHERE article_id = ?').get(String(row?.id))
    const path = join(folder, 'site/a', String(row?.id), String(slug?.slug), 'index.html')
    return existsSync(path) ? path : null
  }
  return { store, road, round, publish, pageOf }
}

test('an article whose row is damaged loses its page when the outlet’s text has to be taken down', async () => {
  const { store, round, pageOf } = press({ expiresAfterDays: 3 })
  await round()
  store.db.exec("UPDATE article SET data = '{' WHERE source_id = 'north'")
  await round()
  expect(pageOf('north.example/1')).not.toBeNull()
  await round()
  await round()
  expect([pageOf('north.example/1'), pageOf('south.example/1')]).toEqual([null, expect.any(String)])
})

test('a damaged item that its feed still shows is whole again, and one that it shows no more is named', async () => {
  const { store, round } = press()
  await round()
  store.db.exec("UPDATE item SET data = '{' WHERE source_id = 'north'")
  await round()
  expect(findDamage(store)).toEqual([])
  store.db.exec("INSERT INTO item VALUES ('south', 'old', '2026-11-20T08:00:00Z', '', '{', NULL)")
  store.db.exec("INSERT INTO item_progress (source_id, key, read_hash) VALUES ('south', 'old', '')")
  takeDamage()
  await round()
  expect(takeDamage()).toEqual([{ table: 'item', row: 'south old' }])
})

const first = (column: string, table: string): string =>
  `${column} = (SELECT ${column} FROM ${table} ORDER BY ${column} LIMIT 1)`

test.each([
  ['feed_state', first('feed_id', 'feed_state'), /^https:\/\/north\.example\/rss$/u],
  ['item', first('key', 'item'), /^north .*north\.example\/1$/u],
  ['article', first('id', 'article'), /^\w{16} 1$/u],
  ['card', first('article_id', 'card'), /^\w{16} 1 en$/u],
  ['outlet_lines', first('source_id', 'outlet_lines'), /^north$/u],
  ['follow', first('article_id', 'follow'), /^\w{16}$/u],
  ['reading', first('source_id', 'reading'), /^north /u],
  ['publish_entry', first('article_id', 'publish_entry'), /^\w{16}$/u],
])('a damaged row of %s is named and left out, and the rest goes on', async (table, where, row) => {
  for (const data of ['{"cut off', 'null', '{}']) {
    const { store, road, round, pageOf } = press()
    await round()
    expect(findDamage(store)).toEqual([])
    store.db.prepare(`UPDATE ${table} SET data = ? WHERE ${where}`).run(data)
    store.db.exec('INSERT OR IGNORE INTO publish_dirty SELECT id FROM article')
    expect(findDamage(store)).toEqual([{ table, row: expect.stringMatching(row) }])
    takeDamage()
    expect(examine(road).filter(({ kind }) => kind === 'silent')).toEqual([])
    await round()
    const met = takeDamage()
    expect(met.map((one) => one.table)).toEqual([table])
    expect(met[0]?.row).toMatch(row)
    expect([pageOf('north.example/2'), pageOf('south.example/2')]).not.toContain(null)
  }
})

test('an article whose row is damaged keeps its page, and can be taken back', async () => {
  const { store, road, round, publish, pageOf } = press()
  await round()
  const id = String(store.db.prepare("SELECT id FROM article WHERE item_key LIKE '%north%'").get()?.id)
  store.db.prepare("UPDATE article SET data = '{' WHERE id = ?").run(id)
  await round()
  expect(pageOf('north.example/1')).not.toBeNull()
  expect(withdrawArticle(road, id, null)).toBe(true)
  await publish()
  expect(pageOf('north.example/1')).toBeNull()
  await round()
  expect(store.db.prepare('SELECT COUNT(*) AS n FROM article').get()).toEqual({ n: 6 })
})
