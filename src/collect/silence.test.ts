import { expect, test } from 'vitest'
import { judgeSilence } from './silence.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-09-07T00:00:00Z') // a Monday
const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')

/** Items of `days` days at these hours; weekends only where `weekends`. */
function arrivals(days: number, hours: number[], { weekends }: { weekends: boolean }): string[] {
  return Array.from({ length: days }, (_, day) => start + day * dayMs)
    .filter((at) => weekends || new Date(at).getUTCDay() % 6 !== 0)
    .flatMap((at) => hours.map((hour) => iso(at + hour * 3_600_000)))
}

const workdays = arrivals(54, [7, 8, 9, 10, 11, 12, 13, 14, 15, 16], { weekends: false }) // until Friday 30 October

test('judgeSilence() finds a weekend nothing unusual for an outlet that rests on weekends', () => {
  expect(judgeSilence(workdays, '2026-11-02T06:00:00Z')).toMatchObject({
    since: '2026-10-30T16:00:00Z',
    unusual: false,
  })
})

test('judgeSilence() notices the same outlet on the next working day but one', () => {
  expect(judgeSilence(workdays, '2026-11-03T12:00:00Z')).toMatchObject({ unusual: true })
})

test('judgeSilence() notices a daily column after some days, not after two', () => {
  const column = arrivals(60, [6], { weekends: true })
  const last = start + 59 * dayMs + 6 * 3_600_000
  expect(judgeSilence(column, iso(last + 2 * dayMs))?.unusual).toBe(false)
  expect(judgeSilence(column, iso(last + 4.5 * dayMs))?.unusual).toBe(true)
})

test('judgeSilence() takes items that come together for one arrival', () => {
  const edition = arrivals(40, [4, 4.01, 4.02, 4.03], { weekends: true })
  expect(judgeSilence(edition, iso(start + 40 * dayMs))?.perDay).toBeCloseTo(1, 1)
})

test('judgeSilence() waits long where it knows little', () => {
  const few = arrivals(5, [8], { weekends: true })
  expect(judgeSilence(few, iso(start + 17 * dayMs))?.unusual).toBe(false)
  expect(judgeSilence(few, iso(start + 20 * dayMs))?.unusual).toBe(true)
})

test('judgeSilence() says nothing about fewer than three items', () => {
  expect(judgeSilence(arrivals(2, [8], { weekends: true }), '2026-11-02T06:00:00Z')).toBeNull()
})
