import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { source } from '../../test/small-press.ts'
import { createPoliteGet } from '../net/polite-get.ts'
import { openStore } from '../store/store.ts'
import { collectAll } from './collect-all.ts'
import { followAll } from './follow.ts'
import { readAll } from './read-all.ts'
import { reviewAll } from './review-all.ts'
import { translateAll } from './translate-all.ts'
import type { Reviewer } from './reviewer.ts'
import type { Road } from './road.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

type Said = { status?: number; headers?: Record<string, string>; text: string }

/** A town's paper of one feed on loopback; what `site` does not name answers 404. */
async function outlet(site: Record<string, Said>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const { status = 200, headers = {}, text } = site[request.url ?? ''] ?? { status: 404, text: 'none' }
    response.writeHead(status, headers).end(text.replaceAll('HOST', `http://${request.headers.host}`))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const folder = mkdtempSync(join(tmpdir(), 'waikan-kept-'))
  const store = openStore(folder)
  open.push(() => {
    server.closeAllConnections()
    server.close()
    store.close()
    rmSync(folder, { recursive: true })
  })
  const { port } = server.address() as { port: number }
  let now = '2026-11-23T10:00:00Z'
  const road: Road = {
    store,
    get: createPoliteGet({
      userAgent: 'Waikan/0.1',
      allow: ['127.0.0.1'],
      perHostDelayMs: 0,
      timeoutMs: 2000,
      now: () => Date.parse(now),
    }),
    now: () => now,
    sources: [source('weir', 'full')],
    feeds: [{ id: 'weir', sourceId: 'weir', url: `http://127.0.0.1:${port}/news.xml` }],
    readerLanguage: 'zh-Hans',
    model: 'scripted',
    report: { step: () => undefined, warn: () => undefined },
    width: 1,
  }
  const sent: string[] = []
  const reviewer: Reviewer = {
    ask: async ({ material }) => {
      sent.push(material)
      return { model: 'scripted', text: '{}', inputTokens: 1, outputTokens: 1, complete: true }
    },
    model: 'scripted',
    checks: { claim: () => [], review: () => new Map() },
    terms: [],
    price: { input: 0, output: 0 },
    budget: { perDay: null, perArticle: null },
    parallel: 1,
    translate: true,
  }
  const read = async (at = now): Promise<void> => {
    now = at
    await collectAll(road, { everyFeed: true })
    await readAll(road)
    await followAll(road)
  }
  /** Everything but the publishing; how many questions a model was asked. */
  const run = async (at = now): Promise<number> => {
    sent.length = 0
    await read(at)
    await reviewAll(road, reviewer)
    await translateAll(road, reviewer)
    return sent.length
  }
  return { run, read, asked, site }
}

const paragraphs = (from: number): string =>
  [0, 1, 2, 3]
    .map((at) => from + at)
    .map(
      (at) =>
        `<p>The weir keeper on reach ${at} closed sluice ${at + 4} before dawn, and the water in the upper basin rose by ${at + 2} ` +
        `hands until the bargemen of the lower town could load their ${at + 20} crates of pears again.</p>`,
    )
    .join('')

const feed = (headers: Record<string, string> = {}, head = ''): Said => ({
  headers: { 'content-type': 'application/rss+xml', ...headers },
  text:
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Weir News</title>' +
    `<language>en</language><link>HOST/</link>${head}<item><title>The weir is closed again</title><guid>weir-1</guid>` +
    `<link>HOST/weir.html</link><content:encoded><![CDATA[${paragraphs(1)}]]></content:encoded></item></channel></rss>`,
})
const page = (text: string, head = ''): Said => ({
  headers: { 'content-type': 'text/html' },
  text:
    `<html lang="en"><head><title>The weir is closed again</title>${head}</head><body><article>` +
    `<h1>The weir is closed again</h1>${text}</article></body></html>`,
})
const noai = '<meta name="robots" content="noai">'
const long = (end = ''): Said =>
  page(`${paragraphs(1)}<nav class="pages"><a href="HOST/weir.html?page=2" rel="next">Next page</a></nav>${end}`)
const login: Said = {
  text:
    '<html><head><title>Log in</title><meta name="robots" content="noindex, noai"></head><body><form><h1>Log in</h1>' +
    '<input type="email"><input type="password"><button>Log in</button></form></body></html>',
}
const reserved: Said = { text: '[{"location":"/","tdm-reservation":1}]' }
const signal: Said = { text: 'User-agent: *\nContent-Signal: search=yes, ai-input=no\nAllow: /' }
const forbidden: Said = { text: 'User-agent: *\nDisallow: /' }

