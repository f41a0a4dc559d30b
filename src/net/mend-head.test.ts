import { Duplex, PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { withMendedHead } from './mend-head.ts'

/** What comes by a connection on which these pieces were sent. */
async function mended(pieces: string[], most = 1000): Promise<string> {
  const readable = new PassThrough()
  const socket = Duplex.from({ readable, writable: new PassThrough() })
  for (const piece of pieces) readable.write(piece, 'latin1')
  readable.end()
  return Buffer.concat(await withMendedHead(socket, most).toArray()).toString('latin1')
}

const whole = 'HTTP/1.1 200 OK\r\nA:b\r\n\r\nbody\r\n\r\nX y'
test.each([
  ['as it is', 'HTTP/1.1 200 OK\r\nA:b\r\n\r\nbody\r\n\r\nX y'],
  ['with LF alone', 'HTTP/1.1 200 OK\nA:b\n\nbody\r\n\r\nX y'],
  [
    'with lines that are no fields',
    'HTTP/1.1 200 OK\r\nA:b\r\nno field\r\n: none\r\nTítulo: x\r\na(b): c\r\n\r\nbody\r\n\r\nX y',
  ],
  ['with blanks before a colon', 'HTTP/1.1 200 OK\r\nA \t:b\r\n\r\nbody\r\n\r\nX y'],
])('withMendedHead() gives a head %s in the form of the rules, and its body untouched', async (_, sent) => {
  expect(await mended([sent])).toBe(whole)
  expect(await mended([...sent])).toBe(whole)
})

test('withMendedHead() folds lines and says a length once, unless two lengths differ', async () => {
  expect(await mended(['HTTP/1.1 200 OK\nA: b\n  c\nContent-Length: 4\ncontent-length:4\n\n'])).toBe(
    'HTTP/1.1 200 OK\r\nA: b c\r\nContent-Length: 4\r\n\r\n',
  )
  expect(await mended(['HTTP/1.1 200 OK\nContent-Length: 4\nContent-Length: 5\n\n'])).toBe(
    'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n',
  )
})

test('withMendedHead() mends the head behind 100 and 103 too', async () => {
  const sent =
    'HTTP/1.1 100 Continue\n\nHTTP/1.1 103 Hints\nA\n\nHTTP/1.1 200 OK\nB\n\nHTTP/1.1 100 is a line of the body\n\n'
  const read =
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\nHTTP/1.1 100 is a line of the body\n\n'
  expect(await mended([sent])).toBe(read)
  expect(await mended([...sent])).toBe(read)
})

test('withMendedHead() holds no more than a head may have, and nothing back at the end', async () => {
  expect(await mended(['HTTP/1.1 200 OK\nA'])).toBe('HTTP/1.1 200 OK\nA')
  const long = `HTTP/1.1 200 OK\nA: ${'x'.repeat(3000)}`
  expect(await mended([long, 'x'], 100)).toBe(`${long}x`)
})
