import { expect, test } from 'vitest'
import type { Get } from '../net/get.ts'
import type { FeedState } from '../types/feed-state.ts'
import { collectFeed } from './collect.ts'

const own = 'https://harbour.example/feed'
const feed = { id: 'harbour', sourceId: 'harbour', url: own }
const never: FeedState = {
  feedId: 'harbour',
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
const text = '<rss version="2.0"><channel><item><title>Ebb</title><guid>1</guid></item></channel></rss>'

/** What each address answers: a status, or where it leads and by which redirect. */
type Web = Record<string, number | [301 | 302 | 308, string]>

/** Ask the feed `rounds` times in a web, from a state; `asked`: the first address of each round. */
async function ask(web: Web, { state = never, rounds = 1 }: { state?: FeedState; rounds?: number }) {
  const asked: string[] = []
  const get: Get = async (url) => {
    asked.push(url)
    const redirects: { status: number; to: string }[] = []
    let answer = web[url]
    while (Array.isArray(answer)) {
      redirects.push({ status: answer[0], to: answer[1] })
      answer = web[answer[1]]
    }
    const status = answer ?? 404
    const body = status === 200 ? text : ''
    const facts = { headers: {}, bytes: Buffer.from(body), text: body, charset: 'utf-8', fetchedAt: '' }
    return { url: redirects.at(-1)?.to ?? url, status, redirects, ...facts }
  }
  const messages: (string | null)[] = []
  let last = state
  for (let round = 0; round < rounds; round++) {
    const collected = await collectFeed(feed, last, { get, now: () => '2026-11-23T08:00:00Z' })
    last = collected.state
    messages.push(collected.message)
  }
  return { state: last, asked, messages }
}

test('a feed whose own address answers 410 is gone at once', async () => {
  const { state } = await ask({ [own]: 410 }, {})
  expect(state.status).toBe('gone')
})

test('a 410 that a temporary redirect leads to ends no feed, however often, and the feed backs off', async () => {
  const portal = 'http://portal.example/sign-in'
  const { state, messages } = await ask({ [own]: [302, portal], [portal]: 410 }, { rounds: 9 })
  expect([state.status, state.failures]).toEqual(['active', 9])
  expect(state.nextDueAt).toMatch(/^2026-11-24T/u)
  expect(messages[0]).toContain('leads to "http://portal.example/sign-in", and that answered 410')
  expect(messages[0]).not.toContain('gone')
})

test('a 410 behind one temporary redirect among permanent ones ends no feed', async () => {
  const [next, last] = ['https://harbour.example/rss', 'https://cdn.example/pause']
  const { state } = await ask({ [own]: [301, next], [next]: [302, last], [last]: 410 }, { rounds: 5 })
  expect(state.status).toBe('active')
})

test('a 410 that permanent redirects lead to ends a feed when it has been met three times in a row', async () => {
  const web: Web = { [own]: [308, 'https://new.example/feed'], 'https://new.example/feed': 410 }
  const twice = await ask(web, { rounds: 2 })
  expect(twice.state.status).toBe('active')
  expect((await ask(web, { state: twice.state })).state.status).toBe('gone')
  const between = await ask({ [own]: 500 }, { state: twice.state })
  expect((await ask(web, { state: between.state, rounds: 2 })).state.status).toBe('active')
})

test('a feed that has moved and answers 410 there is asked at its old address, which still has it', async () => {
  const moved = { ...never, movedTo: { url: 'https://new.example/feed', times: 5 } }
  const web: Web = { [own]: 200, 'https://new.example/feed': 410 }
  const { state, asked } = await ask(web, { state: moved, rounds: 3 })
  expect(asked).toEqual(['https://new.example/feed', own, own])
  expect([state.status, state.failures, state.movedTo]).toEqual(['active', 0, null])
})

test('a feed that has moved is gone when its old address says so, or leads to the 410 as well', async () => {
  const moved = { ...never, movedTo: { url: 'https://new.example/feed', times: 5 } }
  const web: Web = { 'https://new.example/feed': 410 }
  expect((await ask({ ...web, [own]: 410 }, { state: moved, rounds: 2 })).state.status).toBe('gone')
  const led = await ask({ ...web, [own]: [301, 'https://new.example/feed'] }, { state: moved, rounds: 3 })
  expect(led.asked).toEqual(['https://new.example/feed', own, own])
  expect(led.state.status).toBe('gone')
  const lost = await ask({ ...web, [own]: [302, 'https://new.example/feed'] }, { state: moved, rounds: 6 })
  expect(lost.state.status).toBe('active')
})
