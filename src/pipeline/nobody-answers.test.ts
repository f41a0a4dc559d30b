import { expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Get } from '../net/get.ts'
import { collectAll } from '../pipeline.ts'
import { feedState } from '../store/items.ts'
import { openStore } from '../store/store.ts'
import type { Road } from './road.ts'

const answer = { status: 404, headers: {}, bytes: new Uint8Array(), text: '', charset: 'utf-8', redirects: [] }

/** Rounds of a press whose feeds lie on these hosts; `up` are those that answer, with 404. */
function press(hosts: string[], up: string[], fault: { retryable: boolean; cause?: Error } = { retryable: true }) {
  const store = openStore(':memory:')
  let now = '2026-11-23T08:00:00Z'
  const told: string[] = []
  const get: Get = async (url) => {
    if (up.includes(new URL(url).hostname)) return { ...answer, url, fetchedAt: now }
    throw new FetchError(`Cannot fetch "${url}": no way`, { url, ...fault })
  }
  const feeds = hosts.map((host, at) => ({ id: `f${at}`, sourceId: 's', url: `https://${host}/${at}` }))
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds,
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: (what) => void told.push(what) },
    width: 4,
  }
  return {
    told,
    round: async (at: string) => {
      now = at
      await collectAll(road, { everyFeed: false })
      const { failures, nextDueAt, error } = feedState(store, 'f0')
      return { failures, nextDueAt, failed: error !== null }
    },
  }
}

const hosts = ['gull.example', 'mill.example', 'lighthouse.example', 'gull.example']

test('a night without a network costs no feed its pace', async () => {
  const { round, told } = press(hosts, [])
  for (let hour = 10; hour < 20; hour++) await round(`2026-11-23T${hour}:00:00Z`)
  expect(await round('2026-11-23T20:00:00Z')).toEqual({ failures: 0, nextDueAt: '2026-11-23T20:15:00Z', failed: true })
  expect(told.filter((what) => what === 'no server answered')).toHaveLength(11)
})

test('one host that answers shows that the network is there, and feeds of two hosts or refused ones show nothing', async () => {
  const one = press(hosts, ['mill.example'])
  expect(await one.round('2026-11-23T10:00:00Z')).toMatchObject({ failures: 1 })
  const two = press(['gull.example', 'mill.example'], [])
  expect(await two.round('2026-11-23T10:00:00Z')).toMatchObject({ failures: 1 })
  const refused = press(hosts, [], { retryable: false })
  expect(await refused.round('2026-11-23T10:00:00Z')).toMatchObject({ failures: 1 })
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const dead = press(hosts, [], { retryable: true, cause })
  expect(await dead.round('2026-11-23T10:00:00Z')).toMatchObject({ failures: 1 })
  expect([...one.told, ...two.told, ...refused.told, ...dead.told]).not.toContain('no server answered')
})
