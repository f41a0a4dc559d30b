import { spawn } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const main = join(import.meta.dirname, '..', 'dist', 'main.js')

/** A host that speaks http alone; its page `/slow` is never answered. */
let ended = true
const agents = new Set<string>()
let slowAsked = 0
const server = createServer((request, response) => {
  agents.add(request.headers['user-agent'] ?? '')
  const { port } = server.address() as AddressInfo
  const item = (name: string): string =>
    `<item><guid isPermaLink="false">${name}</guid><title>The ${name} lock opens</title><link>http://127.0.0.1:${port}/${name}</link></item>`
  if (request.url === '/rss')
    response.end(`<rss version="2.0"><channel><title>Lock</title>${item('one')}</channel></rss>`)
  else if (request.url === '/slow-rss')
    response.end(`<rss version="2.0"><channel><title>Lock</title>${item('slow')}${item('later')}</channel></rss>`)
  else if (request.url === '/ended') response.writeHead(ended ? 410 : 200).end('<rss version="2.0"><channel/></rss>')
  else if (request.url === '/one') response.end('<h1>The lock opens</h1><p>Ann Weir opened the lock at nine.</p>')
  else if (request.url === '/slow') slowAsked++
  else response.writeHead(404).end()
})
const portOf = (): number => (server.address() as AddressInfo).port

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

type Ended = { status: number | null; out: string; err: string }

function start(folder: string, args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const told = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (told.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (told.err += data.toString()))
  const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, ...told })))
  return { child, told, ended }
}
const waikan = (folder: string, ...args: string[]): Promise<Ended> => start(folder, args).ended

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(holds()).toBe(true)
}

test('init says which flag is wrong before anything is written', async () => {
  const folder = tempFolder('newcomer')
  const { status, err } = await waikan(folder, 'init', '--yes', '--language', 'french')
  expect(err).toBe('Wrong --language: current value is "french", expected one of zh-Hans, en\n')
  expect(status).toBe(2)
  expect(globSync('*', { cwd: folder })).toEqual([])
})

test('a press that says neither where it stands nor who makes it names nobody falsely, and its editor is told', async () => {
  const folder = tempFolder('newcomer')
  const init = await waikan(folder, 'init', '--yes', '--language', 'en')
  expect(init.out).toContain(
    'Outlets cannot reach you yet: write "contact: editor@press.example.org" (or a page) below',
  )
  agents.clear()
  await waikan(folder, 'sources', 'add', `http://127.0.0.1:${portOf()}/rss`, '--allow', '127.0.0.1')
  expect([...agents]).toEqual(['Waikan/0.1 (self-hosted feed reader)'])
  await waikan(folder, 'run')
  const doctor = await waikan(folder, 'doctor')
  expect(doctor.out).toContain('advice: The outlets that are asked cannot reach anybody')
  const about = readFileSync(join(folder, 'press/site/about/index.html'), 'utf8')
  expect(about).toContain('The editor of this site has not said yet how to be reached.')
  const going = start(folder, ['start', '--port', '0'])
  await until(() => going.told.err.includes('requests name nobody whom an outlet could ask: write "contact:'))
  going.child.kill('SIGINT')
  expect((await going.ended).status).toBe(0)
}, 60_000)

test('a first press from nothing: init, sources add without a scheme, run, doctor, and whom outlets write to', async () => {
  const folder = tempFolder('newcomer')
  await waikan(folder, 'init', '--yes', '--language', 'en', '--contact', 'ed@gull.example')
  const added = await waikan(folder, 'sources', 'add', `127.0.0.1:${portOf()}/rss`, '--allow', '127.0.0.1')
  expect(added.out).toContain('its server does not speak https there')
  expect(added.out).toContain('trying http://')
  expect(added.out).not.toContain('openssl')
  expect(added.out).toContain(`http://127.0.0.1:${portOf()}/rss  1 item\n`)
  expect(added.status).toBe(0)
  const before = await waikan(folder, 'doctor')
  expect(before.out).toContain('advice: The feed was not asked yet\n  remedy: waikan run, or waikan start')
  expect(before.status).toBe(0)
  const run = await waikan(folder, 'run')
  expect(run.out).toContain('collect: 1 feed asked, 0 failed\nread: 1 item, 0 pages could not be had\n')
  expect(agents).toContain('Waikan/0.1 (ed@gull.example)')
  const doctor = await waikan(folder, 'doctor')
  expect(doctor.out).toContain('advice: The site has no address')
  expect(doctor.out).toContain('"url: https://press.example.org/" below "site:" in waikan.yaml')
  expect(doctor.status).toBe(0)
  const about = readFileSync(join(folder, 'press/site/about/index.html'), 'utf8')
  expect(about).toContain('<a href="mailto:ed@gull.example">ed@gull.example</a>')
  const twin = JSON.parse(readFileSync(join(folder, 'press/site/about/index.json'), 'utf8')) as { contact: string }
  expect(twin.contact).toBe('ed@gull.example')
  const every = await waikan(folder, 'changed')
  expect(every.out).toContain('about/index.html\n')
  expect(every.status).toBe(0)
}, 60_000)

