import { expect, test } from 'vitest'
import { follow, type Said } from '../../test/follow-items.ts'

test('two stories that get one short guid at different times are two items', () => {
  const [, second, third] = follow(
    [{ guid: '7', link: '/ferry', title: 'Ferry runs again' }],
    [{ guid: '7', link: '/otters', title: 'Otters return to the Aune' }],
    [{ guid: '7', link: '/otters', title: 'Otters return to the river Aune' }],
  )
  expect(second).toEqual(['Otters return to the Aune → 2'])
  expect(third).toEqual(['Otters return to the river Aune → 2'])
})

test('a story whose number another one bears as well is known by its address when it gets a guid of its own', () => {
  const orchard = { guid: '5', link: '/orchard', title: 'Orchard prize goes to a pupil' }
  const bridge = { guid: '5', link: '/bridge', title: 'Bridge toll falls in spring' }
  const [, , third] = follow([orchard], [bridge], [{ ...bridge, guid: 'zz5' }, orchard])
  expect(third).toEqual(['Bridge toll falls in spring → 2', 'Orchard prize goes to a pupil → 1'])
})

test('two feeds of one source that number their own stories alike have two items', () => {
  const [, second] = follow(
    [{ guid: '1001', link: '/world/1001', title: 'Ferry runs again' }],
    [{ guid: '1001', link: '/sport/1001', title: 'Otters win the cup' }],
  )
  expect(second).toEqual(['Otters win the cup → 2'])
})

test('a guid that a document gives to two addresses parts them, and the one that is known keeps its key', () => {
  const ferry = { guid: '7', link: '/ferry', title: 'Ferry runs again' }
  const [, second] = follow([ferry], [ferry, { guid: '7', link: '/otters', title: 'Otters return' }])
  expect(second).toEqual(['Ferry runs again → 1', 'Otters return → 2'])
})

test.each<[string, Said, Said]>([
  ['at its address', { guid: '7', link: '/a', title: 'One' }, { guid: '7', link: '/a', title: 'Quite other words' }],
  [
    'at a new address under its headline',
    { guid: '7', link: '/a', title: 'One' },
    { guid: '7', link: '/b', title: 'One' },
  ],
  [
    'where guid and address count it',
    { guid: '48213', link: '/48213/ferry-stops', title: 'Ferry stops' },
    { guid: '48213', link: '/48213/no-boats', title: 'No boats today' },
  ],
  [
    'under an address as guid',
    { guid: 'https://x.example/?p=7', link: '/a', title: 'Ferry stops' },
    { guid: 'https://x.example/?p=7', link: '/b', title: 'No boats today' },
  ],
  [
    'with an edited headline and address under a UUID',
    { guid: 'urn:uuid:5b0e1c9e-7d0f-4b52-9a55-0c9e2f6f4d11', link: '/a', title: 'Dock strike enters its third day' },
    { guid: 'urn:uuid:5b0e1c9e-7d0f-4b52-9a55-0c9e2f6f4d11', link: '/b', title: 'Dock strike ends after three days' },
  ],
  [
    'under a new guid',
    { guid: '7', link: '/a', title: 'Ferry' },
    { guid: 'x-900', link: '/a?utm_source=rss', title: 'Ferry' },
  ],
  [
    'under a new guid with an edited headline',
    { guid: '7', link: '/a', title: 'Dock strike ends' },
    { guid: '8', link: '/a', title: 'Dock strike ends in accord' },
  ],
  ['without a guid', { link: '/a', title: 'Ferry stops' }, { link: '/a', title: 'No boats today' }],
  [
    'without a guid, under https and www',
    { link: 'http://x.example/a/', title: 'One' },
    { link: 'https://www.x.example/a', title: 'One' },
  ],
  ['that gets a guid', { link: '/a', title: 'Ferry' }, { guid: '7', link: '/a', title: 'Ferry' }],
  ['without guid and link', { title: 'Ferry' }, { title: 'Ferry' }],
])('an item that comes again %s is one item', (_, before, after) => {
  expect(follow([before], [after])[1]).toEqual([`${after.title} → 1`])
})

test('entries of a live page that share its address are items of their own, also when the first are gone', () => {
  const [first, second] = follow(
    [
      { guid: 'p1', link: '/live', title: 'Polls open' },
      { guid: 'p2', link: '/live', title: 'Queues at noon' },
    ],
    [{ guid: 'p3', link: '/live', title: 'First counts are in' }],
  )
  expect(first).toEqual(['Polls open → 1', 'Queues at noon → 2'])
  expect(second).toEqual(['First counts are in → 3'])
})

test('items without guid that share a link are told apart by their headlines, in every later document too', () => {
  const [first, second, third] = follow(
    [
      { link: '/live', title: 'Polls open' },
      { link: '/live', title: 'Queues at noon' },
    ],
    [
      { link: '/live', title: 'First counts are in' },
      { link: '/live', title: 'Queues at noon' },
    ],
    [{ link: '/live', title: 'Polls open' }],
  )
  expect(first).toEqual(['Polls open → 1', 'Queues at noon → 2'])
  expect(second).toEqual(['First counts are in → 3', 'Queues at noon → 2'])
  expect(third).toEqual(['Polls open → 1'])
})

test('items that link to the front page are told apart by their headlines', () => {
  const notes = [
    { link: '/', title: 'Closed on Monday' },
    { link: '/', title: 'New opening hours' },
  ]
  expect(follow(notes, notes)).toEqual([
    ['Closed on Monday → 1', 'New opening hours → 2'],
    ['Closed on Monday → 1', 'New opening hours → 2'],
  ])
})

test('a guid that is the front page for every item identifies none', () => {
  const home = 'https://x.example/'
  const [, second] = follow(
    [{ guid: home, link: '/a', title: 'Ferry stops' }],
    [{ guid: home, link: '/b', title: 'Otters return' }],
  )
  expect(second).toEqual(['Otters return → 2'])
})

test('an item that stands twice in a document is one', () => {
  const one = { guid: '7', link: '/a', title: 'Ferry' }
  expect(follow([one, one])).toEqual([['Ferry → 1', 'Ferry → 1']])
})

test('a daily page under one address and headline is a new item while the last one is still shown', () => {
  const [, second] = follow(
    [{ guid: 'd1', link: '/today', title: 'The day in pictures' }],
    [
      { guid: 'd2', link: '/today', title: 'The day in pictures' },
      { guid: 'd1', link: '/today', title: 'The day in pictures' },
    ],
  )
  expect(second).toEqual(['The day in pictures → 2', 'The day in pictures → 1'])
})
