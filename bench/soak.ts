/**
 * Waikan as it runs for hours: a press on loopback that brings ten articles a second, collected, read, followed, watched and
 * published round after round in one process. Prints each minute memory as it runs and after a collection, open files and articles,
 * and at the end how much all of them grew after the first quarter of the time.
 *
 *     npm run build && node --max-semi-space-size=8 --expose-gc bench/soak.ts --minutes 120
 *
 * The young generation is bounded as in `bin/waikan`: left to itself it takes 128 MB, in steps, whenever the machine is busy. V8 keeps
 * pages of threads that have ended, and gives them back in a last-resort collection (226 MB of 550 after an hour on a busy
 * machine): what is left after one is in use.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createFeedParser } from '../src/collect/parse-in-worker.ts'
import { createPoliteGet } from '../src/net/polite-get.ts'
import type * as Pipeline from '../src/pipeline.ts'
import { openStore } from '../src/store/store.ts'

const outlets = 50
const perSecond = 10
const shown = 30

/** How many articles an outlet has published by now. */
const published = (started: number): number => Math.floor(((Date.now() - started) / 1000) * (perSecond / outlets)) + 1

function feedXml(host: string, started: number): string {
  const newest = published(started)
  const items = Array.from({ length: Math.min(shown, newest) }, (_, at) => newest - at).map((number) => {
    const at = new Date(started + (number * (1000 * outlets)) / perSecond).toUTCString()
    return `<item><title>Meeting ${number} at ${host}</title><link>http://${host}/${number}</link><guid>${number}</guid><pubDate>${at}</pubDate></item>`
  })
  return `<rss version="2.0"><channel><title>${host}</title><language>en</language>${items.join('')}</channel></rss>`
}

function pageHtml(host: string, number: string): string {
  const paragraphs = Array.from(
    { length: 12 },
    (_, at) =>
      `<p>The council of ${host} spoke in its meeting ${number} about matter ${at}: the bridge, its keeper and the ${Number(number) * 7 + at} crates on the quay.</p>`,
  )
  return `<!doctype html><html lang="en"><head><title>Meeting ${number} at ${host}</title></head><body><nav><a href="/">Home</a></nav><article><h1>Meeting ${number} at ${host}</h1>${paragraphs.join('')}</article></body></html>`
}

function serve(): void {
  const started = Date.now()
  const server = createServer((asked, response) => {
    const host = asked.headers.host ?? ''
    const path = (asked.url ?? '/').slice(1)
    if (path === 'feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedXml(host, started))
    else if (/^\d+$/u.test(path)) response.writeHead(200, { 'content-type': 'text/html' }).end(pageHtml(host, path))
    else response.writeHead(404).end()
  })
  server.listen(0, '0.0.0.0', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' ? address?.port : null)
  })
}

type Stages = Pick<typeof Pipeline, 'collectAll' | 'readAll' | 'followAll' | 'monitorAll' | 'publishAll'>
type Road = Pipeline.Road
/** `ranMb`: resident as it ran; `rssMb`, `heapMb`: after a collection. */
type Sample = { minutes: number; ranMb: number; rssMb: number; heapMb: number; files: number }

async function sample(started: number): Promise<Sample> {
  const ran = process.memoryUsage.rss()
  await globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const { rss, heapUsed } = process.memoryUsage()
  const files = readdirSync('/proc/self/fd').length
  const [ranMb, rssMb, heapMb] = [ran, rss, heapUsed].map((bytes) => bytes / 2 ** 20) as [number, number, number]
  return { minutes: (performance.now() - started) / 60_000, ranMb, rssMb, heapMb, files }
}

const middle = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN

type Press = { road: Road; folder: string; close(): Promise<void> }

