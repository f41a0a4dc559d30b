import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readMetadata } from './metadata.ts'
import { namesAfterLabel, splitByline, upright } from './names.ts'

const read = (html: string) => readMetadata(parsePage(html), { url: 'https://harbour.example/a', item: null })
const authors = (html: string): string[] => read(`<h1>The old ferry of Saltmere stays</h1>${html}`).authors

test.each([
  ['By TAMSIN PLUM AND RORY FINCH', ['TAMSIN PLUM', 'RORY FINCH']],
  ['Harbour correspondent Tamsin Plum', ['Tamsin Plum']],
  ['By Tamsin Plum Updated March 5, 2026 6:30 pm', ['Tamsin Plum']],
  ['By Tamsin Plum, Thursday 5 March 2026', ['Tamsin Plum']],
  ['Tamsin Plum of the Harbour Post', ['Tamsin Plum']],
  ['By Tamsin Plum, translated by Ida Bell', ['Tamsin Plum']],
  ['By Tamsin Plum, Jr., PhD', ['Tamsin Plum Jr.']],
  ['LUCÍA BARRANCO / JAVIER SOTO', ['LUCÍA BARRANCO', 'JAVIER SOTO']],
  ['Por Lucía Barranco en Madrid', ['Lucía Barranco']],
  ['Par Odile Vasseur, à Saint-Brévin', ['Odile Vasseur']],
  ['di Giulia Marchetti, inviata a Portosalvo', ['Giulia Marchetti']],
  ['By Ludwig van den Berg, de la Cruz and Omar bin Said', ['Ludwig van den Berg', 'de la Cruz', 'Omar bin Said']],
  ['Haber: Elif Kara - Fotoğraf: Mert Ak', ['Elif Kara']],
  ['Penulis: Dewi Lestari | Editor: Agus Salim', ['Dewi Lestari']],
  ['撰文：陳詩雨　攝影：何志強', ['陳詩雨']],
  ['文・林小雨　写真・森一郎', ['林小雨']],
  ['文｜林小雨　編輯｜王大力', ['林小雨']],
  ['編集委員 林小雨', ['林小雨']],
  ['오름=이나래 기자', ['이나래']],
  ['Opinion by Lena Voss', ['Lena Voss']],
  ['Ein Bericht von Lena Voss, Redakteurin', ['Lena Voss']],
  ['Guest column: Lena Voss @lenav', ['Lena Voss']],
  ['Lena Vaz. Madrid', ['Lena Vaz']],
  ['Prof. Lena Voss, New Delhi', ['Prof. Lena Voss']],
  ['Radio Salt | By Lena Voss', ['Lena Voss']],
  ['By our correspondent Lena Voss in Marrow', ['Lena Voss']],
  ['De notre envoyée spéciale Lena Voss', ['Lena Voss']],
  ['Postado por Lena Voss', ['Lena Voss']],
  ['항구신문 | 이나래 기자', ['이나래']],
  ['Paris Voss, Berlin Lee', ['Paris Voss', 'Berlin Lee']],
])('splitByline() reads %s', (line, people) => {
  expect(splitByline([line], ['Harbour Post']).people).toEqual(people)
})

test('splitByline() finds the agency beside a name and behind a role', () => {
  expect(splitByline(['Tamsin Plum/Reuters'], [])).toMatchObject({ people: ['Tamsin Plum'], agency: 'Reuters' })
  expect(splitByline(['Tamsin Plum, mit Material von dpa'], [])).toMatchObject({ agency: 'dpa' })
  expect(splitByline(['(red/dpa)'], [])).toMatchObject({ people: [], agency: 'dpa' })
  expect(splitByline(['Lê Na (Theo Reuters)'], [])).toMatchObject({ people: ['Lê Na'], agency: 'Reuters' })
})

