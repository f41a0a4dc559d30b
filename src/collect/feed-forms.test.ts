import { expect, test } from 'vitest'
import { parseFeed } from './parse-feed.ts'

// One small feed for each way in which outlets write the same thing. `item` is what stands inside <item> or <entry>.
const url = 'https://outlet.example/news/feed.xml'
const names =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:x="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:a="http://www.w3.org/2005/Atom"'
const inRss = (item: string) =>
  parseFeed({ url, text: `<rss version="2.0" ${names}><channel><item>${item}</item></channel></rss>` }).items[0]
const inAtom = (entry: string, feed = '') =>
  parseFeed({ url, text: `<feed xmlns="http://www.w3.org/2005/Atom" ${names}>${feed}<entry>${entry}</entry></feed>` })
    .items[0]
const titles = (text: string) => parseFeed({ url, text }).items.map(({ title }) => title)

test.each([
  ['<author>ann@outlet.example (Ann Vale)</author>', ['Ann Vale']],
  ['<author>Ann Vale &lt;ann@outlet.example&gt;</author>', ['Ann Vale']],
  ['<dc:creator>Ann Vale</dc:creator><dc:creator>Bo Hill</dc:creator>', ['Ann Vale', 'Bo Hill']],
  ['<itunes:author>Ann Vale</itunes:author>', ['Ann Vale']],
  ['<a:author><a:name>Ann Vale</a:name></a:author>', ['Ann Vale']],
  ['<creator xmlns="http://purl.org/dc/elements/1.1/">Ann Vale</creator>', ['Ann Vale']],
  ['<author>RSSHub</author>', []],
  ['<author>Ann Vale ann@outlet.example</author>', ['Ann Vale']],
  ['<author>"Ann Vale" &lt;ann@outlet.example&gt;</author>', ['Ann Vale']],
  ['<author>ann@outlet.example ()</author>', ['ann@outlet.example']],
  [
    '<f:maker xmlns:f="http://xmlns.com/foaf/0.1/"><f:Person><f:name>Ann Vale</f:name></f:Person></f:maker>',
    ['Ann Vale'],
  ],
  ['<media:credit role="photographer">Cy Dale</media:credit>', []],
  ['<media:credit role="author">Cy Dale</media:credit>', ['Cy Dale']],
])('parseFeed() reads the authors of %s', (item, authors) => {
  expect(inRss(item)?.authors).toEqual(authors)
})

test('parseFeed() gives an entry without author the author of its source, else of its feed', () => {
  const feed = '<author><name>Desk</name></author>'
  expect(inAtom('<title>t</title>', feed)?.authors).toEqual(['Desk'])
  expect(inAtom('<source><author><name>Ann</name></author></source>', feed)?.authors).toEqual(['Ann'])
  expect(inAtom('<author><name>Bo</name></author>', feed)?.authors).toEqual(['Bo'])
})

test.each([
  ['<enclosure url="/a.mp3" type="audio/mpeg" length="1,024"/>', ['https://outlet.example/a.mp3', 'audio/mpeg', 1024]],
  [
    '<media:group><media:content url="/b.mp4" type="video/mp4" fileSize="9"/></media:group>',
    ['https://outlet.example/b.mp4', 'video/mp4', 9],
  ],
  ['<media:thumbnail url="c.jpg"/>', ['https://outlet.example/news/c.jpg', null, null]],
  [
    '<a:link rel="enclosure" href="/d.pdf" type="application/pdf"/>',
    ['https://outlet.example/d.pdf', 'application/pdf', null],
  ],
  [
    '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="/e.opus"/></podcast:alternateEnclosure>',
    ['https://outlet.example/e.opus', null, null],
  ],
])('parseFeed() reads the enclosure of %s', (item, [address, type, length]) => {
  expect(inRss(item)?.enclosures).toEqual([{ url: address, type, length }])
})

test('parseFeed() leaves a thumbnail out beside its file', () => {
  const found = inRss('<media:content url="/b.mp4"><media:thumbnail url="/b.jpg"/></media:content>')
  expect(found?.enclosures.map((one) => one.url)).toEqual(['https://outlet.example/b.mp4'])
})

test.each([
  ['<guid>https://outlet.example/1</guid>', 'https://outlet.example/1'],
  ['<guid isPermaLink="false">https://outlet.example/1</guid>', null],
  ['<guid isPermaLink="true">/1</guid>', 'https://outlet.example/1'],
  ['<link>www.outlet.example/1</link>', 'http://www.outlet.example/1'],
  ['<link>feed://outlet.example/1</link>', 'http://outlet.example/1'],
  ['<link>javascript:alert(1)</link>', null],
  ['<link>https://ann:pw@outlet.example/1</link>', 'https://outlet.example/1'],
  ['<link>/1?a=1&b=2</link>', 'https://outlet.example/1?a=1&b=2'],
  ['<link xml:base="https://b.example/x/">y</link>', 'https://b.example/x/y'],
  ['<a:link rel="self" href="/s"/><a:link rel="alternate" type="text/html" href="/1"/>', 'https://outlet.example/1'],
  [
    '<a:link rel="alternate" type="application/json" href="/j"/><a:link rel="http://www.iana.org/assignments/relation/alternate" href="/1" type="text/html"/>',
    'https://outlet.example/1',
  ],
])('parseFeed() finds the address in %s', (item, address) => {
  expect(inRss(item)?.url).toBe(address)
})

