import { expect, test } from 'vitest'
import { parseFeed } from './parse-feed.ts'

const url = 'https://outlet.example/feed'
const rss = `<rss version="2.0"><channel><title>Gull</title><item><title>Alpha one</title><link>https://outlet.example/1</link><description>First &amp; best</description></item>
<item><title><![CDATA[Beta & two]]></title><link>https://outlet.example/2</link><enclosure url="/2.mp3" length="5"/></item>
<item><title>Gamma three</title><guid isPermaLink="false">g3</guid></item></channel></rss>`
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Gull</title><entry><title>Alpha one</title><link href="/1"/><id>g1</id></entry>
<entry><title type="html">Beta &amp;amp; two</title><id>g2</id><content type="xhtml"><div><p>x <b>y</b></p></div></content></entry>
<entry><title>Gamma three</title><id>g3</id></entry></feed>`
const faults: [string, (text: string, at: number) => string][] = [
  ['is missing', (text, at) => text.slice(0, at) + text.slice(at + 1)],
  ['stands twice', (text, at) => text.slice(0, at + 1) + text.slice(at)],
  ['is an ampersand', (text, at) => `${text.slice(0, at)}&${text.slice(at + 1)}`],
  ['is a NUL', (text, at) => `${text.slice(0, at)}\0${text.slice(at + 1)}`],
]

test.each(faults)('parseFeed() keeps every item when a sign of the markup %s', (_what, spoil) => {
  const lost = [rss, atom].flatMap((source) =>
    Array.from(source.matchAll(/[<>/"'=&;[\]!]/gu), ({ index }) => spoil(source, index)).filter(
      (text) => parseFeed({ url, text }).items.length !== 3,
    ),
  )
  expect(lost).toEqual([])
})

test.each([
  [
    'a CDATA section that runs into the next',
    '<title><![CDATA[A & b]></title><link>/1</link><description><![CDATA[x]]></description>',
    'A & b',
  ],
  ['a bare < before a word', '<title>x <y</title><link>/1</link>', 'x <y'],
  ['a reference without its semicolon', '<title>A &amp b</title><link>/1</link>', 'A & b'],
  ['a number without its semicolon', '<title>Caf&#233 Nord</title><link>/1</link>', 'Café Nord'],
  ['tags with a gap', '< title>A</ title>< link>/1< /link>', 'A'],
  ['a section that ends with a gap', '<title><![CDATA[A]] ></title><link>/1</link>', 'A'],
  ['a section without !', '<title><[CDATA[A]]></title><link>/1</link>', 'A'],
  ['a section without its second bracket', '<title><![CDATAA]]></title><link>/1</link>', 'A'],
  ['a section without <', '<title>![CDATA[A]]></title><link>/1</link>', 'A'],
  ['a tag that runs into a section', '<title<![CDATA[A]]></title><link>/1</link>', 'A'],
  ['a tag that runs into its text', '<titleA</title><link>/1</link>', 'A'],
  ['a link that is empty, as in HTML', '<title>A</title><link/>https://outlet.example/1<guid>g</guid>', 'A'],
  ['a link without its last <', '<title>A</title><link>/1/link><guid>g</guid>', 'A'],
  ['a link without its first <', '<title>A</title>link>/1</link><guid>g</guid>', 'A'],
  ['a link with one slash', '<title>A</title><link>https:/outlet.example/1</link>', 'A'],
  ['a link without its colon', '<title>A</title><link>https//outlet.example/1</link>', 'A'],
  ['a link in angle brackets', '<title>A</title><link>&lt;https://outlet.example/1&gt;</link>', 'A'],
  ['a link that lost a quotation mark', '<title>A</title><link href=https://outlet.example/1"/>', 'A'],
  ['an emoji as two references', '<title>&#55357;&#56842; sea</title><link>/1</link>', '😊 sea'],
])('parseFeed() reads the title and the address behind %s', (_what, item, title) => {
  const [read] = parseFeed({ url, text: `<rss><channel><item>${item}</item></channel></rss>` }).items
  expect([read?.title, read?.url]).toEqual([title, 'https://outlet.example/1'])
})
