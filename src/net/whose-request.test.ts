import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Get } from './get.ts'
import { createPoliteGet } from './polite-get.ts'
import type { SiteFile } from './site-files.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/**
 * One server that stands for all hosts of 127.0.0.0/8: 127.0.8.1 for an outlet, 127.0.9.9 for a machine of the editor's
 * network; both are in the allow list, each by an entry of its own.
 */
async function world(answer: RequestListener) {
  const asked: string[] = []
  let connections = 0
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`)
    answer(request, response)
  })
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => {
    server.listen(0, '0.0.0.0', resolve)
  })
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const rows = new Map<string, SiteFile>()
  const begin = (): Get =>
    createPoliteGet({
      userAgent: 'Waikan/0.1',
      allow: [`127.0.8.1:${port}`, '127.0.9.9', 'localhost'],
      perHostDelayMs: 0,
      timeoutMs: 2000,
      files: {
        get: (name) => rows.get(JSON.stringify(name)),
        set: (name, file) => void rows.set(JSON.stringify(name), file),
      },
    })
  const at = (host: string, path: string): string => `http://${host}:${port}${path}`
  return {
    get: begin(),
    begin,
    asked,
    at,
    outlet: at('127.0.8.1', '/feed'),
    inside: at('127.0.9.9', '/feed'),
    opened: () => connections,
  }
}

test('get() asks no private host for nobody in particular, though the allow list names it', async () => {
  const { get, asked, inside } = await world((_request, response) => response.end('secret'))
  await expect(get(inside, { kind: 'feed' })).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('only to a source whose own feed lies there') as string,
  })
  expect(asked).toEqual([])
})

test('get() follows the link of a source only to the entry under which its own address lies', async () => {
  const { get, asked, at, outlet, inside } = await world((_request, response) => response.end('text'))
  await expect(get(at('127.0.9.9', '/admin?now=1'), { kind: 'page', own: [outlet] })).rejects.toThrow('not public')
  expect((await get(at('127.0.9.9', '/story'), { kind: 'page', own: [inside] })).text).toBe('text')
  expect(asked).toEqual(['127.0.9.9/robots.txt', '127.0.9.9/story', '127.0.9.9/.well-known/tdmrep.json'])
})

test.each(['feed', 'page'] as const)(
  'get() follows no redirect of a %s into a host that is not its own',
  async (kind) => {
    const { get, asked, at, outlet } = await world(({ url }, response) => {
      response.writeHead(url === '/feed' ? 302 : 404, { location: at('127.0.9.9', '/secret') }).end()
    })
    await expect(get(outlet, { kind, own: [outlet] })).rejects.toThrow('not public')
    expect(asked.filter((one) => one.startsWith('127.0.9.9'))).toEqual([])
  },
)

test.each(['/robots.txt', '/.well-known/tdmrep.json'])(
  'get() follows no redirect of %s into a host that is not its own',
  async (path) => {
    const { get, asked, at, outlet } = await world(({ url }, response) => {
      response.writeHead(url === path ? 301 : 404, { location: at('127.0.9.9', path) }).end()
    })
    await get(outlet, { kind: 'page', own: [outlet] }).catch(() => undefined)
    await get(outlet, { kind: 'page', own: [outlet], termsOnly: true }).catch(() => undefined)
    expect(asked).toContain(`127.0.8.1${path}`)
    expect(asked.filter((one) => one.startsWith('127.0.9.9'))).toEqual([])
  },
)

test.each(['127.0.9.9', 'localhost'])(
  'get() lends nobody the connection or the robots.txt of a source that may ask %s',
  async (host) => {
    const { get, asked, at, outlet, opened } = await world((_request, response) => response.end('text'))
    const inside = at(host, '/feed')
    await get(inside, { kind: 'page', own: [inside] })
    const before = asked.length
    for (const own of [[outlet], []])
      for (const kind of ['page', 'feed'] as const)
        await expect(get(at(host, '/x'), { kind, own })).rejects.toThrow('not public')
    expect((await get(at(host, '/x'), { kind: 'feed', own: [inside] })).text).toBe('text')
    expect(asked.slice(before)).toEqual([`${host}/x`])
    expect(opened()).toBe(1)
  },
)

test.each(['127.0.9.9', 'localhost'])('get() tells a stranger nothing that %s says of machines', async (host) => {
  const { get, at, outlet } = await world(({ url }, response) => {
    response.end(url === '/robots.txt' ? 'User-agent: *\nDisallow: /secret' : '')
  })
  const inside = at(host, '/secret')
  const asked = { kind: 'page', termsOnly: true } as const
  expect((await get(inside, { ...asked, own: [inside] })).optOut).toEqual(['robots.txt: forbids this page'])
  await expect(get(inside, { ...asked, own: [outlet] })).rejects.toThrow('not public')
})

test('get() tells a stranger nothing of it from what an earlier process kept either', async () => {
  const { get, begin, asked, at, outlet } = await world(({ url }, response) => {
    response.end(url === '/robots.txt' ? 'User-agent: *\nDisallow: /secret' : '')
  })
  const inside = at('127.0.9.9', '/secret')
  const terms = { kind: 'page', termsOnly: true } as const
  await get(inside, { ...terms, own: [inside] })
  const later = begin()
  expect((await later(inside, { ...terms, own: [inside] })).optOut).toEqual(['robots.txt: forbids this page'])
  for (const own of [[outlet], []]) await expect(later(inside, { ...terms, own })).rejects.toThrow('not public')
  expect(asked).toEqual(['127.0.9.9/robots.txt'])
})
