import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Behaviour } from './requests.ts'
import { must, reads } from './verdicts.ts'
import { feedText, say } from './world.ts'

const marks: Behaviour[] = [
  ...['"a""b"', 'W/"x"', 'w/"x"', '""', '"é"', 'abc"', "'single'", '"a, b"', '*', '0', '"x";v=1'].map((etag) =>
    must(
      `the ETag \`${etag}\` is sent back letter for letter`,
      say({ etag: Buffer.from(etag).toString('latin1') }),
      async (world) => {
        await world.visit({ state: (await world.visit()).state })
        return world.asked[1]?.headers['if-none-match'] === Buffer.from(etag).toString('latin1')
      },
    ),
  ),
  ...[
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Mon, 32 Foo 2026 99:00:00',
    '2026-11-23T08:00:00Z',
    '0',
    '-1',
    'Monday, 23-Nov-26 08:00:00 GMT',
  ].map((date) =>
    must(
      `the Last-Modified \`${date}\` is sent back letter for letter`,
      say({ 'last-modified': date }),
      async (world) => {
        await world.visit({ state: (await world.visit()).state })
        return world.asked[1]?.headers['if-modified-since'] === date
      },
    ),
  ),
  must(
    'when the ETag alone changes both marks are stored anew',
    say({ etag: '"2"', 'last-modified': 'b' }),
    async (world) => {
      const { state } = await world.visit({ state: { etag: '"2"', lastModified: 'a' } })
      return state.etag === '"2"' && state.lastModified === 'b'
    },
  ),
  must(
    'marks of one reading of feeds are not used after another one took its place',
    say({ etag: '"1"' }),
    async (world) => {
      const { state } = await world.visit()
      const again = await world.visit({ state: { ...state, parser: 0 } })
      return world.asked[1]?.headers['if-none-match'] === undefined && again.outcome === 'new'
    },
  ),
  must('304 to a first request that had no marks is a failure', say({}, '', 304), async (world) => {
    const { outcome, message } = await world.visit()
    return outcome === 'failed' && /304/u.test(message ?? '')
  }),
  must(
    'marks of an error answer are not kept',
    say({ etag: '"err"' }, 'oops', 500),
    async (world) => (await world.visit({ state: { etag: '"1"' } })).state.etag === '"1"',
  ),
  must(
    'marks of an HTML page in place of a feed are not kept',
    say({ etag: '"html"' }, '<html><body>Hi</body></html>'),
    async (world) => (await world.visit({ state: { etag: '"1"' } })).state.etag === '"1"',
  ),
  must(
    'a whole document is asked for once when the clock had been years ahead',
    say({ etag: '"1"' }),
    async (world) => {
      const { state } = await world.visit({ now: '2031-01-01T00:00:00Z' })
      await world.visit({ state })
      return world.asked[1]?.headers['if-none-match'] === undefined
    },
  ),
  must(
    'marks are not sent to another origin that a redirect leads to',
    (response, request) => {
      const here = request.headers.host ?? ''
      if (here.startsWith('127'))
        say({ location: `http://localhost:${here.split(':')[1]}/b` }, '', 302)(response, request, 0)
      else say()(response, request, 0)
    },
    async (world) => {
      await world.visit({ state: { etag: '"1"', lastModified: 'x', marksOf: `${world.url}/feed` } })
      return (
        world.asked[0]?.headers['if-none-match'] === '"1"' && world.asked[1]?.headers['if-none-match'] === undefined
      )
    },
  ),
]

const bodies: Behaviour[] = [
  reads('a body in gzip whose first piece is one byte is read', (response) => {
    const bytes = gzipSync(feedText)
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.write(bytes.subarray(0, 1))
    setTimeout(() => response.end(bytes.subarray(1)), 60)
  }),
  reads('plain text that is called br is read', say({ 'content-encoding': 'br' }, feedText)),
  reads('plain text that is called deflate is read', say({ 'content-encoding': 'deflate' }, feedText)),
  reads('plain text that is called zstd is read', say({ 'content-encoding': 'zstd' }, feedText)),
  reads('a coding of no known name is read as it came', say({ 'content-encoding': 'utf-8' }, feedText)),
  reads(
    'two codings are undone in turn',
    say({ 'content-encoding': 'gzip, br' }, brotliCompressSync(gzipSync(feedText))),
  ),
  reads(
    'a body that was compressed twice and says so once is read',
    say({ 'content-encoding': 'gzip' }, gzipSync(gzipSync(feedText))),
  ),
  must(
    'a connection that the server closes as it is used again costs no request',
    (response, request, number) => {
      if (number === 1) response.socket?.destroy()
      else say()(response, request, number)
    },
    async (world) => {
      await world.visit()
      return (await world.visit()).outcome === 'new' && world.asked.length === 3
    },
  ),
  must(
    'a kept connection that the server resets as it is used again costs no request',
    (response, request, number) => {
      if (number === 1) response.socket?.resetAndDestroy()
      else say()(response, request, number)
    },
    async (world) => {
      await world.visit()
      return (await world.visit()).outcome === 'new' && world.asked.length === 3
    },
  ),
  must(
    'a connection that is reset at the first request is not tried twice',
    (response) => response.socket?.destroy(),
    async (world) => (await world.visit()).outcome === 'failed' && world.asked.length === 1,
  ),
  must(
    'a body shorter than its Content-Length is a failure',
    (response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n${feedText}`)
    },
    async (world) => (await world.visit()).outcome === 'failed',
  ),
  must(
    'a chunked body that breaks off is a failure',
    (response) => {
      response.socket?.end(
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${feedText.length.toString(16)}\r\n${feedText}\r\n`,
      )
    },
    async (world) => (await world.visit()).outcome === 'failed',
  ),
  must(
    'a compression bomb in a compression bomb ends at the limit',
    say({ 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(Buffer.alloc(50_000_000)))),
    async (world) => /larger than/u.test((await world.visit()).message ?? ''),
  ),
]

/** What is sent back to a server, and what bodies are read. */
export const marksAndBodies: Behaviour[] = [...marks, ...bodies]
