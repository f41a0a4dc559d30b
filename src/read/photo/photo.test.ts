import { expect, test } from 'vitest'
import { readMetadata } from '../metadata/metadata.ts'
import { parsePage } from '../tree.ts'
import { readPhoto } from './photo.ts'

const url = 'https://harbour.example/a'
const read = (html: string) => {
  const document = parsePage(html)
  return readPhoto(document, { url, metadata: readMetadata(document, { url, item: null }) })
}

test('readPhoto() gives the picture OpenGraph names with the caption of its figure', () => {
  const html = `<meta property="og:image" content="/i/ferry-dawn-1200x800.jpg">
    <figure><img src="/i/other-picture.jpg"><figcaption>Other</figcaption></figure>
    <figure><img src="/i/ferry-dawn-300x200.jpg"><figcaption>At dawn <span class="credit">Ann Lee</span></figcaption></figure>`
  expect(read(html)).toEqual({
    url: 'https://harbour.example/i/ferry-dawn-1200x800.jpg',
    caption: 'At dawn',
    credit: 'Ann Lee',
  })
})

test('readPhoto() takes no logo and no data address', () => {
  expect(read('<figure><img src="/logo.png"></figure><figure><img src="data:image/png;base64,AA"></figure>')).toBeNull()
})

test('readPhoto() finds caption and credit beside a picture that stands in no figure', () => {
  const html = `<meta property="og:image" content="/i/lighthouse-night-1200x800.jpg"><article><div class="lead-image">
    <div class="img-box"><img src="/i/lighthouse-night-600x400.jpg"></div>
    <p class="img-info">The lighthouse of Saltmere at night. <span class="img-credit">Bo Grün</span></p></div><p>Text.</p></article>`
  expect(read(html)).toMatchObject({ caption: 'The lighthouse of Saltmere at night.', credit: 'Bo Grün' })
})

test('readPhoto() takes no words of the article for a caption', () => {
  const html = `<meta property="og:image" content="/i/lighthouse-night.jpg"><article class="image-story">
    <img src="/i/lighthouse-night.jpg"><p>The lighthouse keeper went home early on Monday.</p></article>`
  expect(read(html)).toMatchObject({ caption: null, credit: null })
})

test('readPhoto() gives the photo the article opens with, not the one made for sharing', () => {
  const html = `<meta property="og:image" content="/i/card-with-logo.jpg"><h1>The ferry stays</h1>
    <figure><img src="/i/ferry-dawn.jpg"><figcaption><p>The ferry at dawn.</p><p class="credit">(Foto: Bo Grün)</p></figcaption></figure>
    <p>Text.</p>`
  expect(read(html)).toEqual({
    url: 'https://harbour.example/i/ferry-dawn.jpg',
    caption: 'The ferry at dawn.',
    credit: 'Bo Grün',
  })
})

test('readPhoto() finds a caption beside the figure, in a button and in a box of classes without meaning', () => {
  const beside = `<meta property="og:image" content="/i/ferry-dawn.jpg"><button><div><div><figure><img src="/i/ferry-dawn.jpg"><span>View 3 Images</span></figure></div>
    <figcaption><span class="x1">The ferry at dawn</span><cite>(Image: Ann Lee)</cite></figcaption></div></button>`
  expect(read(beside)).toMatchObject({ caption: 'The ferry at dawn', credit: 'Ann Lee' })
  const plain = `<meta property="og:image" content="/i/ferry-dawn.jpg"><figure><img src="/i/ferry-dawn.jpg"><figcaption class="a"><span class="b">The ferry at dawn.</span><span class="c">Getty Images</span></figcaption></figure>`
  expect(read(plain)).toMatchObject({ caption: 'The ferry at dawn.', credit: 'Getty Images' })
})

test('readPhoto() keeps caption and credit apart where both class names say caption', () => {
  const html = `<meta property="og:image" content="/i/ferry-dawn.jpg"><figure><img src="/i/ferry-dawn.jpg"><figcaption class="fig__caption">
    <p class="fig__caption__text">The ferry at dawn</p><div class="fig__caption__meta"><span class="fig__caption__meta__credits">Foto: Ann Lee</span></div></figcaption></figure>`
  expect(read(html)).toMatchObject({ caption: 'The ferry at dawn', credit: 'Ann Lee' })
})

