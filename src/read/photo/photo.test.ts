import { expect, test } from 'vitest'
import { readMetadata } from '../metadata/metadata.ts'
import { parsePage } from '../tree.ts'
import { readPhoto, splitCredit } from './photo.ts'

const url = 'https://harbour.example/a'
const read = (html: string) => {
  const document = parsePage(html)
  return readPhoto(document, { url, metadata: readMetadata(document, { url, item: null }) })
}

test('splitCredit() takes caption and credit apart in several languages', () => {
  expect(splitCredit('The ferry at dawn. Photo: Ann Lee/Harbour Pictures')).toEqual({
    caption: 'The ferry at dawn.',
    credit: 'Ann Lee/Harbour Pictures',
  })
  expect(splitCredit('Die Fähre. (Foto: Bo Grün)')).toEqual({ caption: 'Die Fähre.', credit: 'Bo Grün' })
  expect(splitCredit('清晨的渡轮。图/李安')).toEqual({ caption: '清晨的渡轮。', credit: '李安' })
  expect(splitCredit('© Harbour Pictures')).toEqual({ caption: null, credit: 'Harbour Pictures' })
})

test('splitCredit() leaves a caption without credit whole', () => {
  expect(splitCredit('The ferry (left) at dawn')).toEqual({ caption: 'The ferry (left) at dawn', credit: null })
})

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

test('splitCredit() takes an agency at the end of a Korean caption for its credit', () => {
  expect(splitCredit('등대지기가 12일 항구에서 인사하고 있다. 연합뉴스')).toEqual({
    caption: '등대지기가 12일 항구에서 인사하고 있다.',
    credit: '연합뉴스',
  })
})
