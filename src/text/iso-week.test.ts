import { expect, test } from 'vitest'
import { isoWeek, issueMonth } from './iso-week.ts'

test('isoWeek() gives the last days of December to week 1 of the next year when its Thursday is there', () => {
  expect(isoWeek('2024-12-30T00:00:00Z')).toBe('2025-W01')
})

test('isoWeek() gives the first days of January to week 53 of a long year', () => {
  expect(isoWeek('2021-01-03T23:59:59Z')).toBe('2020-W53')
})

test('isoWeek() refuses what is no date and quotes it', () => {
  expect(() => isoWeek('soon')).toThrow('"soon"')
})

test('issueMonth() is the month in UTC', () => {
  expect(issueMonth('2026-11-30T23:30:00-05:00')).toBe('2026-12')
})
