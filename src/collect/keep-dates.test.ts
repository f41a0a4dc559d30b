import { expect, test } from 'vitest'
import type { FeedItem } from '../types.ts'
import { keepDates } from './keep-dates.ts'

function item(key: string, more: Partial<FeedItem> = {}): FeedItem {
  return {
    key,
    guid: key,
    url: `https://gull.example/${key}`,
    title: `The ${key} lock opens`,
    rawTitle: `The ${key} lock opens`,
    edition: null,
    language: null,
    authors: [],
    publishedAt: '2026-11-20T08:00:00Z',
    updatedAt: null,
    summary: null,
    content: null,
    enclosures: [],
    ...more,
  }
}
const known = (...items: FeedItem[]) => new Map(items.map((one) => [one.key, one]))

test('keepDates() keeps the first publication of a feed that says "now" in each answer', () => {
  const before = item('north')
  expect(keepDates([item('north', { publishedAt: '2026-11-23T08:00:00Z' })], known(before))).toEqual([before])
})

test('keepDates() takes a publication that is corrected: to an earlier day, or by more than a month', () => {
  const earlier = item('north', { publishedAt: '2026-11-19T08:00:00Z' })
  const years = item('south', { publishedAt: '2026-11-20T08:00:00Z' })
  const dates = known(item('north'), item('south', { publishedAt: '1970-01-01T00:00:00Z' }))
  expect(keepDates([earlier, years], dates)).toEqual([earlier, years])
})

test('keepDates() keeps a date that the feed says no more', () => {
  expect(keepDates([item('north', { publishedAt: null })], known(item('north')))).toEqual([item('north')])
})

test('keepDates() takes the update of an item that its outlet edited', () => {
  const edited = item('north', { updatedAt: '2026-11-23T08:00:00Z' })
  const all = [edited, item('south'), item('west')]
  expect(keepDates(all, known(item('north'), item('south'), item('west')))).toEqual(all)
})

test('keepDates() takes no update that all items were given at one time', () => {
  const names = ['north', 'south', 'west']
  const stamped = names.map((name) => item(name, { updatedAt: '2026-11-23T08:00:00Z' }))
  const before = names.map((name) => item(name, { updatedAt: '2026-11-22T08:00:00Z' }))
  expect(keepDates(stamped, known(...before))).toEqual(before)
})

test('keepDates() takes the date of another text under the same guid: it may be another story', () => {
  const next = item('north', { title: 'The ferry stops', publishedAt: '2026-11-23T08:00:00Z' })
  expect(keepDates([next], known(item('north')))).toEqual([next])
})

test('keepDates() leaves items that are new', () => {
  expect(keepDates([item('north')], new Map())).toEqual([item('north')])
})
