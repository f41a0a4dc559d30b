import { expect, test } from 'vitest'
import { wordsOf } from './plain-words.ts'

test('length() leaves out a script that is a name or two in the text', () => {
  expect(wordsOf('zh-Hans').length({ words: 2, characters: 575, minutes: 2 })).toBe('575 字，2 分钟')
  expect(wordsOf('en').length({ words: 434, characters: 9, minutes: 2 })).toBe('434 words, 2 min')
})

test('length() counts both scripts of a text in two languages', () => {
  expect(wordsOf('zh-Hans').length({ words: 310, characters: 620, minutes: 3 })).toBe('620 字，310 词，3 分钟')
})

test('length() says only the minutes of a text that has neither', () => {
  expect(wordsOf('zh-Hans').length({ words: 0, characters: 0, minutes: 1 })).toBe('1 分钟')
})

test.each(['zh-Hans', 'en'] as const)(
  'the legend of the about page explains every kind that a review prints: %s',
  (language) => {
    const { legendText, kinds } = wordsOf(language)
    const signs = legendText.map(([sign]) => sign).join('、')
    expect(Object.values(kinds).filter((kind) => !signs.includes(kind))).toEqual([])
  },
)

test.each([
  ['zh-Hans', '除疑问外'],
  ['en', 'but a question'],
] as const)('the about page excepts questions from the sentences that name their evidence: %s', (language, words) => {
  expect(wordsOf(language).aboutText.join(' ')).toContain(words)
})
