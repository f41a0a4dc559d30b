import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readMetadata } from './metadata.ts'

const headline = (html: string): string =>
  readMetadata(parsePage(html), { url: 'https://news.example/2026/toll', item: null }).headline

const story = '<article><h2>The toll at Saltmere doubles</h2><p>The harbour board decided so on Monday.</p></article>'

test.each([
  ['a link to the front page', '<h1><a href="/">Salt Herald</a></h1>', '<title>Salt Herald</title>'],
  ['the name at the foot', '<h1>The Salt Herald</h1>', '<title>The Salt Herald</title>'],
  [
    'a title with both',
    '<h1><a href="https://news.example/">Salt Herald</a></h1>',
    '<title>Salt Herald: The toll at Saltmere doubles</title>',
  ],
])('readMetadata() takes the heading of the article where the first one only names the outlet: %s', (_, h1, title) => {
  expect(headline(`${title}${h1}${story}<footer>© 2026 Salt Herald. All rights reserved.</footer>`)).toBe(
    'The toll at Saltmere doubles',
  )
})

test('readMetadata() takes a signed heading in the article for the headline where title and first heading say one name', () => {
  const page = (byline: string): string =>
    `<title>Salt Herald</title><h1>Salt Herald</h1><article><h2>The toll at Saltmere doubles</h2>${byline}<p>The board decided so.</p></article>`
  expect(headline(page('<p>By Ann Lee</p>'))).toBe('The toll at Saltmere doubles')
  expect(headline(page(''))).toBe('Salt Herald')
})

test('readMetadata() keeps a headline that is no name of the outlet, whatever stands at the foot', () => {
  const page = `<title>Ferry stays | Salt Herald</title><h1>The ferry of Saltmere stays</h1>${story}<footer>© Salt Herald</footer>`
  expect(headline(page)).toBe('The ferry of Saltmere stays')
})

test('readMetadata() takes no heading of a menu or a list for the headline', () => {
  const page = `<title>Salt Herald</title><h1><a href="/">Salt Herald</a></h1><aside><h2 class="title">Most read this week</h2></aside>${story}`
  expect(headline(page)).toBe('The toll at Saltmere doubles')
})

test('readMetadata() takes the outlet’s name off the beginning of a title, where the address has it', () => {
  const title = (said: string): string =>
    readMetadata(parsePage(`<title>${said}</title><p>Text.</p>`), { url: 'https://saltherald.example/a', item: null })
      .headline
  expect(title('Salt Herald - The toll at Saltmere doubles')).toBe('The toll at Saltmere doubles')
  expect(title('Salt tax - the toll at Saltmere doubles')).toBe('Salt tax - the toll at Saltmere doubles')
})
