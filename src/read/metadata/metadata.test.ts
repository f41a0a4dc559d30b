import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { withoutTail } from './headline.ts'
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
