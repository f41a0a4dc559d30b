import { afterEach, expect, test } from 'vitest'
import { createFeedParser, type FeedParser } from './parse-in-worker.ts'

const url = 'https://outlet.example/feed.xml'
const small = '<rss><channel><item><title>A</title></item></channel></rss>'
const open: FeedParser[] = []
const parser = (limits: Parameters<typeof createFeedParser>[0] = {}): FeedParser => {
  const made = createFeedParser(limits)
  open.push(made)
  return made
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

test('parse() gives what parseFeed gives', async () => {
  const parsed = await parser().parse({ url, text: small })
  expect(parsed.items.map(({ title }) => title)).toEqual(['A'])
})

test('parse() refuses what is no feed and goes on', async () => {
  const { parse } = parser()
  await expect(parse({ url, text: '<html>Hi</html>' })).rejects.toThrow('an HTML page')
  expect((await parse({ url, text: small })).items).toHaveLength(1)
})

test('parse() ends what takes too long and goes on', async () => {
  const { parse } = parser({ timeoutMs: 1 })
  const slow = small.replace('</channel>', `${'<item><title>B</title></item>'.repeat(19_000)}</channel>`)
  await expect(parse({ url, text: slow })).rejects.toThrow('takes longer than 0.001 seconds')
  await expect(parse({ url, text: slow })).rejects.toMatchObject({ name: 'DocumentError' })
})

test('parse() ends what needs too much memory and goes on', async () => {
  const { parse } = parser({ memoryMb: 16 })
  const large = `<rss><channel>${'<item><title>B</title><a b="c"/><d/><e/></item>'.repeat(19_000)}</channel></rss>`
  await expect(parse({ url, text: large })).rejects.toThrow('needs more than 16 MB')
  expect((await parse({ url, text: small })).items).toHaveLength(1)
})
