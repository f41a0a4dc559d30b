import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { starterList } from '../collect/starter.ts'
import type { Get } from '../net/get.ts'
import { parseConfig } from '../config.ts'
import { addSource, type AddWish } from './add-source.ts'
import { addToFile } from './source-file.ts'

const feed = `<rss><channel><title>The Gull</title><language>en-gb</language>${[
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
]
  .map((title, at) => `<item><title>${title}</title><link>/${at}</link><pubDate>2024-03-0${at + 1}</pubDate></item>`)
  .join('')}</channel></rss>`
const pages: Record<string, [string, string]> = {
  'https://gull.example/': ['text/html', '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'],
  'https://gull.example/feed.xml': ['application/rss+xml', feed],
  'https://bare.example/': ['text/html', '<p>Hi</p>'],
}
/** A second real `Get`: the pages above, 404 for anything else. */
const get: Get = (url) => {
  const [type, text] = pages[url] ?? ['text/plain', '']
  const bytes = Buffer.from(text)
  const status = pages[url] === undefined ? 404 : 200
  const fetchedAt = '2026-11-23T08:00:00Z'
  return Promise.resolve({
    url,
    status,
    headers: { 'content-type': type },
    bytes,
    text,
    charset: 'utf-8',
    redirects: [],
    fetchedAt,
  })
}
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function add(address: string, wish: Partial<AddWish> = {}, answers: string[] | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-add-'))
  folders.push(folder)
  const config = join(folder, 'waikan.yaml')
  const said: string[] = []
  await addSource(
    address,
    { config, ...wish },
    {
      get,
      now: () => '2026-11-23T08:00:00Z',
      print: (line) => said.push(line),
      ask: answers === null ? null : () => Promise.resolve(answers.shift() ?? ''),
    },
  )
  return { said: said.join('\n'), file: readFileSync(config, 'utf8') }
}

test('addSource() finds the feed of a page, names it by its title and shows the latest five items', async () => {
  const { said, file } = await add('gull.example/')
  expect(said).toContain('The Gull  https://gull.example/feed.xml  6 items')
  expect(said).toContain('2024-03-06  Six\n  2024-03-05  Five')
  expect(said).not.toContain('One')
  expect(said).toContain('Reading the newest: the page cannot be had')
  expect(file).toContain('name: The Gull')
  expect(file).toContain('rights: excerpt')
  expect(file).toContain('language: en-gb')
})

test('addSource() asks for the rights on a terminal until it understands', async () => {
  expect((await add('https://gull.example/feed.xml', {}, ['all', 'private'])).file).toContain('rights: private')
})

test('addSource() says where it looked when there is no feed', async () => {
  await expect(add('https://bare.example/')).rejects.toThrow('Cannot find a feed at "https://bare.example/"')
})

test('addSource() keeps a password in the file and shows it nowhere', async () => {
  const { said, file } = await add('https://ann:secret@other.example/feed', { unchecked: true, rights: 'title' })
  expect(said).not.toContain('secret')
  expect(file).toContain('https://ann:secret@other.example/feed')
})

test('addSource() keeps the hosts that it was allowed to ask, beside those that the file has', async () => {
  const { said, file } = await add('https://gull.example/feed.xml', { allow: ['gull.example'] })
  expect(parseConfig(file, 'waikan.yaml').net.allow).toEqual(['gull.example'])
  expect(said).toContain('has gull.example now')
  const folder = folders.at(-1) ?? ''
  const config = join(folder, 'waikan.yaml')
  writeFileSync(config, '# ours\nnet: { delayMs: 5, allow: [a.lan] } # at home\nsources: []\n')
  const wanted = { name: 'B', feed: 'http://b.lan/rss', rights: 'title' as const }
  expect(addToFile(config, [wanted], ['b.lan', 'a.lan'])).toEqual({ added: 1, allowed: ['b.lan'] })
  const kept = readFileSync(config, 'utf8')
  expect(parseConfig(kept, config).net).toMatchObject({ delayMs: 5, allow: ['a.lan', 'b.lan'] })
  expect(kept).toContain('# ours')
  expect(kept).toContain('# at home')
})

test('the starter list has thirty outlets in at least eight languages, each once', () => {
  const { outlets } = starterList
  expect([
    outlets.length,
    new Set(outlets.map(({ feed }) => feed)).size,
    new Set(outlets.map(({ id }) => id)).size,
  ]).toEqual([30, 30, 30])
  expect(new Set(outlets.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8)
  expect(outlets.filter(({ feed, country }) => !feed.startsWith('https://') || !/^[A-Z]{2}$/u.test(country))).toEqual(
    [],
  )
})
