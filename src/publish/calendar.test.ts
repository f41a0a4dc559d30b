import { expect, test } from 'vitest'
import { dayWords, fullDayWords, languageWords, monthWords, weekDays, weekWords } from './calendar.ts'

test('dayWords() and fullDayWords() name the day in UTC', () => {
  expect(dayWords('2026-11-22T23:30:00Z', 'zh-Hans')).toBe('2026年11月22日')
  expect(fullDayWords('2026-11-22T23:30:00Z', 'zh-Hans')).toBe('2026年11月22日星期日')
  expect(fullDayWords('2026-11-22T23:30:00Z', 'en')).toBe('Sunday, November 22, 2026')
})

test('monthWords() and weekWords() name an issue', () => {
  expect(monthWords('2026-11', 'zh-Hans')).toBe('2026年11月')
  expect(weekWords('2026-W07', 'zh-Hans')).toBe('2026年第7周')
  expect(weekWords('2026-W07', 'en')).toBe('Week 7, 2026')
})

test.each([
  ['2026-W47', '11月16日至11月22日'],
  ['2026-W01', '12月29日至1月4日'],
  ['2020-W53', '12月28日至1月3日'],
])('weekDays() of %s are %s', (week, days) => {
  expect(weekDays(week, 'zh-Hans')).toBe(days)
})

test('languageWords() names a language and leaves an unknown tag alone', () => {
  expect(languageWords('de', 'zh-Hans')).toBe('德语')
  expect(languageWords('de-DE', 'zh-Hans')).toBe('德语')
  expect(languageWords('zh-Hant-TW', 'zh-Hans')).toBe('繁体中文')
  expect(languageWords('nb-NO', 'zh-Hans')).toBe(languageWords('no', 'zh-Hans'))
  expect(languageWords('not a tag', 'zh-Hans')).toBe('not a tag')
})
