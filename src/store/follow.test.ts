import { expect, test } from 'vitest'
import type { ReadingCard } from '../types.ts'
import { saveCard } from './articles.ts'
import { followOf, followsDue, saveFollow, type Follow } from './follow.ts'
import { withdraw } from './publishing.ts'
import { openStore, type Store } from './store.ts'

const follow: Follow = {
  articleId: 'a',
  look: 0,
  nextAt: '2026-11-23T09:00:00Z',
  lookedAt: null,
  etag: null,
  lastModified: null,
  failures: 0,
  error: null,
  absent: 0,
  gone: null,
}

function dirty(store: Store): unknown[] {
  return store.db
    .prepare('SELECT article_id FROM publish_dirty')
    .all()
    .map((row) => row.article_id)
}

test('saveFollow() puts an article on the journal when its page vanishes, also when it is there already', () => {
  const store = openStore(':memory:')
  saveFollow(store, follow)
  expect(dirty(store)).toEqual([])
  saveFollow(store, { ...follow, gone: { at: '2026-11-23T10:00:00Z', status: 404 } })
  saveFollow(store, follow)
  expect(dirty(store)).toEqual(['a'])
})

test('saveFollow() puts an article on the journal when its page begins or ends to show something else', () => {
  const store = openStore(':memory:')
  const clear = () => store.db.exec('DELETE FROM publish_dirty')
  saveFollow(store, follow)
  saveFollow(store, { ...follow, nowShows: 'wall' })
  expect(dirty(store)).toEqual(['a'])
  clear()
  saveFollow(store, { ...follow, nowShows: 'wall', look: 1 })
  expect(dirty(store)).toEqual([])
  saveFollow(store, follow)
  expect(dirty(store)).toEqual(['a'])
})

test('saveCard() replaces the card of an article that is on the journal', () => {
  const store = openStore(':memory:')
  const card: ReadingCard = {
    articleId: 'a',
    revision: 1,
    rules: 1,
    speakers: [],
    figures: [],
    places: [],
    dates: [],
    organisations: [],
    keyPassages: [],
  }
  saveCard(store, card, 'en')
  saveCard(store, { ...card, keyPassages: [{ passage: 'p1', quote: 'a', start: 0, end: 1 }] }, 'en')
  expect(dirty(store)).toEqual(['a'])
})

test('followsDue() gives what is due, longest due first, without what an editor took back', () => {
  const store = openStore(':memory:')
  saveFollow(store, follow)
  saveFollow(store, { ...follow, articleId: 'b', nextAt: '2026-11-23T08:00:00Z' })
  saveFollow(store, { ...follow, articleId: 'c', nextAt: '2026-11-23T11:00:00Z' })
  saveFollow(store, { ...follow, articleId: 'd', nextAt: null })
  saveFollow(store, { ...follow, articleId: 'e' })
  withdraw(store, 'e', { at: '2026-11-23T08:00:00Z', reason: null })
  expect(followsDue(store, '2026-11-23T10:00:00Z').map((one) => one.articleId)).toEqual(['b', 'a'])
  expect(followOf(store, 'd')).toMatchObject({ nextAt: null })
})
