// Kill `waikan run collect` and `waikan run read` at random moments, run them to their end, and look whether anything was lost
// or doubled. A press of invented outlets is served on loopback, each feed in two states: items are edited, taken off and
// added between them, so that revisions and looks at the original are hit too.
// node scripts/kill-run.ts [--times 200] [--seed 1] (after npm run build)
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadPage } from '../src/store/pages.ts'
import { openStore } from '../src/store/store.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})
const times = Number(values.times)
let seed = Number(values.seed)
const main = join(import.meta.dirname, '..', 'dist', 'main.js')
const outlets = 8
const itemsEach = 6

function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

/** Items of an outlet in a state: the second has the first item no more, the second item edited, and a new one. */
const numbers = (state: number): number[] => Array.from({ length: itemsEach }, (_, at) => at + state - 1)
const sentence = (outlet: number, number: number): string =>
  `The council of harbour town ${outlet} met for the ${number}th time and spoke about the bridge and its keeper.`
const isEdited = (number: number, state: number): boolean => state === 2 && number === 1

function feedXml(outlet: number, state: number): string {
  const items = numbers(state).map((number) => {
    const title = `Meeting ${number} of town ${outlet}${isEdited(number, state) ? ', corrected' : ''}`
    return `<item><title>${title}</title><link>/${outlet}/${number}</link><guid isPermaLink="false">${outlet}-${number}</guid><pubDate>Mon, 23 Nov 2026 0${number % 10}:00:00 GMT</pubDate></item>`
  })
  return `<rss version="2.0"><channel><title>Town ${outlet}</title><link>http://127.0.0.1/</link>${items.join('')}</channel></rss>`
}

function pageHtml(outlet: number, number: number, state: number): string {
  const changed = isEdited(number, state)
    ? '<p>A correction was added to this report in the afternoon of the same day.</p>'
    : ''
  const paragraphs = Array.from(
    { length: 6 },
    (_, at) => `<p>${sentence(outlet, number)} Part ${at} of the report.</p>`,
  ).join('')
  return `<!doctype html><html lang="en"><head><title>Meeting ${number} of town ${outlet}</title></head><body><article><h1>Meeting ${number} of town ${outlet}${changed ? ', corrected' : ''}</h1>${paragraphs}${changed}</article></body></html>`
}

let state = 1
const server = createServer((asked, response) => {
  const [outlet = '', what = ''] = (asked.url ?? '').split('/').slice(1)
  if (outlet === 'robots.txt' || outlet === '.well-known') response.writeHead(404).end()
  else if (what === 'feed')
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedXml(Number(outlet), state))
  else response.writeHead(200, { 'content-type': 'text/html' }).end(pageHtml(Number(outlet), Number(what), state))
})
const port = await new Promise<number>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    resolve(typeof address === 'object' && address ? address.port : 0)
  })
})
const base = mkdtempSync(join(tmpdir(), 'waikan-kill-'))
const config = join(base, 'waikan.yaml')
const sources = Array.from(
  { length: outlets },
  // Addresses of their own, so that the turn for each host does not make one queue of all.
  (_, at) => `  - { name: Town ${at}, feed: "http://127.0.0.${at + 1}:${port}/${at}/feed" }`,
)
server.close()
server.listen(port, '0.0.0.0')
writeFileSync(config, `net: { allow: ["127.0.0.0/8"], delayMs: 0 }\nsources:\n${sources.join('\n')}\n`)

function start(
  stage: string,
  press: string,
): { child: ChildProcess; ended: Promise<number | null>; said: () => string } {
  const flags = ['--disable-warning=ExperimentalWarning', main, 'run', stage, '--all-feeds', '-c', config, '-p', press]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'ignore', 'pipe'] })
  let text = ''
  child.stderr?.on('data', (part: Buffer) => (text += part.toString()))
  return { child, ended: new Promise((resolve) => child.once('close', resolve)), said: () => text }
}

async function runToEnd(stage: string, press: string): Promise<number> {
  const started = performance.now()
  const { ended, said } = start(stage, press)
  const code = await ended
  if (code !== 0)
    throw new Error(`Cannot compare: run ${stage} on "${press}" ended with ${code}, expected 0: ${said()}`)
  return performance.now() - started
}

/** Kill one stage after a random part of the time it takes, then run both to their end. */
async function killed(press: string, stage: string, tookMs: number): Promise<void> {
  const { child, ended } = start(stage, press)
  // The first 60 ms start the program; a kill there hits nothing.
  await sleep(60 + random() * tookMs)
  child.kill('SIGKILL')
  await ended
  await runToEnd('collect', press)
  await runToEnd('read', press)
}

