import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

const checksOf = (claim: string, source: string, sourceLanguage = 'en'): string[] => [
  ...new Set(
    checkFigures(claim, { sources: [source], sourceLanguage, readerLanguage: 'zh', published: null, terms: [] }).map(
      ({ check }) => check,
    ),
  ),
]

test.each([
  ['en', 'They won in the quarterfinals.', '四分之一决赛获胜。', '半决赛获胜。'],
  ['ko', '대표팀은 16강에 올랐다.', '代表队晋级十六强。', '代表队晋级八强。'],
  ['ja', '準々決勝で敗れた。', '止步八强。', '止步四强。'],
])('a round of a cup is no share and no number in %s', (...[language, source, right, wrong]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).toEqual(['number'])
})

test('numbers of a score are no ranks', () => {
  expect(checksOf('本季第三次闯入决赛。', 'She won 6-4, 3-6, 7-6 to reach her second final.')).toEqual(['number'])
})

test.each([
  ['en', 'Exports fell threefold.', '出口降至三分之一。', '出口降至四分之一。'],
  ['fr', 'Les loyers ont été divisés par deux.', '租金减半。', '租金减少三成。'],
  ['ko', '손실이 1.5배로 불었다.', '亏损增加了50%。', '亏损增加了150%。'],
  ['ko', '열 명 중 한 명은 답하지 않았다.', '十分之一没有回答。', '五分之一没有回答。'],
  ['zh', '六十岁以上占26.3%。', '逾四分之一满六十岁。', '逾三分之一满六十岁。'],
])('a share is told by what is left, by its growth or out of so many in %s', (...[language, source, right, wrong]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).toEqual(['percent'])
})

test('two of six is no sixth', () => {
  expect(checksOf('每六户中就有一户断电。', 'One in six households lost power.')).toEqual([])
  expect(checksOf('每六户中就有两户断电。', 'One in six households lost power.')).toEqual(['percent'])
})

test('a lakh is 100,000 and a crore a hundred of them', () => {
  expect(checksOf('12.5万名农民共获2.5亿卢比。', '1.25 lakh farmers will share Rs 25 crore.')).toEqual([])
  expect(checksOf('125万名农民获款。', '1.25 lakh farmers will share Rs 25 crore.')).toEqual(['unit'])
})

test.each([
  ['en', 'a 6-foot-3 forward in 98-degree heat', '前锋身高1.91米，气温近37摄氏度。', '前锋身高1.63米。'],
  ['en', 'Eggs were found along less than a mile of shore.', '不到1.6公里的岸边有卵。', '不到9公里的岸边有卵。'],
  ['de', 'Der Wind erreichte Tempo 110.', '风速达每小时110公里。', '风速达每小时90公里。'],
  ['ja', '約3万坪の敷地', '约10万平方米的用地', '约3万平方米的用地'],
])('a measure is converted from how it is told in %s', (...[language, source, right, wrong]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).toEqual(['measure'])
})

test('between ten and twenty is a number of its own, and two or three are both', () => {
  expect(checksOf('十余栋建筑倒塌。', '十数棟が倒壊した。', 'ja')).toEqual([])
  expect(checksOf('十几栋建筑倒塌。', 'Some 35 houses collapsed.')).toEqual(['number'])
  expect(checksOf('四五年内再议。', '2~3년 안에 다시 논의한다.', 'ko')).toEqual(['number'])
  expect(checksOf('两三年内再议。', '2~3년 안에 다시 논의한다.', 'ko')).toEqual([])
})

test('a currency is told with its unit in front, and its hundredth by its own', () => {
  expect(checksOf('基金出资24亿元新台币。', 'The fund put up NT$2.4bn.')).toEqual([])
  expect(checksOf('基金出资24亿元人民币。', 'The fund put up NT$2.4bn.')).toEqual(['currency'])
  expect(checksOf('每天0.3瑞郎。', 'Chaque abonné suisse recevra 30 centimes par jour.', 'fr')).toEqual([])
})

test('cubic metres are no metres', () => {
  const source = 'Les fuites font perdre deux millions et demi de mètres cubes.'
  expect(checksOf('渗漏每年损失250万立方米。', source, 'fr')).toEqual([])
  expect(checksOf('渗漏每年损失250万米。', source, 'fr')).not.toEqual([])
})
