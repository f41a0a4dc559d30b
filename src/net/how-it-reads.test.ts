import { expect, test } from 'vitest'
import letters from './data/language-letters.json' with { type: 'json' }
import singleBytes from './data/single-byte-charsets.json' with { type: 'json' }
import { howItReads, oddShare } from './how-it-reads.ts'

test('each language of a charset has its letters, written once and small', () => {
  const languages = new Set(singleBytes.flatMap((charset) => charset.languages))
  expect([...languages].filter((language) => !(language in letters))).toEqual([])
  const doubled = Object.entries(letters).filter(([, signs]) => new Set(signs).size !== [...signs].length)
  expect(doubled).toEqual([])
})

test('howItReads() says that a letter of another language reads worse', () => {
  const own = ['de', 'sv', 'is']
  const right = howItReads(['Biodlarna ber om hjälp'], { own, judge: 'its languages' })
  const wrong = howItReads(['Biodlarna ber om hjðlp'], { own, judge: 'its languages' })
  expect(right - wrong).toBeGreaterThan(0.1)
})

test.each(['prosz±', 'econِmico', 'HÜfen', 'regi¶n', 'r閏lament', 'Pro‹ v'])(
  'oddShare() finds what no writer puts there: %s',
  (word) => {
    expect(oddShare([word])).toBe(1)
  },
)

test.each(['12 m²', 'l’été', '«Ça suffit»', '¿Qué?', 'iPhone销量', 'Mio. €', 'col·lecció'])(
  'oddShare() lets pass what writers put: %s',
  (words) => {
    expect(oddShare([words])).toBe(0)
  },
)

test.each([
  'Thug an m·saem an picti·r ar ais',
  'llun i’r teulu №yr',
  'helpon °ustatempe',
  'ajutor după înghe₫',
  'gymorth i’r t\u200F',
  'Zakaj je junija zapadel sneg, 歟 ni jasno',
  'teulu \uF1A0r',
])('oddShare() finds a sign where no writer puts it in "%s"', (line) => {
  expect(oddShare([line])).toBeGreaterThan(0)
})

test.each([
  'El col·legi de Sant Pau',
  'Дім № 5 на площі',
  'À 5 °C près de Nîmes',
  '价格 500₫ 一杯',
  '苹果 Apple 发布 新 手机',
])('oddShare() finds nothing odd in "%s"', (line) => {
  expect(oddShare([line])).toBe(0)
})
