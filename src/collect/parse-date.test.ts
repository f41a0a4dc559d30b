import { expect, test } from 'vitest'
import { parseDate } from './parse-date.ts'

test.each([
  ['Thu, 01 Jan 04 19:48:21 EST', '2004-01-02T00:48:21Z'],
  ['2003-12-31T10:14:55-08:00', '2003-12-31T18:14:55Z'],
  ['2003-335', '2003-12-01T00:00:00Z'],
  ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21Z'],
  ['2024年3月5日 下午3:04', '2024-03-05T15:04:00Z'],
  ['2024년 3월 5일 오후 3:04', '2024-03-05T15:04:00Z'],
  ['mar, 12 août 2008 10:00:00 +0200', '2008-08-12T08:00:00Z'],
  ['5 мая 2024 г., 10:20', '2024-05-05T10:20:00Z'],
  ['Thu, 5 Apr 2012 24:00:00 +0000', '2012-04-06T00:00:00Z'],
])('parseDate() reads %s', (written, at) => {
  expect(parseDate(written)).toBe(at)
})

test.each(['31 Feb 2024', 'now', 'yesterday', '2024-13-01', '', 'Mon, 32 Jan 2024 10:00:00 GMT'])(
  'parseDate() gives null for %j',
  (written) => {
    expect(parseDate(written)).toBeNull()
  },
)
