import { expect, test } from 'vitest'
import { ageMs, freshMs, isDue } from './schedule.ts'

const checked = Date.parse('2026-11-28T00:00:00Z')
const hours = (headers: Record<string, string>): number | null => {
  const ms = freshMs(headers, checked)
  return ms === null ? null : ms / 3_600_000
}

test.each([
  ['max-age=3600', 1],
  ['public,max-age=3600', 1],
  ['private;max-age=3600', 1],
  ['max-age = 3600', 1],
  ['MAX-AGE="3600"', 1],
  ["max-age='3600'", 1],
  ['max-age=3600, max-age=3600', 1],
  ['max-age=3600.5', 1],
  ['no-cache, max-age=3600', 1],
  ['community="UCI,max-age=7200", max-age=3600', 1],
  ['s-maxage=7200', null],
  ['x-max-age=3600', null],
  ['max-age=-1', null],
  ['max-age=soon', null],
  ['no-store', 0],
  ['max-age=' + '9'.repeat(400), 8784],
])('freshMs() reads Cache-Control: %s', (control, of) => {
  expect(hours({ 'cache-control': control })).toBe(of)
})

test.each([
  ['1800', 0.5],
  ['1800, 1800', 0.5],
  ['-500', 1],
  ['Infinity', 1],
  ['old', 1],
  ['7200', 0],
])('freshMs() takes Age: %s off max-age', (age, of) => {
  expect(hours({ 'cache-control': 'max-age=3600', age })).toBe(of)
})

test('freshMs() takes Age off Expires where the server shows its own clock', () => {
  const expires = 'Sat, 28 Nov 2026 05:00:00 GMT'
  expect(hours({ expires, age: '3600', date: 'Sat, 28 Nov 2026 00:00:00 GMT' })).toBe(4)
  expect(hours({ expires, age: '3600' })).toBe(5)
  expect(hours({ expires: `${expires}, ${expires}` })).toBe(5)
})

test.each([
  ['600', 600_000],
  ['-500', 0],
  ['Infinity', 0],
  ['1e400', 1000],
  ['9'.repeat(400), 366 * 86_400_000],
])('ageMs() reads Age: %s', (age, ms) => {
  expect(ageMs({ age })).toBe(ms)
})

test('freshMs() takes our own clock for Expires where the clock of the server was plainly never set', () => {
  expect(hours({ expires: 'Sat, 28 Nov 2026 01:00:00 GMT', date: 'Thu, 01 Jan 1970 00:00:09 GMT' })).toBe(1)
  expect(hours({ expires: 'Sat, 28 Nov 2026 02:00:00 GMT', date: 'Sat, 28 Nov 2026 01:00:00 GMT' })).toBe(1)
})

test.each([
  ['a week ahead', '2026-12-05T08:00:00Z', true],
  ['an hour ahead', '2026-11-28T09:00:00Z', true],
  ['a minute ahead', '2026-11-28T08:01:00Z', false],
  ['an hour ago', '2026-11-28T07:00:00Z', false],
])(
  'isDue() asks a feed now whose last request lies in the future, by a clock that was wrong: %s',
  (_, checkedAt, due) => {
    const state = { status: 'active' as const, checkedAt, nextDueAt: '2026-12-05T09:00:00Z' }
    expect(isDue(state, '2026-11-28T08:00:00Z')).toBe(due)
    expect(isDue({ ...state, status: 'gone' }, '2026-11-28T08:00:00Z')).toBe(false)
  },
)
