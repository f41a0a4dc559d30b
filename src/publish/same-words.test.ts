import { expect, test } from 'vitest'
import { openSameWords } from './same-words.ts'

test('openSameWords() leads from a word to the first of those that are the same', () => {
  const same = openSameWords(30)
  same.join(2, { from: 10, to: 13 })
  expect([9, 10, 12, 13].map(same.firstOf)).toEqual([9, 2, 4, 13])
})

test('openSameWords() joins what two runs know of the word between them, in either order', () => {
  const same = openSameWords(30)
  same.join(0, { from: 20, to: 24 })
  same.join(13, { from: 23, to: 27 })
  expect([3, 13, 23].map(same.firstOf)).toEqual([3, 3, 3])
  expect([14, 24].map(same.firstOf)).toEqual([14, 14])
})
