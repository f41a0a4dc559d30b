import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const main = join(import.meta.dirname, '..', 'dist', 'main.js')

/** A host whose page `/slow` is answered only when it is let go. */
const held: (() => void)[] = []
const server = createServer((request, response) => {
  const { port } = server.address() as AddressInfo
  const item = (name: string): string =>
    `<item><guid isPermaLink="false">${name}</guid><title>The ${name} lock opens</title>` +
    `<link>http://127.0.0.1:${port}/${name}</link><description>Ann Weir opened it.</description></item>`
  if (request.url === '/rss')
    response.end(`<rss version="2.0"><channel><title>Lock</title>${item('quick')}${item('slow')}</channel></rss>`)
  else if (request.url === '/other') response.end('<rss version="2.0"><channel><title>Other</title></channel></rss>')
  else if (request.url === '/slow') held.push(() => response.writeHead(404).end())
  else response.writeHead(404).end()
})

type Run = {
  child: ChildProcess
  told: () => string
  says: (word: RegExp) => Promise<string>
  ended: Promise<number | null>
}

function waikan(folder: string, ...args: string[]): Run {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  // What a failed test leaves behind must not answer in the next one.
  onTestFinished(() => {
    child.kill('SIGKILL')
    held.length = 0
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (told += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const says = async (word: RegExp): Promise<string> => {
    for (let tries = 0; tries < 600; tries++) {
      const found = word.exec(told)
      if (found) return found[1] ?? found[0]
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`Cannot see ${word} in what waikan says: ${told}`)
  }
  return { child, told: () => told, says, ended }
}

function pressFolder(): string {
  const folder = tempFolder('start')
  const { port } = server.address() as AddressInfo
  writeFileSync(
    join(folder, 'waikan.yaml'),
    `sources: [{ name: Lock, feed: "http://127.0.0.1:${port}/rss", rights: full }]\nnet: { allow: [127.0.0.1], delayMs: 0 }\n`,
  )
  return folder
}

const filesWith = (folder: string, words: string): string[] =>
  globSync('press/site/**/*.{html,json,xml}', { cwd: folder }).filter((path) =>
    readFileSync(join(folder, path), 'utf8').includes(words),
  )

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('start serves at once, publishes a withdrawal in the middle of a round, and ends with 0 at Ctrl-C', async () => {
  const folder = pressFolder()
  const start = waikan(folder, 'start', '--port', '0')
  const home = await start.says(/Waikan is at (http:\S+)/u)
  expect((await fetch(home)).status).toBe(503)
  while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  await start.says(/read 1\/2/u)
  // The first article is read, the second one's page does not come: the round is under way.
  const doctor = waikan(folder, 'run')
  expect(await doctor.ended).toBe(2)
  expect(doctor.told()).toContain('is using it')
  const { DatabaseSync } = await import('node:sqlite')
  const db = new DatabaseSync(join(folder, 'press/waikan.db'), { readOnly: true })
  const id = String(db.prepare('SELECT id FROM article').get()?.id)
  db.close()
  const withdraw = waikan(folder, 'withdraw', id, '--scan')
  expect(await withdraw.ended).toBe(0)
  expect(withdraw.told()).toContain(`withdrawn: ${id}; published by process ${start.child.pid}`)
  // An article that was never public is withdrawn as soon as that is settled: the first edition is printed meanwhile.
  const front = join(folder, 'press/site/index.html')
  for (let tries = 0; tries < 200 && !existsSync(front); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await fetch(home)).status).toBe(200)
  expect(filesWith(folder, 'Ann Weir opened it')).toEqual([])
  start.child.kill('SIGINT')
  held.splice(0).forEach((go) => go())
  expect(await start.ended).toBe(0)
  expect(existsSync(join(folder, 'press/waikan.pid'))).toBe(false)
}, 60_000)

test('start ends with 0 at SIGTERM when nothing is under way', async () => {
  const folder = pressFolder()
  const start = waikan(folder, 'start', '--port', '0')
  while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  held.splice(0).forEach((go) => go())
  await start.says(/publish: \d+ files/u)
  start.child.kill('SIGTERM')
  expect(await start.ended).toBe(0)
}, 60_000)

test('start takes up a source that is added while it runs, and goes on with what it has where waikan.yaml is wrong', async () => {
  const folder = pressFolder()
  const config = join(folder, 'waikan.yaml')
  const { port } = server.address() as AddressInfo
  const start = waikan(folder, 'start', '--port', '0')
  while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  held.splice(0).forEach((go) => go())
  await start.says(/publish: \d+ files/u)
  const before = readFileSync(config, 'utf8')
  writeFileSync(config, `${before}wrong: 1\n`)
  await start.says(/waikan\.yaml has changed and is not taken up.*wrong/u)
  writeFileSync(config, before)
  const add = waikan(
    folder,
    'sources',
    'add',
    `http://localhost:${port}/other`,
    '--name',
    'Other',
    '--allow',
    'localhost',
  )
  expect(await add.ended).toBe(0)
  expect(add.told()).toContain(
    `Next: wait if process ${start.child.pid} is "waikan start", which takes it up by itself`,
  )
  await start.says(/waikan\.yaml has changed: 2 sources, 2 feeds now/u)
  await start.says(/collect: 1 feed asked, 0 failed/u)
  // Another list of allowed hosts is a reason to ask for failed pages again.
  while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  held.splice(0).forEach((go) => go())
  start.child.kill('SIGTERM')
  expect(await start.ended).toBe(0)
}, 60_000)
