import { expect, test } from 'vitest'
import { writeAtom } from './write-atom.ts'
import { writeJsonFeed } from './write-json-feed.ts'
import { writeRss } from './write-rss.ts'

const feed = {
  title: 'Press',
  description: 'A press',
  language: 'en',
  page: 'https://press.example/',
  self: 'https://press.example/feed.xml',
  next: null,
  updatedAt: '2026-11-23T00:00:00Z',
  items: [
    {
      id: 'urn:waikan:a',
      title: 'Undated',
      url: 'https://press.example/a/a/undated/',
      original: 'https://paper.example/a',
      source: 'Paper',
      authors: [],
      publishedAt: null,
      updatedAt: '2026-11-23T00:00:00Z',
      summary: null,
      language: 'en',
    },
  ],
}

test.each([
  ['writeRss()', writeRss, 'pubDate'],
  ['writeAtom()', writeAtom, '<published>'],
  ['writeJsonFeed()', writeJsonFeed, 'date_published'],
] as const)('%s gives an undated article no date of publication', (_, write, field) => {
  expect(write(feed)).toContain('Undated')
  expect(write(feed)).not.toContain(field)
})
