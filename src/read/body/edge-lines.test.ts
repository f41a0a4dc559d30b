import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody } from './read-body.ts'

const long =
  'The harbour council voted on Tuesday to keep the old ferry running through the winter, and nobody objected. '
const p = (word: string): string => `<p>${word} ${long.repeat(2)}</p>`
const body = `${p('Two')}${p('Three')}`
const read = (html: string, authors: string[] = []): ReturnType<typeof readBody> =>
  readBody(parsePage(`<body><h1>Ferry stays</h1><article>${html}</article></body>`), {
    headline: 'Ferry stays',
    isBoilerplate: () => false,
    authors,
  })
const rules = (html: string, authors: string[] = []): string[] => read(html, authors).residue.map((one) => one.rule)

test.each([
  ['By Ada Quay, Harbour Desk', 'byline'],
  ['von Ada Quay und Ben Pier', 'byline'],
  ['Par Ada Quay', 'byline'],
  ['Por Ada de la Quay', 'byline'],
  ['文：王小明', 'byline'],
  ['21. Mai 2026', 'date'],
  ['Heute, 12:37 Uhr', 'date'],
  ['2026年5月21日 12时37分', 'date'],
  ['Ada Quay/dpa', 'credit'],
  ['5 min', 'duration'],
])('readBody() takes "%s" from above the report', (line, rule) => {
  expect(rules(`${p('One')}<div>${line}</div>${body}`)).toEqual([rule])
})

test('readBody() knows a byline by the names that the page declares', () => {
  expect(rules(`${p('One')}<div>Ada Quay</div><div>Harbour Town</div>${body}`, ['Ada Quay'])).toEqual([
    'byline',
    'beside-byline',
  ])
})

test('readBody() knows a byline with role and place by the author in it, and keeps a sentence', () => {
  const line = 'By our correspondent Ada Quay in Salt Harbour'
  expect(rules(`<p>${line}</p>${p('One')}${body}`, ['Ada Quay'])).toEqual(['byline'])
  expect(rules(`<p>By noon Ada Quay had left the hall.</p>${p('One')}${body}`, ['Ada Quay'])).toEqual([])
})

test('readBody() leaves short lines further down alone', () => {
  expect(rules(`${p('One')}${body}<p>21. Mai 2026</p>${p('Four')}`)).toEqual([])
})

test.each([
  '截至14日，已有87人登记。',
  '渡轮指数14日收在3990.49点，下跌0.97%。',
  '14日午後、3人の下船が確認された。',
  '2011年3月11日に橋は流された。',
  '부두는 2019년 3월 12일 문을 닫았다.',
  'The old bridge was closed on 12 March 2019.',
  'Fares rose 2.5% in 2024.',
  'Die Brücke wurde am 12.03.2019 gesperrt.',
])('readBody() keeps the sentence "%s", whatever day it names', (line) => {
  expect(rules(`${p('One')}<p>${line}</p>${body}`)).toEqual([])
  expect(rules(`${p('One')}${body}<p>${line}</p>`)).toEqual([])
})

test.each(['Donnerstag, 21. Mai 2026, 12.37 Uhr.', 'Updated May 21, 2026 at 3:10 p.m.', '2026年5月21日星期四。'])(
  'readBody() takes the date "%s" though it ends in a stop',
  (line) => {
    expect(rules(`${p('One')}<div>${line}</div>${body}`)).toEqual(['date'])
  },
)

test.each(['By now the ferry was late', 'From here to there', 'Von hier an geht es bergab'])(
  'readBody() takes "%s" for no byline',
  (line) => {
    expect(rules(`${p('One')}<p>${line}</p>${body}`)).toEqual([])
  },
)

test('readBody() takes from below a report who worked on it, one line after the other', () => {
  const below =
    '<p>Reporting by Ada Quay; Editing by Ben Pier</p><p><em>Ada Quay is a reporter on the harbour desk and lives by the sea.</em></p><p>Got a story for the harbour desk? Email us today, or write.</p>'
  expect(rules(`${p('One')}${body}${below}`)).toEqual(['about-the-report', 'about-the-author', 'about-the-report'])
  expect(read(`${p('One')}${body}${below}`).passages).toHaveLength(3)
})

test('readBody() keeps a last paragraph that says what somebody is', () => {
  const last = '<p>Ada Quay is the captain of the ferry, and her brother is a reporter on the other shore.</p>'
  expect(read(`${p('One')}${body}${last}`).passages).toHaveLength(4)
})

test('readBody() keeps a last quotation in italics', () => {
  expect(
    read(`${p('One')}${body}<p><em>“We stay for as long as there is water below,” the crew sang.</em></p>`).passages,
  ).toHaveLength(4)
})
