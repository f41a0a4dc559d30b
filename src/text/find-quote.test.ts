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

test.for([
  ['The baker’s apprentice was fined on Monday.', 'The baker'],
  ["The baker's apprentice was fined on Monday.", 'The baker'],
  ['The bakers’ union was fined.', 'The bakers'],
  ['They can’t bake at night.', 'They can'],
  ['Il n’a rien pris au four.', 'a rien pris'],
  ['Nights fell to -14 degrees.', '14 degrees'],
  ['Some 3–4 million loaves', '4 million loaves'],
  ['Prices rose 12% in May', 'Prices rose 12'],
  ['烤炉烧掉了三千五百公斤木柴', '五百公斤木柴'],
  ['全年售出3万条面包', '全年售出3'],
  ['全年售出３０００条面包', '０００条面包'],
] as const)('findQuote() tears no word from its end and no number from its sign or figures: %s', ([text, quote]) => {
  expect(findQuote(text, quote)).toBeNull()
})

test.for([
  ['Les mots de l’avocat ont surpris.', 'avocat ont surpris'],
  ['‘Ask the bakers’ is what she said.', 'Ask the bakers'],
  ["He called it 'the end of cakes' and left.", 'the end of cakes'],
  ['O’Hara’s bread – 14 loaves – is gone.', '14 loaves'],
  ['第三烤炉烧掉了十公斤木柴', '十公斤木柴'],
  ['The baker’s apprentice', 'The baker’s apprentice'],
] as const)('findQuote() finds words between their own edges: %s', ([text, quote]) => {
  expect(findQuote(text, quote)).not.toBeNull()
})
