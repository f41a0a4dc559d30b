import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { withdraw } from '../store/publishing.ts'
import { add, article, now, press, read } from '../../test/small-press.ts'

const twinOf = (html: string) => /<link rel="alternate" type="application\/json"[^>]*href="([^"]+)"/u.exec(html)?.[1]

test('publishSite() names on every page a JSON twin that is there and can be parsed', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 65)
  await publish()
  withdraw(store, 'a00001', { at: now, reason: null })
  await publish()
  const pages = Object.entries(read(folder)).filter(([path]) => path.endsWith('.html') && path !== '404.html')
  const wrong = pages.filter(([path, html]) => {
    const twin = twinOf(html)
    const file = join(folder, dirname(path), decodeURIComponent(twin ?? 'none'))
    return !existsSync(file) || typeof JSON.parse(readFileSync(file, 'utf8')) !== 'object'
  })
  expect(wrong.map(([path]) => path)).toEqual([])
  expect(pages.length).toBeGreaterThan(80)
})

test('the twin of a full page lists what the page shows, and leads to the page before it', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 65)
  await publish()
  const twin = (path: string) =>
    JSON.parse(readFileSync(join(folder, path), 'utf8')) as { next_url?: string; items: { id: string }[] }
  const second = twin('page/2/index.json')
  expect(second.items.map((item) => item.id)).toEqual(
    Array.from({ length: 20 }, (_, at) => `urn:waikan:a000${39 - at}`),
  )
  expect(second.next_url).toBe('https://press.example.org/daily/page/1/index.json')
  expect(twin('page/1/index.json').next_url).toBeUndefined()
  expect(twin('feed.json').next_url).toBe('https://press.example.org/daily/page/2/index.json')
})

test('a withdrawn article leaves the twin of its full page', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 65)
  await publish()
  const twin = () => readFileSync(join(folder, 'page/1/index.json'), 'utf8')
  expect(twin()).toContain('urn:waikan:a00003')
  withdraw(store, 'a00003', { at: now, reason: null })
  await publish()
  expect(twin()).not.toContain('a00003')
  expect(JSON.parse(twin())).toMatchObject({ items: expect.objectContaining({ length: 19 }) as unknown })
})

test('publishSite() touches no more than two files more for an article, its week and its month', async () => {
  const { store, publish } = press()
  add(store, 0, 64)
  await publish()
  add(store, 64, 65)
  const { paths } = await publish()
  expect(paths.filter((path) => path.endsWith('index.json') && !/^(?:a|search|sources|archive)\//u.test(path))).toEqual(
    [`m/${article(64).publishedAt?.slice(0, 7)}/index.json`, expect.stringMatching(/^w\/[^/]+\/index\.json$/u)],
  )
})
