import { expect, test } from 'vitest'
import { article } from '../../test/small-press.ts'
import { cardAll } from '../pipeline.ts'
import { cardOf, saveArticle, saveCard } from '../store/articles.ts'
import { openStore } from '../store/store.ts'
import type { ReadingCard } from '../types.ts'

test('cardAll() makes a card of older rules again, publishes it, and leaves a card of these rules alone', () => {
  const store = openStore(':memory:')
  const ferry = article(1, { passages: [{ id: 'p1', kind: 'paragraph', text: 'The ferry carried 83 passengers.' }] })
  saveArticle(store, ferry, 'hash')
  const old = { articleId: ferry.id, revision: ferry.revision, rules: 1, figures: [] } as unknown as ReadingCard
  saveCard(store, old, 'en')
  store.db.exec('DELETE FROM publish_dirty')
  const road = { store, readerLanguage: 'en' } as Parameters<typeof cardAll>[0]
  expect(cardAll(road)).toEqual({ done: 1, failed: 0 })
  expect(cardOf(store, ferry, 'en')?.figures).toMatchObject([{ text: '83', counts: 'passengers' }])
  expect(store.db.prepare('SELECT COUNT(*) AS n FROM publish_dirty').get()).toEqual({ n: 1 })
  expect(cardAll(road)).toEqual({ done: 0, failed: 0 })
})