test.each([
  ['<title type="html">A &amp;lt;b&amp;gt; &amp;amp; c</title>', 'A <b> & c'],
  ['<title type="text">A &lt;b&gt;</title>', 'A <b>'],
  ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>fine</i> day</div></title>', 'A fine day'],
  ['<title mode="base64">QSBkYXk=</title>', 'A day'],
  ['<title><![CDATA[L’État : « oui »]]></title>', 'L’État : « oui »'],
  ['<title>首相　訪中へ</title>', '首相　訪中へ'],
  ['<title>I <3 you</title>', 'I <3 you'],
  ['<title>It\u0092s late</title>', 'It’s late'],
])('parseFeed() reads the title %s', (entry, title) => {
  expect(inAtom(entry)?.title).toBe(title)
})

test('parseFeed() reads the title of a feed that is written in XHTML', () => {
  const text = '<feed xmlns="http://www.w3.org/2005/Atom"><title type="xhtml"><div>The <b>Gull</b></div></title></feed>'
  expect(parseFeed({ url, text }).feed.title).toBe('The Gull')
})

test('parseFeed() reads content:encoded under any prefix', () => {
  expect(inRss('<x:encoded><![CDATA[<p>Hi</p>]]></x:encoded><description>Short</description>')).toMatchObject({
    content: '<p>Hi</p>',
    summary: 'Short',
  })
})

test('parseFeed() reads Atom 0.3 with its own names of dates and modes', () => {
  const text = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>i</id><title mode="escaped" type="text/html">A &lt;b&gt;day&lt;/b&gt;</title>
    <issued>2024-03-05T10:00:00Z</issued><modified>2024-03-06T10:00:00Z</modified><content mode="xml" type="application/xhtml+xml"><p>Hi</p></content></entry></feed>`
  expect(parseFeed({ url, text }).items[0]).toMatchObject({
    guid: 'i',
    title: 'A day',
    publishedAt: '2024-03-05T10:00:00Z',
    updatedAt: '2024-03-06T10:00:00Z',
    content: '<p>Hi</p>',
  })
})

test('parseFeed() reads RSS 1.0 with items beside the channel', () => {
  const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="/"><title>Gull</title><link>/</link></channel><item rdf:about="https://outlet.example/1"><title>One</title>
    <dc:date>2024-03-05</dc:date><dc:creator>Ann</dc:creator></item></rdf:RDF>`
  expect(parseFeed({ url, text }).items[0]).toMatchObject({
    guid: 'https://outlet.example/1',
    url: 'https://outlet.example/1',
    publishedAt: '2024-03-05T00:00:00Z',
    authors: ['Ann'],
  })
})

test('parseFeed() reads the Channel Definition Format', () => {
  const text = `<CHANNEL HREF="https://outlet.example/"><TITLE>Gull</TITLE>
    <ITEM HREF="/1" LASTMOD="2024-03-05T10:00"><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>`
  const { feed, items } = parseFeed({ url, text })
  expect([feed.url, items[0]?.url, items[0]?.title, items[0]?.summary, items[0]?.updatedAt]).toEqual([
    'https://outlet.example/',
    'https://outlet.example/1',
    'One',
    'Short',
    '2024-03-05T10:00:00Z',
  ])
})

test.each([
  [
    'an unclosed CDATA',
    '<rss><channel><item><title>A</title><description><![CDATA[x</description></item><item><title><![CDATA[B]]></title></item></channel></rss>',
  ],
  [
    'an unclosed CDATA at the end',
    '<rss><channel><item><title><![CDATA[A</title></item><item><title>B</title></item></channel></rss>',
  ],
  [
    'an unclosed comment',
    '<rss><channel><item><title>A</title></item><!-- x <item><title>B</title></item></channel></rss>',
  ],
  [
    'an unclosed title',
    '<rss><channel><item><title>A<link>/1</link></item><item><title>B<guid>2</guid></item></channel></rss>',
  ],
  ['unclosed items', '<rss><channel><item><title>A</title><item><title>B</title></channel></rss>'],
  [
    'tags of different case',
    '<rss><channel><Item><Title>A</title></ITEM><item><title>B</Title></item></channel></rss>',
  ],
  [
    'items outside the channel',
    '<rss><channel><title>T</title></channel></rss><item><title>A</title></item><item><title>B</title></item>',
  ],
  [
    'a warning in front',
    '<br /><b>Warning</b>: x<?xml version="1.0"?><rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>',
  ],
  [
    'an escaped document',
    '&lt;rss&gt;&lt;channel&gt;&lt;item&gt;&lt;title&gt;A&lt;/title&gt;&lt;/item&gt;&lt;item&gt;&lt;title&gt;B&lt;/title&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;',
  ],
  [
    'an unclosed quotation mark in the root',
    '<rss version="2.0><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>',
  ],
  [
    'an unclosed quotation mark in an item',
    '<rss><channel><item><enclosure url="/a.mp3/><title>A</title></item><item><title>B</title><link rel="x" href="/b"/></item></channel></rss>',
  ],
  [
    'an unfinished tag',
    '<rss><channel><item><enclosure url="/a.mp3" <title>A</title></item><item><title>B</title></item></channel></rss>',
  ],
  [
    'an unclosed declaration',
    '<?xml version="1.0"><rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>',
  ],
  [
    'trailing text',
    '<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss><!-- cached --> x < y & z',
  ],
  [
    'crossed tags',
    '<rss><channel><item><title>A</title><description><b><i>x</b></i></description></item><item><title>B</title></channel></item></rss>',
  ],
])('parseFeed() keeps the items of %s', (_what, text) => {
  expect(titles(text)).toEqual(['A', 'B'])
})

