import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseFeed } from '../src/collect/parse-feed.ts'
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
