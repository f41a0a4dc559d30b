import { expect, test } from 'vitest'
import { fromSolar } from './calendars.ts'
import { findDates, readInstant } from './instant.ts'

test('readInstant() keeps the zone and refuses a day no calendar has', () => {
  expect(readInstant('2026-03-01T08:00:00+08:00')).toBe('2026-03-01T00:00:00Z')
  expect(readInstant('2026-03-01 08:00:00.000 CET')).toBe('2026-03-01T07:00:00Z')
  expect(readInstant('20260301T080000Z')).toBe('2026-03-01T08:00:00Z')
  expect(readInstant('2026-02-31')).toBeNull()
  expect(readInstant('the 90-30-12 rule')).toBeNull()
})

test('readInstant() reads dates of Chinese, Japanese and Korean pages', () => {
  expect(readInstant('发布于2026年3月1日 08:30')).toBe('2026-03-01T08:30:00Z')
  expect(readInstant('2026年3月1日 8時30分')).toBe('2026-03-01T08:30:00Z')
  expect(readInstant('입력 2026.03.01. 오후 8:30')).toBe('2026-03-01T20:30:00Z')
})

test('readInstant() reads days before months, also short years and full-width or local digits', () => {
  expect(readInstant('Stand: 01.03.2026, 08:30 Uhr')).toBe('2026-03-01T08:30:00Z')
  expect(readInstant('So 01.03.26 | 14:07 Uhr')).toBe('2026-03-01T14:07:00Z')
  expect(readInstant('Thứ bảy, 1/3/2026, 08:30 (GMT+7)')).toBe('2026-03-01T01:30:00Z')
  expect(readInstant('০১/০৩/২০২৬')).toBe('2026-03-01T00:00:00Z')
})

test('readInstant() reads 3/4/2026 as the page’s country does', () => {
  expect(readInstant('3/4/2026', 'en-US')).toBe('2026-03-04T00:00:00Z')
  expect(readInstant('3/4/2026', 'en-GB')).toBe('2026-04-03T00:00:00Z')
  expect(readInstant('3/14/2026', null)).toBe('2026-03-14T00:00:00Z')
})

test.each([
  ['March 1, 2026 8:30 PM EST', 'en', '2026-03-02T01:30:00Z'],
  ['1st Mar. 2026', 'en', '2026-03-01T00:00:00Z'],
  ['1. März 2026, 8:30 Uhr', 'de', '2026-03-01T08:30:00Z'],
  ['le 1er mars 2026 à 08h30', 'fr', '2026-03-01T08:30:00Z'],
  ['1 de marzo de 2026', 'es', '2026-03-01T00:00:00Z'],
  ['1 de março de 2026, às 8h30', 'pt', '2026-03-01T08:30:00Z'],
  ['1 mrt 2026', 'nl', '2026-03-01T00:00:00Z'],
  ['1. maaliskuuta 2026 klo 8.30', 'fi', '2026-03-01T08:30:00Z'],
  ['1 marca 2026', 'pl', '2026-03-01T00:00:00Z'],
  ['2026. március 1.', 'hu', '2026-03-01T00:00:00Z'],
  ['2026 m. kovo 1 d.', 'lt', '2026-03-01T00:00:00Z'],
  ['1 марта 2026 г., 08:30', 'ru', '2026-03-01T08:30:00Z'],
  ['1 березня 2026', 'uk', '2026-03-01T00:00:00Z'],
  ['1 Μαρτίου 2026', 'el', '2026-03-01T00:00:00Z'],
  ['1 Mart 2026 08:30', 'tr', '2026-03-01T08:30:00Z'],
  ['1 مارس 2026', 'ar', '2026-03-01T00:00:00Z'],
  ['1 במרץ 2026', 'he', '2026-03-01T00:00:00Z'],
  ['1 मार्च 2026', 'hi', '2026-03-01T00:00:00Z'],
  ['1 มีนาคม 2569', 'th', '2026-03-01T00:00:00Z'],
  ['1 tháng 3, 2026', 'vi', '2026-03-01T00:00:00Z'],
  ['1 Maret 2026', 'id', '2026-03-01T00:00:00Z'],
  ['5 มี.ค. 2569 18:30 น.', 'th', '2026-03-05T18:30:00Z'],
  ['۱۴ اسفند ۱۴۰۴ - ۱۸:۳۰', 'fa', '2026-03-05T18:30:00Z'],
  ['۱۴۰۴/۱۲/۱۴', 'fa', '2026-03-05T00:00:00Z'],
  ['令和8年3月5日 18:30', 'ja', '2026-03-05T18:30:00Z'],
  ['令和元年5月1日', 'ja', '2019-05-01T00:00:00Z'],
  ['中華民國115年3月5日', 'zh-TW', '2026-03-05T00:00:00Z'],
  ['Mar 5, 2026 6:30 PM ET', 'en', '2026-03-05T23:30:00Z'],
  ['Jul 5, 2026 6:30 PM ET', 'en', '2026-07-05T22:30:00Z'],
  ['March 05, 2026 06:30 pm IST', 'en-IN', '2026-03-05T13:00:00Z'],
  ['5 Márta 2026 18:30 IST', 'ga', '2026-03-05T18:30:00Z'],
])('readInstant() reads %s', (text, language, at) => {
  expect(readInstant(text, language)).toBe(at)
})

test('readInstant() takes listopad for the month it is in the page’s language', () => {
  expect(readInstant('1. listopada 2026.', 'hr')).toBe('2026-10-01T00:00:00Z')
  expect(readInstant('1 listopada 2026', 'pl')).toBe('2026-11-01T00:00:00Z')
})

test('findDates() takes no part of a second date for the time of the first', () => {
  expect(findDates('05.04.2026 - Güncelleme : 06.04.2026').map((one) => one.at)).toEqual([
    '2026-04-05T00:00:00Z',
    '2026-04-06T00:00:00Z',
  ])
})

test('readInstant() reads no solar year on a page of another language and no day it does not have', () => {
  expect(readInstant('1404/12/14', 'ar')).toBeNull()
  expect(readInstant('۳۱ اسفند ۱۴۰۴', 'fa')).toBeNull()
})

test('fromSolar() gives the days that Unicode’s calendar gives', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { dateStyle: 'short', timeZone: 'UTC' })
  const days = Array.from({ length: 9000 }, (_, index) => new Date(Date.UTC(2005, 0, 1 + index)))
  const wrong = days.filter((at) => {
    const [month = 0, day = 0, year = 0] = format.format(at).match(/\d+/gu)?.map(Number) ?? []
    const found = fromSolar({ year, month, day })
    return Date.UTC(found?.year ?? 0, (found?.month ?? 0) - 1, found?.day) !== at.getTime()
  })
  expect(wrong).toEqual([])
})
