import { atom, hard, rss, type Expected, type HardFeed } from './case.ts'

const eels = { title: 'Eels return', url: 'https://gull.example/eels' }
const otters = { title: 'Otters too', url: 'https://gull.example/otters' }
const eelsXml = '<title>Eels return</title><link>https://gull.example/eels</link>'
const ottersXml = '<title>Otters too</title><link>https://gull.example/otters</link>'
const both = `<item>${eelsXml}<description>One</description></item>\n<item>${ottersXml}<description>Two</description></item>`
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** The first part of a feed of two items, cut at a share of its length; both items begin before two thirds. */
function cut(document: string, share: number, items: Expected[]): HardFeed {
  return hard(
    `cut off at ${share} of ${document.slice(21, 26)}`,
    document.slice(0, Math.round(document.length * share)),
    items,
  )
}

const feed = rss(both)
const entries = atom(
  '<entry><title>Eels return</title><link href="https://gull.example/eels"/><summary>One</summary></entry><entry><title>Otters too</title><link href="https://gull.example/otters"/><summary>Two</summary></entry>',
)

/** What no parser of XML accepts, and documents that only hold a feed or hold none. */
export const brokenCases: HardFeed[] = [
  ...[0.72, 0.8, 0.9, 0.93, 0.96, 0.99].map((share) => cut(feed, share, share < 0.85 ? [eels, {}] : [eels, otters])),
  ...[0.8, 0.92, 0.95, 0.99].map((share) => cut(entries, share, share < 0.9 ? [eels, {}] : [eels, otters])),
  hard(
    'cut inside CDATA',
    rss(`<item>${eelsXml}</item><item>${ottersXml}<description><![CDATA[<p>Two`).replace('</channel></rss>', ''),
    [eels, otters],
  ),
  hard('cut inside a reference', `${feed.slice(0, feed.indexOf('Otters'))}Otters &am`, [eels, {}]),
  hard(
    'cut inside an attribute',
    `${rss(both).replace('</channel></rss>', '')}<item><title>Three</title><enclosure url="https://gull.exa`,
    [eels, otters, { title: 'Three' }],
  ),
  hard('an item that is not closed', rss(`<item>${eelsXml}<item>${ottersXml}</item>`), [eels, otters]),
  hard('no item is closed', rss(`<item>${eelsXml}<item>${ottersXml}`), [eels, otters]),
  hard(
    'a title that is not closed',
    rss(`<item><title>Eels return<link>https://gull.example/eels</link></item><item>${ottersXml}</item>`),
    [eels, otters],
  ),
  hard(
    'a link that is not closed, as in HTML',
    rss(
      `<item><title>Eels return</title><link>https://gull.example/eels<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item>`,
    ),
    [{ ...eels, publishedAt: '2024-03-05T10:00:00Z' }],
  ),
  hard(
    'tags that cross',
    rss(`<item>${eelsXml}<description><b>One <i>two</b></i></description></item><item>${ottersXml}</item>`),
    [eels, otters],
  ),
  hard('end tags that nobody opened', rss(`</item><item></p>${eelsXml}</div></item></b><item>${ottersXml}</item>`), [
    eels,
    otters,
  ]),
  hard(
    'HTML that is not escaped',
    rss(
      `<item>${eelsXml}<description>One<br>two<hr>three<img src="/a.png">four</description></item><item>${ottersXml}</item>`,
    ),
    [{ ...eels, summary: 'One two threefour' }, otters],
  ),
  hard(
    'attributes without quotation marks',
    rss(`<item>${eelsXml}<enclosure url=https://gull.example/s.mp3 type=audio/mpeg length=4></enclosure></item>`),
    [{ ...eels, enclosures: [{ url: 'https://gull.example/s.mp3', type: 'audio/mpeg', length: 4 }] }],
  ),
  hard(
    'an attribute that is not closed',
    rss(`<item>${eelsXml}<enclosure url="https://gull.example/s.mp3 type=audio/></item><item>${ottersXml}</item>`),
    [eels, otters],
  ),
  hard(
    'an attribute twice',
    rss(`<item>${eelsXml}<enclosure url="https://gull.example/a.mp3" url="https://gull.example/b.mp3"/></item>`),
    [{ ...eels, enclosures: [{ url: 'https://gull.example/a.mp3', type: null, length: null }] }],
  ),
  hard('references that XML does not know', rss('<item><title>Caf&eacute; &nbsp;&ndash; eels&hellip;</title></item>'), [
    { title: 'Café \u00A0– eels…' },
  ]),
  hard('a reference that nobody knows', rss('<item><title>A &eelish; B</title></item>'), [{ title: 'A &eelish; B' }]),
  hard('a reference to nothing', rss('<item><title>A &#0; &#xFFFFFFF; B</title></item>'), [{}]),
  hard(
    'ampersands everywhere',
    rss(`<item><title>A & B && C &</title><link>https://gull.example/?a&b&&c</link></item>`),
    [{ title: 'A & B && C &', url: 'https://gull.example/?a&b&&c' }],
  ),
  hard(
    'less than everywhere',
    rss(`<item><title>1 < 2 << 3 <- 4</title>${eelsXml.slice(26)}</item><item>${ottersXml}</item>`),
    [{ title: '1 < 2 << 3 <- 4' }, otters],
  ),
  hard('NUL in the text', rss(both.replace('Eels return', 'Eels\0 return').replace('One', 'O\0ne')), [
    { url: eels.url },
    otters,
  ]),
  hard('control bytes in the text', rss(both.replace('Eels return', 'Eels\u0008 ret\u000Burn\u001F')), [
    { url: eels.url },
    otters,
  ]),
  hard('a lone surrogate by number', rss('<item><title>A &#xD83D; B</title></item>'), [{}]),
  hard(
    'bytes that are no UTF-8 among those that are',
    Buffer.concat([
      bytes('<rss version="2.0"><channel><item><title>'),
      Buffer.from('Ål och öring '),
      Buffer.from([0xc3]),
      bytes('</title><link>https://gull.example/eels</link></item></channel></rss>'),
    ]),
    [{ url: eels.url }],
  ),
  hard(
    'windows-1252 that says UTF-8',
    bytes(`<?xml version="1.0" encoding="utf-8"?>${rss('<item><title>\xC5l och \xF6ring</title></item>').slice(21)}`),
    [{ title: 'Ål och öring' }],
  ),
  hard(
    'UTF-8 that says ISO-8859-1',
    Buffer.from(
      `<?xml version="1.0" encoding="iso-8859-1"?>${rss('<item><title>Ål och öring</title></item>').slice(21)}`,
    ),
    [{ title: 'Ål och öring' }],
  ),
  hard(
    'UTF-8 that says UTF-16',
    Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${rss('<item><title>Ål</title></item>').slice(21)}`),
    [{ title: 'Ål' }],
  ),
  hard(
    'a charset that nobody has',
    bytes(`<?xml version="1.0" encoding="gull-8"?>${rss('<item><title>\xC5l och \xF6ring</title></item>').slice(21)}`),
    [{ title: 'Ål och öring' }],
  ),
  hard('text before the declaration', `Notice: undefined index in /srv/feed.php on line 12\n${feed}`, [eels, otters]),
  hard('spaces before the declaration', `\n\n  \t${feed}`, [eels, otters]),
  hard('a BOM behind spaces', `\n\uFEFF${feed}`, [eels, otters]),
  hard('two declarations', `<?xml version="1.0"?>${feed}`, [eels, otters]),
  hard('a declaration that is broken', feed.replace('<?xml version="1.0"?>', '<?xml version=1.0 encoding=utf-8>'), [
    eels,
    otters,
  ]),
  hard('text behind the root', `${feed}<!-- cached --><script>x</script><p>1 < 2</p>`, [eels, otters]),
  hard('two feeds in one', `${rss(`<item>${eelsXml}</item>`)}${rss(`<item>${ottersXml}</item>`)}`, [eels, otters]),
  hard(
    'a root that is closed early',
    `<rss version="2.0"><channel><title>G</title></channel></rss><item>${eelsXml}</item><item>${ottersXml}</item>`,
    [eels, otters],
  ),
  hard('no root at all', both, [eels, otters]),
  hard(
    'the feed in an HTML page',
    `<!DOCTYPE html><html><head><title>Proxy</title></head><body>${feed}</body></html>`,
    [eels, otters],
  ),
  hard(
    'the feed escaped in an HTML page',
    `<html><body><pre>${feed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre></body></html>`,
    [eels, otters],
  ),
  hard(
    'prefixes that nobody declared',
    rss(
      `<item>${eelsXml}<media:content url="https://gull.example/a.jpg"/><content:encoded><![CDATA[<p>Two</p>]]></content:encoded><itunes:author>Una Reed</itunes:author></item>`,
    ),
    [
      {
        ...eels,
        content: '<p>Two</p>',
        authors: ['Una Reed'],
        enclosures: [{ url: 'https://gull.example/a.jpg', type: null, length: null }],
      },
    ],
  ),
  hard(
    'a namespace with a typing error',
    rss(`<item>${eelsXml}<dc:creator>Una Reed</dc:creator></item>`, ' xmlns:dc="http://purl.org/dc/elements/1.1"'),
    [{ ...eels, authors: ['Una Reed'] }],
  ),
  hard('a namespace that is not quoted', rss(`<item>${eelsXml}</item>`, ' xmlns:dc=http://purl.org/dc/elements/1.1/'), [
    eels,
  ]),
  hard(
    'own entities',
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY eel "Eels"><!ENTITY re 'return'>]>${rss('<item><title>&eel; &re;</title><link>https://gull.example/eels</link></item>').slice(21)}`,
    [eels],
  ),
  hard(
    'entities of entities',
    `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>${rss(`<item>${eelsXml}<description>&c;</description></item>`).slice(21)}`,
    [eels],
  ),
  hard(
    'an entity from outside',
    `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(`<item>${eelsXml}<description>&x;</description></item>`).slice(21)}`,
    [eels],
  ),
  hard(
    'an attribute list in the document type',
    `<!DOCTYPE rss [<!ATTLIST item a CDATA "]>"><!ELEMENT rss (channel)>]>${rss(`<item>${eelsXml}</item>`).slice(21)}`,
    [eels],
  ),
  hard(
    'a document type behind the root',
    `<rss version="2.0"><!DOCTYPE x><channel><title>G</title><item>${eelsXml}</item></channel></rss>`,
    [eels],
  ),
  hard(
    'CDATA that is not closed',
    rss(
      `<item>${eelsXml}<description><![CDATA[One</description></item><item>${ottersXml}<description><![CDATA[Two]]></description></item>`,
    ),
    [eels, otters],
  ),
  hard(
    'CDATA in small letters',
    rss('<item><title><![cdata[Eels return]]></title><link>https://gull.example/eels</link></item>'),
    [eels],
  ),
  hard(
    'CDATA with a space',
    rss('<item><title><! [CDATA[Eels return]]></title><link>https://gull.example/eels</link></item>'),
    [eels],
  ),
  hard('a comment that is not closed', rss(`<item>${eelsXml}</item><!-- x <item>${ottersXml}</item>`), [eels, otters]),
  hard('a comment with two dashes', rss(`<!-- a -- b --><item>${eelsXml}</item>`), [eels]),
  hard(
    'empty tags in all ways',
    rss(`<item>${eelsXml}<author/><description></description><category /><guid></guid></item>`),
    [{ ...eels, authors: [], summary: null, guid: null }],
  ),
  hard(
    'a tag over several lines',
    rss(`<item\n  rdf:x="1"\n><title\n>Eels return</title\n><link\t>https://gull.example/eels</link ></item>`),
    [eels],
  ),
  hard(
    'items of two kinds',
    `<rss version="2.0"><channel><title>G</title><item>${eelsXml}</item><entry><title>Otters too</title><link href="https://gull.example/otters"/></entry></channel></rss>`,
    [eels, otters],
  ),
  hard('items without anything', rss(`<item/><item></item><item>${eelsXml}</item>`), [{}, {}, eels]),
  hard('a feed without items', rss(''), [], { feed: { title: 'Gull Post', url: 'https://gull.example/' } }),
  hard('nothing', '', []),
  hard('spaces alone', ' \n\t ', []),
  hard('a declaration alone', '<?xml version="1.0"?>', []),
  hard(
    'an error page',
    '<!DOCTYPE html><html><head><title>404</title></head><body><h1>Not found</h1><p>Our feed is at <a href="/rss">rss</a>.</p></body></html>',
    [],
  ),
  hard(
    'a challenge',
    '<html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/x.js"></script></body></html>',
    [],
  ),
  hard('an error of a program', '<br />\n<b>Fatal error</b>: Uncaught Exception in /srv/feed.php:3', []),
  hard(
    'a list of feeds',
    '<opml version="2.0"><body><outline text="G" type="rss" xmlUrl="https://gull.example/feed"/></body></opml>',
    [],
  ),
  hard(
    'a map of a site',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://gull.example/eels</loc></url></urlset>',
    [],
  ),
  hard('JSON of another kind', '{"error":"not found","items":[1,2]}', []),
  hard('bytes of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49]), []),
  hard(
    'a feed whose tags were escaped twice',
    rss('<item><title>T</title><description>&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;</description></item>'),
    [{ title: 'T' }],
  ),
  hard('a feed in the middle of a mail', `From: a@gull.example\nSubject: x\n\n${feed}\n-- \nbye`, [eels, otters]),
  hard(
    'a very long title',
    rss(`<item><title>${'eel '.repeat(3000)}</title><link>https://gull.example/eels</link></item>`),
    [{ url: eels.url }],
  ),
  hard('a link with a script', rss('<item><title>T</title><link>javascript:alert(1)</link></item>'), [
    { title: 'T', url: null },
  ]),
  hard('a link with a password', rss('<item><title>T</title><link>https://u:p@gull.example/eels</link></item>'), [
    { url: eels.url },
  ]),
]
