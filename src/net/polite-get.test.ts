import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import type { Get } from './get.ts'
import { createPoliteGet, type PoliteOptions } from './polite-get.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('Cannot listen on loopback')
  return `http://127.0.0.1:${address.port}`
}

/** Asks for what the editor wrote. */
function polite(options: Partial<PoliteOptions> = {}): Get {
  const allow = ['127.0.0.1']
  const get = createPoliteGet({ userAgent: 'Waikan/0.1', allow, perHostDelayMs: 0, timeoutMs: 2000, ...options })
  return (url, ask) => get(url, { own: [url], ...ask })
}

test('get() returns the marks exactly as given and hands back a 304', async () => {
  const site = await serve((request, response) => {
    const { 'if-none-match': etag, 'if-modified-since': since, cookie, referer } = request.headers
    response.writeHead(304, { 'x-seen': `${etag}|${since}|${cookie}|${referer}` }).end()
  })
  const got = await polite()(site, { kind: 'feed', etag: 'W/"a b"', lastModified: 'yesterday' })
  expect([got.status, got.headers['x-seen']]).toEqual([304, 'W/"a b"|yesterday|undefined|undefined'])
})

test('get() follows no redirect to an address that was asked, and answers with it', async () => {
  const seen: string[] = []
  const site = await serve((request, response) => {
    seen.push(request.url ?? '')
    response.writeHead(302, { location: request.url === '/feed' ? '/guess' : '/' }).end()
  })
  const got = await polite()(`${site}/feed#top`, { kind: 'feed', asked: new Set([`${site}/`]) })
  expect([got.status, got.url, got.redirects.at(-1)]).toEqual([
    302,
    `${site}/guess`,
    { status: 302, to: `${site}/#top` },
  ])
  expect(seen).toEqual(['/feed', '/guess'])
})

const moved = ['/old', '/story?id=7', '/read?page=story', '/login', '/read?page=login']

test('get() gives marks back to the address that gave them, and to none that a redirect leads to', async () => {
  const seen: string[] = []
  const site = await serve((request, response) => {
    const at = moved.indexOf(request.url ?? '')
    const to = at < 0 ? undefined : moved[at + 1]
    seen.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`)
    response.writeHead(to ? 302 : 200, to ? { location: to } : {}).end()
  })
  const marks = { etag: '"s"', lastModified: 'Monday' }
  const sent = async (marksOf?: string) => {
    await polite()(`${site}/old`, { kind: 'page', ...marks, ...(marksOf && { marksOf: site + marksOf }) })
    return seen.splice(0).filter((line) => !line.startsWith('/robots') && !line.startsWith('/.well-known'))
  }
  expect(await sent()).toEqual(['/old "s"', '/story?id=7 -', '/read?page=story -', '/login -', '/read?page=login -'])
  expect(await sent('/read?page=story')).toEqual([
    '/old -',
    '/story?id=7 -',
    '/read?page=story "s"',
    '/login -',
    '/read?page=login -',
  ])
})

test('get() ends a compression bomb at the limit of decoded bytes', async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000))
  const site = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  const get = polite({ maxBytes: { feed: 100_000, page: 100_000 } })
  await expect(get(site, { kind: 'feed' })).rejects.toThrow('larger than 100000 bytes')
})

test('get() gives up a body that drips', async () => {
  const site = await serve((_request, response) => {
    const drip = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(drip))
  })
  await expect(polite()(site, { kind: 'feed' })).rejects.toThrow('no complete answer within 2 seconds')
})

test('get() refuses a redirect to a private address', async () => {
  const site = await serve((_request, response) => {
    response.writeHead(302, { location: 'http://2130706434/' }).end()
  })
  await expect(polite()(site, { kind: 'feed' })).rejects.toThrow('127.0.0.2 is not public')
})

test('get() ends a redirect loop', async () => {
  const site = await serve((_request, response) => {
    response.writeHead(301, { location: '/' }).end()
  })
  await expect(polite()(site, { kind: 'feed' })).rejects.toThrow('redirects in a circle')
})

test('get() refuses a name that leads to a private address', async () => {
  await expect(polite({ allow: [] })('http://localhost:9/', { kind: 'feed' })).rejects.toThrow('not public')
})

test('get() refuses a page of a private address for good, though its robots.txt is asked first', async () => {
  const page = polite({ allow: [] })('http://localhost:9/a', { kind: 'page' })
  await expect(page).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('not public') as string,
  })
})

test.each(['http://10.11.12.13/robots.txt', 'http://localhost.:9/', 'ftp://a.example/', 'http://'])(
  'get() asks again later for a page whose robots.txt redirects to %s',
  async (location) => {
    const site = await serve((request, response) => {
      response.writeHead(request.url === '/robots.txt' ? 301 : 200, { location }).end()
    })
    await expect(polite()(`${site}/a`, { kind: 'page' })).rejects.toMatchObject({
      retryable: true,
      retryAfterMs: 600_000,
    })
  },
)

test('get() obeys robots.txt for pages and asks it once', async () => {
  const asked: (string | undefined)[] = []
  const site = await serve((request, response) => {
    asked.push(request.url)
    response.end(request.url === '/robots.txt' ? 'User-agent: Waikan\nDisallow: /no' : 'page')
  })
  const get = polite()
  await expect(get(`${site}/no/1`, { kind: 'page' })).rejects.toThrow('robots.txt forbids')
  expect((await get(`${site}/yes`, { kind: 'page' })).text).toBe('page')
  expect(asked).toEqual(['/robots.txt', '/yes', '/.well-known/tdmrep.json'])
})

test('get() leaves a host alone that said Retry-After', async () => {
  let asked = 0
  const site = await serve((_request, response) => {
    asked++
    response.writeHead(429, { 'retry-after': '60' }).end()
  })
  const get = polite()
  expect((await get(site, { kind: 'feed' })).status).toBe(429)
  await expect(get(`${site}/other`, { kind: 'feed' })).rejects.toThrow('asked us to wait')
  expect(asked).toBe(1)
})

test('get() says a reset connection is retryable and hides a password', async () => {
  const site = await serve((request) => request.socket.destroy())
  const url = site.replace('http://', 'http://ann:secret@')
  const failed = await polite()(url, { kind: 'feed' }).catch((error: unknown) => error)
  expect(failed).toMatchObject({ name: 'FetchError', retryable: true })
  expect(String(failed)).not.toContain('secret')
})
