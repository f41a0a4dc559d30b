import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Behaviour } from './requests.ts'
import { must, reads, should } from './verdicts.ts'
import { feedText, say, type Answer, type World } from './world.ts'

/** What goes over the wire, letter for letter, before the connection ends. */
const raw =
  (text: string): Answer =>
  (response) => {
    response.socket?.end(text)
  }
const head = `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n`
const whole = `${head}Content-Length: ${feedText.length}\r\n\r\n${feedText}`
const chunk = `${feedText.length.toString(16)}\r\n${feedText}\r\n0\r\n\r\n`
const gzip = { 'content-encoding': 'gzip' }
/** The feed says this under `/feed`, and is a feed everywhere else. */
const first =
  (answer: Answer): Answer =>
  (response, request, number) =>
    (request.url === '/feed' ? answer : say())(response, request, number)
const twice = (name: string, value: string, status = 200): Answer =>
  first((response) => {
    response.writeHead(status, [name, value, name, value]).end(status === 200 ? feedText : '')
  })
const failsOnce = async (world: World): Promise<boolean> =>
  (await world.visit()).outcome === 'failed' && world.asked.length === 1
const holdsHost = (what: string, retryAfter: () => string): Behaviour =>
  must(
    what,
    (response) => {
      response.writeHead(429, { 'retry-after': retryAfter() }).end()
    },
    async (world) => {
      await world.visit()
      return (await world.visit({ path: '/other' })).outcome === 'waiting' && world.asked.length === 1
    },
  )

