import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { saveArticle } from '../store/articles.ts'
import { add, article, now, press, read, site, source } from '../../test/small-press.ts'
import { tempFolder } from '../../test/temp-folder.ts'
import { clearReviewState, saveReviewState } from '../store/model-calls.ts'
import { saveFollow } from '../store/follow.ts'
import { withdraw } from '../store/publishing.ts'
import { filesSince } from '../store/publishing-files.ts'
import { type Store } from '../store/store.ts'

import { publishSite } from './publish.ts'
import { steps } from './settle.ts'
import { writeOut } from './write-out.ts'

test('publishSite() makes what a page leads to before the page: feeds and search before the front page, of a new source too', async () => {
  const { store, publish } = press([source('north'), source('south')])
  add(store, 0, 2)
  const at = (paths: string[], path: string): number => {
    expect(paths).toContain(path)
    return paths.indexOf(path)
  }
  const fresh = (await publish()).paths
  for (const path of ['feed.xml', 'feed.json', 'search/index.json', 'source/north/feed.xml', 'about/index.html'])
    expect(at(fresh, path)).toBeLessThan(at(fresh, 'index.html'))
  saveArticle(store, article(2, { sourceId: 'south', language: 'fr' }), 'new source')
  const later = (await publish()).paths
  for (const path of ['source/south/feed.xml', 'lang/fr/atom.xml', 'source/south/index.html'])
    for (const page of ['w/2026-W40/index.html', 'sources/index.html', 'index.html'])
      expect(at(later, path)).toBeLessThan(at(later, page))
})

test('publishSite() says on the page what the outlet shows in place of the text now, and no longer when it is back', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 1)
  await publish()
  const [path = ''] = globSync('a/a00000/*/index.html', { cwd: folder })
  const follow = { look: 1, nextAt: null, lookedAt: now, etag: null, lastModified: null, failures: 0, error: null }
  const state = { ...follow, articleId: 'a00000', absent: 0, gone: null }
  saveFollow(store, { ...state, nowShows: 'other-text' })
  expect((await publish()).paths).toContain(path)
  expect(read(folder)[path]).toContain('原网页现在显示的是别的文字')
  saveFollow(store, state)
  await publish()
  expect(read(folder)[path]).not.toContain('原网页现在')
})

test('writeOut() leaves the page of a withdrawn article until every page that led to it is made anew', async () => {
  const { store, folder, shelf, publish } = press()
  add(store, 0, 3)
  await publish()
  const [path = ''] = globSync('a/a00002/*/index.html', { cwd: folder })
  withdraw(store, 'a00002', { at: now, reason: null })
  await publish()
  const work = { step: steps.redirect, rank: '', key: path.replace(/^a\/|\/index\.html$/gu, '') }
  const outcome = writeOut(work, { shelf, site, sources: new Map([['north', source('north')]]), now })
  expect(outcome).toEqual({ files: [], remove: [], more: [{ step: steps.deletion, rank: '', key: path }] })
})

test('publishSite() gives the same bytes piece by piece as in one full build', async () => {
  const { store, folder, publish } = press()
  for (const [from, to] of [
    [0, 1],
    [1, 19],
    [19, 45],
    [45, 46],
    [46, 83],
  ] as const) {
    add(store, from, to)
    await publish()
  }
  saveArticle(store, article(7, { revision: 2, headline: 'A new headline' }), 'edited')
  await publish()
  const fresh = tempFolder('fresh')
  const pieces = read(folder)
  await publish(fresh, { full: true })
  expect(read(fresh)).toEqual(pieces)
})

test.each([
  ['an edit of an article that stands on a full page', (store: Store) => edit(store, 3)],
  ['an article taken back from a full page', (store: Store) => withdraw(store, 'a00003', { at: now, reason: null })],
  ['an edit of the newest article', (store: Store) => edit(store, 70)],
])('publishSite() counts %s in every list that counts it', async (_, change) => {
  const { store, folder, publish } = press([source('north'), source('south')])
  for (let number = 0; number < 71; number++)
    saveArticle(store, { ...article(number), publishedAt: '2026-10-07T08:00:00Z' }, String(number))
  saveArticle(store, article(71, { sourceId: 'south' }), '71')
  await publish()
  change(store)
  await publish()
  const fresh = tempFolder('fresh')
  const pieces = read(folder)
  await publish(fresh, { full: true })
  expect(read(fresh)).toEqual(pieces)
})

/** The outlet gives an article a new headline and cuts it: lists show the one and count the other. */
function edit(store: Store, number: number): void {
  const completeness = { verdict: 'cut' as const, signs: [], shareMissing: null }
  const publishedAt = '2026-10-07T08:00:00Z'
  saveArticle(store, article(number, { revision: 2, headline: 'Another', completeness, publishedAt }), 'edited')
}