/** A press folder that follows all outlets of the server at `port`. */
function openPress(port: number): Press {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-soak-'))
  const store = openStore(folder)
  const parser = createFeedParser()
  const hosts = Array.from({ length: outlets }, (_, at) => `127.0.3.${at + 1}:${port}`)
  const facts = { homepage: null, language: 'en', rights: 'full' as const, expiresAfterDays: null, images: false }
  const road: Road = {
    store,
    get: createPoliteGet({ userAgent: 'Waikan-bench/0.1', allow: ['127.0.0.0/8'], perHostDelayMs: 0 }),
    parse: parser.parse,
    now: () => new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
    sources: hosts.map((name, at) => ({ id: `outlet-${at}`, name, ...facts })),
    feeds: hosts.map((host, at) => ({ id: `feed-${at}`, sourceId: `outlet-${at}`, url: `http://${host}/feed` })),
    readerLanguage: 'zh-Hans',
    model: 'none',
    report: { step: () => undefined, warn: () => void warned++ },
    width: 16,
  }
  const close = async (): Promise<void> => {
    await parser.close()
    store.close()
    rmSync(folder, { recursive: true })
  }
  return { road, folder, close }
}

let warned = 0

/** The whole road once; the site is brought up to date every half minute. */
async function walk(stages: Stages, { road, folder }: Press, round: number): Promise<number> {
  await stages.collectAll(road, { everyFeed: true })
  const { done } = await stages.readAll(road)
  await stages.followAll(road)
  stages.monitorAll(road)
  if (round % 6 === 5) await stages.publishAll(road, { site: { title: 'Soak', tagline: '', language: 'en' }, folder })
  return done
}

type Soaked = { samples: Sample[]; articles: number; rounds: number }

/** Round after round, one in five seconds; a line is printed each minute. */
async function soak(stages: Stages, press: Press, minutes: number): Promise<Soaked> {
  const started = performance.now()
  const soaked: Soaked = { samples: [], articles: 0, rounds: 0 }
  while (performance.now() - started < minutes * 60_000) {
    const round = performance.now()
    soaked.articles += await walk(stages, press, soaked.rounds++)
    if (performance.now() - started >= (soaked.samples.length + 1) * 60_000) await tell(soaked, started)
    await sleep(Math.max(0, 5000 - (performance.now() - round)))
  }
  return soaked
}

async function tell({ samples, articles }: Soaked, started: number): Promise<void> {
  const now = await sample(started)
  samples.push(now)
  process.stdout.write(
    `${now.minutes.toFixed(1)} min: ${articles} articles, ${now.ranMb.toFixed(0)} MB resident, ${now.rssMb.toFixed(0)} MB after a collection, ${now.heapMb.toFixed(1)} MB heap, ${now.files} files open, ${warned} warnings\n`,
  )
}

function growth(samples: Sample[], what: (one: Sample) => number): string {
  const end = samples.at(-1)?.minutes ?? 0
  const before = middle(samples.filter(({ minutes }) => minutes > end / 4 && minutes < end / 2).map(what))
  const after = middle(samples.filter(({ minutes }) => minutes > (end * 3) / 4).map(what))
  return `${before.toFixed(1)} to ${after.toFixed(1)} (${(((after - before) / before) * 100).toFixed(1)} %)`
}

async function main(minutes: number): Promise<void> {
  if (!globalThis.gc) throw new Error('Cannot measure memory: start with node --expose-gc')
  const stages = (await import(join(import.meta.dirname, '../dist/pipeline.js'))) as Stages
  const server = fork(import.meta.filename, ['serve'], { execArgv: [] })
  const press = openPress(
    await new Promise<number>((resolve) => server.once('message', (said) => resolve(Number(said)))),
  )
  try {
    const { samples, articles, rounds } = await soak(stages, press, minutes)
    process.stdout.write(
      `${minutes} min, ${(articles / (minutes * 60)).toFixed(1)} articles a second, ${rounds} rounds, ${warned} warnings\nfrom the second to the last quarter: resident MB ${growth(samples, (one) => one.ranMb)}, after a collection ${growth(samples, (one) => one.rssMb)}, heap MB ${growth(samples, (one) => one.heapMb)}, files ${growth(samples, (one) => one.files)}\n`,
    )
  } finally {
    await press.close()
    server.kill()
  }
  process.exit()
}

if (process.argv[2] === 'serve') serve()
else {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '120' } } })
  await main(Number(values.minutes))
}