test('readPhoto() takes a credit that only alt or the image’s data say', () => {
  const og = '<meta property="og:image" content="/i/ferry-dawn.jpg">'
  expect(read(`${og}<img src="/i/ferry-dawn.jpg" alt="The ferry at dawn (Photo: Ann Lee)">`)).toMatchObject({
    credit: 'Ann Lee',
  })
  expect(read(`${og}<img src="/i/ferry-dawn.jpg" data-caption="The ferry" data-source="Ann Lee">`)).toMatchObject({
    caption: 'The ferry',
    credit: 'Ann Lee',
  })
  expect(read(`${og}<img src="/i/ferry-dawn.jpg" alt="The ferry at dawn">`)).toMatchObject({
    caption: null,
    credit: null,
  })
})

test('readPhoto() takes no portrait of the author and no card of another article for the lead', () => {
  const html = `<h1>The ferry stays</h1><div class="author"><figure><img src="/i/ann-lee-portrait.jpg"><figcaption>Ann Lee writes about the coast and ferries</figcaption></figure></div>
    <a href="/b"><figure><img src="/i/other-story.jpg"><figcaption>Another story about the coast. Photo: Bo</figcaption></figure></a><p>Text.</p>`
  expect(read(html)).toBeNull()
})

test('readPhoto() knows crops, sizes and wrapped addresses of one picture as one', () => {
  const service =
    'https://img.example/2147483647/resize/900x600/?url=https%3A%2F%2Fassets.example%2F0d08a1f6b8eb47f985dd5b4f0aa48fac'
  const html = `<meta property="og:image" content="${service}"><figure><img src="${service.replace('900x600', '300x200')}"><figcaption>The ferry at dawn</figcaption></figure>
    <figure><img src="https://img.example/2147483647/resize/300x200/?url=https%3A%2F%2Fassets.example%2F9fc69662d5be0339819b8a4520751111"><figcaption>Other words. Photo: Bo</figcaption></figure>`
  expect(read(html)).toMatchObject({ caption: 'The ferry at dawn', credit: null })
})

test('readPhoto() takes the widest address of a set, commas inside it kept', () => {
  const html = `<figure><img srcset="/c,w_320/ferry-dawn.jpg 320w, /c,w_1280/ferry-dawn.jpg 1280w" src="data:image/gif;base64,R0"><figcaption>The ferry at dawn over the old harbour</figcaption></figure>`
  expect(read(html)?.url).toBe('https://harbour.example/c,w_1280/ferry-dawn.jpg')
})

test('readPhoto() does not repeat the headline or the credit as a caption', () => {
  const html = `<meta property="og:title" content="The old ferry stays"><meta property="og:image" content="/i/ferry-dawn.jpg"><h1>The old ferry stays</h1>
    <figure><img src="/i/ferry-dawn.jpg"><figcaption>The old ferry stays</figcaption></figure>`
  expect(read(html)).toMatchObject({ caption: null })
})

test('readPhoto() takes the credit from a caption of its own and from a name beside the caption', () => {
  const figure = (words: string): string =>
    `<meta property="og:image" content="/i/ferry-dawn.jpg"><figure><img src="/i/ferry-dawn.jpg">${words}</figure>`
  const said = { caption: 'The ferry at dawn.', credit: 'Ann Lee' }
  const two = '<figcaption>The ferry at dawn.</figcaption><figcaption class="credit">Ann Lee</figcaption>'
  expect(read(figure(two))).toMatchObject(said)
  expect(read(figure('<span>Ann Lee</span><figcaption>The ferry at dawn.</figcaption>'))).toMatchObject(said)
})

test('readPhoto() takes a picture that has only a credit where the page names none', () => {
  const html = '<h1>The ferry stays</h1><figure><img src="/i/a.jpg"><figcaption>Ann Lee / Reuters</figcaption></figure>'
  expect(read(html)).toEqual({ url: 'https://harbour.example/i/a.jpg', caption: null, credit: 'Ann Lee / Reuters' })
})

const paragraph =
  '<p>The keeper of the lighthouse at Saltmere went home early on Monday, as the lamp had been mended by noon and nobody expected a ship before the morning of the next day. The board thanked him in writing and sent a basket of pears to his sister.</p>'

test('readPhoto() takes the first picture in the text where the page names none, and no logo or portrait there', () => {
  const body = `<div>${paragraph.repeat(3)}</div>`
  const page = (images: string): string =>
    `<header><img src="/i/banner-top.jpg"></header>${body.replace('<p>', `${images}<p>`)}`
  expect(read(page('<img src="/i/lamp.jpg">'))?.url).toBe('https://harbour.example/i/lamp.jpg')
  expect(read(page('<img src="/i/logo-small.jpg"><div class="author-box"><img src="/i/keeper.jpg"></div>'))).toBeNull()
})

