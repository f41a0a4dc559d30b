import { expect, test } from 'vitest'
import { readFigures } from './read-figures.ts'

const figuresOf = (text: string, language: string): string[] =>
  readFigures(text, language).map(({ family, value }) => `${family} ${Number(value.toPrecision(4))}`)

test.each([
  ['de', 'siebenundzwanzig Boote', 'count 27'],
  ['de', 'zweihundertfünfzig Häuser', 'count 250'],
  ['de', 'sechseinhalb Millionen Euro', 'money 6500000'],
  ['de', 'viereinhalb Jahre', 'time 1644'],
  ['de', 'drei Dutzend', 'count 36'],
  ['de', 'zum elften Mal', 'ordinal 11'],
  ['de', 'die zweitgrößte Werft', 'ordinal 2'],
  ['de', 'sechsmal so viel', 'multiple 6'],
  ['fr', 'soixante et onze bateaux', 'count 71'],
  ['fr', 'la treizième fois', 'ordinal 13'],
  ['fr', 'quarante et unième', 'ordinal 41'],
  ['es', 'veintidós barcos', 'count 22'],
  ['es', 'treinta y cinco años', 'time 12780'],
  ['es', 'quinientos mil euros', 'money 500000'],
  ['es', 'dos millones y medio', 'count 2500000'],
  ['es', 'las tres cuartas partes', 'ratio 0.75'],
  ['es', 'la undécima vez', 'ordinal 11'],
  ['en', 'two and a half million boats', 'count 2500000'],
  ['en', 'a two-and-a-half-year delay', 'time 913.1'],
  ['en', '2½ miles', 'measure 4023'],
  ['en', 'the twenty-first time', 'ordinal 21'],
  ['en', 'six times as many', 'multiple 6'],
  ['en', '88 of the 150 seats', 'ratio 0.5867'],
  ['zh', '两个半月', 'time 76.09'],
  ['zh', '壹佰贰拾元', 'money 120'],
  ['zh', '百万分之三', 'ratio 0.000003'],
  ['ja', '3割5分', 'ratio 0.35'],
  ['ko', '92㎜의 비', 'measure 0.092'],
  ['ko', '석 달', 'time 91.31'],
])('a number is read as its language spells it: %s %s', (language, text, figure) => {
  expect(figuresOf(text, language)).toContain(figure)
})

test('a family name of one formal sign is no number', () => {
  expect(figuresOf('陆先生与伍女士', 'zh')).toEqual([])
})

test('readFigures() reads 10⁶ as a million, and no number where raised signs stand behind another', () => {
  expect(readFigures('The wheel made 10⁶ turns.', 'en').map(({ value }) => value)).toEqual([1_000_000])
  expect(readFigures('Lunch costs £4⁹⁹.', 'en')).toEqual([])
})
