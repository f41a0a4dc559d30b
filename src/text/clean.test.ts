import { expect, test } from 'vitest'
import { cleanLine, stripInvisible } from './clean.ts'

test('stripInvisible() takes out tag characters, zero-width spaces and bidi overrides', () => {
  expect(stripInvisible('a\u{E0049}\u200B\u202Eb')).toBe('ab')
})

test('stripInvisible() keeps the joiners that Persian and emoji are spelt with', () => {
  expect(stripInvisible('می\u200Cروم 👨\u200D👩')).toBe('می\u200Cروم 👨\u200D👩')
})

test('cleanLine() keeps every letter and sign of a headline', () => {
  expect(cleanLine('  Détente, l’État | 「英」《读》 50 % /\n a.b ')).toBe('Détente, l’État | 「英」《读》 50 % / a.b')
})

test('cleanLine() keeps the ideographic space of a headline', () => {
  expect(cleanLine(' 港の橋\u3000五月に閉鎖 \n')).toBe('港の橋\u3000五月に閉鎖')
})
