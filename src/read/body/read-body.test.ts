import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody } from './read-body.ts'

const long =
  'The harbour council voted on Tuesday to keep the old ferry running through the winter, and nobody objected. '
const options = { headline: 'Ferry stays', isBoilerplate: () => false }
const texts = (html: string): string[] =>
  readBody(parsePage(`<body><h1>Ferry stays</h1>${html}</body>`), options).passages.map((passage) => passage.text)
const p = (word: string): string => `<p>${word} ${long.repeat(2)}</p>`

test('readBody() forgives a suspicious class when every paragraph carries it', () => {
  const marked = ['One', 'Two', 'Three'].map((word) => `<p class="paywall">${word} ${long}</p>`).join('')
  expect(texts(`<div>${marked}</div>`)).toHaveLength(3)
})

test('readBody() keeps a body whose post carries its tags as class names', () => {
  expect(texts(`<div class="post-7 hentry tag-author category-share">${p('One')}${p('Two')}</div>`)).toHaveLength(2)
})

test('readBody() keeps a body whole that an advert splits into two boxes', () => {
  const split = `<article><div>${p('One')}${p('Two')}</div><div class="ad">Buy a boat.</div><div>${p('Three')}${p('Four')}</div></article>`
  expect(texts(split)).toHaveLength(4)
})

test('readBody() never takes comments, however long they are', () => {
  const comments = `<div class="comments">${p('Reader').repeat(9)}</div>`
  expect(texts(`<article>${p('One')}${p('Two')}</article>${comments}`)).toHaveLength(2)
})

test('readBody() reads paragraphs that are written with br', () => {
  expect(texts(`<div>One ${long}<br><br>Two ${long}<br>Three ${long}</div>`)).toHaveLength(3)
})

test('readBody() joins a sentence that a single br cuts', () => {
  expect(
    texts(`<div>${p('One')}<p>The ferry leaves from<br>the northern quay, the council said.</p>${p('Two')}</div>`),
  ).toContain('The ferry leaves from the northern quay, the council said.')
})

test('readBody() drops a heading that has no text after it', () => {
  expect(texts(`<article>${p('One')}${p('Two')}<h2>What comes next</h2></article>`)).toHaveLength(2)
})

test('readBody() keeps captions out and says so', () => {
  const figure = '<figure><figcaption>The ferry in the snow, seen from the quay in January.</figcaption></figure>'
  const body = readBody(
    parsePage(`<body><h1>Ferry stays</h1><article>${p('One')}${figure}${p('Two')}</article></body>`),
    options,
  )
  expect(body.passages).toHaveLength(2)
  expect(body.residue.map((one) => one.rule)).toEqual(['class-word:figure'])
})

test('readBody() measures a suspicious wrapper against the article, not against a list of vendors', () => {
  const vendors = `<div class="consent">${p('Vendor').repeat(9)}</div>`
  expect(texts(`<div class="sidebar-grid">${p('One')}${p('Two')}</div>${vendors}`)).toHaveLength(2)
})

test('readBody() keeps the short last lines of an element that is written with br', () => {
  expect(texts(`<div>One ${long}<br>Two ${long}<br>Quay: three</div>`).at(-1)).toBe('Quay: three')
})

test('readBody() forgives wrappers of one kind that stand inside another of the same trait', () => {
  const rows = ['One', 'Two', 'Three', 'Four'].map((word) => `<div class="sidebar-row">${p(word)}</div>`).join('')
  expect(texts(`<div class="sidebar-grid">${rows}</div>`)).toHaveLength(4)
})

test.each(['Les også: The other ferry', 'Lees ook: The other ferry', 'Читайте также: другой паром'])(
  'readBody() leaves out the line "%s"',
  (line) => {
    expect(texts(`<article>${p('One')}<p>${line}</p>${p('Two')}</article>`)).toHaveLength(2)
  },
)

test('readBody() keeps links and emphasis with their place in the text', () => {
  const html = `<p>The <a href="https://harbour.example/plan">new plan</a> is <em>not</em> final, and <a href="javascript:x()">nobody</a> said so. ${long}</p>`
  const [first] = readBody(parsePage(`<body><article>${html}</article></body>`), options).passages
  expect(first?.marks).toEqual([
    { start: 4, end: 12, kind: 'link', url: 'https://harbour.example/plan' },
    { start: 16, end: 19, kind: 'emphasis' },
  ])
})

test('readBody() reads 200,000 lines in one element without an error', () => {
  expect(texts(`<div>${'A line of text that ends here.<br>'.repeat(200_000)}</div>`)).toHaveLength(200_000)
}, 60_000)

