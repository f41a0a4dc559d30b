import { expect, test } from 'vitest'
import { formatOpml, parseOpml } from './opml.ts'

const opml = (outlines: string): string =>
  `<opml version="2.0"><head><title>Mine</title></head><body>${outlines}</body></opml>`

test('parseOpml() finds the feeds of every folder once, in order', () => {
  const text =
    opml(`<outline text="Folder"><outline text="Inner"><outline text="Gull" xmlUrl="https://gull.example/feed"/></outline>
    <outline title="Tern &amp; Co" text="x" xmlUrl="https://tern.example/feed" htmlUrl="https://tern.example/"/></outline>
    <outline text="Gull again" xmlUrl="https://gull.example/feed"/><outline text="Auk" xmlUrl="https://ann:pw@auk.example/feed"/>`)
  expect(parseOpml(text)).toEqual([
    { title: 'Gull', feed: 'https://gull.example/feed', homepage: null },
    { title: 'Tern & Co', feed: 'https://tern.example/feed', homepage: 'https://tern.example/' },
    { title: 'Auk', feed: 'https://ann:pw@auk.example/feed', homepage: null },
  ])
})

test('parseOpml() leaves out what is no web address and keeps the rest', () => {
  const bad = ['', '/feed', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', 'https://[bad/'].map(
    (address) => `<outline text="x" xmlUrl="${address}"/>`,
  )
  const good = '<outline text="" xmlUrl=" feed://gull.example/feed "/>'
  expect(parseOpml(opml(`<outline text="no address"/>${bad.join('')}${good}`))).toEqual([
    { title: 'http://gull.example/feed', feed: 'http://gull.example/feed', homepage: null },
  ])
})

test.each([
  [
    'cut off',
    '<opml version="1.1"><body><outline text="Folder"><outline text="Gull" xmlUrl="https://gull.example/feed"/>',
  ],
  ['in capitals', '<OPML><BODY><OUTLINE TEXT="Gull" XMLURL="https://gull.example/feed"/></BODY></OPML>'],
])('parseOpml() reads a file that is %s', (_what, text) => {
  expect(parseOpml(text).map(({ title, feed }) => [title, feed])).toEqual([['Gull', 'https://gull.example/feed']])
})

test('parseOpml() refuses another document and says what it expected', () => {
  expect(() => parseOpml('<html></html>')).toThrow('expected <opml> with outlines')
})

test('formatOpml() writes what parseOpml() reads', () => {
  const feeds = [
    { title: 'Café "Gull" <b> & Co', feed: 'https://gull.example/?a=1&b=2', homepage: 'https://gull.example/' },
  ]
  expect(parseOpml(formatOpml('Mine & yours', feeds))).toEqual(feeds)
})

test('formatOpml() writes settings of a source in a namespace of our own, and parseOpml() reads them', () => {
  const feeds = [
    { title: 'Gull', feed: 'https://gull.example/a', homepage: null, language: 'en', settings: { rights: 'full' } },
    { title: 'Auk', feed: 'https://auk.example/a', homepage: null },
  ]
  const text = formatOpml('Mine', feeds)
  expect(text).toContain('<opml xmlns:waikan="urn:x-waikan:opml" version="2.0">')
  expect(text).toContain('waikan:rights="full"')
  expect(parseOpml(text)).toEqual(feeds)
})
