import { afterEach, expect, test } from 'vitest'
import type { Page } from '../types.ts'
import { createExtractor, type Extractor } from './extract-in-worker.ts'

const said =
  '<p>The parish hall gets a new stove before Christmas, the churchwarden told a full meeting on Thursday.</p>'
const pageOf = (html: string): Page => {
  const at = '2026-11-23T00:00:00Z'
  return { url: 'https://parish.example/a', html, contentType: null, charset: 'utf-8', hash: '', fetchedAt: at }
}
const small = pageOf(`<h1>New stove</h1>${said.repeat(4)}`)
const open: Extractor[] = []
const extractor = (limits: Parameters<typeof createExtractor>[0] = {}): Extractor => {
  const made = createExtractor(limits)
  open.push(made)
  return made
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

test('extract() gives what extractArticle gives', async () => {
  expect((await extractor().extract(small, null)).passages).toHaveLength(4)
}, 60_000)

test('extract() says of a page that is no article what it is instead, and goes on', async () => {
  const { extract } = extractor()
  const wall = pageOf('<title>Just a moment...</title><h1>Checking your browser</h1><p>Verify you are human.</p>')
  await expect(extract(wall, null)).rejects.toMatchObject({ completeness: { verdict: 'wall' } })
  expect((await extract(small, null)).headline).toBe('New stove')
}, 60_000)

test('extract() ends what takes too long with an error of that page', async () => {
  const large = pageOf(`<h1>New stove</h1>${said.repeat(40_000)}`)
  await expect(extractor({ timeoutMs: 1 }).extract(large, null)).rejects.toMatchObject({
    name: 'DocumentError',
    message: 'Cannot read page "https://parish.example/a": it takes longer than 0.001 seconds of a processor to read',
  })
}, 60_000)

test('extract() ends what needs too much memory and goes on', async () => {
  const { extract } = extractor({ memoryMb: 48 })
  await expect(extract(pageOf(`<h1>New stove</h1>${said.repeat(90_000)}`), null)).rejects.toThrow('more than 48 MB')
  expect((await extract(small, null)).passages).toHaveLength(4)
}, 60_000)
