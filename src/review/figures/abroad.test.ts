import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks('2026-06-29T09:00:00Z')

/** Language, source, a sentence it supports, one it does not, the check that has to say so. */
const pairs: [string, string, string, string, string][] = [
  ['de', 'Drei Fünftel der Boote blieben im Hafen.', '六成船只留在港内。', '四成船只留在港内。', 'percent'],
  ['de', 'Jede dritte Fähre kam zu spät.', '三分之一的渡轮晚点。', '三分之二的渡轮晚点。', 'percent'],
  ['fr', 'Quatre cinquièmes des bateaux sont restés.', '八成船只留了下来。', '五成船只留了下来。', 'percent'],
  ['es', 'Tres cuartos de los barcos volvieron.', '四分之三的船返航。', '四分之一的船返航。', 'percent'],
  ['ko', '섬에서는 10가구 중 4가구가 떠났다.', '四成家庭离开。', '六成家庭离开。', 'percent'],
  ['ja', '5社のうち2社が撤退した。', '四成公司退出。', '三成公司退出。', 'percent'],
  ['ja', '入場料は来月から半額になる。', '门票下月起减半。', '门票下月起打两成折扣。', 'percent'],
  [
    'en',
    'The pier opens in 2028. A survey last spring found 12 cracks.',
    '去年春天的调查发现12条裂缝。',
    '前年春天的调查发现12条裂缝。',
    'date',
  ],
  ['en', 'The council said on Monday that the toll starts Jan. 1.', '收费从1月1日开始。', '收费从7月1日开始。', 'date'],
  ['es', 'La cosecha perdió una quinta parte.', '收成减少五分之一。', '收成减少四分之一。', 'percent'],
  ['es', 'Las pérdidas suman mil millones de euros.', '损失合计10亿欧元。', '损失合计1亿欧元。', 'unit'],
  ['en', 'The mole cost just over £7 million.', '防波堤耗资700多万英镑。', '防波堤耗资7000多万英镑。', 'unit'],
  ['ko', '배는 2시간 반 동안 멈췄다.', '船停了两个半小时。', '船停了三个半小时。', 'number'],
  ['ja', '灯台は1847年に建った。来春に再開する。', '灯塔明年春天重新开放。', '灯塔明年秋天重新开放。', 'date'],
  [
    'en',
    "Built in 1847, the mill reopens on New Year's Day.",
    '磨坊明年1月1日重新开放。',
    '磨坊明年2月1日重新开放。',
    'date',
  ],
  ['fr', 'Une centaine de pêcheurs ont manifesté.', '约一百名渔民示威。', '约一千名渔民示威。', 'unit'],
]
for (const [language, source, right, wrong, check] of pairs) {
  test(`checkFigures() lets pass from ${language}: ${right}`, () =>
    expect(checksOf(right, source, language)).toEqual([]))
  test(`checkFigures() refuses from ${language}: ${wrong}`, () =>
    expect(checksOf(wrong, source, language)).toContain(check))
}
