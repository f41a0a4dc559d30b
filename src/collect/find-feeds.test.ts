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

test('linkedFeeds() takes rel="feed" without a type, as HTML once had it', () => {
  expect(linkedFeeds('<link rel="feed" href="/all.xml"><link rel="alternate" href="/en/">', page)).toEqual([
    'https://gull.example/all.xml',
  ])
})
