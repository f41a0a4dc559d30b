import { expect, test } from 'vitest'
import { likeness } from './likeness.ts'

test.each([
  ['Ferry “resumes” service', 'FERRY RESUMES SERVICE', 1],
  ['Dock strike ends', 'Dock strike ends after nine days', 2 / 3],
  ['Mill sold to council', 'Otters return to the Aune', 2 / 9],
  ['港口罢工结束', '港口罢工今日结束', 2 / 3],
  ['港口罢工结束', '水獭重返河流', 0],
  ['', '', 1],
])('likeness() of %s and %s is %d', (one, other, like) => {
  expect(likeness(one, other)).toBeCloseTo(like)
})
