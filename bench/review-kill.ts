/**
 * Paid calls under kill -9: `waikan run review` over many articles against a scripted server (no model), killed at random
 * moments until all is done.
 *
 *   npm run build && node bench/review-kill.ts [articles, default 1000] [kills, default 25] [seed, default 1]
 *
 * The server counts a question as answered when the last byte of its answer was handed on, and fails one question in
 * twenty (429, 500, a broken line). Printed: questions asked again though answered, beside a peer that keeps an answer with
 * the finished review of its batch of ten, as a program without a ledger does; different prefixes; where the key was found.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as StoreDoor from '../src/store/store.ts'
import { load, makeArticle } from './archive.ts'

const { openStore } = await load<typeof StoreDoor>('store/store.js')
const { saveArticle } = await load<typeof ArticlesDoor>('store/articles.js')

const articles = Number(process.argv[2] ?? 1000)
const kills = Number(process.argv[3] ?? 25)
let seed = Number(process.argv[4] ?? 1)
const key = 'sk-bench-never-to-be-found-anywhere'
const main = join(import.meta.dirname, '..', 'dist', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'waikan-kill-'))
const press = join(folder, 'press')
const settings = join(folder, 'waikan.yaml')

function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const cited = { kind: 'fact', evidence: [{ passage: 'p1', quote: '议会讨论了港口与铁路的预算' }] }
const reply = JSON.stringify({
  headline: { text: '议会讨论港口与铁路的预算', ...cited },
  lede: { text: '议会讨论了港口与铁路的预算。', ...cited },
  summary: [
    { text: '港口与铁路的钱从哪里来，议会谈了。', ...cited },
    { text: '铁路也在预算之内。', ...cited },
  ],
  commentary: [],
  last: 'p10',
})

const answeredAt = new Map<string, number>()
/** Number of the process that asked, by question. */
const askedBy = new Map<string, number>()
let runs = 0
let sameProcess = 0
let toTheDead = 0
const prefixes = new Set<string>()
const repeated: number[] = []
let asked = 0
let diedAt = 0
let told = ''
let onAsked = (): void => undefined

function say(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '20' }).end(body)
}

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    asked++
    onAsked()
    const { messages } = JSON.parse(body) as { messages: [{ content: string }, { content: unknown }] }
    prefixes.add(messages[0].content)
    const question = createHash('sha256').update(body).digest('hex')
    const before = answeredAt.get(question)
    // Timers come before closed sockets in the event loop: an answer may go to a process that was killed before it.
    if (before !== undefined && askedBy.get(question) === runs) sameProcess++
    else if (before !== undefined && before >= diedAt) toTheDead++
    else if (before !== undefined) repeated.push(diedAt - before)
    askedBy.set(question, runs)
    answeredAt.delete(question)
    const chance = random()
    if (chance < 0.02) return say(response, 429, `{"error":{"message":"slow down, ${key}"}}`)
    if (chance < 0.04) return say(response, 500, `{"error":{"message":"broken, ${key}"}}`)
    if (chance < 0.05) return void request.socket.destroy()
    const choice = { index: 0, message: { role: 'assistant', content: reply }, finish_reason: 'stop' }
    const usage = { prompt_tokens: 900, completion_tokens: 300, total_tokens: 1200 }
    response.on('finish', () => answeredAt.set(question, Date.now()))
    const whole = { id: 'r', object: 'chat.completion', created: 1, model: 'scripted', choices: [choice], usage }
    // To a process that died nothing is answered.
    setTimeout(() => request.socket.destroyed || say(response, 200, JSON.stringify(whole)), 150 + random() * 300)
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
writeFileSync(
  settings,
  `site: { title: Bench, language: zh-Hans }
review: { model: scripted, baseUrl: "http://127.0.0.1:${port}/v1", parallel: 4, price: { input: 1, output: 2 } }
sources: [{ name: Outlet 0, feed: "http://127.0.0.1:${port}/feed" }]
`,
)

function seedPress(): void {
  mkdirSync(press, { recursive: true })
  const store = openStore(press)
  store.transaction(() => {
    for (let number = 0; number < articles; number++) saveArticle(store, makeArticle(number), String(number))
  })
  store.close()
}

/** Run until the end, or until a random moment after the first question. */
async function run(kill: boolean): Promise<void> {
  runs++
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'run', 'review', '-c', settings, '-p', press],
    { env: { ...process.env, WAIKAN_MODEL_KEY: key } },
  )
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  if (kill) {
    await Promise.race([ended, new Promise<void>((resolve) => (onAsked = resolve))])
    await Promise.race([ended, sleep(100 + random() * 4000)])
    diedAt = Date.now()
    child.kill('SIGKILL')
  }
  await ended
}

/** Files of the press folder and lines of output that hold the key. */
function leaks(): string[] {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile())
  const found = files.filter((file) => readFileSync(join(folder, file)).includes(key))
  return told.includes(key) ? [...found, 'output'] : found
}

seedPress()
let killed = 0
for (; killed < kills && answeredAt.size < articles; killed++) await run(true)
await run(false)
const found = leaks()
const db = new DatabaseSync(join(press, 'waikan.db'))
const count = (sql: string): number => Number(db.prepare(sql).get()?.n)
const reviews = count('SELECT COUNT(*) AS n FROM review')
const shown = count(`SELECT COUNT(*) AS n FROM review WHERE data LIKE '%"heldBecause":null%'`)
const kept = count('SELECT COUNT(*) AS n FROM model_call')
db.close()
server.close()
rmSync(folder, { recursive: true })

const onTheWire = repeated.filter((ms) => ms < 50).length
const oldest = repeated.length > 0 ? ` (oldest ${Math.max(...repeated)} ms)` : ''
process.stdout.write(`${articles} articles, killed ${killed} times: ${reviews} reviews, ${shown} of them shown
questions ${asked}, answered ${answeredAt.size} different, kept ${kept}
asked again though answered: ${repeated.length - onTheWire}; answered less than 50 ms before the kill, on the wire: ${onTheWire}${oldest}; answered to a process already killed: ${toTheDead}; asked twice by one process: ${sameProcess}
a batch of ten without a ledger would have asked again: ${killed * 5} (half a batch a kill)
different prefixes: ${prefixes.size}; key found in: ${found.join(', ') || 'nothing'}
`)
process.exitCode =
  sameProcess + repeated.length - onTheWire > 0 || prefixes.size !== 1 || found.length > 0 || reviews < articles ? 1 : 0
