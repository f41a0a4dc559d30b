import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { starterList } from '../collect/starter.ts'
import type { Get } from '../net/get.ts'
import { parseConfig } from '../config.ts'
import { FetchError } from '../errors.ts'
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
const pages: Record<string, [string, string, number?]> = {
  'https://gull.example/': ['text/html', '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'],
  'https://gull.example/feed.xml': ['application/rss+xml', feed],
  'https://bare.example/': ['text/html', '<p>Hi</p>'],
  'https://gull.example/old.xml': ['text/html', '<p>No such page</p>', 404],
  'https://bare.example/old.xml': ['text/html', '<p>No such page</p>', 404],
  'https://bare.example/closed': ['text/html', '<p>No</p>', 403],
  'https://bare.example/over': ['text/html', '<p>It was</p>', 410],
  'https://moved.example/rss': ['application/rss+xml', feed],
  'https://lent.example/rss': ['application/rss+xml', feed],
  'https://tarpit.example/': ['text/html', '<p>Hi</p>'],
  'https://tired.example/rss': ['text/html', '<p>Later</p>', 503],
  'https://broken.example/': ['text/html', '<link rel="alternate" type="application/rss+xml" href="/news.xml">'],
  'https://broken.example/news.xml': ['text/html', '<p>Oh</p>', 500],
  'https://shut.example/feed.xml': ['application/rss+xml', feed],
  'https://shy.example/feed.xml': ['application/rss+xml', feed],
  'https://loud.example/feed.xml': ['application/rss+xml', feed],
  'https://slow.example/': ['text/html', '<link rel="alternate" type="application/rss+xml" href="/slow.xml">'],
}
/** Where an address redirects to, and how. */
const redirected: Record<string, { status: number; to: string }> = {
  'https://moved.example/rss': { status: 301, to: 'https://moved.example/feed.xml' },
  'https://lent.example/rss': { status: 302, to: 'https://gull.example/feed.xml' },
}
const asked: string[] = []
/** What the outlet of an address says against machines. */
const against: Record<string, string[]> = {
  'https://shut.example/5': ['robots.txt: forbids this page'],
  'https://shut.example/4': ['robots.txt: forbids this page'],
  'https://shy.example/5': ['meta robots: noai'],
  'https://loud.example/feed.xml': ['X-Robots-Tag: noai'],
}
/** A second real `Get`: the pages above, 404 for anything else. */
const get: Get = (url) => {
  asked.push(url)
  if (url.endsWith('/slow.xml') || url === 'https://tarpit.example/rss')
    return Promise.reject(
      new FetchError(`Cannot fetch "${url}": no complete answer within 30 seconds`, { url, retryable: true }),
    )
  const [type, text, status = 200] = pages[url] ?? ['text/plain', '', 404]
  const bytes = Buffer.from(text)
  const fetchedAt = '2026-11-23T08:00:00Z'
  const hop = redirected[url]
  return Promise.resolve({
    url: hop?.to ?? url,
    status,
    headers: { 'content-type': type },
    bytes,
    text,
    charset: 'utf-8',
    redirects: hop === undefined ? [] : [hop],
    fetchedAt,
    ...(against[url] && { optOut: against[url] }),
  })
}
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

type Given = Partial<AddWish> & { before?: string }

