import { Readable } from 'node:stream'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

const text = '<rss><channel><title>Tide tables of the week</title></channel></rss>'
/** The text in pieces of a size, as they come from a socket. */
const read = (bytes: Uint8Array, encoding: string, { piece = 1000, maxBytes = 1_000_000 } = {}): Promise<string> =>
  readBody(
    Readable.from(
      Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
        Buffer.from(bytes).subarray(at * piece, (at + 1) * piece),
      ),
    ),
    { encoding, maxBytes, url: 'https://mill.example/feed' },
  ).then((body) => Buffer.from(body).toString())

test.each(['gzip', 'br', 'zstd', 'deflate'])('readBody() takes no body in %s for an empty one', async (encoding) => {
  expect(await read(Buffer.alloc(0), encoding)).toBe('')
})

const gzip = gzipSync(text)
const br = brotliCompressSync(text)
const zstd = zstdCompressSync(text)
test.each([
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['x-gzip, identity', gzip],
  ['identity', Buffer.from(text)],
  ['gzip', Buffer.from(text)],
  ['identity, gzip', gzip],
  ['gzip, gzip', gzipSync(gzip)],
  ['gzip, gzip', gzip],
  ['gzip, gzip', Buffer.from(text)],
  ['gzip', gzipSync(gzip)],
  ['gzip, br', brotliCompressSync(gzip)],
  ['br, gzip', gzipSync(br)],
  ['br', gzip],
  ['zstd', gzip],
  ['deflate', gzip],
  ['gzip', br],
  ['x-gzip', br],
  ['gzip', zstd],
  ['br', zstd],
  ['deflate', zstd],
  ['zstd', br],
  ['gzip', deflateSync(text)],
  ['br', deflateSync(text)],
  ['', gzip],
  ['utf-8', gzip],
  ['none', Buffer.from(text)],
  ['"gzip"', gzip],
  ['gzip;q=1', gzip],
  ['', zstd],
  ['deflate', deflateRawSync(text)],
  ['x-deflate', deflateSync(text)],
])('readBody() reads what is called %j whatever it is (%#)', async (encoding, bytes) => {
  expect(await read(bytes, encoding)).toBe(text)
  expect(await read(bytes, encoding, { piece: 7 })).toBe(text)
})

const long = text.repeat(5000)
test.each(['x', '<', '\t', '\x78', '(µ/'])('readBody() reads the short body %j whatever it is called', async (body) => {
  for (const encoding of ['', 'gzip', 'zstd']) expect(await read(Buffer.from(body), encoding)).toBe(body)
})

test.each([
  ['a line', Buffer.from('\n<!-- served by the mill -->\n')],
  ['zeros', Buffer.alloc(40)],
  ['zeros and a line', Buffer.from('\0\0\0\0later')],
  ['one byte', Buffer.from('x')],
])('readBody() reads a body in gzip with %s behind it', async (_, junk) => {
  for (const whole of [text, long]) {
    for (const piece of [7, 1000, 1_000_000])
      expect(await read(Buffer.concat([gzipSync(whole), junk]), 'gzip', { piece })).toBe(whole)
  }
})

test('readBody() reads a header of gzip with all its fields before junk', async () => {
  const fields = Buffer.from('\x04\0QQQQname\0note\0\0\0', 'latin1')
  const whole = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 28, 0, 0, 0, 0, 0, 3]),
    fields.subarray(0, -2),
    gzip.subarray(10),
  ])
  expect(await read(Buffer.concat([whole, Buffer.from('later')]), 'gzip')).toBe(text)
})

test('readBody() reads all members of a body in gzip, with and without junk behind', async () => {
  const members = Buffer.concat([gzipSync(long), gzipSync(text), gzipSync(long)])
  expect(await read(members, 'gzip')).toBe(long + text + long)
  expect(await read(Buffer.concat([members, Buffer.from('later')]), 'gzip', { piece: 17 })).toBe(long + text + long)
})

test.each([
  ['cut off', gzipSync(long).subarray(0, 600)],
  ['cut off in its sum', gzip.subarray(0, -5)],
  ['cut off in its header', gzip.subarray(0, 5)],
  ['cut off in its second member', Buffer.concat([gzip, gzip.subarray(0, 5)])],
  ['changed in the middle', Buffer.from(gzipSync(long)).fill(0x55, 300, 340)],
  ['whose second member is damaged', Buffer.concat([gzip, Buffer.from(gzipSync(long)).fill(0x55, 300, 340)])],
  ['of another sum', Buffer.from(gzip).fill(0x55, gzip.length - 8, gzip.length - 4)],
])('readBody() refuses a body in gzip that is %s', async (_, bytes) => {
  await expect(read(bytes, 'gzip')).rejects.toThrow(/unexpected end of file|invalid|incorrect/u)
})

test('readBody() counts the bytes of all members', async () => {
  const members = Buffer.concat([gzipSync(long), gzipSync(long), gzipSync(long)])
  await expect(read(members, 'gzip', { maxBytes: 1_000_000 })).rejects.toThrow('larger than 1000000 bytes')
})
