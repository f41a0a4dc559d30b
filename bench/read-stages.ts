/**
 * Where the time of reading a page goes: each function that `extractArticle` calls with its processor time, mean of the news
 * pages of `../shared/corpus/news` in one pass after a first page; beside it Readability on linkedom in the same process.
 *
 *     npm run build && node --max-opt=2 bench/read-stages.ts [--peers FOLDER] [--built FOLDER]
 *
 * `--max-opt=2` is how `waikan extract` runs. The peers are those of `bench/extract.ts`; `--built` times another build, as
 * that of an earlier commit.
 */
import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import type { Profiler } from 'node:inspector'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { Page } from '../src/types.ts'

const { values: options } = parseArgs({
  options: {
    peers: { type: 'string', default: join(import.meta.dirname, '..', '..', 'waikan-peers') },
    built: { type: 'string', default: join(import.meta.dirname, '..', 'dist') },
  },
})
const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'news')

function readPages(): Page[] {
  const truth = JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8')) as Record<string, { url: string }>
  return Object.entries(truth).map(([id, { url }]) => {
    const bytes = gunzipSync(readFileSync(join(corpus, 'pages', `${id}.html.gz`)))
    const charset = /charset=["']?([\w-]+)/iu.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1] ?? 'utf-8'
    const html = new TextDecoder(charset).decode(bytes)
    return { url, html, charset, contentType: null, hash: '', fetchedAt: new Date(0).toISOString() }
  })
}

/** Milliseconds of this thread for each page. */
async function time(pages: Page[], read: (page: Page) => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  for (const page of pages) await read(page)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / pages.length
}

/** Microseconds of each function that `extractArticle` calls, with all below it. */
function stagesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const own = new Map<number, number>()
  for (const [at, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + (timeDeltas[at] ?? 0))
  const sum = (node: Profiler.ProfileNode): number =>
    (node.children ?? []).reduce((all, id) => all + below(id), own.get(node.id) ?? 0)
  const below = (id: number): number => {
    const node = byId.get(id)
    return node ? sum(node) : 0
  }
  const stages = new Map<string, number>()
  for (const node of nodes.filter(({ callFrame }) => callFrame.functionName === 'extractArticle'))
    for (const id of node.children ?? []) {
      const name = byId.get(id)?.callFrame.functionName ?? ''
      stages.set(name, (stages.get(name) ?? 0) + below(id))
    }
  return stages
}

const pages = readPages()
const entry = pathToFileURL(resolve(options.built, 'read/read.js')).href
const { extractHere } = (await import(entry)) as { extractHere: (page: Page, item: null) => Promise<unknown> }
const read = (page: Page): Promise<unknown> => extractHere(page, null)
await time(pages.slice(0, 1), read)
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: 200 })
await session.post('Profiler.start')
const ours = await time(pages, read)
const { profile } = await session.post('Profiler.stop')
const stages = [...stagesOf(profile)].toSorted(([, a], [, b]) => b - a).slice(0, 14)
const whole = stages.reduce((all, [, micro]) => all + micro, 0)

type Peer = (page: Page) => unknown
const adapters = pathToFileURL(resolve(options.peers, 'peers.mjs')).href
const { peers } = (await import(adapters)) as { peers: { [name: string]: () => Promise<Peer> } }
const readability = await peers['readability-linkedom']?.()
const peer = async (page: Page): Promise<unknown> => {
  try {
    return await readability?.(page)
  } catch {
    // linkedom fails on three of the pages: their time counts all the same.
    return null
  }
}
await time(pages.slice(0, 1), peer)
const theirs = await time(pages, peer)

console.log(`${pages.length} pages, processor time of one thread`)
for (const [name, micro] of stages)
  console.log(
    `${name.padEnd(20)} ${((micro / whole) * ours).toFixed(2).padStart(6)} ms  ${((micro / whole) * 100).toFixed(0).padStart(3)} %`,
  )
console.log(`${'together'.padEnd(20)} ${ours.toFixed(2).padStart(6)} ms`)
console.log(`${'Readability, linkedom'.padEnd(20)}${theirs.toFixed(2).padStart(6)} ms  ×${(theirs / ours).toFixed(2)}`)
