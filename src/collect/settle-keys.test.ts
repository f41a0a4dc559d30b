import { expect, test } from 'vitest'
import type { FeedItem } from '../types.ts'
import { parseFeed } from './parse-feed.ts'
import { namesOf, settleKeys, type KnownItem } from './settle-keys.ts'

type Said = { guid?: string; link?: string; title: string; text?: string; sound?: string }

/** One document, parsed as it would be. */
function items(...list: Said[]): FeedItem[] {
  const xml = list.map(
    ({ guid, link, title, text, sound }) =>
      `<item><title>${title}</title>${text === undefined ? '' : `<content:encoded>${text}</content:encoded>`}` +
      (sound === undefined ? '' : `<enclosure url="https://x.example/${sound}" type="audio/mpeg" length="9"/>`) +
      `${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}` +
      `${link === undefined ? '' : `<link>${link.startsWith('/') ? 'https://x.example' : ''}${link}</link>`}</item>`,
  )
  const text = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>X</title>${xml.join('')}</channel></rss>`
  return parseFeed({ url: 'https://x.example/rss', text }).items
}

/** The keys that documents get, one after the other, in one source: their names as `title → number of the item`. */
function follow(...documents: Said[][]): string[][] {
  const known = new Map<string, KnownItem>()
  const keys: string[] = []
  return documents.map((document) => {
    const told = items(...document)
    return settleKeys(told, [...known.values()]).map(({ key, title, content }, at) => {
      const names = new Set([...told.slice(at, at + 1).flatMap(namesOf), key, ...(known.get(key)?.names ?? [])])
      known.set(key, { key, title, names })
      if (!keys.includes(key)) keys.push(key)
      return `${title || content} → ${keys.indexOf(key) + 1}`
    })
  })
}

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

test.each<[string, Said, Said]>([
  ['have a text alone', { title: '', text: 'Ferry runs' }, { title: '', text: 'Otters return' }],
  [
    'have a link and a text alone',
    { title: '', link: '/live', text: 'Polls open' },
    { title: '', link: '/live', text: 'Queues' },
  ],
  ['have one headline and two texts', { title: 'Note', text: 'Ferry runs' }, { title: 'Note', text: 'Otters return' }],
  ['have one headline and two recordings', { title: 'News', sound: '1.mp3' }, { title: 'News', sound: '2.mp3' }],
  [
    'link to the front page',
    { title: 'News', link: '/', sound: '1.mp3' },
    { title: 'News', link: '/', sound: '2.mp3' },
  ],
  ['have the guid 0', { guid: '0', title: 'Ferry runs' }, { guid: '0', title: 'Otters return' }],
  [
    'have the guid 0 and a text',
    { guid: '0', title: '', text: 'Ferry runs' },
    { guid: '0', title: '', text: 'Otters return' },
  ],
  [
    'have the guid 0 and a live page',
    { guid: '0', title: 'Ferry', link: '/live' },
    { guid: '0', title: 'Otters', link: '/live' },
  ],
  ['differ in ?ref=', { title: 'Ferry', link: '/a?ref=x1' }, { title: 'Otters', link: '/a?ref=x2' }],
  [
    'differ in the ?ref= of guid and link',
    { title: 'Ferry', guid: 'https://x.example/a?ref=x1', link: '/a?ref=x1' },
    { title: 'Otters', guid: 'https://x.example/a?ref=x2', link: '/a?ref=x2' },
  ],
])('two items of a document that %s are two, together and alone, in any order, for ever', (_, one, other) => {
  const fresh = { title: 'Bridge', text: 'The bridge is shut', link: '/bridge', guid: 'b' }
  const names = [one, other].map(({ title, text }) => title || text)
  const [first, second] = [`${names[0]} → 1`, `${names[1]} → 2`]
  expect(follow([one, other], [one, other], [other, one], [other], [one], [fresh, one, other])).toEqual([
    [first, second],
    [first, second],
    [second, first],
    [second],
    [first],
    ['Bridge → 3', first, second],
  ])
  expect(follow([one], [other, one])).toEqual([[first], [second, first]])
})

test.each<[string, Said, Said]>([
  ['has a headline alone', { title: 'Note', text: 'Ferry runs' }, { title: 'Note', text: 'Ferry runs again' }],
  ['has the guid 0', { guid: '0', title: 'Ferry runs' }, { guid: '0', title: 'Ferry runs again' }],
  ['has a page of its own', { title: '', link: '/7', text: 'Ferry' }, { title: '', link: '/7', text: 'Ferry runs' }],
])('an edit of an item that %s is no new item', (_, before, after) => {
  expect(follow([before], [after])[1]?.[0]).toMatch(/ → 1$/u)
})

test('one of two texts under one headline can be edited', () => {
  const [ferry, otters] = [
    { title: 'Note', text: 'Ferry runs' },
    { title: 'Note', text: 'Otters return' },
  ]
  const [, second, third] = follow([ferry, otters], [{ title: 'Note', text: 'Otters came' }, ferry], [ferry, otters])
  expect(second).toEqual(['Note → 2', 'Note → 1'])
  expect(third).toEqual(['Note → 1', 'Note → 2'])
})

test('a new recording under the headline of every day is a new item when the last one is gone', () => {
  const day = (sound: string) => [{ title: 'News', link: '/', sound }]
  expect(follow(day('1.mp3'), day('2.mp3'), day('2.mp3'))).toEqual([['News → 1'], ['News → 2'], ['News → 2']])
})

test('an article told twice under one guid with an edited headline is one', () => {
  const [first] = follow([
    { guid: '7', link: '/a', title: 'Dock strike enters third day' },
    { guid: '7', link: '/a', title: 'Dock strike ends on third day' },
  ])
  expect(new Set(first?.map((one) => one.slice(-1)))).toEqual(new Set(['1']))
})

test('one text under a guid of its own each day is an item each day', () => {
  const day = (guid: string) => [{ guid, title: 'Weather', text: 'Rain' }]
  expect(follow(day('5'), day('6'), [...day('6'), ...day('5')])).toEqual([
    ['Weather → 1'],
    ['Weather → 2'],
    ['Weather → 2', 'Weather → 1'],
  ])
})

test('notes without a headline under guids of their own at one page are items of their own', () => {
  const note = (guid: string, text: string) => ({ guid, link: '/live', title: '', text })
  expect(follow([note('p1', 'Polls open')], [note('p2', 'Queues at noon')], [note('p9', 'Polls open')])).toEqual([
    ['Polls open → 1'],
    ['Queues at noon → 2'],
    ['Polls open → 1'],
  ])
})

test('settleKeys() is not held up by thousands of headlines that change at a few addresses', () => {
  const list = (round: string) =>
    Array.from({ length: 4000 }, (_, at) => ({
      guid: `${round}${at}`,
      link: `/live/${at % 200}`,
      title: `${round} word${at} of the day ${at * 7}`,
    }))
  const began = performance.now()
  expect(new Set(follow(list('first'), list('second'))[1]).size).toBe(4000)
  expect(performance.now() - began).toBeLessThan(8000)
})

test('three recordings under one headline are three items, and stay so', () => {
  const all = ['1.mp3', '2.mp3', '3.mp3', '4.mp3'].map((sound) => ({ title: 'Episode', sound }))
  const keys = ['Episode → 1', 'Episode → 2', 'Episode → 3', 'Episode → 4']
  expect(follow(all, all, all.toReversed())).toEqual([keys, keys, keys.toReversed()])
})

test.each([[{}], [{ guid: 'n' }]])(
  'a live page of notes without headlines loses none as they pass by: %j',
  ({ guid }: { guid?: string }) => {
    const note = (letter: string): Said => ({
      link: '/live',
      title: '',
      text: `Note ${letter}`,
      ...(guid && { guid: guid + letter }),
    })
    const show = (letters: string) => [...letters].map(note)
    const told = follow(show('ABC'), show('CDE'), show('FGH'), show('HIJ')).map((round) =>
      round.map((one) => one.slice(-2).trim()),
    )
    expect(told).toEqual([
      ['1', '2', '3'],
      ['3', '4', '5'],
      ['6', '7', '8'],
      ['8', '9', '10'],
    ])
  },
)
