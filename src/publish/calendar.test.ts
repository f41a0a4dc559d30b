import { expect, test } from 'vitest'
import names from './words/languages.json' with { type: 'json' }
import { dayWords, fullDayWords, languageWords, monthWords, shortDayWords, weekDays, weekWords } from './calendar.ts'

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

const ways = [
  ['dayWords()', dayWords, { dateStyle: 'long' }],
  ['fullDayWords()', fullDayWords, { dateStyle: 'full' }],
  ['shortDayWords()', shortDayWords, { month: 'long', day: 'numeric', weekday: 'short' }],
  ['monthWords()', (at, language) => monthWords(at.slice(0, 7), language), { year: 'numeric', month: 'long' }],
] satisfies [string, typeof dayWords, Intl.DateTimeFormatOptions][]

test.each(ways)('%s writes every day as the calendar of the runtime does', (_, words, options) => {
  for (const language of ['zh-Hans', 'en'] as const) {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
    for (let day = 0; day < 800; day++) {
      const at = new Date(Date.UTC(2023, 11, 1, 23, 59) + day * 86_400_000)
      expect(words(at.toISOString(), language)).toBe(format.format(at))
    }
  }
})

test('dayWords() refuses what is no day', () => {
  expect(() => dayWords('yesterday', 'en')).toThrow(RangeError)
})

test('languages.json has the names that the runtime gives', () => {
  for (const language of ['zh-Hans', 'en'] as const) {
    const format = new Intl.DisplayNames([language], { type: 'language' })
    for (const [tag, words] of Object.entries(names)) expect([tag, words[language]]).toEqual([tag, format.of(tag)])
  }
  expect(Object.keys(names).length).toBeGreaterThan(75)
})
