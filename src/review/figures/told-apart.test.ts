import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks('2025-03-12T12:00:00Z')

test.each([
  ['比均值高出1.5摄氏度。', '比均值高出2.5摄氏度。', 'en', 'It was 2.7 degrees Fahrenheit above the mean.'],
  ['比走失时重了差不多两公斤。', '比走失时重了差不多四公斤。', 'en', 'It weighs 31 pounds, four more than in May.'],
  ['差不多是原来的三倍。', '差不多是原来的四倍。', 'zh', '团队由46人增至130多人。'],
  ['0比2落后，以4比3逆转。', '0比3落后，以4比3逆转。', 'en', 'They came from two goals down to win 4-3.'],
  ['将于明年第一季度出货。', '将于明年第三季度出货。', 'zh-TW', '將於明年第一季出貨。'],
])('%s', (...[right, wrong, language, source]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})