test('publishSite() writes nothing that leads to a page that is not there yet', async () => {
  const { store, folder, publish, shelf } = press()
  add(store, 0, 45)
  await publish()
  // A new week and month, and an old article that the outlet now dates into them.
  add(store, 500, 560)
  saveArticle(store, { ...article(7), revision: 2, publishedAt: article(540).publishedAt }, 'moved')
  const dead = new Set<string>()
  const watching = {
    ...shelf,
    doneWork(work: Parameters<typeof shelf.doneWork>[0]) {
      for (const link of deadLinks(folder)) dead.add(link)
      shelf.doneWork(work)
    },
  }
  await publishSite({ site, shelf: watching, folder, now })
  expect([...dead]).toEqual([])
})

/** Links to nowhere on the pages that a reader comes to from the front page. */
function deadLinks(folder: string): string[] {
  const seen = new Set(['index.html'])
  const dead: string[] = []
  for (const page of seen) {
    for (const [, href = ''] of readFileSync(join(folder, page), 'utf8').matchAll(/<a [^>]*href="([^"#:]+)"/gu)) {
      const to = decodeURIComponent(join(dirname(page), href))
      if (!existsSync(join(folder, to))) dead.push(`${page} to ${to}`)
      else if (to.endsWith('.html')) seen.add(to)
    }
  }
  return dead
}

test('publishSite() says on the page that a review waits for budget, and takes it back when it is there', async () => {
  const { store, folder, publish } = press([source('north')], 'ollama:some-model')
  add(store, 0, 1)
  const one = article(0)
  const told = { model: 'ollama:some-model', message: '', at: now }
  saveReviewState(store, one, { ...told, state: 'waiting-for-budget' })
  await publish()
  const page = () => readFileSync(join(folder, 'a/a00000/détente-létat-0-50-b-英/index.html'), 'utf8')
  expect(page()).toContain('今天的预算已用完')
  saveReviewState(store, one, { ...told, state: 'failed' })
  await publish()
  expect(page()).toContain('模型没有应答')
  clearReviewState(store, one, 'ollama:some-model')
  await publish()
  expect(page()).not.toContain('述评尚未写成')
})

test('publishSite() writes nothing when nothing changed', async () => {
  const { store, publish } = press()
  add(store, 0, 25)
  await publish()
  expect(await publish()).toEqual({ written: 0, deleted: 0, unchanged: 0, paths: [] })
})

test('publishSite() never changes a full page when articles are added', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 61)
  await publish()
  const before = readFileSync(join(folder, 'page/1/index.html'), 'utf8')
  add(store, 61, 62)
  const { paths } = await publish()
  expect(paths.filter((path) => path.includes('page/'))).toEqual([])
  expect(readFileSync(join(folder, 'page/1/index.html'), 'utf8')).toBe(before)
})

test('publishSite() leaves no link that leads nowhere', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 65)
  await publish()
  const files = read(folder)
  const dead = Object.entries(files).flatMap(([path, body]) =>
    path.endsWith('.html') && path !== '404.html'
      ? [...body.matchAll(/(?:href|src)="([^"#]+)"/gu)]
          .map((found) => found[1] ?? '')
          .filter((href) => !/^(?:https?|data):/u.test(href))
          .map((href) => decodeURIComponent(join(dirname(path), href.endsWith('/') ? `${href}index.html` : href)))
          .filter((target) => !(target in files))
      : [],
  )
  expect(dead).toEqual([])
})

test('publishSite() keeps every letter of a headline in all three feeds', async () => {
  const { store, folder, publish } = press()
  add(store, 3, 4)
  await publish()
  const title = 'Détente & “l’État” 3: 50 % <b> / 「英」'
  const rss = parseFeed(readFileSync(join(folder, 'feed.xml'), 'utf8')).feed as { items: { title: string }[] }
  const atom = parseFeed(readFileSync(join(folder, 'atom.xml'), 'utf8')).feed as { entries: { title: unknown }[] }
  const json = parseFeed(readFileSync(join(folder, 'feed.json'), 'utf8')).feed as { items: { title: string }[] }
  expect(rss.items[0]?.title).toBe(title)
  expect(JSON.stringify(atom.entries[0]?.title)).toContain(JSON.stringify(title).slice(1, -1))
  expect(json.items[0]?.title).toBe(title)
})

test('publishSite() mends files that were altered or lost when everything is asked for', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 3)
  await publish()
  const before = read(folder)
  writeFileSync(join(folder, 'a/a00001/index.json'), 'something else')
  rmSync(join(folder, 'feed.xml'))
  const { paths } = await publish(folder, { full: true })
  expect(read(folder)).toEqual(before)
  expect(paths.toSorted()).toEqual(['a/a00001/index.json', 'feed.xml'])
})

