import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody } from './read-body.ts'

const said =
  'The harbour council voted on Tuesday to keep the old ferry running through the winter. Nobody in the hall objected to it, and the harbour master thanked the crew. '
const paragraphs = ['One', 'Two', 'Three'].map((word) => `${word}. ${said}`)
const html = paragraphs.map((text) => `<p>${text}</p>`).join('')
const options = { headline: 'Ferry stays', isBoilerplate: () => false }
const read = (script: string): string[] =>
  readBody(parsePage(`<body><h1>Ferry stays</h1><div id="root"></div>${script}</body>`), options).passages.map(
    (passage) => passage.text,
  )
const wanted = paragraphs.map((text) => text.trim())
// A script in a page never holds "</", so JSON there has it escaped.
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

test('readBody() reads a page whose text is one string of HTML in its JSON', () => {
  const data = { props: { pageProps: { story: { id: 7, bodyHtml: html } } } }
  expect(read(`<script id="__NEXT_DATA__" type="application/json">${inScript(data)}</script>`)).toEqual(wanted)
})

test('readBody() reads blocks of an editor that a script assigns to a name', () => {
  const blocks = paragraphs.map((content) => ({ type: 'text', content }))
  expect(read(`<script>window.Page = {}; Page.story=${inScript({ blocks })};</script>`)).toEqual(wanted)
})

test('readBody() reads text that a React stream sends in chunks', () => {
  const length = Buffer.byteLength(html).toString(16)
  const push = (text: string): string => `<script>self.__next_f.push([1,${inScript(text)}])</script>`
  const chunks = `${push(`1:I[5,[],"x"]\n2:T${length},`)}${push(html.slice(0, 300))}${push(html.slice(300))}`
  expect(read(chunks)).toEqual(wanted)
})

test('readBody() reads a declared articleBody where a page shows nothing', () => {
  const data = { '@type': 'NewsArticle', headline: 'Ferry stays', articleBody: paragraphs.join('\n') }
  expect(read(`<script type="application/ld+json">${inScript(data)}</script>`)).toEqual(wanted)
})

test('readBody() takes the text that is about the page, not the longest one in the scripts', () => {
  const other = '<p>The tram is late again, says the tram company. Nobody knows why it is late. It is late.</p>'.repeat(
    9,
  )
  const story = `<p>Ferry stays: the council of the harbour voted for it on Tuesday.</p>${html}`
  expect(read(`<script type="application/json">${inScript({ next: other, story })}</script>`)).toHaveLength(4)
})

test('readBody() leaves scripts alone where the page shows its text', () => {
  const script = `<script type="application/json">${inScript({ html: html.repeat(9) })}</script>`
  const page = parsePage(`<body><h1>Ferry stays</h1><article>${html.repeat(2)}</article>${script}</body>`)
  expect(readBody(page, options).passages).toHaveLength(6)
})

test('readBody() takes no program for text', () => {
  expect(read(`<script>const f = ["${'function a() { return 1; } '.repeat(60)}"]</script>`)).toEqual([])
})

test('readBody() takes no data for text, though words stand in it', () => {
  const data = `5:["$","x",null,${JSON.stringify({ title: said, summary: said, note: said, body: '$24' })}]`
  const push = `<script>self.__next_f.push([1,${inScript(data)}])</script>`
  expect(read(push).join(' ')).not.toContain('"title":')
})

test('readBody() reads a text in quotation marks where the script around it is no JSON', () => {
  const script = `window.__NUXT__={data:[{story:{title:"Ferry stays",body:${inScript(html)}}}]}`
  expect(read(`<script>${script}</script>`)).toEqual(wanted)
})

test('readBody() takes a row of settings in a React stream for no text', () => {
  const rows = Array.from({ length: 12 }, (_, at) => [
    '$',
    'meta',
    `${at}`,
    { name: `n${at}`, content: `A setting of ferry number ${at}` },
  ])
  expect(read(`<script>self.x=${inScript([...rows, said, said])}</script>`)).not.toContain(
    'A setting of ferry number 1',
  )
})

test('readBody() reads the words of React elements in a stream, not their tags and references', () => {
  const lines = Array.from(
    { length: 5 },
    (_, at) => `Barge ${at} left the upper lock at dawn. Its skipper paid the toll and said nothing of the cargo.`,
  )
  const rows = lines.map((line, at) => [
    '$',
    'p',
    `${at}`,
    {
      className: 'line',
      children: [
        ['$', 'div', '$undefined', { children: '$L3d' }],
        line,
        '$undefined',
        ['$', 'img', null, { src: '/b.jpg' }],
      ],
    },
  ])
  const push = `<script>self.__next_f.push([1,${inScript(`5:${JSON.stringify(rows)}\n`)}])</script>`
  expect(read(push)).toEqual(lines)
})

test('readBody() keeps a dollar sign that a stream escapes', () => {
  const rows = paragraphs.map((text, at) => ['$', 'p', `${at}`, { children: `$$40 a head. ${text}` }])
  expect(read(`<script>self.__next_f.push([1,${inScript(`5:${JSON.stringify(rows)}\n`)}])</script>`)[0]).toMatch(
    /^\$40 a head\./u,
  )
})
