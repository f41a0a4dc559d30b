import { expect, test } from 'vitest'
import { baseLanguage } from './base-language.ts'

test.each([
  ['en-GB', 'en'],
  ['nb-NO', 'no'],
  ['nb', 'no'],
  ['no', 'no'],
  ['nn', 'nn'],
  ['iw', 'he'],
  ['zh-Hans', 'zh'],
  [null, ''],
])('baseLanguage() knows %s as %s', (tag, base) => {
  expect(baseLanguage(tag)).toBe(base)
})
