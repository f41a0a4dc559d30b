import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import type { Get } from '../net/get.ts'
import { collectAll, readAll, withdrawArticle } from '../pipeline.ts'
import { openStore } from '../store/store.ts'
import type { Article } from '../types.ts'
import type { Road } from './road.ts'

const begin = '2026-11-23T08:00:00Z'
const origin = 'https://x.example'

type Said = { guid: string; path: string; title: string }

/** Sources `x` and `y`; pages by path, `→ path` for one that redirects. */
function press() {
  let now = begin
  const store = openStore(tempFolder('own-page'))
  const pages: Record<string, string> = {}
  const feeds: Record<string, Said[]> = { x: [], y: [] }
  const follow = (url: string): string => {
    const to = /^→ (.*)$/u.exec(pages[url.slice(origin.length)] ?? '')?.[1]
    return to === undefined ? url : follow(origin + to)
  }
  const get: Get = async (asked) => {
    const url = follow(asked)
    const name = /\/rss\/(\w)$/u.exec(url)?.[1]
    const text = name === undefined ? (pages[url.slice(origin.length)] ?? '') : rss(feeds[name] ?? [])
    const bytes = new TextEncoder().encode(text)
    const status = text === '' ? 404 : 200
    return { url, status, headers: {}, bytes, text, charset: 'utf-8', redirects: [], fetchedAt: now }
  }
  const warned: string[] = []
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds: ['x', 'y'].map((id) => ({ id: `${origin}/rss/${id}`, sourceId: id, url: `${origin}/rss/${id}` })),
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: (message) => void warned.push(message) },
    width: 1,
  }
  const round = async (said: Record<string, Said[]>): Promise<void> => {
    Object.assign(feeds, said)
    await collectAll(road, { everyFeed: true })
    await readAll(road)
  }
  const articles = (): Article[] =>
    store.db
      .prepare('SELECT data FROM article ORDER BY rowid')
      .all()
      .map((row) => JSON.parse(String(row.data)) as Article)
  const short = (): string[] => articles().map(({ headline, completeness }) => `${headline}: ${completeness.verdict}`)
  const wait = (until: string): void => {
    now = until
  }
  return { store, road, pages, round, articles, short, warned, wait }
}

