import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveSite } from './serve-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'waikan-serve-'))
let ready = true
const server = serveSite(join(folder, 'site'), {
  slugOf: (id) => ({ mic3k9x2a7qd: '新题', mwithdrawn01: '' })[id] ?? null,
  canSearch: () => ready,
  search: ({ query, source }) =>
    ready ? [{ position: 3, inHeadline: true, card: [query, source ?? '', '', '', '', '', '', '', ''] }] : null,
})
let port = 0

beforeAll(async () => {
  mkdirSync(join(folder, 'site', 'a', 'mic3k9x2a7qd', '新题'), { recursive: true })
  writeFileSync(join(folder, 'site', 'index.html'), 'home')
  writeFileSync(join(folder, 'site', '404.html'), 'not here')
  writeFileSync(join(folder, 'site', 'long.html'), 'word '.repeat(400))
  writeFileSync(join(folder, 'site', 'card.png'), 'pixel '.repeat(400))
  writeFileSync(join(folder, 'site', 'a', 'mic3k9x2a7qd', '新题', 'index.html'), 'article')
  writeFileSync(join(folder, 'site', 'a', 'mic3k9x2a7qd', 'index.json'), '{"article":{}}')
  mkdirSync(join(folder, 'site', 'a', 'mwithdrawn01'))
  writeFileSync(join(folder, 'site', 'a', 'mwithdrawn01', 'index.html'), 'withdrawn')
  mkdirSync(join(folder, 'site', 'search'))
  writeFileSync(join(folder, 'site', 'search', 'index.json'), '{}')
  writeFileSync(join(folder, 'secret'), 'secret')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

// Not fetch(): it would tidy the path before it is sent.
function ask(
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string; location: string | undefined; search: unknown }> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += String(chunk)))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body,
          location: response.headers.location,
          search: response.headers['waikan-search'],
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; bytes: Buffer }

/** The answer as it came over the wire. */
async function fetchBytes(path: string, headers: Record<string, string>): Promise<Answer> {
  const asked = request({ port, host: '127.0.0.1', path, headers }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) }
}

test('serveSite() gives the front page of a folder', async () => {
  expect(await ask('/')).toMatchObject({ status: 200, body: 'home' })
})

test('serveSite() gives nothing outside its folder', async () => {
  expect(await ask('/../secret')).toMatchObject({ status: 404 })
  expect(await ask('/%2e%2e/secret')).toMatchObject({ status: 404 })
})

test('serveSite() redirects an old slug to the page of the same id', async () => {
  expect(await ask('/a/mic3k9x2a7qd/old-title/')).toMatchObject({
    status: 301,
    location: '/a/mic3k9x2a7qd/%E6%96%B0%E9%A2%98/',
  })
})

test('serveSite() leads from the headline of a withdrawn article to its tombstone', async () => {
  expect(await ask('/a/mwithdrawn01/the-headline/')).toMatchObject({ status: 301, location: '/a/mwithdrawn01/' })
  expect(await ask('/a/mwithdrawn01/')).toMatchObject({ status: 200, body: 'withdrawn' })
  expect(await ask('/a/mwithdrawn01/index.html')).toMatchObject({ status: 200, body: 'withdrawn' })
})

test('serveSite() gives the article under its present slug', async () => {
  expect(await ask('/a/mic3k9x2a7qd/%E6%96%B0%E9%A2%98/')).toMatchObject({ status: 200, body: 'article' })
})

test('serveSite() gives the JSON twin of an article as it stands', async () => {
  expect(await ask('/a/mic3k9x2a7qd/index.json')).toMatchObject({ status: 200, body: '{"article":{}}' })
})

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, br;q=0', 'gzip', gunzipSync],
  ['deflate', undefined, (bytes: Buffer) => bytes],
])('serveSite() packs a text for a client that takes %s as %s', async (accepted, encoding, unpack) => {
  const answer = await fetchBytes('/long.html', { 'accept-encoding': accepted })
  expect(answer.headers['content-encoding']).toBe(encoding)
  expect(answer.headers.vary).toBe('accept-encoding')
  expect(unpack(answer.bytes).toString()).toBe('word '.repeat(400))
})

test('serveSite() packs no picture, and knows a packed text again', async () => {
  const picture = await fetchBytes('/card.png', { 'accept-encoding': 'br' })
  expect(picture.headers['content-encoding']).toBeUndefined()
  const text = await fetchBytes('/long.html', { 'accept-encoding': 'br' })
  const again = { 'accept-encoding': 'br', 'if-none-match': String(text.headers.etag) }
  expect((await fetchBytes('/long.html', again)).status).toBe(304)
  expect((await fetchBytes('/long.html', { ...again, 'accept-encoding': 'gzip' })).status).toBe(200)
})

test('serveSite() refuses to write', async () => {
  expect(await ask('/', 'POST')).toMatchObject({ status: 405 })
})

test('serveSite() answers a search and says with the index that it does', async () => {
  expect(await ask('/search/index.json')).toMatchObject({ status: 200, search: 'find.json' })
  const { status, body } = await ask('/search/find.json?q=%E6%B8%AF%E5%8F%A3+%22&source=North')
  expect(status).toBe(200)
  expect(JSON.parse(body)).toEqual({
    found: [{ position: 3, inHeadline: true, card: ['港口 "', 'North', '', '', '', '', '', '', ''] }],
  })
})

test('serveSite() leaves a search to the files while its index is not whole, and a query no reader types', async () => {
  expect(await ask(`/search/find.json?q=${'x'.repeat(201)}`)).toMatchObject({ status: 414 })
  ready = false
  expect(await ask('/search/find.json?q=x')).toMatchObject({ status: 404 })
  expect(await ask('/search/index.json')).toMatchObject({ status: 200, search: undefined })
  ready = true
})

test('serveSite() hangs up on a client that asks without end', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1000))
  await new Promise<void>((resolve) => {
    socket.resume().on('close', () => resolve())
  })
  expect(socket.destroyed).toBe(true)
}, 3000)
