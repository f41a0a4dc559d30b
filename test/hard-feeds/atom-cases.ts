import { atom, hard, type HardFeed } from './case.ts'

const eels = { title: 'Eels return', url: 'https://gull.example/eels' }
const entry = (inside: string, attributes = ''): string =>
  atom(`<entry${attributes}><title>Eels return</title><link href="https://gull.example/eels"/>${inside}</entry>`)
const old = (inside: string): string =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Gull Post</title><link rel="alternate" type="text/html" href="https://gull.example/"/><entry>${inside}</entry></feed>`
const json = (items: unknown, more: object = {}): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Gull Post', items, ...more })

/** Atom 0.3 and 1.0, and JSON Feed. */
export const atomCases: HardFeed[] = [
  hard(
    'all of an entry',
    entry(
      '<id>tag:gull.example,2024:1</id><published>2024-03-05T10:00:00Z</published><updated>2024-03-06T11:30:00+02:00</updated><author><name>Una Reed</name><email>u@gull.example</email></author><summary>Short</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content>',
    ),
    [
      {
        ...eels,
        guid: 'tag:gull.example,2024:1',
        publishedAt: '2024-03-05T10:00:00Z',
        updatedAt: '2024-03-06T09:30:00Z',
        authors: ['Una Reed'],
        summary: 'Short',
        content: '<p>Long</p>',
      },
    ],
    { feed: { title: 'Gull Post' } },
  ),
  hard('a title of type text', atom('<entry><title type="text">Less &lt;b&gt; more</title></entry>'), [
    { title: 'Less <b> more' },
  ]),
  hard(
    'a title of type html',
    atom('<entry><title type="html">Less &lt;b&gt;and&lt;/b&gt; more &amp;amp; on</title></entry>'),
    [{ title: 'Less and more & on' }],
  ),
  hard(
    'a title of type html in CDATA',
    atom('<entry><title type="html"><![CDATA[Less <i>and</i> more &hellip;]]></title></entry>'),
    [{ title: 'Less and more …' }],
  ),
  hard(
    'a title of type xhtml',
    atom(
      '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Less <b>and</b> more &lt; on</div></title></entry>',
    ),
    [{ title: 'Less and more < on' }],
  ),
  hard(
    'content of type xhtml',
    entry('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two <b>eels</b></p></div></content>'),
    [{ content: '<p>Two <b>eels</b></p>' }],
  ),
  hard(
    'content of type xhtml under a prefix',
    entry('<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Two eels</h:p></h:div></content>'),
    [{ content: '<p>Two eels</p>' }],
  ),
  hard('content of type text', entry('<content type="text">A &lt;b&gt; B</content>'), [{ content: 'A <b> B' }]),
  hard('content as a media type', entry('<content type="text/html">&lt;p&gt;Two&lt;/p&gt;</content>'), [
    { content: '<p>Two</p>' },
  ]),
  hard(
    'a title in base64',
    atom(
      `<entry><title type="application/octet-stream">${Buffer.from('Eels <b>return</b>').toString('base64')}</title></entry>`,
    ),
    [{ title: 'Eels <b>return</b>' }],
  ),
  hard(
    'content in base64',
    entry(`<content type="application/octet-stream">${Buffer.from('<p>Two</p>').toString('base64')}</content>`),
    [{ content: '<p>Two</p>' }],
  ),
  hard(
    'content elsewhere',
    atom('<entry><title>T</title><id>urn:1</id><content type="text/html" src="https://gull.example/eels"/></entry>'),
    [{ url: eels.url }],
  ),
  hard(
    'xml:base on every level',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><entry xml:base="b/"><title>T</title><link href="c" xml:base="d/"/><content type="xhtml" xml:base="e/"><div xmlns="http://www.w3.org/1999/xhtml"><a href="f">g</a></div></content></entry></feed>',
    [{ url: 'https://base.example/a/b/d/c', content: '<a href="https://base.example/a/b/e/f">g</a>' }],
  ),
  hard(
    'relative links in html content',
    atom(
      '<entry xml:base="https://base.example/a/"><title>T</title><content type="html">&lt;img src="b.png"&gt; &lt;a href=\'../c\'&gt;d&lt;/a&gt;</content></entry>',
    ),
    [{ content: '<img src="https://base.example/a/b.png"> <a href="https://base.example/c">d</a>' }],
  ),
  hard(
    'the alternate among links',
    atom(
      '<entry><title>T</title><link rel="edit" href="https://gull.example/edit"/><link rel="replies" href="https://gull.example/r"/><link rel="alternate" type="text/html" href="https://gull.example/eels"/><link rel="self" href="https://gull.example/self"/></entry>',
    ),
    [{ url: eels.url }],
  ),
  hard(
    'an alternate that is a page among alternates',
    atom(
      '<entry><title>T</title><link rel="alternate" type="application/json" href="https://gull.example/j"/><link rel="alternate" type="text/html" href="https://gull.example/eels"/></entry>',
    ),
    [{ url: eels.url }],
  ),
  hard(
    'a relation as an address',
    atom(
      '<entry><title>T</title><link rel="http://www.iana.org/assignments/relation/alternate" href="https://gull.example/eels"/></entry>',
    ),
    [{ url: eels.url }],
  ),
  hard('an enclosure', entry('<link rel="enclosure" type="audio/mpeg" length="1337" href="/s.mp3"/>'), [
    { enclosures: [{ url: 'https://gull.example/s.mp3', type: 'audio/mpeg', length: 1337 }] },
  ]),
  hard('two authors', entry('<author><name>Una Reed</name></author><author><name>Per Holm</name></author>'), [
    { authors: ['Una Reed', 'Per Holm'] },
  ]),
  hard('the author of the feed', atom('<author><name>Desk</name></author><entry><title>T</title></entry>'), [
    { authors: ['Desk'] },
  ]),
  hard('the author of a source', entry('<source><title>Other</title><author><name>Per Holm</name></author></source>'), [
    { ...eels, authors: ['Per Holm'] },
  ]),
  hard(
    'a contributor who is no author',
    entry('<author><name>Una Reed</name></author><contributor><name>Per Holm</name></contributor>'),
    [{ authors: ['Una Reed'] }],
  ),
  hard('an author with an address alone', entry('<author><email>u@gull.example</email></author>'), [
    { authors: ['u@gull.example'] },
  ]),
  hard('a language on the entry', entry('<summary>Court</summary>', ' xml:lang="fr"'), [{ language: 'fr' }]),
  hard(
    'a language on the feed',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb"><title>G</title><entry><title>T</title></entry></feed>',
    [{ title: 'T' }],
    { feed: { language: 'nb' } },
  ),
  hard(
    'Atom under a prefix',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Gull Post</a:title><a:entry><a:title>Eels return</a:title><a:link href="https://gull.example/eels"/><a:updated>2024-03-05T10:00:00Z</a:updated></a:entry></a:feed>',
    [{ ...eels, updatedAt: '2024-03-05T10:00:00Z' }],
    { feed: { title: 'Gull Post' } },
  ),
  hard(
    'Atom without a namespace',
    '<feed><title>Gull Post</title><entry><title>Eels return</title><link href="https://gull.example/eels"/></entry></feed>',
    [eels],
  ),
  hard(
    'an entry alone',
    '<entry xmlns="http://www.w3.org/2005/Atom"><title>Eels return</title><link href="https://gull.example/eels"/></entry>',
    [eels],
  ),
  hard(
    'a media group of a film site',
    atom(
      '<entry><title>T</title><media:group xmlns:media="http://search.yahoo.com/mrss/"><media:title>T</media:title><media:content url="https://gull.example/v" type="video/mp4"/><media:description>Long words</media:description></media:group></entry>',
    ),
    [{ summary: 'Long words', enclosures: [{ url: 'https://gull.example/v', type: 'video/mp4', length: null }] }],
  ),
  hard(
    'tags in capitals',
    '<FEED xmlns="http://www.w3.org/2005/Atom"><TITLE>Gull Post</TITLE><ENTRY><TITLE>Eels return</TITLE><LINK HREF="https://gull.example/eels"/></ENTRY></FEED>',
    [eels],
  ),
  hard(
    'comments between and in fields',
    atom(
      '<!-- a --><entry><!-- b --><title>Eels<!-- c --> return</title><link href="https://gull.example/eels"/></entry>',
    ),
    [eels],
  ),
  hard(
    'instructions between',
    atom('<?x y?><entry><title>Eels return</title><?z?><link href="https://gull.example/eels"/></entry>'),
    [eels],
  ),
  hard(
    'dates with fractions and offsets',
    entry('<published>2024-03-05T10:00:00.123456789-05:30</published><updated>2024-03-05t10:00:00z</updated>'),
    [{ publishedAt: '2024-03-05T15:30:00Z', updatedAt: '2024-03-05T10:00:00Z' }],
  ),
  hard('dates with less', entry('<published>2024-03-05</published><updated>2024-03</updated>'), [
    { publishedAt: '2024-03-05T00:00:00Z', updatedAt: '2024-03-01T00:00:00Z' },
  ]),
  hard(
    'an id that is an address, and no link',
    atom('<entry><title>T</title><id>https://gull.example/eels</id></entry>'),
    [{ url: eels.url }],
  ),
  hard(
    '0.3 with its dates',
    old(
      '<title>Eels return</title><link rel="alternate" type="text/html" href="https://gull.example/eels"/><id>tag:1</id><issued>2004-03-05T10:00:00Z</issued><modified>2004-03-06T10:00:00Z</modified><created>2004-03-04T10:00:00Z</created>',
    ),
    [{ ...eels, guid: 'tag:1', publishedAt: '2004-03-05T10:00:00Z', updatedAt: '2004-03-06T10:00:00Z' }],
    { feed: { title: 'Gull Post', url: 'https://gull.example/' } },
  ),
  hard(
    '0.3 with escaped content',
    old(
      '<title mode="escaped" type="text/html">Less &lt;i&gt;and&lt;/i&gt; more</title><content type="text/html" mode="escaped">&lt;p&gt;Two&lt;/p&gt;</content>',
    ),
    [{ title: 'Less and more', content: '<p>Two</p>' }],
  ),
  hard(
    '0.3 with content as XML',
    old(
      '<title>T</title><content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two</p></div></content>',
    ),
    [{ content: '<p>Two</p>' }],
  ),
  hard(
    '0.3 in base64',
    old(
      `<title>T</title><content type="text/html" mode="base64">${Buffer.from('<p>Two</p>').toString('base64')}</content>`,
    ),
    [{ content: '<p>Two</p>' }],
  ),
  hard(
    '0.3 with several parts',
    old(
      '<title>T</title><content type="multipart/alternative"><content type="text/plain">Two</content><content type="text/html" mode="escaped">&lt;p&gt;Two&lt;/p&gt;</content></content>',
    ),
    [{ content: '<p>Two</p>' }],
  ),
  hard(
    'JSON Feed 1.1',
    json(
      [
        {
          id: '1',
          url: 'https://gull.example/eels',
          title: 'Eels return',
          content_html: '<p>Two</p>',
          summary: 'Short',
          date_published: '2024-03-05T10:00:00+09:00',
          date_modified: '2024-03-06T10:00:00Z',
          authors: [{ name: 'Una Reed' }],
          language: 'en',
          attachments: [{ url: 'https://gull.example/s.mp3', mime_type: 'audio/mpeg', size_in_bytes: 4 }],
        },
      ],
      { home_page_url: 'https://gull.example/', language: 'en-GB' },
    ),
    [
      {
        ...eels,
        guid: '1',
        content: '<p>Two</p>',
        summary: 'Short',
        publishedAt: '2024-03-05T01:00:00Z',
        updatedAt: '2024-03-06T10:00:00Z',
        authors: ['Una Reed'],
        language: 'en',
        enclosures: [{ url: 'https://gull.example/s.mp3', type: 'audio/mpeg', length: 4 }],
      },
    ],
    { feed: { title: 'Gull Post', url: 'https://gull.example/', language: 'en-GB' } },
  ),
  hard(
    'JSON Feed 1.0 with one author',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'Gull Post',
      author: { name: 'Desk' },
      items: [
        { id: 1, content_text: 'A <b> B' },
        { id: '2', author: { name: 'Una Reed' }, content_text: 'C' },
      ],
    }),
    [{ guid: '1', content: 'A <b> B', authors: ['Desk'] }, { authors: ['Una Reed'] }],
  ),
  hard(
    'JSON Feed with odd types',
    json([
      { id: 7.5, title: 12, url: ['x'], authors: 'Una Reed', tags: 'a', content_html: null, date_published: 0 },
      null,
      'x',
      { id: null, title: 'Eels return', url: '/eels' },
    ]),
    [{ guid: '7.5', publishedAt: null }, eels],
  ),
  hard('JSON Feed with items that are none', json({ length: 4_294_967_295 }), []),
  hard(
    'JSON Feed with a comma too many',
    '{"version":"https://jsonfeed.org/version/1","title":"G","items":[{"id":"1","title":"Eels return","url":"https://gull.example/eels"},]}',
    [eels],
  ),
  hard(
    'JSON Feed cut off',
    '{"version":"https://jsonfeed.org/version/1","title":"G","items":[{"id":"1","title":"Eels return","url":"https://gull.example/eels"},{"id":"2","title":"Hal',
    [eels, { guid: '2' }],
  ),
  hard('JSON Feed with a BOM', `\uFEFF${json([{ id: '1', title: 'Eels return', url: eels.url }])}`, [eels]),
  hard('JSON Feed with an external address', json([{ id: '1', external_url: 'https://other.example/a', title: 'T' }]), [
    { url: 'https://other.example/a' },
  ]),
  hard(
    'JSON Feed with raw line breaks in a text',
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"Eels\nreturn","url":"https://gull.example/eels"}]}',
    [eels],
  ),
  hard('JSON Feed sent as a page', json([{ id: '1', title: 'Eels return', url: eels.url }]), [eels], {
    contentType: 'text/html',
  }),
]
