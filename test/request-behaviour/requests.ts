import { gzipSync, brotliCompressSync, deflateRawSync, deflateSync, zstdCompressSync } from 'node:zlib'
import { findFeeds } from '../../src/collect/find-feeds.ts'
import { feedText, say, type Answer, type World } from './world.ts'
import type { PoliteOptions } from '../../src/net/polite-get.ts'

/** One behaviour with its verdict: `run` gives true when Waikan does it. `must`: a server may rely on it. */
export type Behaviour = {
  level: 'must' | 'should'
  what: string
  answer: Answer
  options?: Partial<PoliteOptions>
  run: (world: World) => Promise<boolean>
}

const header = (world: World, name: string, number = 0): unknown => world.asked[number]?.headers[name]
const marks = say({ etag: 'W/"a b"', 'last-modified': 'Mon, 23 Nov 2026 07:00:00 GMT' })
const zipped = (how: string, bytes: Buffer): Behaviour => ({
  level: how === 'gzip' ? 'must' : 'should',
  what: `a body in ${how} is read`,
  answer: say({ 'content-encoding': how.split(' ')[0] ?? '' }, bytes),
  run: async (world) => (await world.visit()).outcome === 'new',
})
const refuses = (what: string, answer: Answer, why: RegExp): Behaviour => ({
  level: 'must',
  what,
  answer,
  run: async (world) => {
    const { outcome, message, state } = await world.visit({ state: { etag: '"old"', failures: 1 } })
    return outcome === 'failed' && why.test(message ?? '') && state.etag === '"old"' && state.failures === 2
  },
})

