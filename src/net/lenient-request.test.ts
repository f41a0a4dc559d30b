import { createServer } from 'node:net'
import { buildConnector } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { guardedConnector } from './connector.ts'
import { createReaches } from './reach.ts'
import { askLeniently } from './lenient-request.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function serve(answer: string, { ends = true } = {}): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (text) => {
      heard.push(text.toString())
      socket.write(answer)
      if (ends) socket.end()
      socket.on('close', () => heard.push('closed'))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  open.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('Cannot listen on loopback')
  return { port: address.port, heard }
}

const ask = (url: string, allow: string[]) =>
  askLeniently(new URL(url), {
    connect: guardedConnector(
      (lookup) => buildConnector({ lookup } as buildConnector.BuildOptions),
      createReaches(allow)([url]),
    ),
    headers: { 'user-agent': 'Waikan/0.1' },
    signal: AbortSignal.timeout(2000),
    headerBytes: 2000,
  })

test('askLeniently() sends one request as it was told to and gives headers that were sent twice apart', async () => {
  const { port, heard } = await serve('HTTP/1.1 200 OK\nX-Robots-Tag: noindex\nX-Robots-Tag: noai\n\nTide')
  const { statusCode, headers, body } = await ask(`http://127.0.0.1:${port}/a?b=c`, ['127.0.0.1'])
  expect([statusCode, headers['x-robots-tag'], String(await body.toArray())]).toEqual([
    200,
    ['noindex', 'noai'],
    'Tide',
  ])
  expect(heard[0]?.toLowerCase().split('\r\n').toSorted()).toEqual(
    [
      '',
      '',
      'get /a?b=c http/1.1',
      'user-agent: waikan/0.1',
      `host: 127.0.0.1:${port}`,
      'connection: close',
    ].toSorted(),
  )
})

test.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'https://[::1]:9/'])(
  'askLeniently() reaches %s by no other way than the guarded one',
  async (url) => {
    await expect(ask(url, [])).rejects.toThrow('not public')
  },
)

test('askLeniently() refuses a head above the limit, and a switch of protocol', async () => {
  const large = await serve(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(3000)}\r\n\r\n`)
  await expect(ask(`http://127.0.0.1:${large.port}/`, ['127.0.0.1'])).rejects.toThrow('Header overflow')
  const switching = await serve('HTTP/1.1 101 X\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n')
  await expect(ask(`http://127.0.0.1:${switching.port}/`, ['127.0.0.1'])).rejects.toThrow('another protocol')
})

test('askLeniently() closes a connection that the server leaves open', async () => {
  const { port, heard } = await serve('HTTP/1.1 200 OK\nContent-Length: 4\n\nTide', { ends: false })
  const { body } = await ask(`http://127.0.0.1:${port}/`, ['127.0.0.1'])
  expect(String(await body.toArray())).toBe('Tide')
  await expect.poll(() => heard.at(-1)).toBe('closed')
})
