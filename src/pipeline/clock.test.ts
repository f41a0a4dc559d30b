import { expect, test } from 'vitest'
import type { Get } from '../net/get.ts'
import { collectAll, publishAll, readAll } from '../pipeline.ts'
import { articleHistory } from '../store/articles.ts'
import { followOf, revisionsOf, saveFollow, saveRevision } from '../store/follow.ts'
import { storedHolds } from '../store/holds.ts'
import { openStore } from '../store/store.ts'
import { tempFolder } from '../../test/temp-folder.ts'
import type { Article } from '../types.ts'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Road } from './road.ts'

const today = '2026-11-23T08:00:00Z'
const nextYear = '2027-11-23T08:00:00Z'
const lastYear = '2025-11-23T08:00:00Z'

/** A press that follows `hosts`, whose clocks say `today`; each feed has one item without a date, named after the round. */
function press(hosts: string[], served: string | null = today) {
  const store = openStore(':memory:')
  const folder = tempFolder('clock')
  let now = today
  const asked: string[] = []
  const warned: string[] = []
  const get: Get = async (url, { termsOnly = false }) => {
    // What the site says of texts is answered without a request of the feed.
    if (!termsOnly) asked.push(url)
    const host = new URL(url).hostname
    const name = `${host} in round ${now.slice(0, 4)}`
    const text = url.endsWith('/rss')
      ? `<rss version="2.0"><channel><title>${host}</title><item><guid>${name}</guid><title>${name}</title>` +
        `<description>Boards were laid on the weir of ${name}.</description></item></channel></rss>`
      : ''
    const headers: Record<string, string> = served === null ? {} : { date: new Date(served).toUTCString() }
    const bytes = new TextEncoder().encode(text)
    return {
      url,
      status: text === '' ? 404 : 200,
      headers,
      bytes,
      text,
      charset: 'utf-8',
      redirects: [],
      fetchedAt: now,
    }
  }
  const facts = { homepage: null, language: 'en', rights: 'full' as const, expiresAfterDays: 90, images: true }
  const road: Road = {
    store,
    get,
    now: () => now,
    checkClock: true,
    sources: hosts.map((id) => ({ id, name: id, ...facts })),
    feeds: hosts.map((id) => ({ id: `https://${id}/rss`, sourceId: id, url: `https://${id}/rss` })),
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: (message) => void warned.push(message) },
    width: 16,
  }
  const round = async (at: string, { everyFeed = true } = {}): Promise<void> => {
    now = at
    await collectAll(road, { everyFeed })
    await readAll(road)
    await publishAll(road, { site: { title: 'W', tagline: '', language: 'en' }, folder })
  }
  const seen = (): string[] =>
    store.db
      .prepare('SELECT data FROM article ORDER BY rowid')
      .all()
      .map((row) => (JSON.parse(String(row.data)) as Article).firstSeenAt)
  const weeks = (): string[] => globSync('w/*', { cwd: join(folder, 'site') })
  return { store, road, round, asked, warned, seen, weeks }
}

const many = Array.from({ length: 20 }, (_, at) => `h${at}.example`)

test.each([
  ['a year ahead', nextYear],
  ['a year behind', lastYear],
])('collectAll() keeps nothing with a clock that is %s by the servers, and asks few', async (_, wrong) => {
  const { round, asked, seen } = press(many)
  await round(today)
  const before = asked.length
  await expect(round(wrong)).rejects.toThrow(`this machine says ${wrong}, the servers say ${today}; set the clock`)
  expect(asked.length - before).toBeLessThanOrEqual(4)
  expect(seen()).toEqual(many.map(() => today))
})

test('collectAll() believes no single server against the clock, and none without a clock', async () => {
  const single = press(['a.example'], nextYear)
  await single.round(today)
  const silent = press(many.slice(0, 3), null)
  await silent.round(today)
  await silent.round(nextYear)
  expect([single.seen().length, silent.seen().length]).toEqual([1, 6])
})

test('what a wrong clock dated ahead is taken back when the clock is right, on the site too', async () => {
  const { store, road, round, seen, weeks, warned } = press(['a.example'])
  await round(today)
  await round(nextYear)
  const [first, second] = store.db.prepare('SELECT id FROM article ORDER BY rowid').all()
  const follow = { look: 0, etag: null, lastModified: null, failures: 0, error: null, absent: 0, gone: null }
  saveFollow(store, { ...follow, articleId: String(second?.id), nextAt: '2027-11-23T09:00:00Z', lookedAt: nextYear })
  expect(weeks()).toEqual(['w/2026-W48', 'w/2027-W47'])
  expect(store.db.prepare('SELECT expires_at FROM publish_entry WHERE article_id = ?').get(String(first?.id))).toEqual({
    expires_at: null,
  })
  await round('2026-11-23T10:00:00Z')
  expect(seen().toSorted()).toEqual([today, '2026-11-23T10:00:00Z'])
  expect(warned).toContain('dates of a wrong clock taken back')
  expect(store.db.prepare('SELECT next_at FROM follow').get()).toEqual({ next_at: '2026-11-23T10:00:00Z' })
  const listed = "SELECT DISTINCT list FROM publish_member WHERE shown = 1 AND list LIKE 'w/%'"
  expect(store.db.prepare(listed).all()).toEqual([{ list: 'w/2026-W48' }])
  expect(store.db.prepare('SELECT COUNT(*) AS n FROM publish_entry WHERE expires_at IS NOT NULL').get()).toEqual({
    n: 2,
  })
  road.store.close()
})