export const requests: Behaviour[] = [
  {
    level: 'must',
    what: 'asks with GET and a user agent that names the product and the site',
    answer: say(),
    run: async (world) => {
      await world.visit()
      return world.asked[0]?.method === 'GET' && header(world, 'user-agent') === 'Waikan/0.1 (+https://press.example)'
    },
  },
  {
    level: 'should',
    what: 'says which kinds of feed it reads, and that it reads compressed ones',
    answer: say(),
    run: async (world) => {
      await world.visit()
      const kinds = /application\/atom\+xml.*application\/rss\+xml.*application\/feed\+json/u
      return kinds.test(String(header(world, 'accept'))) && /gzip, br/u.test(String(header(world, 'accept-encoding')))
    },
  },
  {
    level: 'must',
    what: 'sends no cookie, not even one it was given, and no referer',
    answer: (response, _request, number) => {
      if (number === 0) response.writeHead(302, { location: '/b', 'set-cookie': 'a=1' }).end()
      else say({ 'set-cookie': 'a=1' })(response, _request, number)
    },
    run: async (world) => {
      await world.visit()
      await world.visit()
      return world.asked.every(({ headers }) => headers.cookie === undefined && headers.referer === undefined)
    },
  },
  {
    level: 'must',
    what: 'sends no fragment and no user name in the request line',
    answer: say(),
    run: async (world) => {
      await world.get(`${world.url.replace('//', '//ann:pw@')}/feed#part`, { kind: 'feed' })
      return world.asked[0]?.path === '/feed'
    },
  },
  {
    level: 'must',
    what: 'the first request is unconditional',
    answer: say(),
    run: async (world) => {
      await world.visit()
      return header(world, 'if-none-match') === undefined && header(world, 'if-modified-since') === undefined
    },
  },
  {
    level: 'must',
    what: 'ETag and Last-Modified are sent back letter for letter, both together',
    answer: marks,
    run: async (world) => {
      const first = await world.visit()
      await world.visit({ state: first.state })
      return (
        header(world, 'if-none-match', 1) === 'W/"a b"' &&
        header(world, 'if-modified-since', 1) === 'Mon, 23 Nov 2026 07:00:00 GMT'
      )
    },
  },
  {
    level: 'must',
    what: 'an ETag without quotation marks and a date in no known form are sent back too',
    answer: say({ etag: 'abc', 'last-modified': 'yesterday' }),
    run: async (world) => {
      await world.visit({ state: (await world.visit()).state })
      return header(world, 'if-none-match', 1) === 'abc' && header(world, 'if-modified-since', 1) === 'yesterday'
    },
  },
  {
    level: 'must',
    what: 'both marks are stored anew with each whole answer; one that is gone is forgotten',
    answer: say({ etag: '"2"' }),
    run: async (world) => {
      const { state } = await world.visit({ state: { etag: '"1"', lastModified: 'x' } })
      return state.etag === '"2"' && state.lastModified === null
    },
  },
  {
    level: 'must',
    what: 'a 304 is no failure, brings no items and keeps the marks',
    answer: say({}, '', 304),
    run: async (world) => {
      const { outcome, state } = await world.visit({ state: { etag: '"1"', lastModified: 'x', failures: 3 } })
      return outcome === 'unchanged' && state.etag === '"1"' && state.lastModified === 'x' && state.failures === 0
    },
  },
  {
    level: 'should',
    what: 'a new ETag on a 304 is stored',
    answer: say({ etag: '"2"' }, '', 304),
    run: async (world) => (await world.visit({ state: { etag: '"1"' } })).state.etag === '"2"',
  },
  {
    level: 'should',
    what: 'the same bytes again are not parsed again',
    answer: say(),
    run: async (world) => {
      const again = await world.visit({ state: (await world.visit()).state })
      return again.outcome === 'unchanged' && again.parsed === null
    },
  },
  {
    level: 'should',
    what: 'the whole document is asked for again after eight days, not before',
    answer: marks,
    run: async (world) => {
      const { state } = await world.visit()
      await world.visit({ state, now: '2026-11-30T08:00:00Z' })
      const whole = await world.visit({ state, now: '2026-12-01T09:00:00Z' })
      return (
        header(world, 'if-none-match', 1) !== undefined &&
        header(world, 'if-none-match', 2) === undefined &&
        whole.state.wholeAt === '2026-12-01T09:00:00Z'
      )
    },
  },
  zipped('gzip', gzipSync(feedText)),
  zipped('br', brotliCompressSync(feedText)),
  zipped('deflate', deflateSync(feedText)),
  zipped('deflate without its header', deflateRawSync(feedText)),
  zipped('zstd', zstdCompressSync(feedText)),
  zipped('gzip that is plain text', Buffer.from(feedText)),
  refuses(
    'a compression bomb ends at the limit',
    say({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(9_000_000))),
    /larger than/u,
  ),
  refuses(
    'broken compression is an error',
    say({ 'content-encoding': 'gzip' }, gzipSync(feedText).subarray(0, 40)),
    /Cannot fetch/u,
  ),
  refuses(
    'an endless body ends at the limit',
    (response) => {
      const more = setInterval(() => response.write(Buffer.alloc(50_000, 97)), 5)
      response.on('close', () => clearInterval(more))
    },
    /larger than|no complete answer/u,
  ),
  refuses(
    'a body that drips ends with the time',
    (response) => {
      const more = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(more))
    },
    /no complete answer within/u,
  ),
  refuses('a server that never answers ends with the time', () => undefined, /no complete answer within/u),
  refuses(
    'headers that drip end with the time',
    (response) => {
      const { socket } = response
      socket?.write('HTTP/1.1 200 OK\r\n')
      const more = setInterval(() => socket?.write('x-a: b\r\n'), 50)
      socket?.on('close', () => clearInterval(more))
    },
    /no complete answer within|HEADERS/iu,
  ),
  refuses(
    'a reset in the middle of the body is an error',
    (response) => {
      response.writeHead(200, { 'content-length': '5000' })
      response.write(feedText, () => response.socket?.destroy())
    },
    /Cannot fetch/u,
  ),
  refuses('headers above 32 kB are an error', say({ 'x-long': 'a'.repeat(40_000) }), /Cannot fetch/u),
  refuses('500 is a failure and keeps the marks', say({}, 'oops', 500), /answered 500/u),
  refuses('404 is a failure and does not end the feed', say({}, '', 404), /answered 404/u),
  refuses('204 and 206 are failures', say({}, '', 204), /answered 204/u),
  refuses(
    'an HTML page is no feed',
    say({ 'content-type': 'text/html' }, '<html><body>Hi</body></html>'),
    /an HTML page/u,
  ),
  refuses(
    'a challenge page is told apart',
    say({}, '<html><title>Just a moment...</title></html>'),
    /a challenge page/u,
  ),
  refuses('an empty body is no feed', say({}, ''), /it is empty/u),
  refuses('a PDF is no feed', say({ 'content-type': 'application/pdf' }, '%PDF-1.7'), /application\/pdf/u),
  {
    level: 'must',
    what: 'a film is not downloaded',
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      const more = setInterval(() => response.write(Buffer.alloc(10_000)), 5)
      response.on('close', () => clearInterval(more))
    },
    run: async (world) => {
      const before = performance.now()
      const { message } = await world.visit()
      return /video\/mp4/u.test(message ?? '') && performance.now() - before < 300
    },
  },
  {
    level: 'must',
    what: 'a wrong content type does not matter when the body is a feed',
    answer: say({ 'content-type': 'text/html' }),
    run: async (world) => (await world.visit()).outcome === 'new',
  },
  {
    level: 'must',
    what: 'a password is sent to its own origin, and stands in no message and no redirect elsewhere',
    answer: (response, request, number) => {
      if (number > 0) return say({}, '', 500)(response, request, number)
      const elsewhere = `http://localhost:${request.headers.host?.split(':')[1]}/feed`
      return say({ location: elsewhere }, '', 302)(response, request, number)
    },
    run: async (world) => {
      const feed = `${world.url.replace('//', '//ann:secret@')}/feed?token=hidden`
      const got = await world.get(feed, { kind: 'feed' })
      const failed = await world.get(feed.replace('http', 'ftp'), { kind: 'feed' }).catch(String)
      return (
        header(world, 'authorization') === `Basic ${Buffer.from('ann:secret').toString('base64')}` &&
        header(world, 'authorization', 1) === undefined &&
        !/secret|hidden/u.test(`${String(failed)}${got.url}`)
      )
    },
  },
  {
    level: 'should',
    what: 'the feed of a page is found by its link',
    answer: (response, request, number) =>
      request.url === '/'
        ? say({ 'content-type': 'text/html' }, '<link rel="alternate" type="application/rss+xml" href="/f">')(
            response,
            request,
            number,
          )
        : say()(response, request, number),
    run: async (world) => (await findFeeds(`${world.url}/`, world.get)).feeds[0]?.url === `${world.url}/f`,
  },
]
