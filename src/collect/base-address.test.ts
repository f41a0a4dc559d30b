import { expect, test } from 'vitest'
import { baseAddress } from './base-address.ts'

const url = 'https://gull.example/feeds/all?format=rss'

test.each([
  ['/news/feed.en.xml', 'https://gull.example/news/feed.en.xml'],
  ['feed.en.xml', 'https://gull.example/feeds/feed.en.xml'],
  ['https://cdn.gull.example/a/', 'https://cdn.gull.example/a/'],
])('baseAddress() starts from the Content-Location %s', (location, base) => {
  expect(baseAddress(url, { 'content-location': location })).toBe(base)
})

test.each([
  'http://localhost:8080/feed',
  'http://10.0.0.7/feed',
  'http://[fd00::1]/feed',
  'http://backend/feed',
  'http://app.internal/feed',
  'file:///var/www/feed.xml',
  'http://[',
])('baseAddress() takes no notice of %s', (location) => {
  expect(baseAddress(url, { 'content-location': location })).toBe(url)
})

test('baseAddress() is where the document was had when nothing else is named', () => {
  expect(baseAddress(url, {})).toBe(url)
})
