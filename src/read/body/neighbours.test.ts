import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody } from './read-body.ts'

const own = 'The parish hall gets a new stove before Christmas, the churchwarden told a full meeting on Thursday.'
const other = 'Two bakeries want to open an hour later in the dark months, and the council seems to agree with them.'
const url = 'https://parish.example/live/stove'
const read = (html: string): string[] =>
  readBody(parsePage(`<body>${html}</body>`), { headline: 'New stove', url, isBoilerplate: () => false }).passages.map(
    ({ text }) => text,
  )

test('readBody() leaves out cards of other articles, however short the article is', () => {
  const card = `<article class="post"><h4><a href="/bakers">Bakers sleep in</a></h4><p>${other}</p></article>`
  expect(read(`<main><h1>New stove</h1><p>${own}</p></main><section>${card.repeat(3)}</section>`)).toEqual([own])
})

test('readBody() keeps entries of a live blog whose headings lead to themselves', () => {
  const entry = `<article class="entry"><h2><a href="/live/stove/7">It burns</a></h2><p>${other}</p></article>`
  expect(read(`<h1>New stove</h1><p>${own}</p><div>${entry.repeat(3)}</div>`)).toEqual([other, other, other])
})

test('readBody() ends where endless scrolling adds the next article', () => {
  const next = `<article class="a"><h1>Bakers sleep in</h1><p>${other}</p><p>${other}</p></article>`
  expect(read(`<article class="a"><h1>New stove</h1><p>${own}</p></article>${next}`)).toEqual([own])
})

test('readBody() keeps headings of the first rank inside the article', () => {
  const html = `<article><h1>New stove</h1><p>${own}</p><h1>Who pays</h1><p>${other}</p></article>`
  expect(read(html)).toEqual([own, other])
})

test('readBody() reads the name of a custom element as what it is for', () => {
  const html = `<p>${own}</p><p>${own}</p><amp-ad><p>${other}</p></amp-ad><p>${own}</p>`
  expect(read(`<article><h1>New stove</h1>${html}</article>`)).toEqual([own, own, own])
})

test('readBody() reads the shadow root that a page declares', () => {
  const root = `<template shadowrootmode="open"><h1>New stove</h1><p>${own}</p></template>`
  expect(read(`<news-article>${root}</news-article>`)).toEqual([own])
})

test('readBody() reads Thai, which has neither spaces between words nor full stops', () => {
  const thai = 'ศาลาประจำตำบลจะได้เตาใหม่ก่อนสิ้นปี ผู้ดูแลบอกที่ประชุมเมื่อวันพฤหัสบดีว่าเตาเก่าใช้มาสี่สิบปีแล้ว'
  expect(
    read(`<h1>New stove</h1><div class="body"><p>${thai}</p></div><div class="rail"><p>${other}</p></div>`),
  ).toContain(thai)
})

test('readBody() keeps question and answer of a list of them', () => {
  const list = `<dl><dt>Who pays?</dt><dd>${own}</dd><dt>And then?</dt><dd>${other}</dd></dl>`
  expect(read(`<article><h1>New stove</h1>${list}</article>`)).toEqual(['Who pays?', own, 'And then?', other])
})
