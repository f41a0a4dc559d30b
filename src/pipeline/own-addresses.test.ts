import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { source } from '../../test/small-press.ts'
import { tempFolder } from '../../test/temp-folder.ts'
import { createPoliteGet } from '../net/polite-get.ts'
import { newestArticles } from '../store/articles.ts'
import { feedState } from '../store/items.ts'
import { openStore } from '../store/store.ts'
import { collectAll } from './collect-all.ts'
import { followAll } from './follow.ts'
import { readAll } from './read-all.ts'
import type { Road } from './road.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

const story = (title: string): string =>
  `<html lang="en"><title>${title}</title><article><h1>${title}</h1>${[3, 5, 7]
    .map((day) => `<p>On day ${day} the clerk of ${title} wrote the ledger of the mill anew, line by line, in ink.</p>`)
    .join('')}</article></html>`

/**
 * Hosts of 127.0.0.0/8, each by itself in the allow list: 127.0.8.1 is a stranger's, 127.0.9.9 and 127.0.9.8 are the editor's.
 * `links` are those of the feed; `moved`: where paths redirect to.
 */
async function press(feedHost: string, links: string[], { moved = {}, homepage = null as string | null } = {}) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const place = `${request.headers.host?.split(':')[0]}${request.url}`
    asked.push(place)
    const to = (moved as Record<string, string>)[place]
    if (to !== undefined) response.writeHead(301, { location: at(to) }).end()
    else if (request.url === '/feed')
      response.end(
        `<rss version="2.0"><channel><title>Mill</title>${links
          .map((link) => `<item><title>The ledger of the mill</title><link>${at(link)}</link></item>`)
          .join('')}</channel></rss>`,
      )
    else if (request.url === '/robots.txt' || request.url?.startsWith('/.well-known/')) response.writeHead(404).end()
    else response.setHeader('content-type', 'text/html').end(story('The ledger of the mill'))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '0.0.0.0', resolve)
  })
  const { port } = server.address() as AddressInfo
  const at = (place: string): string => `http://${place.replace('/', `:${port}/`)}`
  const store = openStore(tempFolder('own-addresses'))
  open.push(() => {
    server.closeAllConnections()
    server.close()
    store.close()
  })
  let now = '2026-11-23T10:00:00Z'
  const road: Road = {
    store,
    get: createPoliteGet({
      userAgent: 'Waikan/0.1',
      allow: [`127.0.8.1:${port}`, '127.0.9.9', '127.0.9.8'],
      perHostDelayMs: 0,
      timeoutMs: 2000,
    }),
    now: () => now,
    sources: [{ ...source('mill'), homepage: homepage && at(homepage) }],
    feeds: [{ id: 'mill', sourceId: 'mill', url: at(`${feedHost}/feed`) }],
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: () => undefined },
    width: 1,
  }
  const round = async (instant = now): Promise<string[]> => {
    now = instant
    await collectAll(road, { everyFeed: true })
    await readAll(road)
    await followAll(road)
    return asked.splice(0)
  }
  return { road, round, texts: () => [...newestArticles(store)].map(({ passages }) => passages.length) }
}

const isInside = (place: string): boolean => place.startsWith('127.0.9.')

test("a stranger's feed leads to no host of the editor's, by link or redirect, now or when it is looked at again", async () => {
  const { round, texts } = await press('127.0.8.1', ['127.0.9.9/admin/reboot?now=1', '127.0.8.1/sly'], {
    moved: { '127.0.8.1/sly': '127.0.9.9/payroll' },
  })
  const asked = [...(await round()), ...(await round('2026-11-24T10:00:00Z')), ...(await round('2026-11-30T10:00:00Z'))]
  expect(asked).toContain('127.0.8.1/sly')
  expect(asked.filter(isInside)).toEqual([])
  expect(texts().every((passages) => passages === 0)).toBe(true)
})

test("a stranger's feed that moves to a host of the editor's is asked there neither today nor ever", async () => {
  const { road, round } = await press('127.0.8.1', [], { moved: { '127.0.8.1/feed': '127.0.9.9/feed' } })
  const days = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-29', '2026-12-05']
  for (const day of days) expect((await round(`${day}T10:00:00Z`)).filter(isInside)).toEqual([])
  expect(feedState(road.store, 'mill').error).toContain('127.0.9.9 is not public')
})

test('an outlet of the own network is read and followed, where its feed stands and no further', async () => {
  const { round, texts } = await press('127.0.9.9', ['127.0.9.9/one', '127.0.9.8/two'])
  expect((await round()).filter((place) => /one|two/u.test(place))).toEqual(['127.0.9.9/one'])
  expect(texts().toSorted()).toEqual([0, 3])
  expect(await round('2026-11-24T10:00:00Z')).toContain('127.0.9.9/one')
})

test('an outlet of the own network with its pages at another host is read where its front page is named', async () => {
  const { round, texts } = await press('127.0.9.9', ['127.0.9.8/two'], { homepage: '127.0.9.8/' })
  expect(await round()).toContain('127.0.9.8/two')
  expect(texts()).toEqual([3])
})