test('filesSince() tells articles before lists, the front page later, and what was taken away', async () => {
  const { store, folder, publish, shelf } = press()
  add(store, 0, 45)
  await publish(folder, { compress: true })
  const later = '2026-11-24T08:00:00Z'
  withdraw(store, 'a00001', { at: later, reason: null })
  await publishSite({ site, shelf, folder, now: later, compress: true })
  const changed = [...filesSince(store, later)]
  expect(changed.filter(({ gone }) => gone).map(({ path }) => path)).toEqual([
    'a/a00001/détente-létat-1-50-b-英/index.html',
    'a/a00001/détente-létat-1-50-b-英/index.html.br',
    'a/a00001/détente-létat-1-50-b-英/index.html.gz',
    'a/a00001/index.json.br',
    'a/a00001/index.json.gz',
  ])
  const written = changed.filter(({ gone }) => !gone).map(({ path }) => path)
  const at = (path: string) => written.findIndex((one) => one === path)
  expect(at('a/a00001/index.json')).toBeGreaterThanOrEqual(0)
  expect(at('page/1/index.html')).toBeGreaterThan(at('a/a00001/index.json'))
  expect(at('source/north/page/1/index.html')).toBeGreaterThan(at('a/a00001/index.json'))
  expect(at('m/2026-10/index.html')).toBeGreaterThan(at('page/1/index.html'))
  expect(at('sitemap/1.xml')).toBeGreaterThan(at('m/2026-10/index.html'))
  expect(at('about/index.html')).toBe(-1)
})

test('publishSite() leads on from the old address of a retitled article', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 1)
  await publish()
  saveArticle(store, article(0, { revision: 2, headline: 'Calm seas' }), 'edited')
  await publish()
  const old = readFileSync(join(folder, 'a/a00000/détente-létat-0-50-b-英/index.html'), 'utf8')
  expect(old).toContain('href="../../../a/a00000/calm-seas/index.html"')
})

/** The shelf of a process that dies at its `calls`-th call: SQLite keeps what was committed, nothing else. */
function dyingShelf<T extends object>(shelf: T, calls: number): T {
  let left = calls
  return new Proxy(shelf, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...rest: unknown[]): unknown => {
        if (--left < 0) throw new Error('killed')
        return Reflect.apply(value, target, rest)
      }
    },
  })
}

test.each([1, 3, 8, 40, 150, 320, 400, 470, 520, 600, 700, 850, 1000, 1300])(
  'publishSite() killed at call %i of the shelf gives the same site after one more run',
  async (calls) => {
    const { store, folder, publish, shelf } = press()
    add(store, 0, 59)
    await publish()
    add(store, 59, 62)
    saveArticle(store, article(7, { revision: 2, headline: 'A new headline' }), 'edited')
    withdraw(store, 'a00030', { at: now, reason: null })
    // The later calls lie behind the end of this run, which then is not killed at all.
    await Promise.allSettled([publishSite({ site, shelf: dyingShelf(shelf, calls), folder, now })])
    await publish()
    const resumed = read(folder)
    const fresh = tempFolder('fresh')
    await publish(fresh, { full: true })
    expect(Object.keys(resumed)).toEqual(Object.keys(read(fresh)))
    expect(resumed).toEqual(read(fresh))
  },
)

test('publishSite() names the article whose page cannot be made', async () => {
  const { store, publish, shelf } = press()
  add(store, 0, 3)
  const broken = {
    ...shelf,
    publication: (id: string) => ({
      ...shelf.publication(id),
      ...(id === 'a00001' ? { history: null, revisions: null } : {}),
    }),
  }
  await expect(publishSite({ site, shelf: broken as never, folder: tempFolder('broken'), now })).rejects.toThrow(
    '"a00001"',
  )
  await publish()
})

test('publishSite() says on the page that the text stood in a script only', async () => {
  const { store, folder, publish } = press()
  const signs = [{ code: 'text-from-script', detail: 'data of a script' }]
  saveArticle(store, article(1, { completeness: { verdict: 'whole', signs, shareMissing: null } }), 'shell')
  const { paths } = await publish()
  const page = readFileSync(join(folder, paths.find((path) => path.startsWith('a/a00001/')) ?? ''), 'utf8')
  expect(page).toContain('正文取自网页脚本载入的数据')
})

test('publishSite() keeps a hostile headline from ending the data block it stands in', async () => {
  const { store, folder, publish } = press()
  const headline = '</script><img src=x onerror=alert(1)> & "so"'
  saveArticle(store, article(1, { headline }), 'hostile')
  const { paths } = await publish()
  const page = readFileSync(join(folder, paths.find((path) => path.startsWith('a/a00001/')) ?? ''), 'utf8')
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(page)?.[1] ?? ''
  expect((JSON.parse(block) as { headline: string }).headline).toBe(headline)
  expect(page).not.toContain('<img')
})
