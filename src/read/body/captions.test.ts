import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody } from './read-body.ts'

const long =
  'The harbour council voted on Tuesday to keep the old ferry running through the winter, and nobody objected. '
const p = (word: string): string => `<p>${word} ${long.repeat(2)}</p>`
const caption = 'The ferry in the snow, seen from the quay in January.'
const texts = (html: string): string[] =>
  readBody(parsePage(`<body><h1>Ferry stays</h1><article>${html}</article></body>`), {
    headline: 'Ferry stays',
    isBoilerplate: () => false,
  }).passages.map((passage) => passage.text)
const around = (html: string): string => `${p('One')}${p('Two')}${html}${p('Three')}${p('Four')}`

test.each([
  `<div class="x1"><img src="a.jpg"><div>${caption}</div></div>`,
  `<div class="x1"><div><picture><img src="a.jpg"></picture></div><span>${caption}</span></div>`,
  `<div class="x1"><img src="a.jpg"><p>${caption}</p></div>`,
  `<div class="x1"><video src="a.mp4"></video><p>${caption}</p></div>`,
])('readBody() knows a caption by the small box that it shares with a picture: %s', (html) => {
  expect(texts(around(html))).toHaveLength(4)
})

test('readBody() keeps a paragraph that follows a picture in the box of the whole text', () => {
  expect(texts(around(`<img src="a.jpg"><p>${caption}</p>`))).toContain(caption)
})

test('readBody() keeps a paragraph that begins with a picture', () => {
  expect(texts(around(`<p><img src="a.jpg">${caption}</p>`))).toContain(caption)
})

test('readBody() keeps the parts of a list whose parts have a picture each', () => {
  const part = (word: string): string =>
    `<div class="x1"><img src="a.jpg"><p>${word}: the ferry runs again, and the crew is glad of it. The quay is open.</p></div>`
  const parts = ['One', 'Two', 'Three', 'Four', 'Five'].map(part).join('')
  expect(texts(parts)).toHaveLength(5)
})

test('readBody() leaves out what a caption says already', () => {
  const twice = `<figure><img src="a.jpg"><figcaption>${caption}</figcaption></figure><div class="x2"><div>${caption} Photo: Ada Quay</div></div>`
  expect(texts(around(twice))).toHaveLength(4)
})

test('readBody() keeps a paragraph that a caption quotes', () => {
  const html = `<figure><img src="a.jpg"><figcaption>${caption}</figcaption></figure><p>${caption}</p>`
  expect(texts(around(html))).toContain(caption)
})

test('readBody() keeps a quotation that stands in a figure without a picture', () => {
  const html = `<figure><blockquote><p>${caption}</p></blockquote></figure>`
  expect(texts(around(html))).toContain(caption)
})