test('a text that nobody keeps from machines is sent to the model, from the page as from the feed', async () => {
  expect(await (await outlet({ '/news.xml': feed(), '/weir.html': page(paragraphs(1)) })).run()).toBeGreaterThan(0)
  expect(await (await outlet({ '/news.xml': feed() })).run()).toBeGreaterThan(0)
  const apart: Said = { text: '[{"location":"/film/*","tdm-reservation":1}]' }
  const other: Said = {
    text: 'User-agent: *\nContent-Signal: search=yes, ai-train=no\nDisallow: /admin\nDisallow: /news.xml',
  }
  const press = await outlet({ '/news.xml': feed(), '/.well-known/tdmrep.json': apart, '/robots.txt': other })
  expect(await press.run()).toBeGreaterThan(0)
})

test.each([
  ['the second page of the article', { '/weir.html?page=2': page(paragraphs(7), noai) }],
  [
    'the header of the second page',
    { '/weir.html?page=2': { ...page(paragraphs(7)), headers: { 'tdm-reservation': '1' } } },
  ],
  [
    'the head of the feed',
    { '/news.xml': feed({}, '<xhtml:meta xmlns:xhtml="http://www.w3.org/1999/xhtml" name="robots" content="noai"/>') },
  ],
  ['a content signal of robots.txt', { '/robots.txt': signal }],
  ['a header of the feed', { '/news.xml': feed({ 'x-robots-tag': 'noindex, noai' }) }],
])('nothing is sent where %s says no, though the page can be had', async (_, said: Record<string, Said>) => {
  const press = await outlet({
    '/news.xml': feed(),
    '/weir.html': long(),
    '/weir.html?page=2': page(paragraphs(7)),
    ...said,
  })
  expect(await press.run()).toBe(0)
  expect(press.asked).toContain('/weir.html?page=2')
})

test.each([
  ['the TDM file of the site', { '/.well-known/tdmrep.json': reserved }],
  [
    'the TDM file, of the feed alone',
    { '/.well-known/tdmrep.json': { text: '[{"location":"/news*","tdm-reservation":1}]' } },
  ],
  ['X-Robots-Tag of the feed', { '/news.xml': feed({ 'x-robots-tag': 'noai' }) }],
  ['tdm-reservation of the feed', { '/news.xml': feed({ 'tdm-reservation': '1' }) }],
  ['robots.txt', { '/robots.txt': forbidden }],
  ['a content signal of robots.txt', { '/robots.txt': signal }],
  ['a robots.txt that cannot be read', { '/robots.txt': { status: 503, text: '' } }],
  [
    'the answer that the page is missing',
    { '/weir.html': { status: 404, headers: { 'x-robots-tag': 'noai' }, text: '' } },
  ],
  ['a page that asks for a login', { '/weir.html': login }],
  [
    'a page that is a film',
    { '/weir.html': { headers: { 'content-type': 'video/mp4', 'tdm-reservation': '1' }, text: 'x' } },
  ],
])("the feed's own text is not sent where %s says no", async (_, said: Record<string, Said>) => {
  expect(await (await outlet({ '/news.xml': feed(), ...said })).run()).toBe(0)
})

test("a feed that says no later keeps from the model what waits for it, and one that takes it back doesn't", async () => {
  const press = await outlet({ '/news.xml': feed(), '/weir.html': page(paragraphs(1)) })
  const { site } = press
  site['/news.xml'] = { ...feed({ 'x-robots-tag': 'noai', etag: '"1"' }) }
  expect(await press.run()).toBe(0)
  site['/news.xml'] = { status: 304, headers: { 'x-robots-tag': 'noai' }, text: '' }
  expect(await press.run('2026-11-24T10:00:00Z')).toBe(0)
  site['/news.xml'] = feed()
  expect(await press.run('2026-11-25T10:00:00Z')).toBeGreaterThan(0)
})

test.each([
  ['a content signal refuses it', { '/robots.txt': signal }],
  ['robots.txt forbids the page', { '/robots.txt': forbidden }],
  ['the page says so', { '/weir.html': page(paragraphs(1), noai) }],
  ['the second page says so', { '/weir.html': long('.'), '/weir.html?page=2': page(paragraphs(7), noai) }],
])(
  'a text that waits for its review is not sent where %s since it was read',
  async (_, later: Record<string, Said>) => {
    const press = await outlet({ '/news.xml': feed(), '/weir.html': long(), '/weir.html?page=2': page(paragraphs(7)) })
    await press.read()
    Object.assign(press.site, later)
    expect(await press.run('2026-11-24T12:00:00Z')).toBe(0)
  },
)
