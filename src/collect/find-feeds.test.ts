import { expect, test } from 'vitest'
import type { Get } from '../net/get.ts'
import { findFeeds, linkedFeeds } from './find-feeds.ts'

const page = 'https://gull.example/news/index.html'

test('linkedFeeds() reads links in any quotation, under the base of the page, comments last', () => {
  const html = `<base href="/de/"><link rel=alternate type=application/rss+xml title="Comments" href=comments/feed>
    <link rel='alternate' type='application/atom+xml' href='atom.xml?a=1&amp;b=2'><LINK REL="alternate" TYPE="text/xml" HREF="//cdn.example/f">
    <link rel="alternate" hreflang="fr" href="/fr/"><link rel="stylesheet" href="/x.css">`
  expect(linkedFeeds(html, page)).toEqual([
    'https://gull.example/de/atom.xml?a=1&b=2',
    'https://cdn.example/f',
    'https://gull.example/de/comments/feed',
  ])
})

test('findFeeds() tries the usual paths of the folder, then of the site, one at a time until one answers', async () => {
  const asked: string[] = []
  const get: Get = (url) => {
    asked.push(url)
    const text = url === 'https://gull.example/rss' ? '<rss><channel><title>Gull</title></channel></rss>' : '<p>Hi</p>'
    const none = { headers: {}, bytes: Buffer.from(text), charset: 'utf-8', redirects: [] }
    return Promise.resolve({ ...none, url, status: 200, text, fetchedAt: '2026-11-23T08:00:00Z' })
  }
  const { feeds } = await findFeeds(page, get)
  expect(feeds.map(({ url }) => url)).toEqual(['https://gull.example/rss'])
  expect(asked.map((url) => new URL(url).pathname)).toEqual([
    '/news/index.html',
    '/news/feed',
    '/news/rss',
    '/news/feed.xml',
    '/news/rss.xml',
    '/feed',
    '/rss',
  ])
})

type Answer = { status?: number; text?: string; redirects?: { status: number; to: string }[] }

/** A network of literal answers, 404 for anything else; `asked`: every address that was asked for. */
function network(answers: Record<string, Answer>): { get: Get; asked: string[] } {
  const asked: string[] = []
  const get: Get = (url) => {
    asked.push(url)
    const { text = '', redirects = [], status = answers[url] === undefined ? 404 : 200 } = answers[url] ?? {}
    const none = { headers: {}, bytes: Buffer.from(text), charset: 'utf-8', fetchedAt: '2026-11-23T08:00:00Z' }
    return Promise.resolve({ ...none, url: redirects.at(-1)?.to ?? url, status, text, redirects })
  }
  return { get, asked }
}

const rss = '<rss><channel><title>Tern</title></channel></rss>'

test.each([
  [[302], 'https://tern.example/news', null],
  [[303], 'https://tern.example/news', null],
  [[307], 'https://tern.example/news', null],
  [[301, 302], 'https://tern.example/news', null],
  [[301], 'https://tern.example/hop0.xml', 'https://tern.example/hop0.xml'],
  [[301, 308], 'https://tern.example/hop1.xml', 'https://tern.example/hop1.xml'],
])('findFeeds() takes the address behind permanent redirects alone: %j', async (statuses, url, movedTo) => {
  const redirects = statuses.map((status, at) => ({ status, to: `https://tern.example/hop${at}.xml` }))
  const search = await findFeeds(
    'https://tern.example/news',
    network({ 'https://tern.example/news': { text: rss, redirects } }).get,
  )
  expect([search.feeds[0]?.url, search.movedTo]).toEqual([url, movedTo])
  expect(search.feeds[0]?.at).toBe(redirects.at(-1)?.to)
})

test('findFeeds() asks no address twice', async () => {
  const { get, asked } = network({})
  await findFeeds('https://tern.example/feed.xml', get)
  expect(asked).toEqual([
    'https://tern.example/feed.xml',
    'https://tern.example/feed',
    'https://tern.example/rss',
    'https://tern.example/rss.xml',
    'https://tern.example/atom.xml',
    'https://tern.example/index.xml',
    'https://tern.example/feed.json',
    'https://tern.example/feeds/posts/default',
    'https://tern.example/?feed=rss2',
  ])
  const links =
    '<link rel="alternate" type="application/rss+xml" href="/rss#top"><a href="/rss">RSS</a><a href="/#feed">'
  const page = network({ 'https://tern.example/': { text: links } })
  const { missed } = await findFeeds('https://tern.example/', page.get)
  expect(missed).toEqual([{ url: 'https://tern.example/rss#top', why: 'server answered 404' }])
  expect(page.asked.filter((url) => url.includes('/rss') && !url.includes('rss.xml'))).toEqual([
    'https://tern.example/rss#top',
  ])
})

test('findFeeds() has a site that leads every guess to its front page asked for that once', async () => {
  const told: boolean[] = []
  const get: Get = async (url, { asked }) => {
    const to = 'https://tern.example/'
    const isHome = url === to
    if (!isHome) told.push(asked?.has(to) === true)
    const none = { headers: {}, bytes: Buffer.from(''), charset: 'utf-8', fetchedAt: '2026-11-23T08:00:00Z', text: '' }
    return isHome
      ? { ...none, url, status: 200, redirects: [] }
      : { ...none, url, status: 302, redirects: [{ status: 302, to }] }
  }
  expect((await findFeeds('https://tern.example/', get)).feeds).toEqual([])
  expect(told).toEqual(Array.from({ length: 9 }, () => true))
})

test('findFeeds() lists a feed once that a page names under its address and under one that leads there', async () => {
  const names = ['/rss.xml', '/old.xml'].map(
    (href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`,
  )
  const redirects = [{ status: 301, to: 'https://tern.example/rss.xml' }]
  const { get } = network({
    'https://tern.example/': { text: names.join('') },
    'https://tern.example/rss.xml': { text: rss },
    'https://tern.example/old.xml': { status: 301, redirects },
  })
  const { feeds, missed } = await findFeeds('https://tern.example/', get)
  expect([feeds.map(({ url }) => url), missed]).toEqual([['https://tern.example/rss.xml'], []])
})

test('findFeeds() ends at an address that is gone for good, not where a redirect for now led to such a one', async () => {
  const gone = network({ 'https://tern.example/old': { status: 410 } })
  expect((await findFeeds('https://tern.example/old', gone.get)).isGone).toBe(true)
  expect(gone.asked).toEqual(['https://tern.example/old'])
  const redirects = [{ status: 302, to: 'https://tern.example/away' }]
  const lent = network({
    'https://tern.example/old': { status: 410, redirects },
    'https://tern.example/feed': { text: rss },
  })
  const search = await findFeeds('https://tern.example/old', lent.get)
  expect([search.isGone, search.feeds[0]?.url]).toEqual([false, 'https://tern.example/feed'])
})

test('linkedFeeds() takes rel="feed" without a type, as HTML once had it', () => {
  expect(linkedFeeds('<link rel="feed" href="/all.xml"><link rel="alternate" href="/en/">', page)).toEqual([
    'https://gull.example/all.xml',
  ])
})
