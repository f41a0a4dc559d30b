/**
 * Kill a publish at random moments while a crawler reads the site, publish to the end, and compare with a fresh full build.
 *
 *     npm run build && node scripts/kill-publish.ts [rounds, default 30] [seed, default 1]
 *
 * Rounds are of four kinds: a few new articles with an edit and now and then a withdrawal; so many that threads print them;
 * new settings, after which everything is made anew; a folder that is empty. Ends with 1 when a site differs, when a run without a change writes
 * something, or when the crawler met half a page, a dead link, or an index of a search that is not there.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { benchSources, load, makeArticle } from '../bench/archive.ts'
import type * as PublishDoor from '../src/publish/publish.ts'
import type * as SegmentsDoor from '../src/publish/search/segments.ts'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as ShelfDoor from '../src/store/publishing.ts'
import type * as StoreDoor from '../src/store/store.ts'
import type { Article } from '../src/types.ts'

const { openStore } = await load<typeof StoreDoor>('store/store.js')
const { openShelf, shelfAddress, withdraw } = await load<typeof ShelfDoor>('store/publishing.js')
const { saveArticle } = await load<typeof ArticlesDoor>('store/articles.js')
const { publishSite } = await load<typeof PublishDoor>('publish/publish.js')
const { segmentsOf } = await load<typeof SegmentsDoor>('publish/search/segments.js')
const now = '2026-11-23T08:00:00Z'

/** Outlets and languages that come up later, as a press grows: their lists and feeds are new then. */
const late = Array.from({ length: 30 }, (_, number) => ({
  ...benchSources[0]!,
  id: `late-${number}`,
  name: `Late ${number}`,
}))
const sources = [...benchSources, ...late]
const languages = ['fr', 'de', 'ja', 'pt', 'sv', 'ko', 'ar', 'it']

function articleOf(number: number): Article {
  const made = makeArticle(number)
  const sourceId = number % 40 === 25 ? `late-${Math.floor(number / 40) % late.length}` : made.sourceId
  const language = number % 90 === 40 ? (languages[Math.floor(number / 90)] ?? 'en') : 'en'
  return { ...made, sourceId, language }
}

type Kind = 'few' | 'many' | 'settings' | 'empty'
/** What a site is called and whether it has compressed twins: both change in a round of new settings. */
type Settings = { title: string; compress: boolean }

async function publish(press: string, { title, compress }: Settings): Promise<number> {
  const store = openStore(press)
  const printing = { sources, language: 'zh-Hans', model: 'none' }
  const shelf = openShelf(store, printing) as Parameters<typeof publishSite>[0]['shelf']
  const address = shelfAddress(store, printing)
  if (!address) throw new Error('Cannot publish in threads: the store is in memory')
  const site = { title, tagline: '', language: 'zh-Hans' as const }
  process.send?.('begun')
  const { written, deleted } = await publishSite({
    site,
    shelf,
    address,
    folder: join(press, 'site'),
    now,
    compress,
    threadsFrom: 400,
  })
  store.close()
  return written + deleted
}

/** New articles, an edit of an old one and a withdrawal, for a run to be killed in. Gives the number of the next article. */
function change(press: string, from: number, kind: Kind): number {
  const store = openStore(press)
  const to = from + { few: 17, many: 260, settings: 2, empty: 2 }[kind]
  store.transaction(() => {
    for (let number = from; number < to; number++) saveArticle(store, articleOf(number), String(number))
    const old = articleOf(Math.floor(from / 2))
    saveArticle(store, { ...old, revision: 2, headline: `Edited ${from}` }, `edit ${from}`)
  })
  if (from % 3 === 1) withdraw(store, makeArticle(from - 3).id, { at: now, reason: null })
  store.close()
  return to
}

function fingerprint(site: string): string {
  const hash = createHash('sha256')
  const files = globSync('**/*', { cwd: site }).filter((file) => statSync(join(site, file)).isFile())
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(join(site, file)))
  return `${hash.digest('hex').slice(0, 16)} (${files.length} files)`
}

/** Half-written pages and links that lead nowhere, as a visitor would meet them who begins at the front page. */
function crawl(site: string): string[] {
  const seen = existsSync(join(site, 'index.html')) ? new Set(['index.html']) : new Set<string>()
  const faults = searchFaults(site)
  for (const page of seen) {
    const links = linksOf(site, page)
    if (links === null) faults.push(`half-written: ${page}`)
    for (const to of links ?? []) {
      // A page that changed since it was read is asked again, as by a reader who loads it anew.
      if (!existsSync(join(site, to))) {
        if (linksOf(site, page)?.includes(to)) faults.push(`dead link: ${page} to ${to}`)
      } else if (to.endsWith('.html') && seen.size < mostPages) seen.add(to)
    }
  }
  return faults
}

/** Pages of one visit: lists come before most articles. */
const mostPages = 120