test('upright() turns the name of a catalogue and leaves two names, an agency and a desk alone', () => {
  expect(upright('Plum, Tamsin')).toBe('Tamsin Plum')
  expect(upright('Tamsin Plum, Rory Finch')).toBe('Tamsin Plum, Rory Finch')
  expect(upright('Reuters, AP')).toBe('Reuters, AP')
  expect(upright('Redaktion, Tamsin')).toBe('Redaktion, Tamsin')
})

test('namesAfterLabel() takes names and no other particulars', () => {
  expect(namesAfterLabel('2026年03月05日 来源：海港日报 记者 林晓舟 陈一鸣 编辑：王波')).toEqual(['林晓舟', '陈一鸣'])
  expect(namesAfterLabel('记者从市政府获悉')).toEqual([])
})

test('readMetadata() reads authors from Parsely’s object, from X’s labels and from microdata without text', () => {
  expect(authors(`<meta name="parsely-page" content='{"authors":["Tamsin Plum"]}'>`)).toEqual(['Tamsin Plum'])
  const labels = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Tamsin Plum">'
  expect(authors(labels)).toEqual(['Tamsin Plum'])
  expect(authors(labels.replace('Written by', 'Reading time'))).toEqual([])
  expect(authors('<span itemprop="author"><meta itemprop="name" content="Tamsin Plum"></span>')).toEqual([
    'Tamsin Plum',
  ])
})

test('readMetadata() keeps a name and a role apart that stand in elements of their own', () => {
  expect(authors('<div class="columnist"><a>Tamsin Plum</a><span>Columnist</span></div>')).toEqual(['Tamsin Plum'])
})

test('readMetadata() reads a byline among a date, a role and buttons, and one that only a test id marks', () => {
  const box = `<div data-testid="byline-new"><time>3 hours ago</time><div data-testid="byline-contributors"><div>
    <span>Tamsin Plum</span><div><span>Harbour reporter, Salt Radio</span></div></div></div><button>Share</button></div>`
  expect(authors(box)).toEqual(['Tamsin Plum'])
  expect(authors('<div class="byline"><b>Tamsin Plum</b><i>tamsin@harbour.example</i></div>')).toEqual(['Tamsin Plum'])
})

test('readMetadata() reads a name after a word for what somebody did, not a headline after one', () => {
  expect(authors('<p>Interview: Tamsin Plum<br>Photography: Milo Ferr</p>')).toEqual(['Tamsin Plum'])
  expect(authors('<p>Analysis: Why the ferry stays</p>')).toEqual([])
})

test('readMetadata() takes no author of an article that the page only lists', () => {
  const card = '<article><h3>Toll doubles</h3><span class="author">Gus Marr</span></article>'
  expect(authors(`<p>Text.</p><div>${card}${card}</div>`)).toEqual([])
})

test('readMetadata() reads the byline of a page without headings, line by line', () => {
  const page = read(`<title>The old ferry of Saltmere stays</title><table><tr><td>
    <font size="5"><b>The old ferry of Saltmere stays</b></font><br>
    <font size="2">By Tamsin Plum<br>Harbour Post Staff Writer<br>March 5, 2006</font></td></tr></table>`)
  expect([page.authors, page.publishedAt]).toEqual([['Tamsin Plum'], '2006-03-05T00:00:00Z'])
})

test('readMetadata() takes the word behind a printed name for a place, and who took the photos for nobody', () => {
  expect(authors('<p>Von Tamsin Plum, Salzmar; Fotos: Rory Finch</p>')).toEqual(['Tamsin Plum'])
  expect(authors('<p>By Tamsin Plum, Rory Finch</p>')).toEqual(['Tamsin Plum', 'Rory Finch'])
})

test('readMetadata() reads a reporter’s line, and a name beside the word for "by" in an element of its own', () => {
  expect(authors('<meta property="og:article:author" content="항구일보"><span>이나래 기자</span>')).toEqual(['이나래'])
  const row = ['Words', 'Tamsin Plum', 'Photos', 'Milo Ferr', 'March 5, 2026']
    .map((one) => `<div>${one}</div>`)
    .join('')
  expect(authors(`<div>${row}</div>`)).toEqual(['Tamsin Plum'])
})
