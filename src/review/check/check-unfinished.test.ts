import { expect, test } from 'vitest'
import { endsInTheMiddle, leavesOpen, losesFigure } from './check-unfinished.ts'

test.each([
  '船队周一出海，交易所重新开放，而',
  '船队没有出海，因为',
  '市长把责任推给港务局和',
  '船队周一出海，',
  '船队周一出海...',
])('endsInTheMiddle() sees a text that breaks off: %s', (text) => {
  expect(endsInTheMiddle(text, true)).toBe(true)
})

test.each([
  '他希望两国永久缓和',
  '两名顾问没有参与',
  '受访者包括教师、护士、司机……',
  '船队周一出海。',
  '少年与海',
  '议会通过预算',
])('endsInTheMiddle() lets a whole text pass: %s', (text) => {
  expect(endsInTheMiddle(text, true)).toBe(false)
})

test('leavesOpen() sees one sign of two, and lets pairs pass', () => {
  expect(leavesOpen('“船队周一出海，交易所重新开放。', true)).toBe(true)
  expect(leavesOpen('船队（共41艘周一出海。', true)).toBe(true)
  expect(leavesOpen('船长说：“明天出海。”', true)).toBe(false)
})

test.each([
  '船队共有  艘渔船受损。',
  '新路全长达公里。',
  '罚金为$，须当场缴纳。',
  '失业率升至%。',
  '集市约有万人参加。',
  '共有余艘渔船受损。',
  '行会以票对票通过。',
  '渔市月日开张。',
  '鱼的价格约为美元。',
  '水温达到摄氏度。',
])('losesFigure() sees a place without its figure: %s', (text) => {
  expect(losesFigure(text, true)).toBe(true)
})

test.each([
  '船队共有41艘渔船受损。',
  '有枚硬币卡在门缝里。',
  '降幅为3%。',
  '他节约美元，不买新船。',
  '数万人参加集市。',
  '近亿元投资到位。',
  '这是一份上亿美元的合同。',
  '结算货币为美元。',
  '每年5月1日开市。',
  '日月日渐清明。',
])('losesFigure() lets figures and words pass: %s', (text) => {
  expect(losesFigure(text, true)).toBe(false)
})
