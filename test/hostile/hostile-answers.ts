import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'

type Answer = (socket: Socket) => void

const million = 1_000_000
const head = (lines: string[], status = '200 OK'): string =>
  ['HTTP/1.1 ' + status, 'Connection: close', ...lines, '', ''].join('\r\n')
const send =
  (lines: string[], body: Buffer | string = '', status?: string): Answer =>
  (socket) =>
    socket.end(Buffer.concat([Buffer.from(head(lines, status)), Buffer.from(body)]))
const feed = (text: string | Buffer, type = 'application/rss+xml'): Answer => send([`Content-Type: ${type}`], text)
const packed = (coding: string, body: Buffer): Answer =>
  send(['Content-Type: text/xml', `Content-Encoding: ${coding}`], body)
const redirect = (to: string, status = '302 Found'): Answer =>
  send([`Location: ${to}`, 'Content-Length: 0'], '', status)

/** Write `first`, then `more` again and again. */
function drip(first: string, more: string | Buffer, everyMs: number): Answer {
  return (socket) => {
    socket.write(first)
    const timer = setInterval(() => socket.write(more), everyMs)
    socket.on('close', () => clearInterval(timer))
  }
}

const start = '<?xml version="1.0"?><rss version="2.0"><channel><title>G</title>'
const rss = (inside: string): string => `${start}${inside}</channel></rss>`
const item = (at: number): string => `<item><guid>${at}</guid><title>T${at}</title></item>`
const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('')
const json = (items: string): string => `{"version":"https://jsonfeed.org/version/1","title":"G","items":${items}}`
const spaces = Buffer.alloc(300 * million, 32)
const gzip = gzipSync(spaces)
const cheapBrotli = brotliCompressSync(spaces, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
const laughs = `<!DOCTYPE r [<!ENTITY a0 "ha">${many(20, (at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`)}]>`
const ok = head(['Content-Type: text/xml'])

/** What a stranger's server may do to a reader of feeds, by name; made when it is asked for. */
export const hostileAnswers: Record<string, () => Answer> = {
  'slow: no answer': () => () => undefined,
  'slow: a byte of the status line at a time': () => drip('', 'H', 300),
  'slow: header lines one by one': () => drip('HTTP/1.1 200 OK\r\n', 'x-a: b\r\n', 300),
  'slow: body byte by byte': () => drip(ok + start, ' ', 300),
  'slow: chunks of one byte': () => drip(head(['Transfer-Encoding: chunked']), '1\r\nx\r\n', 200),
  'slow: a body that stops': () => (socket) => socket.write(`${head(['Content-Length: 99999'])}${start}`),
  'slow: 100 Continue without end': () => drip('', 'HTTP/1.1 100 Continue\r\n\r\n', 50),
  'endless body': () => drip(ok, Buffer.alloc(million, 97), 5),
  'endless body of items': () => drip(ok + start, many(5000, item), 5),
  'endless header': () => drip('HTTP/1.1 200 OK\r\n', `x-${'a'.repeat(900)}: b\r\n`.repeat(5), 5),
  'one header of 2 MB': () => send([`X-A: ${'a'.repeat(2 * million)}`], rss(item(1))),
  '20,000 headers': () =>
    send(
      Array.from({ length: 20_000 }, (_, at) => `X-${at}: a`),
      rss(item(1)),
    ),
  'bomb in gzip': () => packed('gzip', gzip),
  'bomb in br': () => packed('br', cheapBrotli),
  'bomb in zstd': () => packed('zstd', zstdCompressSync(spaces)),
  'bomb in deflate': () => packed('deflate', deflateSync(spaces)),
  'bomb in raw deflate': () => packed('deflate', deflateRawSync(spaces)),
  'bomb in gzip in gzip': () => packed('gzip, gzip', gzipSync(gzip)),
  'bomb in gzip in gzip in gzip, said once': () => packed('gzip', gzipSync(gzipSync(gzip))),
  'bomb in br in gzip': () => packed('br, gzip', gzipSync(cheapBrotli)),
  'bomb of 2,000 members in gzip': () =>
    packed('gzip', Buffer.concat(Array.from({ length: 2000 }, () => gzipSync(spaces.subarray(0, 200_000))))),
  'gzip that nobody said': () => feed(gzip),
  '5,000 codings': () => packed(Array.from({ length: 5000 }, () => 'gzip').join(','), gzip),
  'gzip cut off': () => packed('gzip', gzipSync(Buffer.from(rss(many(5000, item)))).subarray(0, 9000)),
  'gzip with a wrong sum': () => packed('gzip', breakEnd(gzipSync(Buffer.from(rss(item(1)))))),
  'a coding that nobody knows': () => packed('gull', Buffer.from(rss(item(1)))),
  'redirect to itself': () => redirect('?'),
  'redirects without end': () => (socket) => redirect(`/redirects without end?${Math.random()}`)(socket),
  'redirect to a file': () => redirect('file:///etc/passwd'),
  'redirect to the metadata of a cloud': () => redirect('http://169.254.169.254/latest/meta-data/'),
  'redirect to 30,000 letters': () => redirect(`/${'a'.repeat(30_000)}`),
  'redirect to no address': () => redirect('http://[::::]/'),
  'redirect to nowhere': () => redirect('', '301 Moved'),
  'reset before the answer': () => (socket) => void socket.resetAndDestroy(),
  'reset in the body': () => (socket) =>
    socket.write(`${head(['Content-Length: 9999'])}${start}`, () => setTimeout(() => socket.resetAndDestroy(), 30)),
  'closed in the body': () => send(['Content-Length: 9999'], start),
  'two lengths': () => send(['Content-Length: 5', 'Content-Length: 9'], rss(item(1))),
  'length and chunks': () => send(['Content-Length: 5', 'Transfer-Encoding: chunked'], rss(item(1))),
  'a length below zero': () => send(['Content-Length: -5'], rss(item(1))),
  'chunks of no size': () => send(['Transfer-Encoding: chunked'], 'zz\r\nxx\r\n'),
  'a chunk of 16 exabytes': () => send(['Transfer-Encoding: chunked'], 'ffffffffffffffff\r\nxx\r\n'),
  'no HTTP': () => (socket) => socket.end('SSH-2.0-gull\r\n'),
  'a film': () => send(['Content-Type: video/mp4'], Buffer.alloc(million)),
  'a picture that says it is a feed': () =>
    feed(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.alloc(1000)])),
  'NUL, 19 MB': () => feed(Buffer.alloc(19 * million)),
  '429 for a thousand years': () => send(['Retry-After: 31536000000'], '', '429 Too Many Requests'),
  '503 with a broken time': () => send(['Retry-After: soon'], '', '503 Service Unavailable'),
  'status 999': () => send([], rss(item(1)), '999 What'),
  '200,000 items of RSS': () => feed(rss(many(200_000, item))),
  '200,000 entries of Atom': () =>
    feed(`<feed xmlns="http://www.w3.org/2005/Atom">${many(200_000, (at) => `<entry><id>${at}</id></entry>`)}</feed>`),
  '200,000 items of JSON': () =>
    feed(json(`[${many(200_000, (at) => `{"id":${at},"title":"T"},`).slice(0, -1)}]`), 'application/feed+json'),
  'JSON with a length of 4 thousand million': () => feed(json('{"length":4294967295}')),
  'JSON that nests 2 million deep': () => feed(json('['.repeat(2 * million))),
  'JSON that is broken 300,000 times': () => feed(json(`[${'{"id":"1",'.repeat(300_000)}`)),
  'JSON with a prototype': () => feed(json('[{"id":"1","__proto__":{"title":"x"},"constructor":{"prototype":1}}]')),
  'a number of a million digits in JSON': () => feed(json(`[{"id":${'9'.repeat(million)}}]`)),
  'entities of entities': () => feed(laughs + rss('<item><title>&a20;</title></item>')),
  'one entity many times': () =>
    feed(
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(900)}">]>${rss(`<item><title>${'&a;'.repeat(million)}</title></item>`)}`,
    ),
  'an entity that names itself': () =>
    feed(`<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${rss('<item><title>&a;</title></item>')}`),
  'an entity from a file': () =>
    feed(`<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss('<item><title>&a;</title></item>')}`),
  'a document type of 500,000 entities': () =>
    feed(`<!DOCTYPE r [${many(500_000, (at) => `<!ENTITY a${at} "x">`)}]>${rss(item(1))}`),
  '500,000 elements deep': () => feed(rss(`<item>${'<p>'.repeat(500_000)}${'</p>'.repeat(500_000)}</item>`)),
  'an unclosed tag of 10 MB': () => feed(`${start}<item><title>${'<a '.repeat(3.4 * million)}`),
  '3 million unclosed elements': () => feed(`${start}<item><title>${'<b>'.repeat(3 * million)}`),
  'a tag name of 10 MB': () => feed(`${start}<item><${'a'.repeat(10 * million)}`),
  'an attribute of 10 MB': () => feed(`${start}<item a="${'x'.repeat(10 * million)}`),
  '200,000 attributes': () => feed(`<rss ${many(200_000, (at) => `a${at}="1" `)}><channel>${item(1)}</channel></rss>`),
  '100,000 namespaces': () =>
    feed(`<rss ${many(100_000, (at) => `xmlns:a${at}="http://a.example/${at}" `)}><channel>${item(1)}</channel></rss>`),
  '5 million ampersands': () => feed(rss(`<item><title>${'&'.repeat(5 * million)}</title></item>`)),
  '3 million signs of less than': () => feed(rss(`<item><title>${'<'.repeat(3 * million)}</title></item>`)),
  '500,000 open CDATA sections': () => feed(rss(`<item><title>${'<![CDATA['.repeat(500_000)}</title></item>`)),
  'a million open comments': () => feed(rss(`${'<!-- '.repeat(million)}${item(1)}`)),
  'a million open instructions': () => feed(rss(`${'<?x '.repeat(million)}${item(1)}`)),
  'an author of 2 MB': () => feed(rss(`<item><author>${'a@'.repeat(million)}</author></item>`)),
  'a date of 4 MB': () => feed(rss(`<item><pubDate>${'Jan '.repeat(million)}</pubDate></item>`)),
  'a description of 500,000 open links': () =>
    feed(rss(`<item><description>${'&lt;a href=x '.repeat(500_000)}</description></item>`)),
  'xml:base on 100,000 elements': () =>
    feed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>${'<p xml:base="a/"><a href="x">y</a></p>'.repeat(100_000)}</div></content></entry></feed>`,
    ),
  '300,000 links of one item': () => feed(rss(`<item>${'<link>x</link>'.repeat(300_000)}</item>`)),
  '100,000 media of one item': () =>
    feed(
      rss(`<item>${'<media:group>'.repeat(150)}${'<media:content url="http://a.example/1"/>'.repeat(100_000)}</item>`),
    ),
  'a line of 4 MB in an old charset': () =>
    feed(Buffer.from(rss(`<item><title>${'\xE9 '.repeat(2 * million)}</title></item>`), 'latin1')),
  'a million escapes of HZ': () => feed('~{!!'.repeat(million)),
  'a million prefixes of a callback': () => feed(`${'cb('.repeat(million)}{`),
  'a page with 500,000 roots': () => feed(`<html>${'<rss '.repeat(500_000)}`),
  'the whole escaped, 500,000 roots': () => feed('&lt;rss&gt;'.repeat(500_000)),
}

function breakEnd(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(0xdead, bytes.length - 8)
  return bytes
}

/** Serve one answer under each name on every loopback address. @returns the port and how to end it */
export async function serveHostile(): Promise<{ port: number; close: () => void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    socket.once('data', (asked) => {
      const path = /^GET \/([^?\s]*)/u.exec(asked.toString('latin1'))?.[1] ?? ''
      const answer = hostileAnswers[decodeURIComponent(path)]
      if (answer === undefined) socket.end(head(['Content-Length: 0'], '404 Not Found'))
      else answer()(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): void => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, close }
}
