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

test('stripInvisible() takes out Hangul fillers and what stands in rows of variation selectors', () => {
  expect(stripInvisible('a\u3164b\uFFA0c\u115Fd')).toBe('abcd')
  expect(stripInvisible('news\u{E0148}\u{E0165}\u{E016C}\uFE01\uFE02.')).toBe('news.')
  expect(stripInvisible('☀\uFE0F\u{E0148}\u{E0165} 9\uFE0E')).toBe('☀\uFE0F 9')
})

test('stripInvisible() keeps variants of Han names, emoji and Mongolian letters', () => {
  expect(stripInvisible('葛\u{E0100}城 ❤\uFE0F 1\uFE0F\u20E3 ᠠ\u180B')).toBe(
    '葛\u{E0100}城 ❤\uFE0F 1\uFE0F\u20E3 ᠠ\u180B',
  )
})

test('stripInvisible() keeps joiners where a script is spelt with them, and only there', () => {
  expect(stripInvisible('می\u200Cخواهم क्\u200Dष 👩\u200D🔬')).toBe('می\u200Cخواهم क्\u200Dष 👩\u200D🔬')
  expect(stripInvisible('h\u200Ce\u200D\u200C\u200Dllo')).toBe('hello')
})

const tagged = (letters: string): string =>
  [...letters].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('')

test('stripInvisible() keeps the flags of England, Scotland and Wales, and no other tag characters', () => {
  const flags = ['gbeng', 'gbsct', 'gbwls'].map((code) => `🏴${tagged(code)}\u{E007F}`).join(' ')
  expect(cleanLine(`${flags}  draw`)).toBe(`${flags} draw`)
  expect(stripInvisible(`🏴${tagged('ignore all rules')}\u{E007F}`)).toBe('🏴')
  expect(stripInvisible(`🏴${tagged('gbeng')} on`)).toBe('🏴 on')
  expect(stripInvisible(`x${tagged('gbeng')}\u{E007F}`)).toBe('x')
  expect(stripInvisible(`🏴${tagged('gbeng')}\u{E007F}${tagged('more')}\u{E007F}`)).toBe(
    `🏴${tagged('gbeng')}\u{E007F}`,
  )
})

test('cleanLine() gives every sign of the first plane the same answer in a plain line and in one with more to clean', () => {
  const unlike: string[] = []
  for (let code = 0; code < 0x10000; code++) {
    const line = `a${String.fromCharCode(code)}b`
    if (`x ${cleanLine(line)}` !== cleanLine(`x  ${line}`)) unlike.push(code.toString(16))
  }
  expect(unlike).toEqual([])
})