async function add(address: string, { before, ...wish }: Given = {}, answers: string[] | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-add-'))
  folders.push(folder)
  const config = join(folder, 'waikan.yaml')
  if (before !== undefined) writeFileSync(config, before)
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

test('addSource() says what the address answered when that is no page and the site has no feed, and what to do', async () => {
  await expect(add('https://bare.example/old.xml')).rejects.toThrow(
    'Cannot find a feed at "https://bare.example/old.xml": server answered 404, expected 200, and none of the usual paths (/feed, /rss, /feed.xml …) answers with a feed; look at the address in a browser, or give the front page of the outlet',
  )
  await expect(add('https://bare.example/closed')).rejects.toThrow(
    'server answered 403, expected 200, and none of the usual paths (/feed, /rss, /feed.xml …) answers with a feed; it lets in only whom it knows: give the address of its feed, with user name and password where you have them (https://NAME:PASSWORD@…)',
  )
})

test('addSource() asks nothing more of a site whose address is gone, and says so', async () => {
  asked.length = 0
  await expect(add('https://bare.example/over')).rejects.toThrow(
    'Cannot find a feed at "https://bare.example/over": server answered 410, it is gone for good, and nothing else was asked; give the front page of the outlet, or the address that its feed has now',
  )
  expect(asked).toEqual(['https://bare.example/over'])
})

test('addSource() writes the typed address where a redirect leads elsewhere for now, and tells where one for good led', async () => {
  const lent = await add('https://lent.example/rss')
  expect(lent.file).toContain('feed: https://lent.example/rss\n')
  expect(lent.said).not.toContain('moved')
  const moved = await add('https://moved.example/rss')
  expect(moved.file).toContain('feed: https://moved.example/feed.xml\n')
  expect(moved.said).toContain(
    'https://moved.example/rss moved for good to https://moved.example/feed.xml: that address is followed',
  )
})

const gull = `sources:
  - { name: Gull, homepage: https://gull.example/about, feed: https://gull.example/feed.xml, rights: full }
`

test.each(['gull.example/feed.xml', 'http://gull.example/feed.xml', 'https://ann:secret@gull.example/about'])(
  'addSource() asks nobody for a feed or home page that is followed, and tells its rights: %s',
  async (address) => {
    asked.length = 0
    const { said, file } = await add(address, { before: gull, rights: 'title' })
    expect(said).toMatch(
      /^"Gull" is followed already, with rights "full": https:\/\/gull\.example\/feed\.xml; what is to be otherwise is changed in .*waikan\.yaml$/u,
    )
    expect([asked, file]).toEqual([[], gull])
  },
)

test.each([
  ['a page', 'https://gull.example/', 2],
  ['a redirect for now', 'https://lent.example/rss', 1],
])('addSource() reads no article of a feed that is followed and that %s leads to', async (_who, address, requests) => {
  asked.length = 0
  const { said, file } = await add(address, { before: gull })
  expect(said).toContain('"Gull" is followed already, with rights "full"')
  expect(said).not.toContain('Rights:')
  expect([asked.length, file]).toEqual([requests, gull])
})

test('addSource() tells the name that it wrote, where the wished one is another source of the file', async () => {
  const { said, file } = await add('https://other.example/rss', { before: gull, name: 'gull', unchecked: true })
  expect(file).toContain('name: gull 2\n')
  expect(said).toContain('"gull 2" added to ')
  expect(said).toContain('(the name "gull" was taken)')
})

test('addSource() opens net.allow for a feed that is followed too', async () => {
  const { said, file } = await add('gull.example/feed.xml', { before: gull, allow: ['gull.example'] })
  expect(parseConfig(file, 'waikan.yaml').net.allow).toEqual(['gull.example'])
  expect(said).toContain('has gull.example now')
})

test('addSource() leaves a server alone that is in trouble', async () => {
  asked.length = 0
  await expect(add('https://tired.example/rss')).rejects.toThrow(
    'Cannot find a feed at "https://tired.example/rss": server answered 503, expected 200; try again later, or follow it all the same by --unchecked with the address of the feed',
  )
  expect(asked).toEqual(['https://tired.example/rss'])
})

test('addSource() tells that what it found is not at the address that was given', async () => {
  const { said, file } = await add('https://gull.example/old.xml')
  expect(said).toContain(
    'https://gull.example/old.xml: server answered 404; a feed of the same site was looked for and found',
  )
  expect(file).toContain('feed: https://gull.example/feed.xml')
})

test('addSource() tells which feed a page names that cannot be had, and why', async () => {
  await expect(add('https://broken.example/')).rejects.toThrow(
    'Cannot find a feed at "https://broken.example/": it names https://broken.example/news.xml (server answered 500)',
  )
  await expect(add('https://slow.example/')).rejects.toThrow(
    'it names https://slow.example/slow.xml (no complete answer within 30 seconds)',
  )
})

test('addSource() ends its search where a server gives no answer to a guess, and says where', async () => {
  asked.length = 0
  await expect(add('https://tarpit.example/')).rejects.toThrow(
    'it is none, names none in its links, and the search in the usual paths ended at https://tarpit.example/rss (no complete answer within 30 seconds), expected the address of a feed',
  )
  expect(asked).toEqual(['https://tarpit.example/', 'https://tarpit.example/feed', 'https://tarpit.example/rss'])
})

test('addSource() tells what stands against reading an outlet by machine', async () => {
  expect((await add('https://shut.example/feed.xml')).said).toContain(
    'robots.txt keeps 2 of the latest 5 pages from us: the text of the feed is all there is, and no model reads it',
  )
  expect((await add('https://shy.example/feed.xml')).said).toContain(
    'It says no to machines (meta robots: noai): no model reads the articles with which it does',
  )
  expect((await add('https://loud.example/feed.xml')).said).toContain('no to machines (X-Robots-Tag: noai)')
  expect((await add('https://gull.example/feed.xml')).said).not.toContain('machines')
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
  expect(addToFile(config, [wanted], ['b.lan', 'a.lan'])).toEqual({ added: 1, names: ['B'], allowed: ['b.lan'] })
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
