import { expect, test } from 'vitest'
import { follow, type Said } from '../../test/follow-items.ts'

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
