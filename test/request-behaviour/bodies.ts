import { gzipSync } from 'node:zlib'
import type { Behaviour } from './requests.ts'
import { must } from './verdicts.ts'
import { feedText, say, type Answer } from './world.ts'

const damaged = Buffer.from(gzipSync('Sorry, nothing to see here. '.repeat(500)))
damaged.fill(0xaa, 12)
/** Bodies that end badly, or never. */
const bodies: [name: string, answer: (status: number, headers: Record<string, string>) => Answer][] = [
  ['whose gzip is damaged', (status, headers) => say({ ...headers, 'content-encoding': 'gzip' }, damaged, status)],
  ['of more bytes than a feed may have', (status, headers) => say(headers, 'x'.repeat(300_000), status)],
  [
    'without end',
    (status, headers) => (response) => {
      response.writeHead(status, headers)
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    },
  ],
  [
    'that breaks off',
    (status, headers) => (response) => {
      response.writeHead(status, { ...headers, 'content-length': '900' }).write('x', () => response.destroy())
    },
  ],
]
const each = (what: string, make: (answer: (typeof bodies)[number][1]) => Pick<Behaviour, 'answer' | 'run'>) =>
  bodies.map(([name, answer]) => {
    const { answer: answered, run } = make(answer)
    return must(`${what} with a body ${name}`, answered, run)
  })

/** What is said by the head of an answer holds, whatever its body does. */
export const unneededBodies: Behaviour[] = [
  ...each('410 ends a feed also', (answer) => ({
    answer: answer(410, {}),
    run: async (world) => (await world.visit()).outcome === 'gone',
  })),
  ...each('404 keeps its status and its max-age also', (answer) => ({
    answer: answer(404, { 'cache-control': 'max-age=36000' }),
    run: async (world) => {
      const { message, state } = await world.visit()
      return message?.includes('answered 404') === true && (state.nextDueAt ?? '') >= '2026-11-23T18:00:00Z'
    },
  })),
  ...each('Retry-After of a 429 is waited for also', (answer) => ({
    answer: answer(429, { 'retry-after': '36000' }),
    run: async (world) => ((await world.visit()).state.nextDueAt ?? '') >= '2026-11-23T18:00:00Z',
  })),
  ...each('301 is followed also', (answer) => ({
    answer: (response, request, number) =>
      (request.url === '/feed' ? answer(301, { location: '/new' }) : say({}, feedText))(response, request, number),
    run: async (world) => (await world.visit()).outcome === 'new',
  })),
  must(
    'a redirect whose body never ends is followed within the second',
    (response, request, number) => {
      if (request.url !== '/feed') return say()(response, request, number)
      response.writeHead(302, { location: '/new' }).write('one moment')
    },
    async (world) => {
      const asked = performance.now()
      return (await world.visit()).outcome === 'new' && performance.now() - asked < 1000
    },
  ),
  must(
    'marks of a 304 that names a coding and a length are kept',
    (response) => {
      response.socket?.write(
        'HTTP/1.1 304 Not Modified\r\nETag: "2"\r\nContent-Encoding: gzip\r\nContent-Length: 900\r\n\r\n',
      )
    },
    async (world) => {
      const { outcome, state } = await world.visit({ state: { etag: '"1"' } })
      return outcome === 'unchanged' && state.etag === '"2"'
    },
  ),
  must(
    '304 with a body against the rules is a 304',
    (response) => {
      response.socket?.write('HTTP/1.1 304 Not Modified\r\nETag: "2"\r\nContent-Length: 5\r\n\r\nnever')
    },
    async (world) => (await world.visit({ state: { etag: '"1"' } })).outcome === 'unchanged',
  ),
]