test.each([
  ['a week', '2026-11-30T08:00:00Z', null],
  ['a night', '2026-11-23T20:00:00Z', null],
  ['a week, one outlet with a clock', '2026-11-30T08:00:00Z', today],
])(
  'a clock that was %s ahead, unproved, keeps no feed waiting, starts no storm and is told once',
  async (_, wrong, served) => {
    const due = { everyFeed: false }
    const { store, round, asked, warned } = press(served === null ? many : ['a.example'], served)
    const feeds = served === null ? many.length : 1
    await round(wrong, due)
    expect(asked).toHaveLength(feeds)
    const [article] = store.db.prepare('SELECT id FROM article').all()
    const follow = { look: 0, etag: null, lastModified: null, failures: 0, error: null, absent: 0, gone: null }
    const later = new Date(Date.parse(wrong) + 3_600_000).toISOString().replace('.000', '')
    saveFollow(store, { ...follow, articleId: String(article?.id), nextAt: later, lookedAt: wrong })
    storedHolds(store).set('slow.example', Date.parse(later))
    await round(today, due)
    await round('2026-11-23T08:05:00Z', due)
    expect(asked).toHaveLength(2 * feeds)
    expect(warned.filter((message) => /future|wrong clock/u.test(message))).toHaveLength(1)
    expect(storedHolds(store).get('slow.example')).toBe(Date.parse('2026-11-23T09:00:00Z'))
    const next = String(store.db.prepare('SELECT next_at FROM follow').get()?.next_at)
    expect(next <= '2026-11-23T09:00:00Z').toBe(true)
    await round('2026-11-23T10:00:00Z', due)
    expect(asked).toHaveLength(3 * feeds)
  },
)

const fiveHoursOn = '2026-11-23T13:00:00Z'

/** Two outlets that were read by a clock five hours ahead, and what became of an article then. */
async function aheadByHours(hosts: string[]) {
  const all = press(hosts)
  await all.round(fiveHoursOn)
  const { store } = all
  const articleId = String(store.db.prepare('SELECT id FROM article ORDER BY id').get()?.id)
  const follow = { look: 0, etag: null, lastModified: null, failures: 0, error: null, absent: 2 }
  const facts = { articleId, revision: 1, headline: null, standfirst: null, sentences: [], kept: 1 }
  store.transaction(() => {
    saveRevision(store, { ...facts, seenAt: fiveHoursOn, kind: 'edited' })
    const gone = { at: fiveHoursOn, status: 404 }
    const ofModel = JSON.stringify({ articleId, reviewedAt: fiveHoursOn, translatedAt: fiveHoursOn })
    for (const table of ['review', 'parallel'])
      store.db.prepare(`INSERT INTO ${table} VALUES (?, 1, 'a model', 'zh-Hans', ?)`).run(articleId, ofModel)
    saveFollow(store, { ...follow, articleId, nextAt: '2026-11-23T14:00:00Z', lookedAt: fiveHoursOn, gone })
  })
  const dates = () => {
    const article = articleHistory(store, articleId)[0]
    const edit = revisionsOf(store, articleId)[0]
    const page = followOf(store, articleId)
    const column = store.db.prepare('SELECT gone_at FROM follow').get()?.gone_at
    const ofModel = store.db
      .prepare(
        "SELECT r.data ->> '$.reviewedAt' AS reviewed, p.data ->> '$.translatedAt' AS translated FROM review r, parallel p",
      )
      .get()
    return {
      ...ofModel,
      seen: all.seen()[0],
      read: article?.readAt,
      edited: edit?.seenAt,
      gone: [page?.gone?.at, column],
    }
  }
  const told = () => all.warned.filter((message) => message !== 'page not read')
  return { ...all, dates, told, follow: () => followOf(store, articleId) }
}

test('what a clock dated some hours ahead is taken back where two servers have the time of this machine', async () => {
  const { round, dates, follow, told, store, seen } = await aheadByHours(['a.example', 'b.example'])
  await round('2026-11-23T08:03:00Z')
  const now = '2026-11-23T08:03:00Z'
  const ofModel = { reviewed: now, translated: now }
  expect(dates()).toEqual({ seen: now, read: now, edited: now, gone: [now, now], ...ofModel })
  expect(seen()).toEqual([now, now])
  expect(told()).toEqual(['dates of a wrong clock taken back'])
  expect(follow()?.nextAt).toBe('2026-11-23T09:03:00Z')
  const entries = store.db.prepare('SELECT DISTINCT sorted_at, changed_at FROM publish_entry').all()
  expect(entries).toEqual([{ sorted_at: now, changed_at: now }])
})

test.each([
  ['one server alone has it', ['a.example'], '2026-11-23T08:03:00Z'],
  ['the servers have another', ['a.example', 'b.example', 'c.example'], '2026-11-23T08:06:00Z'],
])('dates that are some hours ahead stay where %s', async (_, hosts, now) => {
  const { round, dates, told } = await aheadByHours(hosts)
  await round(now)
  expect(dates()).toMatchObject({ seen: fiveHoursOn, edited: fiveHoursOn })
  expect(told()).toEqual(['feeds were last asked in the future'])
})

test('a feed that is followed no more and was last asked in the future is not told for ever', async () => {
  const { road, round, warned } = press(many.slice(0, 3), null)
  await round('2026-11-30T08:00:00Z')
  road.feeds = road.feeds.slice(1)
  await round(today)
  await round('2026-11-23T10:00:00Z')
  expect(warned.filter((message) => /future/u.test(message))).toHaveLength(1)
})
