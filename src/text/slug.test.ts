import { expect, test } from 'vitest'
import { slugify } from './slug.ts'

test('slugify() keeps letters of every script', () => {
  expect(slugify('Détente: 缓和 in München?')).toBe('détente-缓和-in-münchen')
})

test('slugify() gives nothing that can leave a folder', () => {
  expect(slugify('../../etc/passwd')).toBe('etc-passwd')
  expect(slugify('..')).toBe('untitled')
})
