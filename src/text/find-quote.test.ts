import { expect, test } from 'vitest'
import { findQuote } from './find-quote.ts'

test('findQuote() finds words under other quotation signs, case, marks and spaces', () => {
  const text = 'Er sagte: „Wir  prüfen das“ – und ging.'
  const found = findQuote(text, '"wir prufen das" -')
  expect(found && text.slice(found.start, found.end)).toBe('„Wir  prüfen das“ –')
})

test('findQuote() refuses a quote with one word changed', () => {
  expect(findQuote('a phone call is not a policy', 'a phone call is no policy')).toBeNull()
})

test('findQuote() refuses an empty quote', () => {
  expect(findQuote('text', ' … '.replace('…', ''))).toBeNull()
})

test('findQuote() gives offsets of the original where signs grow when folded', () => {
  const text = '前ﬃ后… 引文'
  const found = findQuote(text, '引文')
  expect(found && text.slice(found.start, found.end)).toBe('引文')
})

test('findQuote() lets a Korean quote end before a particle, and not inside a number or word', () => {
  const text = '연구비 12억원은 재단이 냈다.'
  const found = findQuote(text, '연구비 12억원')
  expect(found && text.slice(found.start, found.end)).toBe('연구비 12억원')
  expect(findQuote(text, '연구비 1')).toBeNull()
  expect(findQuote('가격 인하하지 않았다', '가격 인하하')).toBeNull()
})
