import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { nextPageOf, pageNumber, pagesLeft } from './next-page.ts'
import words from './page-words.json' with { type: 'json' }

const next = (html: string, url = 'https://a.example/reed-beds', firstPage?: string) =>
  nextPageOf(parsePage(html), { url, ...(firstPage !== undefined && { firstPage }) })

test.each([
  ['<link rel="next" href="/reed-beds?page=2">', 'https://a.example/reed-beds?page=2'],
  ['<a href="?page=2">2</a>', 'https://a.example/reed-beds?page=2'],
  ['<a href="/reed-beds/2/">Next page ›</a>', 'https://a.example/reed-beds/2/'],
  ['<a href="/reed-beds/page/2">Page 2</a>', 'https://a.example/reed-beds/page/2'],
  ['<a href="/reed-beds/seite-2">Weiter</a>', 'https://a.example/reed-beds/seite-2'],
  ['<a href="/reed-beds?utm_source=x&p=2#text">→</a>', 'https://a.example/reed-beds?utm_source=x&p=2'],
  ['<a href="?page=2">Weiter auf Seite 2</a>', 'https://a.example/reed-beds?page=2'],
  ['<a href="?page=2">第2页</a>', 'https://a.example/reed-beds?page=2'],
  ['<a href="?page=3">3</a><a href="?page=2">2</a>', 'https://a.example/reed-beds?page=2'],
])('nextPageOf() finds the next page in %s', (html, url) => {
  expect(next(html)).toBe(url)
})

test.each([
  ['another article named as the next', '<link rel="next" href="/heron-count">'],
  ['the next article by its number', '<a rel="next" href="/reed-bees/2">2</a>'],
  ['a page after the next one', '<a href="?page=3">3</a>'],
  ['the pages of the comments', '<div class="comments-pager"><a href="?page=2">2</a></div>'],
  ['a headline', '<a href="/reed-beds-2">Reed beds: the second summer without a harvest</a>'],
  ['another host', '<a href="https://b.example/reed-beds?page=2">2</a>'],
  ['a script', '<a href="javascript:page(2)">2</a>'],
  ['a number that is no page', '<a href="/reed-beds/2/">2 comments</a>'],
])('nextPageOf() does not take %s for the next page', (_, html) => {
  expect(next(html)).toBeNull()
})

test('nextPageOf() counts on from a further page, and ends on the last', () => {
  const first = 'https://a.example/reed-beds.html'
  const html = '<a href="/reed-beds_1.html">1</a><a href="/reed-beds_3.html">3</a>'
  expect(next(html, 'https://a.example/reed-beds_2.html', first)).toBe('https://a.example/reed-beds_3.html')
  expect(next(html, 'https://a.example/reed-beds_3.html', first)).toBeNull()
})

test('nextPageOf() takes an article whose address ends in a number for no page of a row', () => {
  expect(next('<a rel="next" href="/news/8">Next</a>', 'https://a.example/news/7')).toBeNull()
  expect(next('<a href="?page=2">2</a>', 'https://a.example/reed-beds?page=1')).toBe(
    'https://a.example/reed-beds?page=2',
  )
})

test('pageNumber() says which page of the article an address is', () => {
  expect(pageNumber('https://a.example/reed-beds/3', 'https://a.example/reed-beds/')).toBe(3)
  expect(pageNumber('https://a.example/', 'https://a.example/reed-beds')).toBeNull()
})

test.each([
  ['Page 1 of 3', 2],
  ['Seite 1 von 4', 3],
  ['Страница 2 из 3', 1],
  ['Part 1 of 2', 1],
  ['Teil 2 von 4', 2],
  ['Page 3 of 3', null],
  ['Picture 1 of 12', null],
  ['1/12', null],
  ['The report has a page 1 of 3 that nobody has seen.', null],
])('pagesLeft() reads "%s"', (line, left) => {
  expect(pagesLeft(line)).toBe(left)
})

test('page-words.json holds small letters, each word once', () => {
  for (const list of Object.values(words)) {
    expect(new Set(list).size).toBe(list.length)
    expect(list.filter((word) => word !== word.toLowerCase())).toEqual([])
  }
})

test('pagesLeft() reads a count in the first sentence of a note, with an abbreviated word too', () => {
  expect(pagesLeft('Part 1 of 2. The second part appears on Saturday.')).toBe(1)
  expect(pagesLeft('Pág. 1 de 3')).toBe(2)
  expect(pagesLeft('Part 2 of 2. The first part appeared on Friday.')).toBeNull()
  expect(pagesLeft('The part of the river above the weir is closed.')).toBeNull()
})
