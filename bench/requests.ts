/**
 * A thousand feeds on loopback, each on an address of its own: all changed, then all 304. Feeds a second and CPU for each feed,
 * beside the bare network (undici's `request` with the same width) in the same run; and how often a feed with a
 * `max-age` of four hours is asked in a day. `node bench/requests.ts [feeds]`
 */
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import { Agent, request } from 'undici'
import { collectFeed } from '../src/collect/collect.ts'
import { createFeedParser } from '../src/collect/parse-in-worker.ts'
import { createPoliteGet } from '../src/net/polite-get.ts'
import type { FeedState, Instant } from '../src/types.ts'

const feedText = (host: string): string =>
  `<rss version="2.0"><channel><title>${host}</title>${Array.from({ length: 20 }, (_, at) => `<item><title>The harbour council of ${host} met for the ${at}th time</title><link>http://${host}/${at}</link><guid>${at}</guid><pubDate>Mon, 23 Nov 2026 07:${at + 10}:00 GMT</pubDate><description>${'A sentence about the harbour and its bridge. '.repeat(8)}</description></item>`).join('')}</channel></rss>`

function serve(): void {
  const server = createServer((asked, response) => {
    if (asked.headers['if-none-match'] !== undefined) response.writeHead(304).end()
    else
      response
        .writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"', 'cache-control': 'max-age=14400' })
        .end(feedText(asked.headers.host ?? ''))
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
  await Promise.all(Array.from({ length: 16 }, lane))
}

type Figure = { seconds: number; cpuMs: number }

async function measure(work: () => Promise<void>): Promise<Figure> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 }
}

const fresh = (feedId: string): FeedState => ({
  feedId,
  etag: null,
  lastModified: null,
  hash: null,
  checkedAt: null,
  nextDueAt: null,
  failures: 0,
  error: null,
  status: 'active',
  movedTo: null,
})
const now = (): Instant => '2026-11-23T08:00:00Z'

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 1000)
  const server = fork(import.meta.filename, ['serve'])
  const port = await new Promise<number>((resolve) => server.once('message', (said) => resolve(Number(said))))
  const hosts = Array.from({ length: count }, (_, at) => `127.0.${1 + Math.floor(at / 250)}.${1 + (at % 250)}:${port}`)
  const get = createPoliteGet({ userAgent: 'Waikan-bench/0.1', allow: ['127.0.0.0/8'] })
  const parser = createFeedParser()
  const states = new Map<string, FeedState>()
  const visit = async (host: string): Promise<void> => {
    const feed = { id: host, sourceId: host, url: `http://${host}/feed` }
    const { state, outcome } = await collectFeed(feed, states.get(host) ?? fresh(host), {
      get,
      now,
      parse: parser.parse,
    })
    if (outcome === 'failed') throw new Error(`Cannot measure: "${host}" failed, ${state.error}`)
    states.set(host, state)
  }
  const agent = new Agent({ connections: 1, pipelining: 1 })
  const bare =
    (headers: Record<string, string>) =>
    async (host: string): Promise<void> => {
      const answer = await request(`http://${host}/feed`, { dispatcher: agent, headers })
      await answer.body.arrayBuffer()
    }
  await parser.parse({ url: 'http://a.example/', text: feedText('a') })
  const floorChanged = await measure(() => inLanes(hosts, bare({})))
  const changed = await measure(() => inLanes(hosts, visit))
  // A second pause for each host would be measured otherwise.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const floorSame = await measure(() => inLanes(hosts, bare({ 'if-none-match': '"1"' })))
  const same = await measure(() => inLanes(hosts, visit))
  const tell = (name: string, ours: Figure, floor: Figure): boolean =>
    process.stdout.write(
      `${name}: ${(count / ours.seconds).toFixed(0)} feeds a second, ${(ours.cpuMs / count).toFixed(2)} CPU-ms a feed, ${(ours.seconds / floor.seconds).toFixed(2)} of the time of the bare network\n`,
    )
  tell('all changed', changed, floorChanged)
  tell('all 304', same, floorSame)
  let at = now()
  let polls = 0
  for (let state = fresh('day'); Date.parse(at) < Date.parse(now()) + 86_400_000; polls++) {
    const feed = { id: 'day', sourceId: 'day', url: `http://${hosts[0]}/feed` }
    state = (await collectFeed(feed, state, { get: (url, ask) => getAtOnce(url, ask), now: () => at })).state
    at = state.nextDueAt ?? at
  }
  process.stdout.write(`polls in 24 hours with max-age of 4 hours: ${polls}\n`)
  await parser.close()
  await agent.close()
  server.kill()
  process.exit()
}

const getAtOnce = createPoliteGet({ userAgent: 'Waikan-bench/0.1', allow: ['127.0.0.0/8'], perHostDelayMs: 0 })

if (process.argv[2] === 'serve') serve()
else await main()
