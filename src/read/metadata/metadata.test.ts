import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { pickHeadlines, withoutTail } from './headline.ts'
import { readMetadata } from './metadata.ts'
import { splitByline } from './names.ts'

const read = (html: string) => readMetadata(parsePage(html), { url: 'https://harbour.example/a', item: null })

test('splitByline() gives people only and the agency apart', () => {
  expect(splitByline(['By Ann Lee and Bo Grün, Reuters'], [])).toEqual({
    people: ['Ann Lee', 'Bo Grün'],
    agency: 'Reuters',
    printed: ['Ann Lee and Bo Grün, Reuters'],
  })
  expect(splitByline(['Redaktion', 'Harbour Post'], ['Harbour Post']).people).toEqual([])
})

test('splitByline() takes off words for "by" in many languages, also where they run into the name', () => {
  const people = (line: string): string[] => splitByline([line], []).people
  expect(people('VonAnn Lee,Bo Grün')).toEqual(['Ann Lee', 'Bo Grün'])
  expect(people('Propos recueillis par Ann Lee')).toEqual(['Ann Lee'])
  expect(people('Автор: Анна Ли')).toEqual(['Анна Ли'])
  expect(people('이안나 기자')).toEqual(['이안나'])
  expect(people('文：李安；图：王波')).toEqual(['李安'])
  expect(people('Text: Ann Lee; Fotos: Bo Grün')).toEqual(['Ann Lee'])
  expect(people('Par Anne Roussel.')).toEqual(['Anne Roussel'])
  expect(people('By Bo Lee Jr.')).toEqual(['Bo Lee Jr.'])
})

test('splitByline() leaves names alone that begin like words for "by"', () => {
  expect(splitByline(['Vonda Parr', 'Di Marco', 'Byron Lee'], []).people).toEqual([
    'Vonda Parr',
    'Di Marco',
    'Byron Lee',
  ])
})

test('splitByline() takes no desk, seat of the outlet, date or explanation for people', () => {
  const people = (line: string): string[] => splitByline([line], ['Harbour', 'harbour.example']).people
  expect(people('Ann Lee, HARBOUR SOUTH')).toEqual(['Ann Lee'])
  expect(people('harbour.example, Saltmere, Coastland')).toEqual([])
  expect(people('この記事を書いた人渡辺安奈東京社会部、平和')).toEqual([])
  expect(people('Haber Merkezi')).toEqual([])
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

test('pickHeadlines() takes the printed headline where the shared one lacks its beginning and JSON-LD has it', () => {
  const whole = 'Ruling expected after the coast court ends its hearings on harbour aid'
  const page = { ...said, h1: heading(whole), linked: whole, shared: 'Coast court ends hearings on harbour aid' }
  expect(pickHeadlines(page, []).headline).toBe(whole)
  const kicker = 'Harbour talks: Coast court ends its hearings on harbour aid'
  const set = { ...said, h1: heading(kicker), linked: kicker, shared: 'Coast court ends its hearings on harbour aid' }
  expect(pickHeadlines(set, []).headline).toBe('Coast court ends its hearings on harbour aid')
})

test('pickHeadlines() knows a short headline in Han letters from its tail', () => {
  const page = { ...said, h1: heading('北碼頭將關閉十一週'), title: '北碼頭將關閉十一週｜海港週刊' }
  expect(pickHeadlines(page, []).headline).toBe('北碼頭將關閉十一週')
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

const linkedBy = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The ferry stays', author })}</script>`

test('readMetadata() gives the byline as printed where nobody is named, and the agency in its own field too', () => {
  const page = read(linkedBy({ '@type': 'Person', name: 'Associated Press' }))
  expect([page.authors, page.agency]).toEqual([['Associated Press'], 'Associated Press'])
  expect(read(linkedBy([{ '@type': 'Organization', name: 'Redaktion Küste' }])).authors).toEqual(['Redaktion Küste'])
})

test('readMetadata() gives people only where people are named', () => {
  const page = read(
    linkedBy([
      { '@type': 'Person', name: 'Ann Lee' },
      { '@type': 'Organization', name: 'AFP' },
    ]),
  )
  expect([page.authors, page.agency]).toEqual([['Ann Lee'], 'AFP'])
})

test('readMetadata() reads bylines that only their words show', () => {
  expect(read('<h1>The ferry stays</h1><ul><li>Von: <a>Ann Lee</a>, <a>Bo Grün</a></li></ul>').authors).toEqual([
    'Ann Lee',
    'Bo Grün',
  ])
  expect(read('<h1>The ferry stays</h1><div><span>Ann Lee |</span> <span>05.04.2026</span></div>').authors).toEqual([
    'Ann Lee',
  ])
})

test('readMetadata() takes the first byline, not those of other articles below', () => {
  const page = read(`<h1>The ferry stays</h1><div><span class="author">Harbour</span></div><p>Text.</p>
    <div><div><div><div><span class="author">Bo Grün</span></div></div></div></div>`)
  expect(page.authors).toEqual(['Harbour'])
})

test('readMetadata() takes a name that signs the text where only the outlet is named', () => {
  const text = '<p>One.</p><p>Two.</p><p>Three.</p>'
  const page = read(
    `<meta name="author" content="Harbour"><h1>The ferry stays</h1>${text}<p style="text-align:right"><strong>Ann Lee</strong></p>`,
  )
  expect(page.authors).toEqual(['Ann Lee'])
})

test('readMetadata() takes an account called admin for the desk', () => {
  const author = { '@id': 'https://harbour.example/author/admin/', name: 'Harbour D' }
  const page = read(`${linkedBy(author)}<h1>The ferry stays</h1><p class="author">Ann Lee</p>`)
  expect(page.authors).toEqual(['Ann Lee'])
})

test('readMetadata() leaves the entries of a live blog out', () => {
  const blog = {
    '@type': 'LiveBlogPosting',
    headline: 'Ferry strike live',
    datePublished: '2026-03-01T08:00:00Z',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        headline: 'Loud horn',
        author: 'X',
        image: 'a',
        articleBody: 'b',
        datePublished: '2026-03-02T08:00:00Z',
      },
    ],
  }
  const page = read(`<script type="application/ld+json">${JSON.stringify(blog)}</script>`)
  expect([page.headline, page.publishedAt]).toEqual(['Ferry strike live', '2026-03-01T08:00:00Z'])
})

test('readMetadata() knows a meta name in any spelling and dates in microdata', () => {
  expect(read('<meta name="article:published:time" content="2026-03-01T08:00:00Z">').publishedAt).toBe(
    '2026-03-01T08:00:00Z',
  )
  expect(read('<div itemprop="datePublished" content="2026-03-01T08:00:00Z"></div>').publishedAt).toBe(
    '2026-03-01T08:00:00Z',
  )
})

test('readMetadata() takes the date of the article, not of one that the page lists before it', () => {
  const html = `<aside><time datetime="2025-01-01T00:00:00Z">1 Jan</time></aside><h1>The ferry stays</h1>
    <time datetime="2026-03-05T18:30:00Z">5 March</time>`
  expect(read(html).publishedAt).toBe('2026-03-05T18:30:00Z')
})

test('readMetadata() takes no text for a headline, however many sources hold it', () => {
  const text = 'words '.repeat(5000)
  const page = read(`<meta property="og:title" content="${text}"><title>${text}</title><h1>The ferry stays</h1>`)
  expect([page.headline, page.otherHeadlines]).toEqual(['The ferry stays', []])
})
