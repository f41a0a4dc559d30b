import { expect, test } from 'vitest'
import { mayFit, restOf, screened } from './screened.ts'

test('mayFit() names the patterns of which a word stands in the text', () => {
  const [quay, ferry] = screened([/\bquay\b|\bmuelle\b/giu, /\bferr(?:y|ies)\b/giu])
  const may = mayFit('The QUAY is shut.')
  expect([quay, ferry].map((pattern) => may(pattern as RegExp))).toEqual([true, false])
})

test('mayFit() says yes of a pattern that nobody screened', () => {
  expect(mayFit('Nothing here.')(/lighthouse/u)).toBe(true)
})

test('restOf() lets the rest of a text be judged by the text', () => {
  const [lamp] = screened([/\blamp\b/giu])
  restOf('The      burns.', 'The lamp burns.')
  expect(mayFit('The      burns.')(lamp as RegExp)).toBe(true)
  restOf('', '')
  expect(mayFit('The      burns.')(lamp as RegExp)).toBe(false)
})