/** What a page links to inside the site; `null` when it is not a whole page, nothing when it was taken away. */
function linksOf(site: string, page: string): string[] | null {
  let html: string
  try {
    html = readFileSync(join(site, page), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  if (!html.trimEnd().endsWith('</html>')) return null
  return [...html.matchAll(/(?:href|src)="([^"#:?]+)"/gu)].map(([, link = '']) =>
    decodeURIComponent(join(dirname(page), link)),
  )
}

function searchFaults(site: string): string[] {
  const path = join(site, 'search/index.json')
  const lengthNow = (): number => (JSON.parse(readFileSync(path, 'utf8')) as { length: number }).length
  if (!existsSync(path)) return []
  const length = lengthNow()
  const missing = segmentsOf(length).filter(({ folder }) => !existsSync(join(site, folder, 'facts.bin')))
  // A reader whose index has grown old meanwhile reads it again, as the search page does.
  return missing.length === 0 || lengthNow() !== length ? [] : [`search of ${length}: no ${missing[0]?.folder}`]
}

function start(press: string, settings: Settings): ChildProcess {
  const execArgv = ['--disable-warning=ExperimentalWarning']
  return fork(import.meta.filename, ['child', press, JSON.stringify(settings)], { execArgv })
}

/** Publish in a process that is killed `after` so many milliseconds of publishing; crawl until it is gone. */
async function killed(
  press: string,
  settings: Settings,
  after: number,
): Promise<{ killed: boolean; faults: string[] }> {
  const child = start(press, settings)
  const state = { ended: false, signal: '' }
  const faults: string[] = []
  child.once('message', () => setTimeout(() => child.kill('SIGKILL'), after))
  child.once('exit', (_, signal) => Object.assign(state, { ended: true, signal }))
  while (!state.ended) {
    faults.push(...crawl(join(press, 'site')))
    await sleep(2)
  }
  return { killed: state.signal === 'SIGKILL', faults }
}

/** Publish to the end in a process of its own; how many milliseconds that took after its start. */
async function toTheEnd(press: string, settings: Settings): Promise<number> {
  const child = start(press, settings)
  let begun = 0
  child.once('message', () => (begun = performance.now()))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`Cannot compare: the publish that was to finish ended with ${String(code)}`)
  return performance.now() - begun
}

/** A fresh full build of the same store, elsewhere. */
async function freshly(press: string, settings: Settings): Promise<string> {
  const fresh = mkdtempSync(join(dirname(press), 'fresh-'))
  cpSync(press, fresh, { recursive: true, filter: (path) => !path.startsWith(join(press, 'site')) })
  await publish(fresh, settings)
  const print = fingerprint(join(fresh, 'site'))
  rmSync(fresh, { recursive: true })
  return print
}

function kindOf(round: number): Kind {
  if (round % 12 === 6) return 'empty'
  return round % 12 === 0 ? 'settings' : round % 6 === 3 ? 'many' : 'few'
}

async function main(rounds: number, seed: number): Promise<number> {
  let state = seed
  const random = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  const base = mkdtempSync(join(tmpdir(), 'waikan-kill-publish-'))
  const faults = new Set<string>()
  const span = { few: 150, many: 1200, settings: 1200, empty: 1200 }
  let [same, hit, idle, next] = [0, 0, 0, 0]
  let press = ''
  for (let round = 0; round < rounds; round++) {
    const settings = { title: `外刊 ${Math.floor(round / 12)}`, compress: Math.floor(round / 24) % 2 === 1 }
    // A young press again now and then: a fresh build of a large one takes its time, three hundred times.
    if (round % 48 === 0) {
      if (press !== '') rmSync(press, { recursive: true })
      press = join(base, `press-${round}`)
      mkdirSync(press)
      next = change(press, 0, 'few')
      await publish(press, settings)
    }
    const kind = kindOf(round)
    if (kind === 'empty') rmSync(join(press, 'site'), { recursive: true })
    next = change(press, next, kind)
    const result = await killed(press, settings, random() * span[kind])
    if (result.killed) hit++
    for (const fault of result.faults) faults.add(fault)
    const took = await toTheEnd(press, settings)
    if (!result.killed) span[kind] = Math.max(40, span[kind] * 0.8)
    else span[kind] = Math.max(span[kind], took)
    if ((await publish(press, settings)) === 0) idle++
    const [ours, expected] = [fingerprint(join(press, 'site')), await freshly(press, settings)]
    if (ours === expected) same++
    else console.log(`round ${round} (${kind}): ${ours}, expected ${expected}`)
    if (round % 20 === 19) console.log(`${same} of ${round + 1} the same, ${hit} killed, ${faults.size} faults`)
  }
  rmSync(base, { recursive: true })
  for (const fault of [...faults].slice(0, 20)) console.log(fault)
  console.log(
    `${same} of ${rounds} the same, ${hit} killed before their end, ${idle} with 0 files in a run without a change; ${faults.size} faults seen by the crawler`,
  )
  return same === rounds && idle === rounds && faults.size === 0 ? 0 : 1
}

if (process.argv[2] === 'child') {
  await publish(process.argv[3] ?? '', JSON.parse(process.argv[4] ?? '{}') as Settings)
  process.exit(0)
}
process.exit(await main(Number(process.argv[2] ?? 30), Number(process.argv[3] ?? 1)))