function rss(items: Said[]): string {
  const told = items.map(
    ({ guid, path, title }) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>${origin}${path}</link>` +
      `<description>In short: ${title.toLowerCase()}.</description></item>`,
  )
  return `<rss version="2.0"><channel><title>X</title>${told.join('')}</channel></rss>`
}

function page(headline: string, about = headline, head = ''): string {
  const told = [1, 2, 3, 4].map(
    (at) =>
      `<p>Of ${about} the wardens wrote in book ${at} that ${at + 6} boats had passed the lock before noon, and that the ` +
      `keeper had counted each of them twice while the water stood ${at + 2} hands below the mark of ${about}.</p>`,
  )
  return `<html><head><title>${headline}</title>${head}</head><body><article><h1>${headline}</h1>${told.join('')}</article></body></html>`
}

const ferry = { guid: 'a', path: '/ferry', title: 'The ferry stops for the winter' }
const otters = { guid: 'b', path: '/otters', title: 'Otters return to the Aune' }
const mill = { guid: 'c', path: '/mill', title: 'Council buys the old mill' }

test('items that are led to one page of another story get the text of the feed, with the reason', async () => {
  const { pages, round, articles, short } = press()
  Object.assign(pages, {
    '/ferry': '→ /gone',
    '/otters': '→ /gone',
    '/mill': '→ /gone',
    '/gone': page('From our archive'),
  })
  await round({ x: [ferry, otters, mill] })
  expect(short()).toEqual([
    'The ferry stops for the winter: teaser',
    'Otters return to the Aune: teaser',
    'Council buys the old mill: teaser',
  ])
  expect(articles()[1]?.passages.map(({ text }) => text)).toEqual(['In short: otters return to the aune.'])
  expect(articles()[1]?.completeness.signs[0]?.detail).toContain('it tells of "From our archive" and has no word of')
})

test('a page that holds the words of several headlines is the first one’s alone, at every later try too', async () => {
  const { pages, round, short, articles, wait } = press()
  const both = 'the ferry that stops for the winter and the otters that return to the Aune'
  Object.assign(pages, { '/ferry': '→ /list', '/otters': '→ /list', '/list': page('From our archive', both) })
  await round({ x: [ferry, otters] })
  wait('2026-11-23T09:00:00Z')
  await round({ x: [ferry, otters] })
  expect(short()).toEqual(['From our archive: whole', 'Otters return to the Aune: teaser'])
  expect(articles()[1]?.completeness.signs[0]?.detail).toContain('it shows the text of "From our archive"')
})

test('pages of one text at addresses of their own, which do not bear the headline, are not printed under it', async () => {
  const { pages, round, short } = press()
  const soft = page('Our press keeps many stories', 'the press')
  Object.assign(pages, { '/ferry': soft, '/otters': soft })
  await round({ x: [ferry, otters] })
  expect(short()).toEqual(['The ferry stops for the winter: teaser', 'Otters return to the Aune: teaser'])
})

test('pages that say in other words each that an address is not there are not printed under its headline', async () => {
  const { pages, round, short } = press()
  const soft = (path: string): string =>
    page('Our press keeps many stories', 'the press').replace(
      '</article>',
      `<p>We looked for ${path} in vain.</p></article>`,
    )
  Object.assign(pages, { '/ferry': soft('/ferry'), '/otters': soft('/otters'), '/mill': page(mill.title, 'the press') })
  await round({ x: [ferry, otters, mill] })
  expect(short()).toEqual([
    'The ferry stops for the winter: teaser',
    'Otters return to the Aune: teaser',
    'Council buys the old mill: whole',
  ])
})

test('an item that is led to the front page gets the text of the feed', async () => {
  const { pages, round, articles } = press()
  Object.assign(pages, { '/ferry': '→ /', '/': page('All the news') })
  await round({ x: [ferry] })
  expect(articles()[0]?.completeness).toMatchObject({ verdict: 'teaser' })
  expect(articles()[0]?.completeness.signs[0]?.detail).toContain('it leads to the front page')
})

test('one article told by two items under two addresses is one article', async () => {
  const { pages, round, short } = press()
  Object.assign(pages, { '/ferry': page(ferry.title), '/r/77': '→ /ferry' })
  await round({ x: [ferry, { guid: 'z', path: '/r/77', title: 'The ferry stops for winter' }] })
  expect(short()).toEqual(['The ferry stops for the winter: whole'])
})

test('a text that an outlet prints under two addresses with two headlines of its own stands under both', async () => {
  const { pages, round, short } = press()
  Object.assign(pages, { '/ferry': page(ferry.title, 'the lock'), '/mill': page(mill.title, 'the lock') })
  await round({ x: [ferry, mill] })
  expect(short()).toEqual(['The ferry stops for the winter: whole', 'Council buys the old mill: whole'])
})

test('an address that shows another text later has another article', async () => {
  const { pages, round, short } = press()
  pages['/today'] = page('The day in pictures', 'Monday')
  const monday = { guid: 'd1', path: '/today', title: 'The day in pictures' }
  await round({ x: [monday] })
  const cranes = 'Cranes rest on the mudflats while two girls sell plums from a handcart at the north gate. '
  pages['/today'] =
    `<html><body><article><h1>The day in pictures</h1><p>${cranes.repeat(6)}</p></article></body></html>`
  await round({ x: [{ ...monday, guid: 'd2' }, monday] })
  expect(short()).toEqual(['The day in pictures: whole', 'The day in pictures: whole'])
})

test.each<[string, Said, string]>([
  ['under a new guid', { ...ferry, guid: 'new' }, 'x'],
  ['under a new guid and another headline', { ...ferry, guid: 'new', title: 'No boats this winter' }, 'x'],
  ['through another source', { ...ferry, guid: 'new' }, 'y'],
  ['at another address', { guid: 'new', path: '/again', title: 'Boats are laid up' }, 'x'],
])('an article that was withdrawn does not come back %s', async (_, again, source) => {
  const { store, road, pages, round, articles } = press()
  Object.assign(pages, { '/ferry': page(ferry.title), '/again': page('Boats are laid up', ferry.title) })
  await round({ x: [ferry] })
  withdrawArticle(road, articles()[0]?.id ?? '', null)
  await round({ x: [], [source]: [again] })
  const shown = store.db.prepare('SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM withdrawal)').all()
  expect(shown).toEqual([])
})

test('an article beside a withdrawn one is published', async () => {
  const { store, road, pages, round, articles } = press()
  Object.assign(pages, { '/ferry': page(ferry.title), '/mill': page(mill.title) })
  await round({ x: [ferry] })
  withdrawArticle(road, articles()[0]?.id ?? '', null)
  await round({ x: [ferry, mill] })
  expect(store.db.prepare('SELECT COUNT(*) AS n FROM withdrawal').get()).toEqual({ n: 1 })
  expect(articles().map(({ headline }) => headline)).toContain('Council buys the old mill')
})
