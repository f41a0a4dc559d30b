import { expect, test } from 'vitest'
import type { Article, Claim } from '../../types.ts'
import { checkReview } from './check-review.ts'

const article = {
  headline: 'The bridge closes',
  standfirst: null,
  passages: [{ id: 'p1', kind: 'paragraph', text: 'Ines Calloway closed the old bridge.' }],
} as unknown as Article
const claim = (id: string, text: string, quote = 'the'): Claim => ({
  id,
  part: 'commentary',
  kind: 'analysis',
  text,
  speaker: null,
  evidence: [{ passage: 'p1', quote, start: 0, end: quote.length }],
  state: 'verified',
  findings: [],
})
const found = (...claims: Claim[]) =>
  [...checkReview(claims, article)].map(([id, list]) => [id, list.map((one) => one.check)])

test('checkReview() blocks commentary that could stand under any article', () => {
  expect(found(claim('c1', '这一事件的影响仍需密切关注。'))).toEqual([['c1', ['template']]])
})

test('checkReview() lets commentary pass that cites something particular', () => {
  expect(found(claim('c1', '关桥的决定出自主席之手。', 'Ines Calloway closed the old bridge'))).toEqual([])
})

test('checkReview() blocks a sentence said twice', () => {
  const said = '关桥的决定出自主席之手。'
  expect(found(claim('c1', said, 'Ines Calloway'), claim('c2', said, 'Ines Calloway'))).toEqual([
    ['c2', ['repetition']],
  ])
})

test('checkReview() blocks bias that is asserted and not shown', () => {
  expect(found(claim('c1', '报道立场偏颇，卡洛韦的说法占了上风。', 'Ines Calloway'))).toEqual([['c1', ['verdict']]])
})
