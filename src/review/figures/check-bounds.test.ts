import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks(null)

test.for([
  ['en', 'Repairs would cost at least £38.', '维修至少要花38英镑。', '维修最多只需38英镑。'],
  ['en', 'Nearly 300 sheep strayed.', '近300只羊走失。', '逾300只羊走失。'],
  ['en', 'No fewer than 40 boats came.', '至少40艘船到来。', '不到40艘船到来。'],
  ['de', 'Höchstens 90 Gäste dürfen hinein.', '最多90名客人可以入内。', '至少90名客人可以入内。'],
  ['fr', 'Le trajet dure au moins trois heures.', '路程至少三小时。', '路程至多三小时。'],
  ['es', 'Cabe un máximo de 70 personas.', '最多容纳70人。', '至少容纳70人。'],
  ['ja', '参加者は200人以上だった。', '参加者超过200人。', '参加者不到200人。'],
  ['ko', '최대 50명이 탈 수 있다.', '最多可乘50人。', '至少可乘50人。'],
])('a figure is bounded from the side of the source: %s %s', ([language = '', source = '', right = '', wrong = '']) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).toEqual(['number'])
})

test('a bound that only one side tells is no fault', () => {
  expect(checksOf('300只羊走失。', 'Nearly 300 sheep strayed.', 'en')).toEqual([])
  expect(checksOf('逾300只羊走失。', 'Nearly 300 sheep strayed, then over 300.', 'en')).toEqual([])
})
