import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { pickHeadlines, withoutTail } from './headline.ts'
import { readInstant } from './instant.ts'
import { readMetadata } from './metadata.ts'
import { splitByline } from './names.ts'

const read = (html: string) => readMetadata(parsePage(html), { url: 'https://harbour.example/a', item: null })

test('readInstant() keeps the zone and refuses a day no calendar has', () => {
  expect(readInstant('2026-03-01T08:00:00+08:00')).toBe('2026-03-01T00:00:00Z')
  expect(readInstant('2026-02-31')).toBeNull()
})

test('readInstant() reads dates of Chinese and German pages', () => {
  expect(readInstant('发布于2026年3月1日 08:30')).toBe('2026-03-01T08:30:00Z')
  expect(readInstant('Stand: 01.03.2026, 08:30 Uhr')).toBe('2026-03-01T08:30:00Z')
})

test('splitByline() gives people only and the agency apart', () => {
  expect(splitByline(['By Ann Lee and Bo Grün, Reuters'], [])).toEqual({
    people: ['Ann Lee', 'Bo Grün'],
    agency: 'Reuters',
  })
  expect(splitByline(['Redaktion', 'Harbour Post'], ['Harbour Post'])).toEqual({ people: [], agency: null })
})

test('withoutTail() takes off the outlet and nothing else', () => {
  expect(withoutTail('Ports | ferries – what now? | Harbour Post', ['Harbour Post'])).toBe(
    'Ports | ferries – what now?',
  )
  expect(withoutTail('Ports – what now?', ['Harbour Post'])).toBe('Ports – what now?')
})

test('readMetadata() takes the heading that other sources repeat, not the logo', () => {
  const html = '<title>Ferry é stops | Harbour Post</title><h1>Harbour Post</h1><h1>Ferry é stops</h1>'
  expect(read(html).headline).toBe('Ferry é stops')
})

test('readMetadata() follows references in a graph and mends broken JSON', () => {
  const linked = `{"@graph":[{"@type":"NewsArticle","headline":"Ferry stops","author":{"@id":"#a"},},{"@id":"#a","@type":"Person","name":"Ann Lee"}]}`
  expect(read(`<script type="application/ld+json">${linked}</script>`).authors).toEqual(['Ann Lee'])
})

test('readMetadata() leaves the line above a headline out of it', () => {
  const page = read(
    '<h1><span class="article-overline">Harbour</span> <span>The old bridge of Saltmere closes</span></h1>',
  )
  expect(page.headline).toBe('The old bridge of Saltmere closes')
})

test('readMetadata() takes no author from comments or from an address', () => {
  const page =
    read(`<meta name="author" content="ines-calloway"><h1>The bridge closes</h1><p class="byline">By Ines Calloway</p>
    <div class="comments"><span class="author">Teapot77x</span></div>`)
  expect(page.authors).toEqual(['Ines Calloway'])
})

test('readMetadata() keeps the line above a headline that the outlet counts in elsewhere', () => {
  const page = read(`<meta property="og:title" content="Harbour committee: The old bridge closes">
    <h1><span class="kicker">Harbour committee</span>: The old bridge closes</h1>`)
  expect(page.headline).toBe('Harbour committee: The old bridge closes')
})

const said = { h1: [], linked: null, shared: null, title: null, item: null }
const heading = (full: string) => [{ full, bare: full, parts: [] }]

test('pickHeadlines() gives the wording the outlet shares and keeps the printed one', () => {
  const page = { ...said, h1: heading('Harbour talks: The old ferry stays'), shared: 'The old ferry of Saltmere stays' }
  expect(pickHeadlines(page, ['Harbour Post'])).toEqual({
    headline: 'The old ferry of Saltmere stays',
    printed: 'Harbour talks: The old ferry stays',
    others: ['Harbour talks: The old ferry stays'],
  })
})

test('pickHeadlines() does not take a search phrase before the headline, nor a tail only the card has', () => {
  const page = {
    ...said,
    h1: heading('The old ferry stays'),
    linked: 'The old ferry stays',
    shared: 'Ferry news: The old ferry stays - Coast | Harbour Post',
  }
  expect(pickHeadlines(page, ['Harbour Post']).headline).toBe('The old ferry stays')
})

test('pickHeadlines() does not take a shortened headline or one for the whole site', () => {
  const h1 = heading('The old ferry of Saltmere stays for a year')
  expect(pickHeadlines({ ...said, h1, shared: 'The old ferry of Salt…' }, []).headline).toBe(h1[0]?.full)
  expect(pickHeadlines({ ...said, h1, shared: 'Harbour Post – all news' }, ['Harbour Post']).headline).toBe(h1[0]?.full)
})

test('pickHeadlines() leaves out a line above the headline that others word otherwise', () => {
  const h1 = [
    {
      full: 'On the coast The old ferry stays',
      bare: 'On the coast The old ferry stays',
      parts: ['On the coast', 'The old ferry stays'],
    },
  ]
  expect(pickHeadlines({ ...said, h1, shared: 'Traffic: The old ferry stays' }, []).headline).toBe(
    'The old ferry stays',
  )
})

test('pickHeadlines() prefers the wording whose words are not run together', () => {
  const page = { ...said, h1: heading('HarbourThe old ferry stays'), shared: 'Harbour: The old ferry stays' }
  expect(pickHeadlines(page, []).headline).toBe('Harbour: The old ferry stays')
})

test('withoutTail() takes off a section or an author only beside the outlet', () => {
  expect(withoutTail('등대가 다시 켜졌다-사회ㅣ항구일보', ['항구일보'])).toBe('등대가 다시 켜졌다')
  expect(withoutTail('The ferry stays * Harbour Post * by Ann Lee', ['Harbour Post'])).toBe('The ferry stays')
  expect(withoutTail('灯塔亮了：海港日报', ['海港日报'])).toBe('灯塔亮了')
  expect(withoutTail('Why we read: culture', ['Harbour Post'])).toBe('Why we read: culture')
})
