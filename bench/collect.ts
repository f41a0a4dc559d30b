/**
 * A thousand feeds on loopback, each on an address of its own, through the whole of `waikan run collect`: polite network,
 * parser in its thread, SQLite on disk with its transactions. All changed, then all 304. Feeds a second and CPU for each
 * feed, beside the bare network (undici's `request` with the same width) in the same run; and how often a feed with a
 * `max-age` of four hours is asked in 24 simulated hours.
 *
 *     npm run build && node bench/collect.ts [feeds]
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { createFeedParser } from '../src/collect/parse-in-worker.ts'
import { createPoliteGet } from '../src/net/polite-get.ts'
import type { Road } from '../src/pipeline.ts'
import { openStore } from '../src/store/store.ts'

const width = 16

/** A feed of twenty items; in its second state one of them is new. */
function feedText(host: string, state: number): string {
  const items = Array.from({ length: 20 }, (_, at) => at + state).map(
    (at) =>
      `<item><title>The harbour council of ${host} met for the ${at}th time</title><link>http://${host}/${at}</link><guid>${at}</guid><pubDate>Mon, 23 Nov 2026 07:${at + 10}:00 GMT</pubDate><description>${'A sentence about the harbour and its bridge. '.repeat(8)}</description></item>`,
  )
  return `<rss version="2.0"><channel><title>${host}</title>${items.join('')}</channel></rss>`
}

function serve(): void {
  let state = 1
  process.on('message', (next) => (state = Number(next)))
  const server = createServer((asked, response) => {
    const etag = `"${state}"`
    if (asked.headers['if-none-match'] === etag) response.writeHead(304).end()
    else
      response
        .writeHead(200, { 'content-type': 'application/rss+xml', etag, 'cache-control': 'max-age=14400' })
        .end(feedText(asked.headers.host ?? '', state))
  })
  server.listen(0, '0.0.0.0', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' ? address?.port : null)
  })
}

async function inLanes<T>(list: T[], work: (one: T) => Promise<unknown>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let one = list[next++]; one !== undefined; one = list[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

type Figure = { seconds: number; cpuMs: number }

async function measure(work: () => Promise<unknown>): Promise<Figure> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 }
}

const count = Number(process.argv[2] ?? 1000)

function tell(name: string, ours: Figure, floor: Figure): void {
  process.stdout.write(
    `${name}: ${(count / ours.seconds).toFixed(0)} feeds a second, ${(ours.cpuMs / count).toFixed(2)} CPU-ms a feed; bare network ${(count / floor.seconds).toFixed(0)} a second, ${(floor.cpuMs / count).toFixed(2)} CPU-ms: ${(ours.seconds / floor.seconds).toFixed(2)} of its time\n`,
  )
}

async function main(): Promise<void> {
  // The pipeline names templates (.tsx), which Node does not strip: the build's is used.
  const stages = (await import(join(import.meta.dirname, '../dist/pipeline.js'))) as {
    collectAll(road: Road, how: { everyFeed: boolean }): Promise<{ done: number; failed: number }>
  }
  const server = fork(import.meta.filename, ['serve'])
  const port = await new Promise<number>((resolve) => server.once('message', (said) => resolve(Number(said))))
  const folder = mkdtempSync(join(tmpdir(), 'waikan-collect-'))
  const store = openStore(folder)
  const parser = createFeedParser()
  const agent = new Agent({ connections: 1, pipelining: 1 })
  try {
    const hosts = Array.from(
      { length: count },
      (_, at) => `127.0.${1 + Math.floor(at / 250)}.${1 + (at % 250)}:${port}`,
    )
    let now = '2026-11-23T08:00:00Z'
    const road: Road = {
      store,
      get: createPoliteGet({ userAgent: 'Waikan-bench/0.1', allow: ['127.0.0.0/8'] }),
      parse: parser.parse,
      now: () => now,
      sources: [],
      feeds: hosts.map((host) => ({ id: host, sourceId: host, url: `http://${host}/feed` })),
      readerLanguage: 'zh-Hans',
      model: 'none',
      report: { step: () => undefined, warn: (message, fields) => console.error(message, fields) },
      width,
    }
    const collect = async (): Promise<void> => {
      const { done, failed } = await stages.collectAll(road, { everyFeed: true })
      if (done !== count || failed > 0)
        throw new Error(`Cannot measure: ${done} of ${count} feeds asked, ${failed} failed`)
    }
    const bare = (headers: Record<string, string>) => () =>
      inLanes(hosts, async (host) => {
        const answer = await request(`http://${host}/feed`, { dispatcher: agent, headers })
        await answer.body.arrayBuffer()
      })
    await bare({})()
    await collect()
    // Between two rounds every host has had its pause; otherwise the pause would be measured.
    const pause = (): Promise<void> => sleep(1200)
    for (let round = 1; round <= 3; round++) {
      await pause()
      server.send(round + 1)
      await sleep(50)
      const floorChanged = await measure(bare({}))
      tell(`all changed, round ${round}`, await measure(collect), floorChanged)
      await pause()
      const floorSame = await measure(bare({ 'if-none-match': `"${round + 1}"` }))
      tell(`all 304, round ${round}`, await measure(collect), floorSame)
    }
    await pause()
    road.feeds = road.feeds.slice(0, 1)
    road.get = createPoliteGet({ userAgent: 'Waikan-bench/0.1', allow: ['127.0.0.0/8'], perHostDelayMs: 0 })
    let polls = 0
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      now = new Date(Date.parse('2026-12-01T00:00:00Z') + minute * 60_000).toISOString().replace(/\.\d+Z$/u, 'Z')
      polls += (await stages.collectAll(road, { everyFeed: false })).done
    }
    process.stdout.write(`polls in 24 hours of a feed with a max-age of 4 hours, looked at every 5 minutes: ${polls}\n`)
  } finally {
    await parser.close()
    await agent.close()
    store.close()
    server.kill()
    rmSync(folder, { recursive: true })
  }
  process.exit()
}

if (process.argv[2] === 'serve') serve()
else await main()
