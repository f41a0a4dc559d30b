import { expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import type { FeedState } from '../types/feed-state.ts'
import { collectFeed } from './collect.ts'
import { linkedFeeds } from './find-feeds.ts'
import { nextDue } from './schedule.ts'

const at = '2026-11-23T08:00:00Z'
const feed = { id: 'saltmere', sourceId: 'saltmere', url: 'https://outlet.example/feed.xml' }
const fresh: FeedState = {
  feedId: 'saltmere',
  etag: null,
  lastModified: null,
  hash: null,
  checkedAt: null,
  nextDueAt: null,
  failures: 0,
  error: null,
  status: 'active',
  movedTo: null,
}
const xml = '<rss version="2.0"><channel><item><title>One</title><guid>1</guid></item></channel></rss>'

/** A second real `Get`: one fixed answer. */
const answering =
  (answer: Partial<Got>): Get =>
  (url) =>
    Promise.resolve({
      url,
      status: 200,
      headers: {},
      bytes: Buffer.from(answer.text ?? ''),
      text: '',
      charset: 'utf-8',
      redirects: [],
      fetchedAt: at,
      ...answer,
    })
const collect = (get: Get, state: FeedState = fresh) => collectFeed(feed, state, { get, now: () => at })

test('collectFeed() keeps both marks, and the same bytes are unchanged', async () => {
  const get = answering({ text: xml, headers: { etag: 'W/"1"', 'last-modified': 'some day' } })
  const first = await collect(get)
  expect([first.outcome, first.state.etag, first.state.lastModified]).toEqual(['new', 'W/"1"', 'some day'])
  expect((await collect(get, first.state)).outcome).toBe('unchanged')
})

test('collectFeed() keeps the old marks when a page stands where the feed was', async () => {
  const failed = await collect(answering({ text: '<html>Hi</html>', headers: { etag: '"2"' } }), {
    ...fresh,
    etag: '"1"',
  })
  expect([failed.outcome, failed.state.etag, failed.state.failures]).toEqual(['failed', '"1"', 1])
  expect(failed.message).toContain('an HTML page')
})

test('collectFeed() ends a feed that is gone', async () => {
  const { state, message } = await collect(answering({ status: 410 }))
  expect(state.status).toBe('gone')
  expect(message).toContain('it is not asked again; when it is back: waikan run collect --all-feeds')
})

test('collectFeed() waits as long as Retry-After says', async () => {
  const failed = await collect(answering({ status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 20:00:00 GMT' } }))
  expect(failed.state.nextDueAt).toBe('2026-11-23T20:00:00Z')
})

test('collectFeed() turns a failed request into data', async () => {
  const get: Get = (url) => Promise.reject(new FetchError('Cannot fetch: reset', { url, retryable: true }))
  expect(await collect(get)).toMatchObject({ outcome: 'failed', message: 'Cannot fetch: reset' })
})

test('collectFeed() believes a move after three agreeing answers', async () => {
  const to = 'https://new.example/feed.xml'
  const get = answering({ url: to, text: xml, redirects: [{ status: 301, to }] })
  let state = fresh
  for (let visit = 0; visit < 3; visit++) state = (await collect(get, state)).state
  expect(state.movedTo).toEqual({ url: to, times: 3 })
  const asked: string[] = []
  await collect((url, options) => {
    asked.push(url)
    return answering({ text: xml })(url, options)
  }, state)
  expect(asked).toEqual([to])
})

test('nextDue() never asks before max-age and backs off to a day', () => {
  expect(nextDue(at, { headers: { 'cache-control': 'max-age=14400' }, failures: 0 })).toBe('2026-11-23T12:00:00Z')
  expect(nextDue(at, { headers: {}, failures: 30 })).toBe('2026-11-24T08:00:00Z')
})

test('linkedFeeds() finds what a page names', () => {
  const html =
    '<link rel=alternate type="application/rss+xml" href="/feed?a=1&amp;b=2"><link rel="stylesheet" href="x.css">'
  expect(linkedFeeds(html, 'https://a.example/b/')).toEqual(['https://a.example/feed?a=1&b=2'])
})

test('collectFeed() says nothing of what a redirect’s address holds for one reader', async () => {
  const target = 'https://cdn.example/private/k7WQx2mR9p/feed.xml?x=Zq81LmN0vT'
  const dead: Get = () =>
    Promise.reject(new FetchError(`Cannot fetch "${target}": nothing answers`, { url: target, retryable: true }))
  const page = answering({ url: target, text: '<html>Hi</html>' })
  const moved = answering({ url: target, text: xml, redirects: [{ status: 301, to: target }] })
  const before = { ...fresh, movedTo: { url: target, times: 2 } }
  const messages = [await collect(dead), await collect(page), await collect(moved, before)].map((one) => one.message)
  expect(messages.join('\n')).not.toMatch(/k7WQx2mR9p|Zq81LmN0vT/u)
  expect(messages[0]).toBe('Cannot fetch "https://cdn.example/private/***/feed.xml?x=***": nothing answers')
  expect(messages[2]).toContain('Feed moved for good')
})
