import { expect, test } from 'vitest'
import { findCardFigures } from './find-card-figures.ts'

const figures = (language: string, text: string): string[] =>
  findCardFigures([{ id: 'p1', kind: 'paragraph', text }], language).map((one) => one.text)

test.for([
  ['en', 'Nights in the valley fell to minus 14 degrees.'],
  ['en', 'The oven cooled to 14 degrees below zero.'],
  ['en', 'Some 3–4 million loaves were sold.'],
  ['en', 'The guild denied that 4,000 bakers had lost their ovens.'],
  ['en', 'The story that 600 bakers went on strike was a hoax.'],
  ['en', 'No witness has said that 70 loaves were stolen.'],
  ['de', 'Nachts wurden minus 14 Grad gemessen.'],
  ['de', 'Dass 600 Bäcker streikten, ist frei erfunden.'],
  ['fr', 'Il faisait moins 14 degrés au four.'],
  ['fr', 'Il est faux de dire que 600 boulangers ont fait grève.'],
  ['es', 'La noche llegó a menos 14 grados.'],
  ['ru', 'Ночью было минус 14 градусов.'],
  ['ru', 'Продали 3–4 млн булок.'],
  ['zh', '夜间气温降至零下14度。'],
  ['zh', '面包价格负0.4%。'],
  ['zh', '600名面包师罢工的说法不属实。'],
  ['ja', '夜はマイナス14度だった。'],
  ['ja', '600人のパン職人が死亡したという話はデマだ。'],
] as const)(
  'findCardFigures() gives no figure without its sign, its range or its denial: %s %s',
  ([language, text]) => {
    expect(figures(language, text)).toEqual([])
  },
)

test.for([
  ['en', 'No more than 600 bakers went on strike.', '600'],
  ['en', 'The guild denied wrongdoing, but 600 bakers went on strike.', '600'],
  ['en', 'The mayor did not come. Some 600 bakers went on strike.', '600'],
  ['fr', 'Ils n’étaient que 600 boulangers en grève.', '600'],
  ['zh', '不到600名面包师罢工。', '600'],
] as const)('findCardFigures() keeps a figure beside a denial that is not of it: %s %s', ([language, text, figure]) => {
  expect(figures(language, text)).toEqual([figure])
})

test('findCardFigures() reads a scale that is cut short with its full stop', () => {
  expect(figures('de', 'Gefördert wurden 1,64 Mill. Barrel am Tag.')).toEqual(['1,64 Mill.'])
})

test('findCardFigures() reads a decimal before its scale in Chinese signs, and no second number of a ratio with its owner', () => {
  expect(figures('zh', '修桥将耗资四点二亿元，工期三年。')).toEqual(['四点二亿'])
  expect(figures('en', 'Cracks were found in 14 of its 36 hangers.')).toEqual([])
  expect(figures('de', 'Risse haben 14 von den 36 Seilen.')).toEqual([])
})