type Wrong = { lost: string[]; doubled: string[]; broken: string[] }

/** What each item, article, revision and page should be, counted one by one. */
function check(press: string): Wrong {
  const wrong: Wrong = { lost: [], doubled: [], broken: [] }
  const store = openStore(press)
  const rows = (sql: string) => store.db.prepare(sql).all() as Record<string, string | number>[]
  const expectOnce = (name: string, found: number, wanted = 1): void => {
    if (found < wanted) wrong.lost.push(`${name}: ${found}, expected ${wanted}`)
    if (found > wanted) wrong.doubled.push(`${name}: ${found}, expected ${wanted}`)
  }
  for (let outlet = 0; outlet < outlets; outlet++) {
    for (let number = 0; number <= itemsEach; number++) {
      const key = `${outlet}-${number}`
      const count = (table: string, column: string): number =>
        Number(rows(`SELECT COUNT(*) AS n FROM ${table} WHERE ${column} = '${key}'`)[0]?.n)
      expectOnce(`item ${key}`, count('item', 'key'))
      expectOnce(
        `article of ${key}`,
        Number(rows(`SELECT COUNT(DISTINCT id) AS n FROM article WHERE item_key = '${key}'`)[0]?.n),
      )
      expectOnce(`revisions of ${key}`, count('article', 'item_key'), number === 1 ? 2 : 1)
      expectOnce(`reading of ${key}`, count('reading', 'item_key'))
    }
  }
  expectOnce('changes', Number(rows('SELECT COUNT(*) AS n FROM revision_change')[0]?.n), outlets)
  expectOnce('follows', Number(rows('SELECT COUNT(*) AS n FROM follow')[0]?.n), outlets * (itemsEach + 1))
  for (const row of rows("SELECT id, revision, data ->> '$.pageHash' AS hash FROM article")) {
    try {
      if (loadPage(store, String(row.hash)) === null) wrong.lost.push(`page of ${row.id} ${row.revision}`)
    } catch (error) {
      wrong.broken.push(`page of ${row.id} ${row.revision}: ${String(error)}`)
    }
  }
  const health = new DatabaseSync(join(press, 'waikan.db')).prepare('PRAGMA integrity_check').get()
  if (health?.integrity_check !== 'ok') wrong.broken.push(`database: ${String(health?.integrity_check)}`)
  store.close()
  return wrong
}

const calm = join(base, 'calm')
const tookMs = { collect: await runToEnd('collect', calm), read: await runToEnd('read', calm) }
state = 2
await runToEnd('collect', calm)
await runToEnd('read', calm)
const calmly = check(calm)
if (calmly.lost.length + calmly.doubled.length > 0)
  throw new Error(`Cannot compare: without a kill ${JSON.stringify(calmly)}`)
const took = `collect ${Math.round(tookMs.collect)} ms, read ${Math.round(tookMs.read)} ms`
process.stdout.write(`without a kill: ${outlets * (itemsEach + 1)} items, ${took}\n`)

const sum = { lost: 0, doubled: 0, broken: 0, leftovers: 0 }
let kills = 0
for (let round = 0; kills < times; round++) {
  const press = join(base, String(round))
  for (state of [1, 2]) {
    for (const stage of ['collect', 'read'] as const) {
      if (kills++ >= times) await runToEnd(stage, press)
      else await killed(press, stage, tookMs[stage])
    }
  }
  const wrong = check(press)
  for (const [kind, list] of Object.entries(wrong)) {
    sum[kind as keyof Wrong] += list.length
    if (list.length > 0) process.stdout.write(`round ${round}: ${kind} ${list.slice(0, 5).join('; ')}\n`)
  }
  sum.leftovers += readdirSync(join(press, 'pages'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tmp'),
  ).length
  rmSync(press, { recursive: true })
  if (round % 10 === 9) process.stdout.write(`${kills} kills: ${JSON.stringify(sum)}\n`)
}
server.close()
server.closeAllConnections()
rmSync(base, { recursive: true })
process.stdout.write(
  `killed ${times} times: ${sum.lost} lost, ${sum.doubled} doubled, ${sum.broken} broken; ${sum.leftovers} half-written page files left beside\n`,
)
process.exitCode = sum.lost + sum.doubled + sum.broken > 0 ? 1 : 0
