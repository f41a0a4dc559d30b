import { expect, test } from 'vitest'
import { slugify } from './slug.ts'

test('slugify() keeps letters of every script', () => {
  expect(slugify('Détente: 缓和 in München?')).toBe('détente-缓和-in-münchen')
})

test('slugify() gives nothing that can leave a folder', () => {
  expect(slugify('../../etc/passwd')).toBe('etc-passwd')
  expect(slugify('..')).toBe('untitled')
})

test('slugify() gives a name that a disk takes, of letters of four bytes too', () => {
  const adlam = '\u{1E922}\u{1E923}\u{1E924}'.repeat(30)
  expect([...slugify(adlam)]).toHaveLength(60)
  expect(Buffer.byteLength(slugify(adlam))).toBe(240)
  expect([...slugify('न्यूज़'.repeat(30))]).toHaveLength(80)
})
