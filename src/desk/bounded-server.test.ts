import type { RequestListener } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createBoundedServer, type Limits } from './bounded-server.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A server, and connections to it. */
async function serve(answer: RequestListener, limits: Partial<Limits> = {}) {
  const server = createBoundedServer(answer, limits)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return (said: string): { socket: Socket; heard: () => string; closed: Promise<void> } => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (data: Buffer) => (text += data.toString('latin1')))
    socket.on('error', () => undefined)
    const closed = new Promise<void>((resolve) => {
      socket.on('close', () => resolve())
    })
    socket.write(said)
    return { socket, heard: () => text, closed }
  }
}

const ask = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
const slowly: RequestListener = ({ url }, response) => {
  void setTimeout(5).then(() => response.end(url))
}

test('createBoundedServer() answers what a client sends at once one after the other', async () => {
  let atOnce = 0
  let most = 0
  const talk = await serve((request, response) => {
    most = Math.max(most, ++atOnce)
    response.on('finish', () => atOnce--)
    slowly(request, response)
  })
  const { heard, closed } = talk(ask('/one') + ask('/two') + ask('/three', 'Connection: close\r\n'))
  await closed
  expect(heard().match(/\/(?:one|two|three)/gu)).toEqual(['/one', '/two', '/three'])
  expect(most).toBe(1)
}, 5000)

test('createBoundedServer() hangs up on a client that sends without end, with the few answers it began', async () => {
  let begun = 0
  const talk = await serve((request, response) => {
    begun++
    slowly(request, response)
  })
  await talk(ask('/').repeat(20_000)).closed
  expect(begun).toBeLessThan(100)
}, 5000)

test('createBoundedServer() hangs up on a client that does not take its answer', async () => {
  const talk = await serve((_request, response) => response.end(Buffer.alloc(50_000_000)), { silentMs: 300 })
  const { socket, closed } = talk(ask('/'))
  socket.pause()
  // Its end is seen by who reads: what lies in the system's buffers first.
  await setTimeout(1500)
  socket.resume()
  await closed
  expect(socket.bytesRead).toBeLessThan(50_000_000)
}, 5000)

test('createBoundedServer() hangs up on a client that takes its answer in drops', async () => {
  const talk = await serve((_request, response) => response.end(Buffer.alloc(50_000_000)), { answerMs: 400 })
  const { socket, closed } = talk(ask('/'))
  const drops = setInterval(() => socket.read(1000), 20)
  socket.removeAllListeners('data').pause()
  await setTimeout(1500)
  clearInterval(drops)
  socket.resume()
  await closed
  expect(socket.bytesRead).toBeLessThan(50_000_000)
}, 5000)

test.each([
  ['says nothing', ''],
  ['never ends its head', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: '],
])(
  'createBoundedServer() hangs up on a client that %s',
  async (_what, said) => {
    const talk = await serve((_request, response) => response.end(), { headMs: 300 })
    const { socket, closed } = talk(said)
    await closed
    expect(socket.destroyed).toBe(true)
  },
  5000,
)

test.each([
  ['a length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nabc'],
  ['chunks', 'GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n'],
])(
  'createBoundedServer() waits for no body: with %s it answers and hangs up',
  async (_what, said) => {
    const talk = await serve((_request, response) => response.end('told'))
    const { heard, closed } = talk(said)
    await closed
    expect(heard()).toContain('told')
  },
  5000,
)

test('createBoundedServer() has room for a reader while others keep connections they do not use', async () => {
  let told = 0
  const talk = await serve((_request, response) => response.end('told'), { connections: 8 })
  for (let number = 0; number < 20; number++) {
    const { heard } = talk(ask('/'))
    while (!heard().includes('told')) await setTimeout(5)
    told++
  }
  expect(told).toBe(20)
}, 5000)

test('createBoundedServer() hangs up on whoever asked longest ago where there is no more room', async () => {
  const talk = await serve((request, response) => void (request.url === '/told' && response.end('told')), {
    connections: 4,
  })
  const talks = [ask('/held'), '', ask('/held'), ask('/held'), ask('/held'), ask('/told')].map(talk)
  await Promise.all(talks.slice(0, 2).map(({ closed }) => closed))
  while (!talks[5]?.heard().includes('told')) await setTimeout(5)
  expect(talks.map(({ socket }) => socket.destroyed)).toEqual([true, true, false, false, false, false])
}, 5000)
