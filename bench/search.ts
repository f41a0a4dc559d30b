/**
 * Search of a published folder: does it find what is there, and at what cost.
 *
 *   npm run build && node bench/search.ts [articles, default 10000]
 *   npm i --prefix /somewhere/peers pagefind@1.6.0 && node bench/search.ts 10000 --peers /somewhere/peers
 *
 * Queries with known answers (`search-topics.json`) are set into a generated archive: for each, the articles whose printed
 * text holds it are found by plain comparison, which is the answer to be given. Prints recall of the first ten,
 * precision, mean reciprocal rank, and the bytes and requests of a cold query with the first ten results shown; the same
 * of the index in the store, from which a served site answers (it also finds other forms of English words). With
 * `--peers`, Pagefind indexes the same pages and answers the same queries in a browser, in the same run.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type * as PublishDoor from '../src/publish/publish.ts'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as StoreSearchDoor from '../src/store/search.ts'
import type * as StoreDoor from '../src/store/store.ts'
import type { Article } from '../src/types.ts'
import { benchSources, load, makeArticle } from './archive.ts'
import { answersTo, askFolder, judge, type Answer } from './judge-search.ts'
import { measureCommand, type Used } from './measure.ts'
import { indexWithPagefind, openPagefind } from './pagefind.ts'
import { inventText } from './vocabulary.ts'

const { openStore } = await load<typeof StoreDoor>('store/store.js')
const { saveArticle } = await load<typeof ArticlesDoor>('store/articles.js')
const { findServed } = await load<typeof PublishDoor>('publish/publish.js')
const { searchPublished } = await load<typeof StoreSearchDoor>('store/search.js')

const { values, positionals } = parseArgs({ options: { peers: { type: 'string' } }, allowPositionals: true })
const count = Number(positionals[0] ?? 10_000)
const press = mkdtempSync(join(tmpdir(), 'waikan-search-'))
const site = join(press, 'site')

type Topics = { topics: { text: string; queries: string[] }[]; noise: string[] }
const { topics, noise } = JSON.parse(readFileSync(join(import.meta.dirname, 'search-topics.json'), 'utf8')) as Topics

/** The archive's article, of which every 97th speaks of a topic: in its headline or in its first passage. */
function articleOf(number: number): Article {
  const made = makeArticle(number)
  const passages = made.passages.map((passage, at) => ({ ...passage, text: inventText(number * 16 + at, 36) }))
  const article = { ...made, passages }
  const topic = number % 97 === 5 ? topics[Math.floor(number / 97) % topics.length] : undefined
  if (!topic) return article
  if (Math.floor(number / (97 * topics.length)) % 2 === 0) return { ...article, headline: topic.text }
  return { ...article, passages: [{ id: 'p1', kind: 'paragraph', text: topic.text }, ...article.passages.slice(1)] }
}

function add(from: number, to: number): void {
  mkdirSync(press, { recursive: true })
  const store = openStore(press)
  store.transaction(() => {
    for (let at = from; at < to; at++) saveArticle(store, articleOf(at), String(at))
  })
  store.close()
}

const child = (...what: string[]): Promise<Used> => {
  const script = join(import.meta.dirname, 'publish-child.ts')
  return measureCommand([process.execPath, '--disable-warning=ExperimentalWarning', script, ...what])
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)

/** Out of the store, as `waikan serve` answers. */
async function askServed(query: string): Promise<Answer> {
  const lookUp: PublishDoor.LookUp = (match, limit) => searchPublished(store, match, limit)
  const found = findServed({ query }, { lookUp, sources: benchSources, language: 'zh-Hans' })
  const bytes = Buffer.byteLength(JSON.stringify({ found }))
  return { ids: found.map(({ card }) => card[0].split('/')[1] ?? ''), bytes, requests: 1 }
}

function tell(name: string, { cpu, seconds, mb }: Used, more: string): void {
  console.log(`${name}: ${cpu.toFixed(2)} s CPU, ${seconds.toFixed(2)} s, ${Math.round(mb)} MB${more}`)
}

const inMb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB on disk`
const ratio = (name: string, ours: number, theirs: number): void =>
  console.log(`  Waikan / Pagefind, ${name}: ${(ours / theirs).toFixed(4)}`)

add(0, count)
await child('publish', press)
const numbers = Array.from({ length: count }, (_, number) => number)
const answers = answersTo([...topics.flatMap(({ queries }) => queries), ...noise], numbers.values().map(articleOf))
console.log(`${count} articles`)
const nothing = await child('search', press, 'nothing')
const all = await child('search', press, 'all')
const size = sizeOf(join(site, 'search'))
tell('Waikan index, whole process', all, `, ${inMb(size)}`)
const bytes = await judge('Waikan', (query) => askFolder(site, query), answers)
const store = openStore(press)
const began = process.cpuUsage()
await judge('Waikan served', askServed, answers)
const { user, system } = process.cpuUsage(began)
const pages = store.db.prepare("SELECT SUM(pgsize) AS bytes FROM dbstat WHERE name LIKE 'publish_search%'")
console.log(
  `  ${((user + system) / 1000 / answers.size).toFixed(1)} ms CPU a query; ${inMb(Number(pages.get()?.bytes ?? 0))} in the store`,
)
store.close()
if (values.peers !== undefined) {
  const index = join(press, 'pagefind')
  const pagefind = await indexWithPagefind(values.peers, { site, index })
  tell('Pagefind index, whole process', pagefind, `, ${inMb(sizeOf(index))}`)
  const peer = await openPagefind(press)
  const theirs = await judge('Pagefind', peer.ask, answers)
  await peer.close()
  ratio('index, CPU', all.cpu, pagefind.cpu)
  ratio('index, memory', all.mb, pagefind.mb)
  ratio('bytes on disk', size, sizeOf(index))
  ratio('bytes of a cold query', bytes, theirs)
  add(count, count + 1)
  await child('publish', press)
  const one = await child('search', press, 'tail')
  const again = await indexWithPagefind(values.peers, { site, index })
  tell(
    'one article more, Waikan, whole process',
    one,
    `; a process that opens the store and does nothing: ${nothing.cpu.toFixed(2)} s CPU`,
  )
  tell('one article more, Pagefind', again, '')
  ratio('one article more, CPU of the index', Math.max(0.01, one.cpu - nothing.cpu), again.cpu)
}
rmSync(press, { recursive: true })
