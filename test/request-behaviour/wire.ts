import { gzipSync } from 'node:zlib'
import type { Behaviour } from './requests.ts'
import { must, reads } from './verdicts.ts'
import { feedText, say } from './world.ts'

const gzip = { 'content-encoding': 'gzip' }
const [start, end] = [feedText.slice(0, 40), feedText.slice(40)]

/** What servers, and proxies on the way, put around a document. */
export const wire: Behaviour[] = [
  reads('203, an answer that a proxy has changed, is read', say({}, feedText, 203)),
  reads('103 before the answer does not matter', (response, request, number) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' })
    say()(response, request, number)
  }),
  reads('an answer of HTTP/1.0 that ends with its connection is read', (response) => {
    response.socket?.end(`HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n${feedText}`)
  }),
  reads('an answer without a content type is read', (response) => {
    response.socket?.end(`HTTP/1.1 200\r\nContent-Length: ${feedText.length}\r\n\r\n${feedText}`)
  }),
  reads('fields behind the last piece of a chunked body do not matter', (response) => {
    response.writeHead(200, { trailer: 'x-sum' }).write(feedText)
    response.addTrailers({ 'x-sum': '1' })
    response.end()
  }),
  reads('a body of two gzip members is read', say(gzip, Buffer.concat([gzipSync(start), gzipSync(end)]))),
  reads('zeros behind a body in gzip do not matter', say(gzip, Buffer.concat([gzipSync(feedText), Buffer.alloc(20)]))),
  reads('GZIP in capitals is gzip', say({ 'content-encoding': 'GZIP' }, gzipSync(feedText))),
  reads('a body in gzip that nobody calls so is read', say({}, gzipSync(feedText))),
  reads(
    'thousands of empty lines before the document do not matter',
    say({}, Buffer.from('\n'.repeat(10_000) + feedText)),
  ),
  reads('a feed that is to be saved as a file is read', say({ 'content-disposition': 'attachment; filename=f.xml' })),
  ...[202, 401, 402, 451, 521, 999].map((status) =>
    must(
      `${status} is a failure and is asked once`,
      say({ 'www-authenticate': 'Basic' }, '', status),
      async (world) => {
        const { outcome } = await world.visit()
        return outcome === 'failed' && world.asked.length === 1
      },
    ),
  ),
  must(
    'Retry-After on a whole answer is no reason to wait for days',
    say({ 'retry-after': '999999' }),
    async (world) => {
      const { outcome, state } = await world.visit()
      return outcome === 'new' && Date.parse(state.nextDueAt ?? '') <= Date.parse('2026-11-24T09:00:00Z')
    },
  ),
]
