import { expect, test } from 'vitest'
import type { FeedItem } from '../../types.ts'
import { parsePage } from '../tree.ts'
import { type PageMetadata, readMetadata } from './metadata.ts'

const item: FeedItem = {
  guid: null,
  url: null,
  title: 'Saltmere keeps its old ferry',
  authors: [],
  publishedAt: null,
  updatedAt: null,
  summary: null,
  content: null,
  language: null,
  edition: null,
  enclosures: [],
} as unknown as FeedItem

const linked = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...data })}</script>`

function read({
  head = '',
  top = '',
  feed = null as FeedItem | null,
  url = 'https://harbour.example/a',
}): PageMetadata {
  const html = `<html lang="en"><head><title>Saltmere keeps its old ferry | Harbour Post</title><meta property="og:site_name" content="Harbour Post">${head}</head>
<body><main><h1>Saltmere keeps its old ferry</h1>${top}<p>The council of Saltmere voted on Tuesday evening to keep the old ferry running through the winter, and nobody in the full hall objected to it at all.</p></main></body></html>`
  return readMetadata(parsePage(html), { url, item: feed })
}

type Page = { top: string; data?: object; url?: string; feed?: FeedItem }

const shared = '<meta property="og:title" content="You will not believe what this harbour did next">'

test('readMetadata() takes the headline that is printed where title and feed say the same, whatever is shared', () => {
  const said = read({ head: shared, feed: item })
  expect(said.headline).toBe('Saltmere keeps its old ferry')
  expect(said.otherHeadlines).toEqual(['You will not believe what this harbour did next'])
})

test('readMetadata() takes the byline that is printed where JSON-LD names other people, and notes it', () => {
  const said = read({ head: linked({ author: { '@type': 'Person', name: 'Gus Marr' } }), top: '<p>By Tamsin Plum</p>' })
  expect(said.authors).toEqual(['Tamsin Plum'])
  expect(said.notes).toEqual(['page prints the byline Tamsin Plum, its data name Gus Marr'])
})

test('readMetadata() believes JSON-LD where it names the printed author too, or the feed names the same', () => {
  const both = linked({ author: ['Tamsin Plum', 'Rory Finch'].map((name) => ({ '@type': 'Person', name })) })
  expect(read({ head: both, top: '<p>By Tamsin Plum</p>' }).authors).toEqual(['Tamsin Plum', 'Rory Finch'])
  const other = linked({ author: { '@type': 'Person', name: 'Gus Marr' } })
  expect(read({ head: other, top: '<p>By Tamsin Plum</p>', feed: { ...item, authors: ['Gus Marr'] } })).toMatchObject({
    authors: ['Gus Marr'],
    notes: [],
  })
})

test.each(['<p>Published 5 March 2026</p>', '<p>Thursday, 5 March 2026</p>', '<p>By Tamsin Plum, 5 March 2026</p>'])(
  'readMetadata() takes the date that is printed where the data name another day: %s',
  (top) => {
    const said = read({ head: linked({ datePublished: '2024-01-09T10:00:00Z' }), top })
    expect(said.publishedAt).toBe('2026-03-05T00:00:00Z')
    expect(said.notes).toEqual(['page prints the date 2026-03-05, its data say 2024-01-09'])
  },
)

test.each([
  ['the day is the one of a change', { data: { dateModified: '2026-03-05T11:00:00Z' }, top: '<p>5 March 2026</p>' }],
  ['it says that it is one of an update', { top: '<p>Updated 5 March 2026</p>' }],
  ['it stands in a sentence', { top: '<p>The toll ends on 5 March 2026</p>' }],
  ['the address has the day of the data', { top: '<p>5 March 2026</p>', url: 'https://harbour.example/2024/01/09/a' }],
  [
    'the feed has the day of the data',
    { top: '<p>5 March 2026</p>', feed: { ...item, publishedAt: '2024-01-09T10:02:00Z' } },
  ],
])('readMetadata() keeps the date of the data where %s', (_, { data = {}, ...page }: Page) => {
  const said = read({ head: linked({ datePublished: '2024-01-09T10:00:00Z', ...data }), ...page })
  expect(said).toMatchObject({ publishedAt: '2024-01-09T10:00:00Z', notes: [] })
})

test('readMetadata() keeps the time of the data where the printed day is the same', () => {
  const said = read({ head: linked({ datePublished: '2026-03-05T23:30:00+01:00' }), top: '<p>6 March 2026</p>' })
  expect(said).toMatchObject({ publishedAt: '2026-03-05T22:30:00Z', notes: [] })
})

test.each(['Why the <br> element is old', 'Use <b> or <strong> in new pages', 'The <script> tag & its AT&T friends'])(
  'readMetadata() keeps the element that a headline speaks of, wherever it is said: %s',
  (headline) => {
    const written = headline.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const text = '<p>The council of Saltmere voted on Tuesday evening to keep the old ferry running.</p>'
    const pages = [
      `<h1>${written}</h1>`,
      `<title>${written}</title>`,
      `<meta property="og:title" content="${written}">`,
      linked({ headline })
        .replaceAll(/<(?=[bs]r?)/gu, '\\u003c')
        .replace('\\u003cscript type', '<script type'),
    ]
    const heads = [...pages, pages.join('')]
    expect(
      heads.map(
        (head) => readMetadata(parsePage(head + text), { url: 'https://harbour.example/a', item: null }).headline,
      ),
    ).toEqual(heads.map(() => headline))
  },
)

test('readMetadata() takes breaks and pairs of tags in a shared headline for markup', () => {
  const head = (title: string): string => `<meta property="og:title" content="${title}">`
  const of = (title: string): string =>
    readMetadata(parsePage(head(title)), { url: 'https://harbour.example/a', item: null }).headline
  expect(of('The ferry&lt;br&gt;stays open')).toBe('The ferry stays open')
  expect(of('The ferry &lt;br /&gt; stays open')).toBe('The ferry stays open')
  expect(of('The &lt;em&gt;ferry&lt;/em&gt; stays open')).toBe('The ferry stays open')
})

test('readMetadata() looks for no date behind a paragraph in Chinese, which says much in few signs', () => {
  const paragraph =
    '盐滩镇议会周二晚表决，旧渡轮冬季继续开行，大厅里坐满了人，没有人反对；镇长说，票价到明年春天都不会变，班次也照旧，只有周日的末班船提前半个小时。'
  const html = `<html lang="zh"><h1>盐滩镇留下旧渡轮，冬季继续开行</h1><p>${paragraph}</p><p>2025年4月2日</p></html>`
  expect(readMetadata(parsePage(html), { url: 'https://harbour.example/a', item: null }).publishedAt).toBeNull()
})

test('readMetadata() notes a printed date that may be one of two days', () => {
  const { publishedAt, notes } = read({ top: '<p>03/04/2025</p>' })
  expect([publishedAt, notes]).toEqual([
    '2025-04-03T00:00:00Z',
    ['the printed date is read as 2025-04-03 and may be 2025-03-04'],
  ])
})

test('readMetadata() reads the date above the headline in its box, not one of the masthead', () => {
  const page = (box: string): string | null =>
    readMetadata(
      parsePage(`<html lang="en"><header><p>Friday, 6 March 2026</p></header>${box}<p>The council of Saltmere voted on Tuesday evening to keep the old ferry running through the winter, and nobody in the full hall objected to it at all, not even the owner of the bridge.</p>
      <div>The old bridge</div><div>2 December 2025, 09:14</div>`),
      { url: 'https://harbour.example/a', item: null },
    ).publishedAt
  const h1 = '<h1>Saltmere keeps its old ferry</h1>'
  expect(page(`<div><div><span>11:40 05.03.2026</span></div>${h1}</div>`)).toBe('2026-03-05T00:00:00Z')
  expect(page(`<main>${h1}</main>`)).toBeNull()
})

test('readMetadata() takes no day that the text tells of for the printed one', () => {
  const head = '<meta property="article:published_time" content="2026-03-05T09:00:00Z">'
  const top =
    '<p>It was to be the longest ferry line of the county; a short history of four years and two votes.</p><p>5 May 2022</p>'
  expect(read({ head, top })).toMatchObject({ publishedAt: '2026-03-05T09:00:00Z', notes: [] })
})
