import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const nowMs = Date.parse('2026-11-28T00:00:00Z')
const wait = (said: string, date?: string): number | null =>
  retryAfterMs({ 'retry-after': said, ...(date !== undefined && { date }) }, nowMs)

test.each([
  ['120', 120_000],
  [' 120 ', 120_000],
  ['"120"', 120_000],
  ["'120'", 120_000],
  ['+120', 120_000],
  ['120;', 120_000],
  ['120; comment=x', 120_000],
  ['120 seconds', 120_000],
  ['120s', 120_000],
  ['1.5', 1500],
  ['0', 0],
  ['60, 120', 120_000],
  ['-5, 60', 60_000],
  ['120, Sat, 28 Nov 2026 00:05:00 GMT', 300_000],
  ['99999999999999999999', 366 * 86_400_000],
  ['9'.repeat(400), 366 * 86_400_000],
])('retryAfterMs() reads %s', (said, ms) => {
  expect(wait(said)).toBe(ms)
})

test.each([
  'Sat, 28 Nov 2026 00:05:00 GMT',
  '"Sat, 28 Nov 2026 00:05:00 GMT"',
  'Sat, 28 Nov 2026 00:05:00 GMT, Sat, 28 Nov 2026 00:04:00 GMT',
  'Sat, 28 Nov 2026 00:05:00 GMT;',
  'Saturday, 28-Nov-26 00:05:00 GMT',
  'Sat, 28-Nov-2026 00:05:00 GMT',
  'Sat Nov 28 00:05:00 2026',
  '28 November 2026 00:05 UTC',
  'Sat, 28 Nov 2026 00:05:00',
  'Fri, 27 Nov 2026 19:05:00 EST',
  'Fri, 27 Nov 2026 16:05:00 PST',
  'Sat, 28 Nov 2026 01:05:00 +0100',
  'Sam., 28 Nov 2026 00:05:00 GMT',
  '2026-11-28T00:05:00Z',
  '2026-11-28 00:05:00',
  '2026-11-28T00:05:00.250Z',
  '2026-11-28T01:05:00+01:00',
])('retryAfterMs() reads the date %s', (said) => {
  expect(Math.floor((wait(said) ?? 0) / 1000)).toBe(300)
})

test.each(['', 'soon', '-5', '1e3', 'PT5M', '2m', '5 apples', 'Sat, 28 Nov 2026 00:05:00 CET', 'Nov 28'])(
  'retryAfterMs() cannot read %j',
  (said) => {
    expect(wait(said)).toBeNull()
  },
)

test('retryAfterMs() goes by the clock of the server, and a past date is no wait', () => {
  expect(wait('Sat, 28 Nov 2020 00:05:00 GMT', 'Sat, 28 Nov 2020 00:00:00 GMT')).toBe(300_000)
  expect(wait('Fri, 01 Jan 1990 00:00:00 GMT')).toBe(0)
})

test('retryAfterMs() takes our own clock where the clock of the server was plainly never set', () => {
  expect(wait('Sat, 28 Nov 2026 00:05:00 GMT', 'Thu, 01 Jan 1970 00:00:07 GMT')).toBe(300_000)
  expect(wait('Sat, 28 Nov 2026 00:05:00 GMT', 'Fri, 01 Jan 2038 00:00:00 GMT')).toBe(300_000)
  // Ours may be the one that was never set.
  const unset = Date.parse('1970-01-01T00:00:07Z')
  const said = { 'retry-after': 'Sat, 28 Nov 2026 00:05:00 GMT', date: 'Sat, 28 Nov 2026 00:00:00 GMT' }
  expect(retryAfterMs(said, unset)).toBe(300_000)
  expect(wait('Sat, 12 Dec 2026 00:00:00 GMT', 'Fri, 27 Nov 2026 00:00:00 GMT')).toBe(15 * 86_400_000)
})