test('readBody() keeps a box named after teasers that leads nowhere', () => {
  const html = `<div class="teaser-content">${p('One')}</div>${p('Two')}${p('Three')}${p('Four')}${p('Five')}`
  expect(texts(`<article>${html}</article>`)).toHaveLength(5)
})

test('readBody() leaves out an article inside the article that is a card for another one', () => {
  const card = `<article><h3><a href="/tram">The tram is late</a></h3><p>Nobody knows why the tram is late, the company said.</p></article>`
  expect(texts(`<article>${p('One')}${p('Two')}${card}${p('Three')}</article>`)).toHaveLength(3)
})

test('readBody() keeps the entries of a live blog that are articles inside the article', () => {
  const entries = ['Two', 'Three', 'Four'].map((word) => `<article>${p(word)}</article>`).join('')
  expect(texts(`<article>${p('One')}${entries}</article>`)).toHaveLength(4)
})

test('readBody() leaves out a pane that is not the open one', () => {
  const panes = `<div role="tabpanel" class="tab-pane active">${p('One')}${p('Two')}${p('Three')}${p('Four')}</div><div role="tabpanel" class="tab-pane">${p('Five')}</div>`
  expect(texts(`<article>${panes}</article>`)).toHaveLength(4)
})

test('readBody() keeps a heading whose class says how it looks', () => {
  expect(texts(`<article>${p('One')}<h2 class="subtitle">And then</h2>${p('Two')}</article>`)).toContain('And then')
})

test('readBody() keeps a heading that links to its own place', () => {
  expect(texts(`<article>${p('One')}<h2><a href="#then">And then</a></h2>${p('Two')}</article>`)).toContain('And then')
})

test('readBody() drops a heading before a heading of a higher level', () => {
  const html = `${p('One')}<h3>Nothing here</h3><h2>And then</h2>${p('Two')}`
  expect(texts(`<article>${html}</article>`)).not.toContain('Nothing here')
})

test('readBody() keeps short first and last paragraphs beside the others', () => {
  const all = texts(`<article><p>It snowed.</p>${p('One')}${p('Two')}<p>The ferry stays.</p></article>`)
  expect([all[0], all.at(-1)]).toEqual(['It snowed.', 'The ferry stays.'])
})

test('readBody() keeps a paragraph that is full of links', () => {
  const link = (text: string): string =>
    `<a href="https://harbour.example/${text}">the plan of the ${text} side of the harbour</a>`
  const full = `<p>The council read ${link('northern')} and then it voted on ${link('southern')}, as it had said.</p>`
  expect(texts(`<article>${p('One')}${p('Two')}${full}</article>`)).toHaveLength(3)
})

test.each([
  '<p>The other story: <a href="/tram">The tram is late</a></p>',
  '<p><strong>WHAT TO READ NOW | <a href="/tram">The tram is late</a></strong></p>',
  '<p>>> <a href="/tram">All about the tram</a></p>',
])('readBody() leaves out a label with a link: %s', (line) => {
  expect(texts(`<article>${p('One')}${line}${p('Two')}</article>`)).toHaveLength(2)
})

test('readBody() keeps a linked sentence', () => {
  const line = '<p><a href="/tram">The tram is late as well.</a></p>'
  expect(texts(`<article>${p('One')}${line}${p('Two')}</article>`)).toHaveLength(3)
})

test('readBody() goes on after a line that announces what somebody says', () => {
  const html = `${p('One').repeat(4)}<p>More from the council:</p><blockquote><p>${long}</p></blockquote>`
  expect(texts(`<article>${html}</article>`)).toHaveLength(6)
})

test('readBody() puts aside what the outlet struck out, and says so', () => {
  const found = readBody(
    parsePage(
      `<body><h1>Ferry stays</h1>${p('One')}<p>The fund is <del>2.4 million</del> 240,000 pounds. ${long}</p></body>`,
    ),
    options,
  )
  expect(found.passages[1]?.text).toMatch(/^The fund is 240,000 pounds\./u)
  expect(found.residue.map(({ rule, text }) => `${rule}: ${text}`)).toEqual(['class-word:struck-out: 2.4 million'])
})

test('readBody() reads a timeline to its last entry, however short, and no card below it', () => {
  const entry = (title: string, text: string): string =>
    `<div class="event"><h3>${title}</h3><p class="when">May 2026</p><p>${text}</p></div>`
  const line = `<div>${entry('Plan', long)}${entry('Vote', long)}${entry('End', 'Four do not.')}</div>`
  const card = '<div><div class="card"><h3><a href="/b">A bridge</a></h3><p>It is gone.</p></div></div>'
  const found = texts(`<article>${p('One')}${line}${card}</article>`)
  expect(found.at(-1)).toBe('Four do not.')
  expect(found).toContain('End')
})
