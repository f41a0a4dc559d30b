import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseFeed } from '../src/collect/parse-feed.ts'
import { extractArticle } from '../src/read/read.ts'
import { measureLength } from '../src/text/length.ts'

const folder = new URL('fixtures/seed--page-we-set-out-from/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const headline = 'The Summit Was Meant to Be a Détente. Orland’s Farmers Still Can’t Sell Their Pears.'

function seedItem() {
  const { items } = parseFeed({ url: 'https://rss.northferry-times.example/zh/en', text: read('item.xml') })
  return items[0]
}

test('parseFeed() keeps every letter of the headline we set out from', () => {
  expect(seedItem()?.title).toBe(headline)
})

test('parseFeed() keeps the title as the feed gave it beside the headline', () => {
  expect(seedItem()?.rawTitle).toBe(`「英」 ${headline} - 英文原版`)
})

test('parseFeed() takes edition and language from the marks, not from the Chinese feed', () => {
  expect(seedItem()?.edition).toBe('英文原版')
  expect(seedItem()?.language).toMatch(/^en/u)
})

test('measureLength() counts Han characters and words of a mixed commentary apart', () => {
  const { characters, words } = measureLength(read('commentary.zh.txt'))
  expect(characters).toBe(204)
  expect(words).toBe(5)
})

function seedArticle() {
  const page = {
    url: 'https://cn.northferry-times.example/world/20261112/orland-pears/en/',
    html: read('page.html'),
    contentType: 'text/html; charset=utf-8',
    charset: 'utf-8',
    hash: '00',
    fetchedAt: '2026-11-12T04:00:00Z',
  }
  return extractArticle(page, seedItem() ?? null)
}

const prompts = /Already a subscriber|enable JavaScript|verify access|Want all of|Related Coverage|trouble retrieving/u

test('extractArticle() keeps every letter of the headline we set out from', () => {
  expect(seedArticle().headline).toBe(headline)
})

test('extractArticle() keeps caption and credit apart when the page runs them together', () => {
  expect(seedArticle().photo).toEqual({
    url: 'https://static.northferry-times.example/2026/11/pears.jpg',
    caption: 'Crates of unsold pears at a cold store near Dellwick, in northern Orland, last week.',
    credit: 'Rufus Okonjo for The Northferry Times',
  })
})

test('extractArticle() leaves the prompts of a wall out of the passages', () => {
  const text = seedArticle().passages.map((passage) => passage.text)
  expect(text.filter((passage) => prompts.test(passage))).toEqual([])
  expect(text[0]).toMatch(/^When the leaders of Orland/u)
})

test('extractArticle() keeps what it took out, with step and rule', () => {
  const login = seedArticle().residue.find((residue) => residue.text.includes('Already a subscriber'))
  expect(login?.step).toBeTruthy()
  expect(login?.rule).toBeTruthy()
})

test('extractArticle() calls the text that stops at a wall cut', () => {
  expect(seedArticle().completeness.verdict).toBe('cut')
})