test('a feed that answered 410 and is back is asked again by the command that its message names', async () => {
  const folder = tempFolder('newcomer')
  const feed = `http://127.0.0.1:${portOf()}/ended`
  await waikan(folder, 'sources', 'add', feed, '--unchecked', '--name', 'Weir', '--allow', '127.0.0.1')
  expect((await waikan(folder, 'run')).err).toContain('when it is back: waikan run collect --all-feeds')
  ended = false
  expect((await waikan(folder, 'run')).out).toContain('collect: 0 feeds asked')
  expect((await waikan(folder, 'doctor')).out).toContain('when it is back: waikan run collect --all-feeds')
  expect((await waikan(folder, 'run', 'collect', '--all-feeds')).out).toContain('collect: 1 feed asked, 0 failed')
  expect((await waikan(folder, 'doctor')).out).not.toContain('410')
}, 60_000)

test('extract asks the hosts that the configuration allows, without --allow', async () => {
  const folder = tempFolder('newcomer')
  const page = `http://127.0.0.1:${portOf()}/one`
  expect((await waikan(folder, 'extract', page)).err).toContain('is not public')
  writeFileSync(join(folder, 'waikan.yaml'), 'net: { allow: [127.0.0.1], delayMs: 0 }\n')
  const { out, status } = await waikan(folder, 'extract', page)
  expect(out).toContain('Ann Weir opened the lock at nine.')
  expect(status).toBe(0)
})

test('run ends with 130 at Ctrl-C, says what is kept, and gives the press folder back', async () => {
  const folder = tempFolder('newcomer')
  writeFileSync(
    join(folder, 'waikan.yaml'),
    `sources: [{ name: Lock, feed: "http://127.0.0.1:${portOf()}/slow-rss" }]\nnet: { allow: [127.0.0.1], delayMs: 0, timeoutMs: 3000 }\n`,
  )
  const run = start(folder, ['run'])
  await until(() => slowAsked > 0)
  run.child.kill('SIGINT')
  const { status, err, out } = await run.ended
  expect(err).toContain('Stopping: what is under way is finished. What was stored stays')
  expect(out).toContain('collect: 1 feed asked')
  expect(out).not.toContain('publish:')
  expect(status).toBe(130)
  expect(globSync('press/waikan.pid', { cwd: folder })).toEqual([])
}, 30_000)

test('serve searches the press of another configuration by the index in its site, and says whose it is not', async () => {
  const folder = tempFolder('newcomer')
  await waikan(folder, 'run')
  writeFileSync(join(folder, 'waikan.yaml'), 'sources: [{ name: Other, feed: "https://other.example/rss" }]\n')
  const serve = start(folder, ['serve', '--press', 'press/sample', '--port', '0'])
  await until(() => serve.told.out.includes('Waikan is at'))
  expect(serve.told.err).toContain('follows none of the sources of waikan.yaml')
  const home = /http:\S+/u.exec(serve.told.out)?.[0] ?? ''
  const index = await fetch(`${home}search/index.json`)
  expect(index.status).toBe(200)
  expect(index.headers.get('waikan-search')).toBe(null)
  serve.child.kill('SIGTERM')
  expect((await serve.ended).status).toBe(0)
}, 60_000)

test.each([
  [
    ['sources', 'add', 'not an address'],
    'Cannot follow "not an address": expected the address of a feed or of a page',
    2,
  ],
  [['sources', 'import', 'notes.txt'], 'Cannot import "notes.txt": it is no OPML', 1],
  [['parse-feed', 'notes.txt'], 'Cannot read feed "notes.txt": it is plain text', 1],
  [['parse-feed', '.'], 'Cannot read ".": it is a folder, expected a file', 2],
  [['extract', '.'], 'Cannot read ".": it is a folder, expected a file', 2],
  [['extract', 'gull.example/a'], 'expected a file, or an address with http:// or https://', 2],
  [['serve', '--host', 'nowhere.invalid', '--port', '0'], 'Cannot getaddrinfo "nowhere.invalid": ', 1],
])(
  '%s is told what was expected',
  async (args, message, code) => {
    const folder = tempFolder('newcomer')
    writeFileSync(join(folder, 'notes.txt'), 'Buy apples')
    // What serves looks for a press first.
    mkdirSync(join(folder, 'press/sample'), { recursive: true })
    writeFileSync(join(folder, 'press/sample/waikan.db'), '')
    const { status, err } = await waikan(folder, ...args)
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
    expect(status).toBe(code)
  },
  30_000,
)
