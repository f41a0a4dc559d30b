import { expect, test } from 'vitest'
import { createScreen } from './screen.ts'

const screen = createScreen(['ferry (?:late|gone)', 'ab', '\\d+', '文', 'ΠΛΟΙΟΣ', 'masse'])

test('createScreen() names the expressions of which a needle stands in the text, and those without any', () => {
  expect([...screen('The boat is cabled')].toSorted()).toEqual([1, 2])
  expect([...screen('The FERRY gone, gone')].toSorted()).toEqual([0, 2])
  expect([...screen('')]).toEqual([2])
})

test('createScreen() finds needles of one sign, and at the very end', () => {
  expect([...screen('本文')].toSorted()).toEqual([2, 3])
  expect([...screen('cab')].toSorted()).toEqual([1, 2])
})

test('createScreen() takes both small forms of sigma for one letter', () => {
  expect(screen('το πλοιος').has(4)).toBe(true)
})

test('createScreen() names every expression where case folds oddly: ſ is an s to them', () => {
  expect(screen('maſſe').size).toBe(6)
  expect(/masse/iu.test('maſſe')).toBe(true)
})
