import { expect, test } from 'vitest'
import { makeArticle } from '../../bench/archive.ts'
import { saveArticle } from './articles.ts'
import { openShelf } from './publishing.ts'
import { openStore } from './store.ts'

function shelfOf(numbers: number[]) {
  const store = openStore(':memory:')
  for (const number of numbers) saveArticle(store, makeArticle(number), String(number))
  return openShelf(store, { sources: [], language: 'en', model: 'none' })
}

const ids = (numbers: number[]): string[] => numbers.map((number) => makeArticle(number).id)

test.each([1, 2, 4, 5, 9])('dirtyArticles() gives each article once, the oldest first, %i at a time', (most) => {
  const shelf = shelfOf([7, 3, 9, 1])
  const turns: string[][] = []
  for (const some of shelf.dirtyArticles(most)) {
    turns.push(some)
    shelf.transaction(() => shelf.clearDirty(some))
  }
  expect(turns.flat()).toEqual(ids([1, 3, 7, 9]))
  expect(Math.max(...turns.map((some) => some.length))).toBe(Math.min(most, 4))
  expect([...shelf.dirtyArticles(most)]).toEqual([])
})

test('dirtyArticles() of a run that ended in the middle begins again with what is left', () => {
  const shelf = shelfOf([5, 4, 6])
  for (const some of shelf.dirtyArticles(1)) {
    shelf.clearDirty(some)
    break
  }
  expect([...shelf.dirtyArticles(1)].flat()).toEqual(ids([5, 6]))
})

test('look() reads in one transaction, also within another, and leaves none open when its work fails', () => {
  const shelf = shelfOf([1])
  expect(shelf.look(() => shelf.look(() => shelf.publication(ids([1])[0] ?? '')?.article.headline))).toBe(
    makeArticle(1).headline,
  )
  expect(() =>
    shelf.look(() => {
      throw new RangeError('no such page')
    }),
  ).toThrow('no such page')
  shelf.transaction(() => shelf.setNote('version', '2'))
  expect(shelf.note('version')).toBe('2')
})
