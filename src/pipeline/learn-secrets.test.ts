import { expect, test } from 'vitest'
import { feedState } from '../store/items.ts'
import { openStore } from '../store/store.ts'
import type { Source } from '../types.ts'
import type { FeedState } from '../types/feed-state.ts'
import { learnSecrets } from './learn-secrets.ts'

const feed = { id: 'f', sourceId: 'courier', url: 'https://courier.example/rss' }
const state = (marksOf: string, movedTo: string | null = null): FeedState => ({
  ...feedState(openStore(':memory:'), 'f'),
  marksOf,
  movedTo: movedTo === null ? null : { url: movedTo, times: 1 },
})
const courier = (): Source => ({
  id: 'courier',
  name: 'Courier',
  homepage: null,
  language: null,
  rights: 'full',
  expiresAfterDays: null,
  images: false,
})

test('learnSecrets() hears of secrets where a feed was redirected to, for a time or for good', () => {
  const sources = [courier()]
  learnSecrets(
    sources,
    feed,
    state('https://courier.example/out?x=k7WQx2mR9p', 'https://courier.example/in?y=Zq81LmN0vT'),
  )
  expect(sources[0]?.learned).toEqual(['k7WQx2mR9p', 'Zq81LmN0vT'])
})

test('learnSecrets() keeps nothing of an address for everybody, and no more than a hundred secrets', () => {
  const sources = [courier()]
  learnSecrets(sources, feed, state('https://courier.example/news/world.xml'))
  expect(sources[0]?.learned).toBeUndefined()
  for (let time = 0; time < 300; time++)
    learnSecrets(sources, feed, state(`https://courier.example/out?x=k7WQx2mR9p${time}`))
  expect(sources[0]?.learned).toHaveLength(100)
  expect(sources[0]?.learned?.at(-1)).toBe('k7WQx2mR9p299')
})