test('readPhoto() reads a caption that only says so itself: 图为…, and what is signed as photographed', () => {
  const text = `<p>${'港务委员会周一决定，旧灯塔的灯当天中午修好，看守人提前回家，次日清晨之前没有船只要来。'.repeat(8)}</p>`
  const page = `<div><p><img src="/i/deng-ta.jpg"></p><p>图为灯塔内景。李安摄</p>${text}</div>`
  expect(read(page)).toMatchObject({ caption: '图为灯塔内景。', credit: '李安摄' })
})

test('readPhoto() tells caption and credit apart by their class names, whichever of them is the figcaption', () => {
  const page = `<meta property="og:image" content="/i/lamp.jpg"><div class="image"><img src="/i/lamp.jpg">
    <div class="image__metadata"><div class="image__caption attribution"><span>The lamp of Saltmere.</span></div>
    <figcaption class="image__credit">Ann Lee/Harbour Press</figcaption></div></div>`
  expect(read(page)).toMatchObject({ caption: 'The lamp of Saltmere.', credit: 'Ann Lee/Harbour Press' })
})

test('readPhoto() takes what is beside a marked credit for the caption, in a box for a picture’s words', () => {
  const page = `<meta property="og:image" content="/i/lamp.jpg"><div><img src="/i/lamp.jpg"><div class="image_text">
    <span class="media-name">The lamp on the first evening</span><span class="credit">Ann Lee</span></div></div>`
  expect(read(page)).toMatchObject({ caption: 'The lamp on the first evening', credit: 'Ann Lee' })
})

test('readPhoto() takes no line of a short article for a credit', () => {
  const page = `<meta property="og:image" content="/i/lamp.jpg"><div><div><img src="/i/lamp.jpg"></div>
    <div>${paragraph}<p>More soon.</p><p class="source">Source: SHA</p></div></div>`
  expect(read(page)).toMatchObject({ caption: null, credit: null })
})

test('readPhoto() reads a caption that is kept from screen readers', () => {
  const page = `<meta property="og:image" content="/i/lamp.jpg"><figure><img src="/i/lamp.jpg">
    <figcaption aria-hidden="true">The lamp on the first evening. <span class="credit">ANN LEE</span></figcaption></figure>`
  expect(read(page)).toMatchObject({ caption: 'The lamp on the first evening.', credit: 'ANN LEE' })
})

test('readPhoto() reads the line below a picture in a cell of its own, and in the paragraph of the picture', () => {
  const cell = `<table><tr><td><img src="/i/lamp.jpg"><br><font size=1>The lamp on the first evening. Photo by Ann Lee</font></td></tr></table>`
  expect(read(`<meta property="og:image" content="/i/lamp.jpg">${cell}${paragraph}`)).toMatchObject({
    caption: 'The lamp on the first evening.',
    credit: 'Ann Lee',
  })
  expect(
    read('<meta property="og:image" content="/i/lamp.jpg"><p><img src="/i/lamp.jpg"><br>灯塔外景 李安摄<br></p>'),
  ).toMatchObject({ caption: '灯塔外景', credit: '李安摄' })
})

test('readPhoto() gives the picture that stands above the text with caption and credit, not a card made for sharing', () => {
  const page = `<meta property="og:image" content="/i/sharing/1890.jpg"><div class="media"><img src="/i/lamp-lit.jpg">
    <div class="media__copyright">Salt News / Ann Lee</div><div class="media__description">The lamp on the first evening</div></div>${paragraph}`
  expect(read(page)).toEqual({
    url: 'https://harbour.example/i/lamp-lit.jpg',
    caption: 'The lamp on the first evening',
    credit: 'Salt News / Ann Lee',
  })
})

test('readPhoto() reads the caption in a definition list', () => {
  const page = `<meta property="og:image" content="/i/lamp.jpg"><dl class="media_pic"><dt><img src="/i/lamp.jpg"></dt>
    <dd>The lamp on the first evening. Photo: Ann Lee</dd></dl>${paragraph}`
  expect(read(page)).toMatchObject({ caption: 'The lamp on the first evening.', credit: 'Ann Lee' })
})