/** Answers that break the rules, and headers as proxies mangle them. */
export const rough: Behaviour[] = [
  reads('100 Continue that nobody asked for does not matter', raw(`HTTP/1.1 100 Continue\r\n\r\n${whole}`)),
  reads(
    '102, 103 and 100 in a row do not matter',
    raw(`HTTP/1.1 102\r\n\r\nHTTP/1.1 103\r\nLink: </a>\r\n\r\nHTTP/1.1 100\r\n\r\n${whole}`),
  ),
  reads('a folded header line is read', raw(whole.replace('text/xml', 'text/xml;\r\n charset=utf-8'))),
  reads('an answer whose lines end with LF alone is read', raw(whole.replaceAll('\r\n', '\n'))),
  reads(
    'of a length and chunks the chunks count',
    raw(`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`),
  ),
  reads(
    'a chunk with an extension is read',
    raw(`${head}Transfer-Encoding: Chunked\r\n\r\n${chunk.replace('\r\n', ';a="b"\r\n')}`),
  ),
  reads(
    'a header line without a colon does not matter',
    raw(whole.replace('Content-Type', 'Warning in line 7\r\nContent-Type')),
  ),
  reads(
    'a header whose name has letters outside ASCII does not matter',
    raw(whole.replace('Content-Type', 'X-Título: a\r\nContent-Type')),
  ),
  reads('a blank before the colon of a header does not matter', raw(whole.replace('Content-Type:', 'Content-Type :'))),
  reads(
    'a Content-Length that is sent twice is read once',
    raw(whole.replace('Content-Type', `Content-Length: ${feedText.length}\r\nContent-Type`)),
  ),
  must(
    'two lengths that differ are a failure',
    raw(whole.replace('Content-Type', 'Content-Length: 5\r\nContent-Type')),
    async (world) => (await world.visit()).outcome === 'failed',
  ),
  reads(
    'a thousand headers are read',
    raw(
      whole.replace(
        'Content-Type',
        `${Array.from({ length: 1000 }, (_, at) => `X-${at}: y\r\n`).join('')}Content-Type`,
      ),
    ),
  ),
  {
    ...must(
      'a server that breaks the rules is asked a second time after the pause, and once from then on',
      raw(whole.replaceAll('\r\n', '\n')),
      async (world) => {
        await world.visit()
        await world.visit()
        const [one, two] = world.asked.map(({ at }) => at)
        return world.asked.length === 3 && (two ?? 0) - (one ?? 0) >= 200
      },
    ),
    options: { perHostDelayMs: 200 },
  },
  must(
    'a rough answer that drips ends with the time, and says so',
    (response) => {
      response.socket?.write(`HTTP/1.1 200 OK\nContent-Length: 900\n\n`)
      const drip = setInterval(() => response.socket?.write('x'), 20)
      response.socket?.on('close', () => clearInterval(drip))
    },
    async (world) => String((await world.visit()).message).includes('no complete answer within'),
  ),
  must('what is no HTTP is a failure in words', raw(feedText), async (world) =>
    String((await world.visit()).message).includes('breaks the rules of HTTP'),
  ),
  must('a status that is none is a failure in words', raw(whole.replace('200', '099')), async (world) =>
    String((await world.visit()).message).includes('breaks the rules of HTTP'),
  ),
  must(
    'a second answer behind the first is not taken for the next one',
    (response) => {
      response.socket?.write(whole + whole.replace('One', 'Two'))
    },
    async (world) => {
      const { state } = await world.visit()
      const next = await world.visit({ state })
      return next.outcome === 'unchanged' && world.asked.length === 2
    },
  ),
  must('https where a server speaks http is a failure in words', say(), async (world) =>
    String((await world.visit({ url: `${world.url.replace('http:', 'https:')}/feed` })).message).includes(
      'does not speak https',
    ),
  ),
  must('an address where nothing answers is a failure in words', say(), async (world) => {
    world.close()
    return String((await world.visit()).message).includes('nothing answers at that address')
  }),
  reads('Keep-Alive with a time of nought or less does not matter', say({ 'keep-alive': 'timeout=-5' })),
  must('a connection that ends within the headers is a failure and is asked once', raw(head), failsOnce),
  must(
    'a switch to another protocol that nobody asked for is a failure',
    raw('HTTP/1.1 101 X\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n'),
    failsOnce,
  ),
  reads(
    'a line behind a body in gzip does not matter',
    say(gzip, Buffer.concat([gzipSync(feedText), Buffer.from('\n<!-- mill 7 -->')])),
  ),
  reads('gzip that is called br is read', say({ 'content-encoding': 'br' }, gzipSync(feedText))),
  reads('br that is called gzip is read', say(gzip, brotliCompressSync(feedText))),
  reads('gzip that is called gzip twice is read', say({ 'content-encoding': 'gzip, gzip' }, gzipSync(feedText))),
  must(
    'a second gzip member that is damaged is a failure',
    say(gzip, Buffer.concat([gzipSync(feedText), gzipSync(feedText).subarray(0, 40)])),
    failsOnce,
  ),
  holdsHost('Retry-After in quotation marks stops the host', () => '"3600"'),
  holdsHost('Retry-After with a word behind the number stops the host', () => '3600 seconds'),
  holdsHost('Retry-After as a date of ISO 8601 stops the host', () => new Date(Date.now() + 3_600_000).toISOString()),
  holdsHost('Retry-After as a date sent twice stops the host', () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    return `${date}, ${date}`
  }),
  must('a Location that is sent twice is followed', twice('Location', '/new', 301), async (world) => {
    await world.visit()
    return world.asked[1]?.path === '/new'
  }),
  must(
    'a Content-Type that is sent twice names its charset',
    (response) => {
      const type = 'text/xml; charset=iso-8859-1'
      response
        .writeHead(200, ['Content-Type', type, 'Content-Type', type])
        .end(Buffer.from(feedText.replace('One', 'Fähre'), 'latin1'))
    },
    async (world) => (await world.visit()).parsed?.items[0]?.title === 'Fähre',
  ),
  must(
    'a Last-Modified that is sent twice is sent back once',
    twice('Last-Modified', 'Mon, 23 Nov 2026 07:00:00 GMT'),
    async (world) => {
      const { state } = await world.visit()
      await world.visit({ state })
      return world.asked[1]?.headers['if-modified-since'] === 'Mon, 23 Nov 2026 07:00:00 GMT'
    },
  ),
  must('an ETag that is sent twice is sent back once', twice('ETag', '"a, b"'), async (world) => {
    const { state } = await world.visit()
    await world.visit({ state })
    return world.asked[1]?.headers['if-none-match'] === '"a, b"'
  }),
  must(
    'an empty Location is a failure',
    first(say({ location: '' }, '', 302)),
    async (world) => (await world.visit()).outcome === 'failed' && world.asked.length === 1,
  ),
  must(
    'a Location that begins with // keeps the scheme',
    first((response, request) => {
      response.writeHead(302, { location: `//${request.headers.host}/new` }).end()
    }),
    async (world) => (await world.visit()).outcome === 'new',
  ),
  must(
    'a user name and password in a Location are not sent',
    first((response, request) => {
      response.writeHead(302, { location: `http://ann:pw@${request.headers.host}/new` }).end()
    }),
    async (world) => (await world.visit()).outcome === 'new' && world.asked[1]?.headers.authorization === undefined,
  ),
  ...[300, 305, 306].map((status) =>
    must(`${status} is not followed`, first(say({ location: '/new' }, '', status)), failsOnce),
  ),
  must(
    'a redirect to itself that wants a cookie ends',
    (response) => {
      response.writeHead(302, { location: '/feed', 'set-cookie': 'seen=1' }).end()
    },
    async (world) => (await world.visit()).outcome === 'failed' && world.asked.length <= 2,
  ),
  must(
    'Retry-After of the host that a redirect leads to stops that host and no other',
    (response, request) => {
      const there = `http://localhost:${request.socket.localPort}/there`
      if (request.url === '/there') response.writeHead(429, { 'retry-after': '60' }).end()
      else if (request.url === '/feed') response.writeHead(302, { location: there }).end()
      else say()(response, request, 0)
    },
    async (world) => {
      await world.visit()
      return (await world.visit({ path: '/other' })).outcome === 'new'
    },
  ),
  must(
    '429 on robots.txt stops the host for its feeds too',
    (response, request, number) => {
      if (request.url === '/robots.txt') response.writeHead(429, { 'retry-after': '60' }).end()
      else say()(response, request, number)
    },
    async (world) => {
      await world.get(`${world.url}/page`, { kind: 'page' }).catch(() => undefined)
      return (await world.visit()).outcome === 'waiting' && world.asked.length === 1
    },
  ),
  must('after Connection: close a new connection is opened', say({ connection: 'close' }), async (world) => {
    const outcomes = [await world.visit(), await world.visit()].map(({ outcome }) => outcome)
    return outcomes.every((outcome) => outcome === 'new') && world.asked[0]?.port !== world.asked[1]?.port
  }),
  should('asks for no part of a document, and lets caches on the way answer', say(), async (world) => {
    await world.visit()
    const { range, pragma, 'cache-control': control, upgrade, expect } = world.asked[0]?.headers ?? {}
    return [range, pragma, control, upgrade, expect].every((header) => header === undefined)
  }),
]
