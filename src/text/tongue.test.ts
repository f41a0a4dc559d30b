import { expect, test } from 'vitest'
import { tongueOf } from './tongue.ts'

test.each(['ar', 'he', 'fa', 'ur', 'ar-EG', 'ps', 'yi', 'ckb', 'pa-Arab'])(
  'tongueOf() runs from right to left: %s',
  (language) => {
    expect(tongueOf(language)).toEqual({ lang: language, dir: 'rtl' })
  },
)

test.each(['en', 'zh-Hans', 'ja', 'tr', 'az-Latn'])(
  'tongueOf() says nothing of a direction that is the page’s own: %s',
  (language) => {
    expect(tongueOf(language)).toEqual({ lang: language, dir: undefined })
  },
)

test('tongueOf() lets the letters tell where the language is unknown or no tag', () => {
  expect(tongueOf(null)).toEqual({ lang: undefined, dir: 'auto' })
  expect(tongueOf('not a tag!').dir).toBe('auto')
})
