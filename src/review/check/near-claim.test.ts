import { expect, test } from 'vitest'
import { nearClaim } from './near-claim.ts'
import type { Statement } from './statement.ts'

const filler = 'The harbour lay still and nobody spoke of it. '.repeat(60)
const passage = `${filler}The yard built 12,400 boats and sold most of them. ${filler}`

const claim = (text: string, quote: string | null): Statement => ({
  text,
  kind: 'fact',
  evidence: [{ passage: 'p1', quote }],
  passages: [{ id: 'p1', text: passage }],
  headline: '',
  sourceLanguage: 'en',
  readerLanguage: 'zh-Hans',
  published: null,
  terms: [],
})

test('nearClaim() gives of a long passage what stands around the cited words', () => {
  const near = nearClaim(passage, claim('船厂造了1.24万艘船。', 'The yard built 12,400 boats'))
  expect(near).toContain('sold most of them')
  expect(near.length).toBeLessThan(1700)
})

test('nearClaim() looks for the number of a claim that cites no words, in any way it may be written', () => {
  const near = nearClaim(passage, claim('船厂造了1.24万艘船。', null))
  expect(near).toContain('12,400 boats')
  expect(near.length).toBeLessThan(700)
})

test('nearClaim() gives all of a passage that has neither', () => {
  expect(nearClaim(passage, claim('船厂造了900艘船。', null))).toBe(passage)
})