test.each([
  ['text behind it', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"title":"A"}]} <!-- cached -->'],
  ['a call around it', 'load({"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"A"}]});'],
  ['a comma too many', '{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"A"},]}'],
  ['its end cut off', '{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"A"'],
])('parseFeed() mends JSON with %s', (_what, text) => {
  expect(parseFeed({ url, text }).items[0]).toMatchObject({ guid: '1', title: 'A' })
  expect(parseFeed({ url, text }).repairs).not.toEqual([])
})

test('parseFeed() reads JSON Feed: numbers as ids, authors of the feed, attachments', () => {
  const text = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    authors: [{ name: 'Desk' }],
    items: [
      {
        id: 7,
        url: '/1',
        content_html: '<p>Hi <a href="x">x</a></p>',
        attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: '9' }],
      },
      { id: '8', author: { name: 'Ann' }, content_text: 'Plain' },
    ],
  })
  expect(parseFeed({ url, text }).items).toMatchObject([
    {
      guid: '7',
      authors: ['Desk'],
      summary: null,
      content: '<p>Hi <a href="https://outlet.example/news/x">x</a></p>',
      enclosures: [{ url: 'https://outlet.example/a.mp3', type: 'audio/mpeg', length: 9 }],
    },
    { guid: '8', authors: ['Ann'], content: 'Plain' },
  ])
})

test('parseFeed() makes the links of a text absolute, quoted or not, and leaves others alone', () => {
  const item = inRss(
    '<description><![CDATA[<a href=q>1</a> <img src="/i.png"> <a href="mailto:a@b.example">2</a> <a href="#n">3</a>]]></description>',
  )
  expect(item?.content).toBe(
    '<a href="https://outlet.example/news/q">1</a> <img src="https://outlet.example/i.png"> <a href="mailto:a@b.example">2</a> <a href="#n">3</a>',
  )
})

test('parseFeed() takes the address of content that stands elsewhere', () => {
  expect(inAtom('<content type="text/html" src="/far"/>')?.url).toBe('https://outlet.example/far')
})

test('parseFeed() takes the web address of an entry without any link from its id', () => {
  expect(inAtom('<id>https://outlet.example/1</id>')?.url).toBe('https://outlet.example/1')
  expect(inAtom('<id>https://outlet.example/1</id><link rel="self" href="/e"/>')?.url).toBeNull()
})

test.each([
  [
    '<div xml:base="https://b.example/x/"><p>Hi <a href="q">q</a></p></div>',
    '<p>Hi <a href="https://b.example/x/q">q</a></p>',
  ],
  [
    '<div><p xml:base="/x/"><a href="q">q</a></p><a href="r">r</a></div>',
    '<p><a href="https://outlet.example/x/q">q</a></p><a href="https://outlet.example/news/r">r</a>',
  ],
  ['<div><div>A</div><div>B</div></div>', '<div>A</div><div>B</div>'],
])('parseFeed() reads the XHTML %s', (xhtml, content) => {
  expect(inAtom(`<content type="xhtml">${xhtml}</content>`)?.content).toBe(content)
})

test.each([
  [
    'type="multipart/alternative"',
    '<content type="text/plain">P</content><content type="text/html" mode="escaped">&lt;p&gt;C&lt;/p&gt;</content>',
    '<p>C</p>',
  ],
  ['type="application/octet-stream"', 'SGVsbG8=', 'Hello'],
  ['type="image/png"', 'iVBORw0KGgo=', null],
])('parseFeed() reads content of %s', (type, written, content) => {
  expect(inAtom(`<content ${type}>${written}</content>`)?.content).toBe(content)
})

test('parseFeed() knows rdf:about under another prefix', () => {
  const text = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item r:about="https://outlet.example/1"><title>T</title></item></r:RDF>`
  expect(parseFeed({ url, text }).items[0]).toMatchObject({
    guid: 'https://outlet.example/1',
    url: 'https://outlet.example/1',
  })
})

test('parseFeed() takes the language of a title where nothing else names one', () => {
  expect(inAtom('<title xml:lang="de">Der Hafen</title>')?.language).toBe('de')
})
