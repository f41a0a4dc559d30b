import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saveArticle } from '../store/articles.ts'
import { add, article, now, passage, press, read, source } from '../../test/small-press.ts'
import { tempFolder } from '../../test/temp-folder.ts'
import { withdraw } from '../store/publishing.ts'
import { scanWithheld } from './scan-withheld.ts'

test('publishSite() removes every copy of a withdrawn article and leaves a tombstone', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 3)
  await publish()
  withdraw(store, 'a00001', { at: now, reason: null })
  await publish()
  expect(scanWithheld(folder, [`${passage} 1`, article(1).headline], 19)).toEqual([])
  expect(JSON.parse(readFileSync(join(folder, 'a/a00001/index.json'), 'utf8'))).toEqual({
    id: 'a00001',
    withdrawnAt: now,
  })
})

test('publishSite() shows nothing of an article under embargo, and all of it from then on', async () => {
  const { store, folder, publish } = press([{ ...source('north'), embargoHours: 6 }])
  saveArticle(store, article(0, { publishedAt: '2026-11-23T03:00:00Z', firstSeenAt: '2026-11-23T03:10:00Z' }), 'closed')
  saveArticle(store, article(1), 'open')
  await publish()
  expect(scanWithheld(folder, [`${passage} 0`], 19).map(({ path }) => path)).toEqual([])
  expect(existsSync(join(folder, 'a/a00000'))).toBe(false)
  await publish(folder, { now: '2026-11-23T08:59:59Z' })
  expect(existsSync(join(folder, 'a/a00000'))).toBe(false)
  await publish(folder, { now: '2026-11-23T09:00:00Z' })
  expect(readFileSync(join(folder, 'a/a00000/index.json'), 'utf8')).toContain(passage)
})

test('publishSite() takes a text down when it expires, counted from our first sight where an outlet dates it ahead', async () => {
  const { store, folder, publish } = press([{ ...source('north'), expiresAfterDays: 30 }])
  saveArticle(store, article(0, { publishedAt: '2099-01-01T00:00:00Z', firstSeenAt: '2026-11-01T00:00:00Z' }), 'ahead')
  await publish()
  expect(scanWithheld(folder, [`${passage} 0`]).length).toBeGreaterThan(0)
  await publish(folder, { now: '2026-12-01T00:00:00Z' })
  expect(scanWithheld(folder, [`${passage} 0`])).toEqual([])
})

test('publishSite() removes compressed twins of a withdrawn article too', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 3)
  await publish(folder, { compress: true })
  withdraw(store, 'a00001', { at: now, reason: null })
  await publish(folder, { compress: true })
  expect(scanWithheld(folder, [`${passage} 1`, article(1).headline], 19)).toEqual([])
  const fresh = tempFolder('fresh')
  const paths = Object.keys(read(folder))
  await publish(fresh, { compress: true })
  expect(paths).toEqual(Object.keys(read(fresh)))
})

test.each(['title', 'excerpt', 'private'] as const)(
  'publishSite() prints no text of a source with rights %s',
  async (rights) => {
    const { store, folder, publish } = press([source('north', rights)])
    add(store, 0, 2)
    await publish()
    expect(scanWithheld(folder, [passage])).toEqual([])
  },
)

test('publishSite() leaves no text in the facts beside it where only headlines may be shown', async () => {
  const { store, folder, publish } = press([source('north', 'title')])
  const facts = {
    keywords: [passage],
    section: passage,
    dateline: passage,
    otherHeadlines: [`${passage} ${passage} ${passage} ${passage} ${passage}`],
  }
  saveArticle(store, article(0, facts), 'bulky')
  await publish()
  expect(scanWithheld(folder, [passage])).toEqual([])
})

test('publishSite() takes every page of a source away that became private, its name too', async () => {
  const { store, folder, publish } = press([source('north'), source('south')])
  add(store, 0, 30)
  await publish()
  expect(existsSync(join(folder, 'source/north/index.html'))).toBe(true)
  const later = press([source('north', 'private'), source('south')], 'none', { store, folder })
  await later.publish()
  const left = Object.entries(read(folder)).filter(
    ([path, text]) => path.includes('north') || text.includes('Outlet north'),
  )
  expect(left.map(([path]) => path)).toEqual([])
})

test('scanWithheld() finds eight words in a row that a full source prints', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 1)
  await publish()
  expect(scanWithheld(folder, [passage]).length).toBeGreaterThan(0)
})
