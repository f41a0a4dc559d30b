import { expect, test } from 'vitest'
import { otherReading, pickModified, pickPublished, printedInstead } from './published.ts'

const said = {
  linked: [],
  meta: [],
  marked: [],
  lines: [],
  own: [],
  url: 'https://harbour.example/a',
  item: null,
  fetchedAt: null,
}

test('pickPublished() gives a time without zone the zone another source has', () => {
  const dates = { ...said, linked: ['2026-03-01 20:59:59.0'], meta: ['2026-03-01T20:59:59+02:00'] }
  expect(pickPublished(dates, 'de')).toBe('2026-03-01T18:59:59Z')
})

test('pickPublished() does not mix two different times', () => {
  const dates = { ...said, linked: ['2026-03-01 20:59:59.0'], meta: ['2026-03-01T19:12:00+02:00'] }
  expect(pickPublished(dates, 'de')).toBe('2026-03-01T20:59:59Z')
})

test('pickPublished() reads the printed date, not the one of an update', () => {
  const lines = ['Güncelleme: 06.03.2026 10:00', 'Ann Lee | 05.03.2026']
  expect(pickPublished({ ...said, lines }, 'tr')).toBe('2026-03-05T00:00:00Z')
  expect(pickModified({ machine: [], lines }, 'tr')).toBe('2026-03-06T10:00:00Z')
})

test('pickPublished() falls back to the day in the address', () => {
  expect(pickPublished({ ...said, url: 'https://harbour.example/2026/03/05/ferry' }, null)).toBe('2026-03-05T00:00:00Z')
  expect(pickPublished({ ...said, url: 'https://harbour.example/news/A2026030514320005' }, null)).toBe(
    '2026-03-05T00:00:00Z',
  )
  expect(pickPublished({ ...said, url: 'https://harbour.example/id/20269905' }, null)).toBeNull()
})

test('pickPublished() leaves an empty field of software and a placeholder in the future to another source', () => {
  const meta = ['2026-03-05T18:30:00Z']
  expect(pickPublished({ ...said, linked: ['1970-01-01T00:00:00Z'], meta }, 'en')).toBe('2026-03-05T18:30:00Z')
  expect(pickPublished({ ...said, linked: ['0001-01-01T00:00:00'], meta }, 'en')).toBe('2026-03-05T18:30:00Z')
  const fetchedAt = '2026-03-06T00:00:00Z'
  const ahead = { ...said, linked: ['2099-01-01T00:00:00Z'], meta, fetchedAt }
  expect(pickPublished(ahead, 'en')).toBe('2026-03-05T18:30:00Z')
  expect(pickPublished({ ...ahead, meta: [] }, 'en')).toBe('2099-01-01T00:00:00Z')
})

test.each([
  ['zh', '旧桥于2019年3月12日因基座下沉而关闭。'],
  ['ja', '2011年3月11日に橋は津波で流された。'],
  ['en', 'The old bridge was closed on 12 March 2019.'],
  ['de', 'Die alte Brücke wurde am 12. März 2019 gesperrt.'],
])('a day that a sentence of the text names is not when the article appeared: %s', (language, line) => {
  const item = '2026-03-05T08:00:00Z'
  expect(pickPublished({ ...said, lines: [line], item }, language)).toBe(item)
  const picked = { at: '2026-03-05T00:00:00Z', modifiedAt: null }
  expect(printedInstead({ ...said, lines: [line] }, picked, language)).toBeNull()
})

test('pickPublished() believes a date of <time> against the feed where the head of the article prints it, and only there', () => {
  const dates = { ...said, marked: ['2026-01-09'], item: '2026-03-05T08:00:00Z' }
  expect(pickPublished(dates, 'en')).toBe('2026-03-05T08:00:00Z')
  expect(pickPublished({ ...dates, lines: ['9 January 2026'] }, 'en')).toBe('2026-01-09T00:00:00Z')
  expect(pickPublished({ ...dates, item: '2026-01-11T08:00:00Z' }, 'en')).toBe('2026-01-09T00:00:00Z')
  expect(pickPublished({ ...dates, item: null }, 'en')).toBe('2026-01-09T00:00:00Z')
})

const slashed = { ...said, lines: ['03/04/2026'], fetchedAt: '2026-06-01T00:00:00Z' }

test('pickPublished() reads 03/04/2026 as the day that is past when the page is read', () => {
  expect(pickPublished({ ...slashed, fetchedAt: '2026-03-05T00:00:00Z' }, 'en')).toBe('2026-03-04T00:00:00Z')
  expect(pickPublished(slashed, 'en')).toBe('2026-04-03T00:00:00Z')
})

test('pickPublished() reads 03/04/2026 as the day that the address or the feed has', () => {
  const url = 'https://harbour.example/2026/03/04/ferry'
  expect(pickPublished({ ...slashed, url }, 'en')).toBe('2026-03-04T00:00:00Z')
  expect(pickPublished({ ...slashed, item: '2026-03-04T08:00:00Z' }, 'en')).toBe('2026-03-04T00:00:00Z')
})

test('printedInstead() holds the day that 03/04/2026 was settled as against the data, not the other', () => {
  const early = { ...slashed, fetchedAt: '2026-03-09T00:00:00Z' }
  expect(printedInstead(early, { at: '2026-03-04T00:00:00Z', modifiedAt: null }, 'en')).toBeNull()
})

test('otherReading() gives the second reading of a printed date that nothing decides', () => {
  expect(otherReading(slashed, 'en')).toBe('2026-03-04T00:00:00Z')
  expect(otherReading(slashed, null)).toBe('2026-03-04T00:00:00Z')
  expect(otherReading(slashed, 'en-GB')).toBeNull()
  expect(otherReading(slashed, 'fr')).toBeNull()
  expect(otherReading({ ...slashed, meta: ['2026-04-03'] }, 'en')).toBeNull()
  expect(otherReading({ ...slashed, lines: ['03.04.2026', '13/04/2026'] }, 'en')).toBeNull()
})
