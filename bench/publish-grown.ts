/**
 * What one more article costs a large archive, without making the archive's pages.
 *
 *   npm run build && node bench/publish-grown.ts [articles, default 1000000] [folder for it, default the system's]
 *
 * The store is what a full build leaves behind: every article with its places in all lists, and a manifest with a line for
 * each file of the site. The files themselves, three million of a million articles, are not written, but for those that the
 * articles added here touch. Needs 9 kB of disk an article.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as PublishDoor from '../src/publish/publish.ts'
import type * as SegmentsDoor from '../src/publish/search/segments.ts'
import type { Entry } from '../src/publish/shelf.ts'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as ShelfDoor from '../src/store/publishing.ts'
import type * as StoreDoor from '../src/store/store.ts'
import { benchSite, benchSources, load, makeArticle } from './archive.ts'
import { measureCommand, nodeOfWaikan } from './measure.ts'

const { openStore } = await load<typeof StoreDoor>('store/store.js')
const { saveArticle } = await load<typeof ArticlesDoor>('store/articles.js')
const { openShelf } = await load<typeof ShelfDoor>('store/publishing.js')
const { publishSite } = await load<typeof PublishDoor>('publish/publish.js')
const { segmentsOf } = await load<typeof SegmentsDoor>('publish/search/segments.js')

const articles = Number(process.argv[2] ?? 1_000_000)
const press = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'waikan-grown-'))
// As `bin/waikan` has it: what was compiled in one process is there for the next, the bare peer's too.
process.env['NODE_COMPILE_CACHE'] = join(press, 'compiled')
/** Three hundred a day: a million in nine years and a half. */
const minutesApart = 5
const now = '2026-11-23T08:00:00Z'
const printing = { sources: benchSources, language: 'zh-Hans', model: 'none' }

function add(from: number, to: number): void {
  const store = openStore(press)
  for (let first = from; first < to; first += 10_000)
    store.transaction(() => {
      for (let number = first; number < Math.min(to, first + 10_000); number++)
        saveArticle(store, makeArticle(number, minutesApart), String(number))
    })
  store.close()
}

type Shelf = ReturnType<typeof openShelf<Entry>>

/** Lines of the manifest as a full build of the site would have written them. */
function* paths(shelf: Shelf): Generator<string> {
  const length = shelf.lengthOf('')
  for (let from = 0; from < length; from += 1000)
    for (const { id, slug } of shelf.addresses('', from, from + 1000)) {
      yield `a/${id}/${slug}/index.html`
      yield `a/${id}/index.json`
    }
  for (const list of [
    '',
    ...['source/', 'lang/', 'w/', 'm/'].flatMap((kind) => shelf.lists(kind).map((one) => one.list)),
  ])
    for (let page = Math.floor(shelf.lengthOf(list) / 20) - 1; page > 0; page--)
      for (const name of ['index.html', 'index.json']) yield `${list === '' ? '' : `${list}/`}page/${page}/${name}`
  for (const { folder, shards } of segmentsOf(length))
    for (let shard = 0; shard < shards; shard++) yield `${folder}${shard}.bin`
  for (let block = 0; block * 8 < length; block++) yield `search/cards/${block}.bin`
}

/** Settle every article, and take what is to be printed for printed. */
async function settle(): Promise<number> {
  const store = openStore(press)
  const shelf = openShelf<Entry>(store, printing)
  let files = 0
  const taken = {
    ...shelf,
    countWork() {
      shelf.transaction(() => {
        for (const path of paths(shelf)) {
          shelf.saveFile(path, 'not written by this bench, at all', now)
          files++
        }
        shelf.forgetWork()
      })
      return 0
    },
  }
  const folder = join(press, 'site')
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.html'), '')
  await publishSite({ site: benchSite, shelf: taken, folder, now })
  store.close()
  return files
}

const told = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`

add(0, articles)
const start = process.cpuUsage()
const files = await settle()
const { user, system } = process.cpuUsage(start)
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(
  `${articles} articles settled: ${((user + system) / 1e6).toFixed(1)} s CPU, ${memory} MB with making them, ${files} files in the manifest`,
)
for (let round = 0; round < 5; round++) {
  add(articles + round, articles + round + 1)
  const script = join(import.meta.dirname, 'publish-child.ts')
  const used = await measureCommand([...nodeOfWaikan, script, 'publish', press])
  const inside = JSON.parse(used.stdout) as { cpu: number; seconds: number; written: number }
  console.log(
    `one article more: publishing ${told(inside.cpu)} CPU, ${told(inside.seconds)}, ${inside.written} files; whole process ${told(used.cpu)} CPU, ${told(used.seconds)}, ${Math.round(used.mb)} MB`,
  )
}
rmSync(press, { recursive: true })
