import type { Behaviour } from './requests.ts'
import { must, site } from './verdicts.ts'
import { feedText, say, type Answer } from './world.ts'

/** A server that cannot read conditions: it blames the request that has one. */
const blames =
  (status: number): Answer =>
  (response, request, number) =>
    (request.headers['if-none-match'] === undefined ? say({ etag: '"1"' }) : say({}, '', status))(
      response,
      request,
      number,
    )
const page = say({ 'content-type': 'text/html' }, '<p>Tide tables</p>')

/** What a server may rely on over several requests. */
export const patience: Behaviour[] = [
  ...[400, 412].map((status) =>
    must(`after ${status} to a request with marks the next one has none`, blames(status), async (world) => {
      const { outcome, state } = await world.visit({ state: { etag: '"1"', hash: 'x', failures: 0 } })
      return outcome === 'failed' && (await world.visit({ state })).outcome === 'new'
    }),
  ),
  must(
    'other bytes under the same ETag are new',
    (response, request, number) =>
      say({ etag: '"1"' }, feedText.replace('One', `No ${number}`))(response, request, number),
    async (world) => {
      const { state } = await world.visit()
      return (await world.visit({ state })).outcome === 'new'
    },
  ),
  must(
    'what a feed says against machines holds after a 304 that says nothing',
    (response, request, number) =>
      (number === 0 ? say({ etag: '"1"', 'x-robots-tag': 'noai' }) : say({}, '', 304))(response, request, number),
    async (world) => {
      const { state } = await world.visit()
      return (await world.visit({ state })).state.optOut?.[0] === 'X-Robots-Tag: noai'
    },
  ),
  must(
    'what a feed said against machines ends with a whole answer that does not',
    (response, request, number) =>
      say(number === 0 ? { 'tdm-reservation': '1' } : {}, feedText + ' '.repeat(number))(response, request, number),
    async (world) => {
      const { state } = await world.visit()
      return state.optOut !== undefined && (await world.visit({ state })).state.optOut === undefined
    },
  ),
  {
    ...must(
      'Crawl-delay is kept between two pages',
      site({ '/robots.txt': say({}, 'User-agent: *\nCrawl-delay: 0.3'), '/a': page, '/b': page }),
      async (world) => {
        for (const path of ['/a', '/b']) await world.get(world.url + path, { kind: 'page' })
        const [a, b] = ['/a', '/b'].map((path) => world.asked.find((one) => one.path === path)?.at ?? 0)
        return (b ?? 0) - (a ?? 0) >= 300
      },
    ),
    options: { perHostDelayMs: 0, timeoutMs: 3000 },
  },
  must(
    'pages, feeds, robots.txt and the TDM file are asked for under one name',
    site({ '/page': page, '/feed': say() }),
    async (world) => {
      await world.get(`${world.url}/page`, { kind: 'page' })
      await world.visit()
      return world.asked.length === 4 && new Set(world.asked.map(({ headers }) => headers['user-agent'])).size === 1
    },
  ),
  must('a robots.txt that is a page forbids nothing', site({ '/robots.txt': page, '/page': page }), async (world) => {
    return (await world.get(`${world.url}/page`, { kind: 'page' })).status === 200
  }),
  must(
    'a robots.txt whose gzip is damaged forbids every page for the time being',
    site({
      '/robots.txt': say({ 'content-encoding': 'gzip' }, Buffer.from('1f8b0800000000000003ffffff', 'hex')),
      '/page': page,
    }),
    async (world) => {
      const failed: unknown = await world.get(`${world.url}/page`, { kind: 'page' }).catch((error: unknown) => error)
      return String(failed).includes('robots.txt cannot be read') && world.asked.length === 1
    },
  ),
  ...[404, 403, 410].map((status) =>
    must(
      `a robots.txt of ${status} with a damaged body forbids nothing`,
      site({
        '/robots.txt': say({ 'content-encoding': 'gzip' }, Buffer.from('1f8b0800ff', 'hex'), status),
        '/page': page,
      }),
      async (world) => (await world.get(`${world.url}/page`, { kind: 'page' })).status === 200,
    ),
  ),
]
