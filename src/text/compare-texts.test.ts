import { expect, test } from 'vitest'
import type { Passage } from '../types.ts'
import { compareTexts, type Words } from './compare-texts.ts'

function passage(text: string, at: number): Passage {
  return { id: `p${at + 1}`, kind: 'paragraph', text }
}

function words(headline: string, ...texts: (string | Passage)[]): Words {
  const passages = texts.map((text, at) => (typeof text === 'string' ? passage(text, at) : text))
  return { headline, standfirst: null, language: 'en', passages }
}

const link = (text: string): Passage => ({
  id: 'p9',
  kind: 'paragraph',
  text,
  marks: [{ kind: 'link', start: 0, end: text.length, url: 'https://courier.example/2' }],
})

test('compareTexts() pairs a sentence with what became of it', () => {
  const change = compareTexts(
    words('Bridge closed', 'Five people were hurt on the bridge. The harbour is shut.'),
    words('Bridge closed', 'Six people were hurt on the bridge. The harbour is shut. Trains run again.'),
  )
  expect(change?.sentences).toEqual([
    { before: 'Five people were hurt on the bridge.', after: 'Six people were hurt on the bridge.' },
    { before: null, after: 'Trains run again.' },
  ])
  expect(change?.kept).toBe(1)
})

test('compareTexts() tells what was taken out', () => {
  const change = compareTexts(words('A', 'One is here. Two was there.'), words('A', 'One is here.'))
  expect(change?.sentences).toEqual([{ before: 'Two was there.', after: null }])
  expect(change?.kept).toBe(0.5)
})

test('compareTexts() tells a new headline', () => {
  expect(compareTexts(words('Five dead', 'One.'), words('Six dead', 'One.'))).toEqual({
    headline: { before: 'Five dead', after: 'Six dead' },
    standfirst: null,
    sentences: [],
    kept: 1,
  })
})

test.each([
  ['typography', ['“One” — two.'], ['"One"—two.']],
  ['white space', ['One  two.\u00A0Three.'], ['One two. Three.']],
  ['a time stamp of its own', ['One.', 'Updated 3 hours ago'], ['One.', 'Updated 5 hours ago']],
  ['a time stamp in a passage', ['One is here. Updated at 10:20 GMT'], ['One is here. Updated at 11:45 GMT']],
  ['a box of links', ['One.', link('Another article of today')], ['One.', link('Yet another one')]],
  ['a heading over links', ['One.'], ['One.', { ...passage('More', 1), kind: 'heading' as const }, link('Other')]],
  ['other breaks between passages', ['One is here. Two was there.'], ['One is here.', 'Two was there.']],
  ['the order of sentences', ['One is here. Two was there.'], ['Two was there. One is here.']],
])('compareTexts() takes %s for trivial', (_, before, after) => {
  expect(compareTexts(words('A', ...before), words('A', ...after))).toBeNull()
})

test('compareTexts() compares passages of Chinese sentence by sentence', () => {
  const change = compareTexts(words('桥', '旧桥周一关闭。港口照常开放。'), words('桥', '旧桥周二关闭。港口照常开放。'))
  expect(change?.sentences).toEqual([{ before: '旧桥周一关闭。', after: '旧桥周二关闭。' }])
})

test('compareTexts() ends within a second for two long texts with nothing in common', () => {
  const long = (word: string) => Array.from({ length: 5000 }, (_, at) => `The ${word} number ${at} is here.`)
  const started = performance.now()
  const change = compareTexts(words('A', ...long('cat')), words('A', ...long('dog')))
  expect(change?.sentences.length).toBe(10_000)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('compareTexts() takes a language tag that is none', () => {
  const wrong = { ...words('A', 'One.'), language: '"><script>' }
  expect(compareTexts(wrong, wrong)).toBeNull()
})

test('compareTexts() cuts no sentence behind a shortened word, in whatever a page calls its language', () => {
  const before = { ...words('Ferry', 'Mr. Loom sold 4 pears. He left.'), language: 'en_US!' }
  const change = compareTexts(before, { ...before, passages: [passage('Mr. Loom sold 5 pears. He left.', 0)] })
  expect(change?.sentences).toEqual([{ before: 'Mr. Loom sold 4 pears.', after: 'Mr. Loom sold 5 pears.' }])
})

test('compareTexts() tells by its beginning what became of a sentence of twenty thousand words', () => {
  const words = (word: string, many: number) =>
    Array.from({ length: many }, (_, at) => word + at.toString(36)).join(' ')
  const state = (rest: string) => ({
    headline: 'The quay',
    standfirst: null,
    language: 'en',
    passages: [{ id: 'p1', kind: 'paragraph' as const, text: `Part ${words('same', 500)} ${words(rest, 20_000)}.` }],
  })
  const change = compareTexts(state('old'), state('new'))
  expect(change?.sentences.map(({ before, after }) => [before?.slice(0, 10), after?.slice(0, 10)])).toEqual([
    ['Part same0', 'Part same0'],
  ])
})
