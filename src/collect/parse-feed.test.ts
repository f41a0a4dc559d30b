import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { describeFeed, parseFeed } from './parse-feed.ts'

const url = 'https://outlet.example/feed.xml'
const read = (text: string) => parseFeed({ url, text })
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

test('parseFeed() keeps a title letter for letter through RSS, Atom and JSON Feed', () => {
  const sign = constantFrom(...'aZé’「」《》|/,.%&<>"\'0中文かな한글äß€…;#'.split(''))
  const title = array(sign, { minLength: 1, maxLength: 40 }).map((signs) => signs.join(''))
  assert(
    property(title, (headline) => {
      const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>${escape(headline)}</title></entry></feed>`
      const json = JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '1', title: headline }],
      })
      for (const text of [rss(`<item><title>${escape(escape(headline))}</title></item>`), atom, json]) {
        expect(read(text).items[0]?.rawTitle).toBe(headline)
      }
    }),
  )
})

test('parseFeed() shows a tag that the title means and drops a pair of tags that format it', () => {
  const titles = [
    'Use &amp;lt;b&amp;gt; well',
    'A &lt;i&gt;fine&lt;/i&gt; day',
    'AT&amp;amp;T',
    '<![CDATA[Tom & Ann’s]]>',
    'The &amp;lt;br&amp;gt; element',
    'One &lt;br/&gt; more&lt;br&gt;line',
  ]
  const parsed = read(rss(titles.map((title) => `<item><title>${title}</title></item>`).join('')))
  expect(parsed.items.map(({ title }) => title)).toEqual([
    'Use <b> well',
    'A fine day',
    'AT&T',
    'Tom & Ann’s',
    'The <br> element',
    'One more line',
  ])
})

test('parseFeed() makes edition and language of marks in a title', () => {
  const item = read(rss('<item><title>「英」A day at sea - 英文原版</title><guid>1</guid></item>')).items[0]
  expect(item).toMatchObject({ title: 'A day at sea', edition: '英文原版', language: 'en' })
})

test.each([
  ['Le port rouvre - 法文原版', 'Le port rouvre', '法文原版', 'fr'],
  ['「中英」A day at sea', 'A day at sea', '中英', null],
  ['The harbour 「英」', 'The harbour', '英', 'en'],
  ['「法」字怎么写', '「法」字怎么写', null, null],
  ['「日」出之地', '「日」出之地', null, null],
  ['「韩」流退潮', '「韩」流退潮', null, null],
  ['【日】港の橋', '【日】港の橋', null, null],
  ['港口新闻 [英]', '港口新闻 [英]', null, null],
  ['桥梁关闭 | 双语版', '桥梁关闭', '双语版', null],
  ['「中国」一词', '「中国」一词', null, null],
])('parseFeed() reads the marks of %s', (written, ...[title, edition, language]) => {
  expect(read(rss(`<item><title>${written}</title></item>`)).items[0]).toMatchObject({ title, edition, language })
})

test('parseFeed() keeps the readable items of a feed that is cut off', () => {
  const parsed = read('junk <?xml version="1.0"?><rss><channel><item><title>One & two</title></item><item><title>Three')
  expect(parsed.items.map(({ title }) => title)).toEqual(['One & two', 'Three'])
  expect(parsed.repairs).not.toEqual([])
})

test('parseFeed() reads unclosed items as neighbours', () => {
  const parsed = read(rss('<item><title>A</title><link>/a</link><item><title>B</title><link>/b</link>'))
  expect(parsed.items.map((item) => item.url)).toEqual(['https://outlet.example/a', 'https://outlet.example/b'])
})

test('parseFeed() resolves xml:base, and reads XHTML, authors, dates and enclosures of Atom', () => {
  const parsed = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry xml:lang="fr">
    <id>tag:1</id><title type="html">L&amp;#8217;État</title><link rel="alternate" href="y"/>
    <author><name>Zoë</name></author><published>2024-03-05T10:00:00+08:00</published>
    <link rel="enclosure" href="z.mp3" type="audio/mpeg" length="12"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <a href="q">q</a></p></div></content></entry></feed>`)
  expect(describeFeed(parsed).items[0]).toMatchObject({
    guid: 'tag:1',
    title: 'L’État',
    url: 'https://a.example/x/y',
    authors: ['Zoë'],
    publishedAt: '2024-03-05T02:00:00Z',
    language: 'fr',
    content: '<p>Hi <a href="https://a.example/x/q">q</a></p>',
    enclosures: [{ url: 'https://a.example/x/z.mp3', type: 'audio/mpeg', length: 12 }],
  })
})

test('parseFeed() keys items that share a guid by their addresses', () => {
  const parsed = read(
    rss('<item><guid>1</guid><link>/a?utm_source=x</link></item><item><guid>1</guid><link>/b</link></item>'),
  )
  expect(parsed.items.map(({ key }) => key)).toEqual(['https://outlet.example/a', 'https://outlet.example/b'])
})

test.each([
  ['', 'empty'],
  ['<!doctype html><html><title>Just a moment...</title></html>', 'a challenge page'],
  ['<html><body>Hello</body></html>', 'an HTML page'],
  ['{"ok":true}', 'JSON of another kind'],
  ['{"items":{"length":4294967295}}', 'JSON of another kind'],
  ['%PDF-1.7', 'binary data'],
])('parseFeed() refuses %j and says that it is %s', (text, what) => {
  expect(() => read(text)).toThrow(what)
})

test('parseFeed() ends on hostile shapes', () => {
  expect(read(rss(`<item><description>${'&lt;script'.repeat(50_000)}</description></item>`)).items).toHaveLength(1)
  // Each of these took seconds or minutes when the time grew with the square.
  for (const sign of ['<![CDATA[', '<[CDATA[x', '>![CDATA[x', '<  ', '<title><![CDATA[x'])
    expect(read(rss(`<item>${sign.repeat(50_000)}</item>`)).items.length).toBeGreaterThan(0)
  expect(read(rss(`<item><link>${'"'.repeat(90_000)}x</link></item>`)).items).toHaveLength(1)
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${rss('<item><title>&b;</title></item>')}`
  expect(read(bomb).items[0]?.title).toBe('&b;')
  const many = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(900)}">]>${rss(`<item><title>${'&a;'.repeat(300_000)}</title></item>`)}`
  expect(read(many).items[0]?.title.length).toBeLessThan(3_000_000)
  expect(read(`<rss>${'<a>'.repeat(3000)}`).repairs.join()).toContain('nests deeper')
  expect(read(`<rss>${'<a>'.repeat(90_000)}`).repairs.join()).toContain('tags were open')
  expect(read(rss('<item><title>x</title></item>'.repeat(30_000))).items).toHaveLength(20_000)
  expect(read(`<rss><channel><item><title>${'x'.repeat(5_000_000)}`).items).toHaveLength(1)
})

const story = (number: number): string => `<item><title>Story ${number}</title><guid>${number}</guid></item>`
const titles = (text: string): string[] =>
  parseFeed({ url: 'https://a.example/feed', text }).items.map((item) => item.rawTitle)

test('parseFeed() reads two documents that stand one after the other', () => {
  const one = (number: number): string => `<rss version="2.0"><channel>${story(number)}</channel></rss>`
  expect(titles(one(1) + one(2))).toEqual(['Story 1', 'Story 2'])
})

test('parseFeed() reads a feed that a browser saved as the escaped text of a page', () => {
  const feed = `<rss version="2.0"><channel>${story(1)}</channel></rss>`
  const page = `<html><body><pre>${feed.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre></body></html>`
  expect(titles(page)).toEqual(['Story 1'])
})

test.each([
  ['en-us', 'en-us'],
  ['zh_CN', 'zh_CN'],
  ['fr, en', 'fr'],
  ['&lt;b onclick=x&gt;', null],
  ['all our languages', null],
])('parseFeed() takes the language "%s" as %s', (written, language) => {
  const text = `<rss><channel><language>${written}</language><item><title>One</title></item></channel></rss>`
  expect(parseFeed({ url: 'https://a.example/feed', text }).feed.language).toBe(language)
})

test('parseFeed() leaves the middle of three parts in a headline', () => {
  const { items } = parseFeed({
    url: 'https://outlet.example/feed',
    text: '<rss version="2.0"><channel><item><title>大国崛起【中】</title><link>https://outlet.example/2</link></item></channel></rss>',
  })
  expect([items[0]?.title, items[0]?.edition, items[0]?.language]).toEqual(['大国崛起【中】', null, null])
})

test('parseFeed() mends a feed whose UTF-8 was encoded twice', () => {
  const text = '<rss><channel><item><title>La sanciÃ³n â€“ las dudas</title></item></channel></rss>'
  expect(parseFeed({ url: 'https://a.example/feed', text }).items[0]?.rawTitle).toBe('La sanción – las dudas')
})

test('parseFeed() says that of too many items of a JSON Feed the first were read', () => {
  const items = Array.from({ length: 20_001 }, (_, id) => ({ id, url: '/' }))
  const { items: read, repairs } = parseFeed({ url: 'https://a.example/feed', text: JSON.stringify({ items }) })
  expect(read).toHaveLength(20_000)
  expect(repairs).toEqual(['only the first 20000 items were read'])
})

test.each([
  ['nests deep', '{"id":"1",'],
  ['has marks in its texts', 'e"e"'],
])('parseFeed() refuses broken JSON that %s without trying for long', (_what, piece) => {
  const text = `{"version":"https://jsonfeed.org/version/1","items":[${piece.repeat(100_000)}`
  const before = process.cpuUsage()
  expect(() => parseFeed({ url: 'https://a.example/feed', text })).toThrow('it is broken JSON')
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000)
})

test('parseFeed() mends JSON whose texts hold marks that were not escaped', () => {
  const text = '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"He said "no" to it"}]}'
  expect(parseFeed({ url: 'https://a.example/feed', text }).items[0]?.title).toBe('He said "no" to it')
})

test('parseFeed() reads JSON behind the signs that guard it from scripts of others', () => {
  const json = '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Eels return"}]}'
  for (const guard of [")]}',\n", ")]}'\n", 'while(1);', 'for(;;);'])
    expect(parseFeed({ url: 'https://gull.example/feed', text: guard + json }).items[0]?.title).toBe('Eels return')
})

test('parseFeed() names nobody after an element of another vocabulary under a prefix that all know', () => {
  const text =
    '<rss version="2.0" xmlns:dc="https://drinks.example/catalogue"><channel><item><title>a</title><dc:creator>Cola</dc:creator></item></channel></rss>'
  expect(parseFeed({ url, text }).items[0]?.authors).toEqual([])
})

test.each([
  ['<!DOCTYPE rss [<!ENTITY end "a ]> b"><!ENTITY who "Ann">]>', 'Ann'],
  ["<!DOCTYPE rss [<!-- don't ]> stop --><!ENTITY who 'Ann \"A\"'>]>", 'Ann "A"'],
  ['<!DOCTYPE rss [<!ENTITY who "Ann"><!ENTITY lost "x>]>', 'Ann'],
])('parseFeed() reads a document type with a bracket inside: %s', (doctype, title) => {
  const text = `${doctype}<rss version="2.0"><channel><item><title>&who;</title></item></channel></rss>`
  expect(parseFeed({ url, text }).items.map((item) => item.title)).toEqual([title])
})

test('parseFeed() ends on a document type of thousands of open comments', () => {
  const text = `<!DOCTYPE rss [${'<!--'.repeat(200_000)}<rss><channel><item><title>a</title></item></channel></rss>`
  const began = performance.now()
  parseFeed({ url, text })
  expect(performance.now() - began).toBeLessThan(2000)
})

test('parseFeed() reads an item of two hundred thousand files in its stride, and keeps the first', () => {
  const files = Array.from({ length: 200_000 }, (_, at) => `<enclosure url="https://x.example/${at}.mp3"/>`).join('')
  const text = `<rss version="2.0"><channel><item><title>a</title>${files}</item></channel></rss>`
  expect(parseFeed({ url, text }).items[0]?.enclosures).toHaveLength(100)
})
