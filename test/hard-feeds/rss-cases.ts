import { hard, rdf, rss, type HardFeed } from './case.ts'

const dc = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
const terms = ' xmlns:dcterms="http://purl.org/dc/terms/"'
const content = ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
const media = ' xmlns:media="http://search.yahoo.com/mrss/"'
const itunes = ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
const eels = { title: 'Eels return', url: 'https://gull.example/eels' }
const eelsXml = '<title>Eels return</title><link>https://gull.example/eels</link>'

/** RSS in all its versions, with the modules that outlets use. */
export const rssCases: HardFeed[] = [
  hard(
    '0.90',
    '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Gull Post</title><link>https://gull.example/</link></channel><image><title>Logo</title><url>https://gull.example/l.gif</url><link>https://gull.example/</link></image><item><title>Eels return</title><link>https://gull.example/eels</link></item><textinput><title>Search</title><name>s</name></textinput></rdf:RDF>',
    [eels],
    { feed: { title: 'Gull Post', url: 'https://gull.example/' } },
  ),
  hard(
    '0.91 with its document type',
    '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Gull Post</title><language>en-gb</language><item><title>Caf&eacute; &copy; Eels</title><link>https://gull.example/eels</link><description>Two &mdash; three.</description></item></channel></rss>',
    [{ title: 'Café © Eels', url: eels.url, summary: 'Two — three.' }],
    { feed: { language: 'en-gb' } },
  ),
  hard(
    '0.92 without titles',
    '<rss version="0.92"><channel><title>Gull Post</title><item><description>A note with a &lt;a href="https://a.example/"&gt;link&lt;/a&gt;.</description><enclosure url="https://gull.example/s.mp3" length="4" type="audio/mpeg"/><category domain="x">Sea</category><source url="https://b.example/feed">B</source></item></channel></rss>',
    [
      {
        title: '',
        summary: 'A note with a link.',
        enclosures: [{ url: 'https://gull.example/s.mp3', type: 'audio/mpeg', length: 4 }],
      },
    ],
  ),
  hard(
    '1.0 with an order of its own',
    rdf(
      '<item rdf:about="https://gull.example/2"><title>Second</title><link>https://gull.example/2</link></item><item rdf:about="https://gull.example/1"><title>First</title><link>https://gull.example/1</link></item>',
    ),
    [{ title: 'Second' }, { title: 'First', url: 'https://gull.example/1' }],
    { feed: { title: 'Gull Post' } },
  ),
  hard('1.0 without links', rdf('<item rdf:about="https://gull.example/eels"><title>Eels return</title></item>'), [
    { ...eels, guid: eels.url },
  ]),
  hard(
    '1.0 with Dublin Core and content',
    rdf(
      `<item rdf:about="u:1">${eelsXml}<description>Short</description><dc:creator>Una Reed</dc:creator><dc:date>2024-03-05T10:00:00+09:00</dc:date><content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item>`,
      dc + content,
    ),
    [{ ...eels, summary: 'Short', content: '<p>Long</p>', authors: ['Una Reed'], publishedAt: '2024-03-05T01:00:00Z' }],
  ),
  hard(
    '1.0 under another prefix',
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://purl.org/rss/1.0/"><z:channel r:about="https://gull.example/"><z:title>Gull Post</z:title></z:channel><z:item r:about="https://gull.example/eels"><z:title>Eels return</z:title><z:link>https://gull.example/eels</z:link></z:item></r:RDF>',
    [eels],
    { feed: { title: 'Gull Post' } },
  ),
  hard(
    '1.0 with content:items',
    rdf(
      `<item rdf:about="u:1">${eelsXml}<content:items><rdf:Bag><rdf:li><content:item><content:format rdf:resource="http://www.w3.org/1999/xhtml"/><rdf:value>X</rdf:value></content:item></rdf:li></rdf:Bag></content:items></item>`,
      content,
    ),
    [eels],
  ),
  hard(
    '1.0 in UTF-16',
    utf16(
      rdf(`<item rdf:about="u:1">${eelsXml.replace('Eels', '鰻')}</item>`).replace('"1.0"', '"1.0" encoding="UTF-16"'),
      'le',
    ),
    [{ title: '鰻 return' }],
  ),
  hard('2.0 in UTF-16, the other end first', utf16(rss(`<item>${eelsXml.replace('Eels', 'Угри')}</item>`), 'be'), [
    { title: 'Угри return' },
  ]),
  hard(
    '2.0 in a namespace',
    '<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>Gull Post</title><item>' +
      eelsXml +
      '</item></channel></rss>',
    [eels],
    { feed: { title: 'Gull Post' } },
  ),
  hard(
    '2.0 with the prefix rss',
    '<rss:rss version="2.0" xmlns:rss="http://backend.userland.com/rss2"><rss:channel><rss:title>Gull Post</rss:title><rss:item><rss:title>Eels return</rss:title><rss:link>https://gull.example/eels</rss:link></rss:item></rss:channel></rss:rss>',
    [eels],
  ),
  hard(
    'tags in capitals',
    '<RSS VERSION="2.0"><CHANNEL><TITLE>Gull Post</TITLE><ITEM><TITLE>Eels return</TITLE><LINK>https://gull.example/eels</LINK><PUBDATE>Tue, 05 Mar 2024 10:00:00 GMT</PUBDATE><ENCLOSURE URL="https://gull.example/s.mp3" TYPE="audio/mpeg" LENGTH="4"/></ITEM></CHANNEL></RSS>',
    [
      {
        ...eels,
        publishedAt: '2024-03-05T10:00:00Z',
        enclosures: [{ url: 'https://gull.example/s.mp3', type: 'audio/mpeg', length: 4 }],
      },
    ],
  ),
  hard('a title in CDATA with markup', rss('<item><title><![CDATA[<b>Eels</b> &amp; otters]]></title></item>'), [
    { title: 'Eels & otters' },
  ]),
  hard(
    'a title in several CDATA sections',
    rss('<item><title><![CDATA[Eels]]> and <![CDATA[otters]]></title></item>'),
    [{ title: 'Eels and otters' }],
  ),
  hard(
    'a CDATA section with the end of another',
    rss('<item><description><![CDATA[x ]]]]><![CDATA[> y]]></description></item>'),
    [{ summary: 'x ]]> y' }],
  ),
  hard('an ampersand in a title', rss('<item><title>Fish & chips</title></item>'), [{ title: 'Fish & chips' }]),
  hard('an ampersand escaped once', rss('<item><title>Fish &amp; chips</title></item>'), [{ title: 'Fish & chips' }]),
  hard('an ampersand escaped twice', rss('<item><title>Fish &amp;amp; chips</title></item>'), [
    { title: 'Fish & chips' },
  ]),
  hard('less than in a title', rss('<item><title>Why 3 &lt; 4</title></item>'), [{ title: 'Why 3 < 4' }]),
  hard('a tag name that a title speaks of', rss('<item><title>How &lt;table&gt; came back</title></item>'), [
    { title: 'How <table> came back' },
  ]),
  hard('a numeric reference of windows-1252', rss('<item><title>Gull&#146;s nest</title></item>'), [
    { title: 'Gull’s nest' },
  ]),
  hard('a hexadecimal reference', rss('<item><title>&#x1F41F; market</title></item>'), [{ title: '🐟 market' }]),
  hard(
    'a link in CDATA with spaces',
    rss('<item><title>T</title><link>\n  <![CDATA[ https://gull.example/a?b=1&c=2 ]]>\n</link></item>'),
    [{ url: 'https://gull.example/a?b=1&c=2' }],
  ),
  hard(
    'a bare ampersand in a link',
    rss('<item><title>T</title><link>https://gull.example/a?b=1&c=2&copy=3</link></item>'),
    [{ url: 'https://gull.example/a?b=1&c=2&copy=3' }],
  ),
  hard(
    'a link that was escaped twice',
    rss('<item><title>T</title><link>https://gull.example/a?b=1&amp;amp;c=2</link></item>'),
    [{ url: 'https://gull.example/a?b=1&c=2' }],
  ),
  hard(
    'letters with their reading above',
    rss('<item><title><![CDATA[<ruby>鰻<rp>(</rp><rt>うなぎ</rt><rp>)</rp></ruby>が戻る]]></title></item>'),
    [{ title: '鰻が戻る' }],
  ),
  hard('a relative link', rss('<item><title>T</title><link>/eels?x=1</link></item>'), [
    { url: 'https://gull.example/eels?x=1' },
  ]),
  hard('a link without scheme', rss('<item><title>T</title><link>//gull.example/eels</link></item>'), [
    { url: 'https://gull.example/eels' },
  ]),
  hard(
    'a link with letters outside ASCII',
    rss('<item><title>T</title><link>https://gull.example/ål/鰻</link></item>'),
    [{ url: 'https://gull.example/%C3%A5l/%E9%B0%BB' }],
  ),
  hard('a link as attribute', rss('<item><title>T</title><link href="https://gull.example/eels"/></item>'), [
    { url: eels.url },
  ]),
  hard(
    'an atom:link beside the link',
    rss(
      `<item><atom:link rel="self" href="https://gull.example/self"/><atom:link rel="alternate" href="https://gull.example/alt"/>${eelsXml}</item>`,
      ' xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
    [eels],
  ),
  hard(
    'an atom:link of the channel that is itself',
    rss(
      `<atom:link rel="self" href="https://gull.example/feed"/><item>${eelsXml}</item>`,
      ' xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
    [eels],
    { feed: { url: 'https://gull.example/' } },
  ),
  hard(
    'an empty link and a guid that is one',
    rss('<item><title>T</title><link></link><guid isPermaLink="true">https://gull.example/eels</guid></item>'),
    [{ url: eels.url, guid: eels.url }],
  ),
  hard(
    'a guid without a word on what it is',
    rss('<item><title>T</title><guid>https://gull.example/eels</guid></item>'),
    [{ url: eels.url }],
  ),
  hard(
    'a guid that is no link',
    rss('<item><title>T</title><guid isPermaLink="false">https://gull.example/eels</guid></item>'),
    [{ url: null, guid: eels.url }],
  ),
  hard('a guid that is a number', rss('<item><title>T</title><guid>4711</guid></item>'), [{ guid: '4711', url: null }]),
  hard(
    'an author with an address first',
    rss('<item><title>T</title><author>una@gull.example (Una Reed)</author></item>'),
    [{ authors: ['Una Reed'] }],
  ),
  hard(
    'an author with an address last',
    rss('<item><title>T</title><author>Una Reed &lt;una@gull.example&gt;</author></item>'),
    [{ authors: ['Una Reed'] }],
  ),
  hard('an author who is an address', rss('<item><title>T</title><author>una@gull.example</author></item>'), [
    { authors: ['una@gull.example'] },
  ]),
  hard(
    'several creators',
    rss('<item><title>T</title><dc:creator>Una Reed</dc:creator><dc:creator>Per Holm</dc:creator></item>', dc),
    [{ authors: ['Una Reed', 'Per Holm'] }],
  ),
  hard(
    'a creator in CDATA with spaces',
    rss('<item><title>T</title><dc:creator><![CDATA[  Una \n Reed ]]></dc:creator></item>', dc),
    [{ authors: ['Una Reed'] }],
  ),
  hard(
    'a creator without its namespace declared',
    rss('<item><title>T</title><dc:creator>Una Reed</dc:creator><dc:date>2024-03-05</dc:date></item>'),
    [{ authors: ['Una Reed'], publishedAt: '2024-03-05T00:00:00Z' }],
  ),
  hard(
    'Dublin Core under another prefix',
    rss('<item><title>T</title><q:creator>Una Reed</q:creator></item>', ' xmlns:q="http://purl.org/dc/elements/1.1/"'),
    [{ authors: ['Una Reed'] }],
  ),
  hard(
    'a namespace declared on the element',
    rss('<item><title>T</title><q:creator xmlns:q="http://purl.org/dc/elements/1.1/">Una Reed</q:creator></item>'),
    [{ authors: ['Una Reed'] }],
  ),
  hard(
    'Dublin Core terms',
    rss(
      '<item><title>T</title><dcterms:created>2024-03-05T10:00:00Z</dcterms:created><dcterms:modified>2024-03-06T10:00:00Z</dcterms:modified></item>',
      terms,
    ),
    [{ publishedAt: '2024-03-05T10:00:00Z', updatedAt: '2024-03-06T10:00:00Z' }],
  ),
  hard(
    'an itunes author',
    rss(
      '<item><title>T</title><itunes:author>Una Reed</itunes:author><itunes:summary>Sea talk</itunes:summary></item>',
      itunes,
    ),
    [{ authors: ['Una Reed'], summary: 'Sea talk' }],
  ),
  hard(
    'a media group',
    rss(
      '<item><title>T</title><media:group><media:content url="https://gull.example/a.mp4" type="video/mp4" fileSize="9"/><media:content url="https://gull.example/b.mp4" type="video/mp4"/></media:group></item>',
      media,
    ),
    [
      {
        enclosures: [
          { url: 'https://gull.example/a.mp4', type: 'video/mp4', length: 9 },
          { url: 'https://gull.example/b.mp4', type: 'video/mp4', length: null },
        ],
      },
    ],
  ),
  hard(
    'a media title that is not the item’s',
    rss('<item><media:title>Photo of a pier</media:title><title>Eels return</title></item>', media),
    [{ title: 'Eels return' }],
  ),
  hard(
    'a media description and a thumbnail',
    rss(
      '<item><title>T</title><media:thumbnail url="https://gull.example/t.jpg"/><media:description>A pier</media:description></item>',
      media,
    ),
    [{ enclosures: [{ url: 'https://gull.example/t.jpg', type: null, length: null }], summary: 'A pier' }],
  ),
  hard(
    'two enclosures',
    rss(
      '<item><title>T</title><enclosure url="https://gull.example/a.mp3" type="audio/mpeg" length="1"/><enclosure url="https://gull.example/b.mp3" type="audio/mpeg" length="2"/></item>',
    ),
    [
      {
        enclosures: [
          { url: 'https://gull.example/a.mp3', type: 'audio/mpeg', length: 1 },
          { url: 'https://gull.example/b.mp3', type: 'audio/mpeg', length: 2 },
        ],
      },
    ],
  ),
  hard(
    'an enclosure with a length that is none',
    rss('<item><title>T</title><enclosure url="/a.mp3" type="audio/mpeg" length="three minutes"/></item>'),
    [{ enclosures: [{ url: 'https://gull.example/a.mp3', type: 'audio/mpeg', length: null }] }],
  ),
  hard(
    'an image of the channel that is no item',
    rss(
      `<image><title>Logo</title><url>https://gull.example/l.png</url><link>https://gull.example/x</link></image><item>${eelsXml}</item>`,
    ),
    [eels],
    { feed: { title: 'Gull Post', url: 'https://gull.example/' } },
  ),
  hard(
    'an image before the title of the channel',
    '<rss version="2.0"><channel><image><title>Logo</title><link>https://gull.example/x</link></image><title>Gull Post</title><link>https://gull.example/</link></channel></rss>',
    [],
    { feed: { title: 'Gull Post', url: 'https://gull.example/' } },
  ),
  hard(
    'items outside the channel',
    `<rss version="2.0"><channel><title>Gull Post</title></channel><item>${eelsXml}</item></rss>`,
    [eels],
    { feed: { title: 'Gull Post' } },
  ),
  hard(
    'items in a list of their own',
    `<rss version="2.0"><channel><title>Gull Post</title><items><item>${eelsXml}</item></items></channel></rss>`,
    [eels],
  ),
  hard('a channel without rss', `<channel><title>Gull Post</title><item>${eelsXml}</item></channel>`, [eels], {
    feed: { title: 'Gull Post' },
  }),
  hard(
    'description as XHTML without escape',
    rss('<item><title>T</title><description><p>Two <em>eels</em>.</p><p>Three.</p></description></item>'),
    [{ summary: 'Two eels. Three.', content: '<p>Two <em>eels</em>.</p><p>Three.</p>' }],
  ),
  hard(
    'xhtml:body',
    rss(
      '<item><title>T</title><xhtml:body xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:p>Two eels.</xhtml:p></xhtml:body></item>',
    ),
    [{ content: '<p>Two eels.</p>' }],
  ),
  hard(
    'body with its own namespace',
    rss('<item><title>T</title><body xmlns="http://www.w3.org/1999/xhtml"><p>Two eels.</p></body></item>'),
    [{ content: '<p>Two eels.</p>' }],
  ),
  hard(
    'content and description',
    rss(
      '<item><title>T</title><content:encoded><![CDATA[<p>Long <img src="/a.jpg"></p>]]></content:encoded><description>Short</description></item>',
      content,
    ),
    [{ summary: 'Short', content: '<p>Long <img src="https://gull.example/a.jpg"></p>' }],
  ),
  hard(
    'xml:base on the channel',
    '<rss version="2.0" xml:base="https://base.example/d/"><channel><title>T</title><item><title>T</title><link>e</link></item></channel></rss>',
    [{ url: 'https://base.example/d/e' }],
  ),
  hard('a language of Dublin Core', rss(`<dc:language>fr-ca</dc:language><item>${eelsXml}</item>`, dc), [eels], {
    feed: { language: 'fr-ca' },
  }),
  hard(
    'dates of one day in four forms',
    rss(
      ['Tue, 05 Mar 2024 10:00:00 EST', '5 Mar 24 15:00 GMT', 'Tuesday, 05-Mar-24 15:00:00 UTC', '2024-03-05 15:00:00Z']
        .map((date) => `<item><title>T</title><pubDate>${date}</pubDate></item>`)
        .join(''),
    ),
    Array.from({ length: 4 }, () => ({ publishedAt: '2024-03-05T15:00:00Z' })),
  ),
  hard(
    'dates that are none',
    rss(
      ['yesterday', '31 Feb 2024 10:00', '0000-00-00 00:00:00', 'Tue, 05 Foo 2024', '', '-1']
        .map((date) => `<item><title>T</title><pubDate>${date}</pubDate></item>`)
        .join(''),
    ),
    Array.from({ length: 6 }, () => ({ title: 'T', publishedAt: null })),
  ),
  hard(
    'dates in other languages',
    rss(
      [
        'mar., 05 mars 2024 10:00:00 +0100',
        'Вт, 05 мар 2024 12:00:00 +0300',
        '2024년 3월 5일 오후 6:00 +0900',
        'Di, 5. März 2024 10:00 +0100',
      ]
        .map((date) => `<item><title>T</title><pubDate>${date}</pubDate></item>`)
        .join(''),
    ),
    Array.from({ length: 4 }, () => ({ publishedAt: '2024-03-05T09:00:00Z' })),
  ),
]

function utf16(text: string, end: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return end === 'le' ? bytes : bytes.swap16()
}
