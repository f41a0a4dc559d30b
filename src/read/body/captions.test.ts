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

test('readBody() takes the words beside a picture in its paragraph for a caption, where they are no sentence', () => {
  const said =
    '港务委员会周一决定，旧灯塔的灯当天中午修好，看守人提前回家，次日清晨之前没有船只要来，镇上的人都这么说。'
  const page = (words: string): string =>
    `<body><h1>灯塔</h1>${`<p>${said}</p>`.repeat(2)}<p><img src="/a.jpg"><br>${words}<br></p>${`<p>${said}</p>`.repeat(2)}</body>`
  const texts = (html: string): string[] =>
    readBody(parsePage(html), { headline: '灯塔', isBoilerplate: () => false }).passages.map(({ text }) => text)
  expect(texts(page('灯塔外景 李安摄'))).toHaveLength(4)
  expect(texts(page('灯已经修好了。'))).toHaveLength(5)
})

test('readBody() begins a paragraph at a line with a full-width space behind a full stop', () => {
  const rows = [
    '　港湾委員会は月曜日、古い灯台の明かりを正午に直し、番人は早く帰ったと町に伝えた。',
    '　次の朝まで船は一隻も来なかったので、誰も明かりの消えたことに気づかなかったという。',
  ]
  const found = readBody(parsePage(`<body><h1>灯台</h1><p>${rows.join('\n\n')}</p></body>`), {
    headline: '灯台',
    isBoilerplate: () => false,
  }).passages
  expect(found).toHaveLength(2)
})
