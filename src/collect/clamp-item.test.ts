import { expect, test } from 'vitest'
import { parseFeed } from './parse-feed.ts'

const item = (fields: string) =>
  parseFeed({ url: 'https://a.example/feed', text: `<rss><channel><item>${fields}</item></channel></rss>` }).items[0]

test('parseFeed() keeps no field that would fill a disk', () => {
  const found = item(`<title>${'t'.repeat(1_000_000)}</title><link>https://a.example/${'l'.repeat(9000)}</link>`)
  expect(found?.title).toHaveLength(4001)
  expect(found?.url).toBeNull()
})

test('parseFeed() names a guid too long to be a key by its hash, the same each time', () => {
  const found = item(`<title>One</title><guid isPermaLink="false">${'g'.repeat(5000)}</guid>`)
  expect(found?.key).toMatch(/^sha256:[\da-f]{64}$/u)
  expect(item(`<title>Two</title><guid isPermaLink="false">${'g'.repeat(5000)}</guid>`)?.key).toBe(found?.key)
})
