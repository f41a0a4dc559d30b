/**
 * What `bench/publish.ts` measures in processes of their own: `publish PRESS` publishes a press folder with the engine,
 * `bare PRESS DIST` writes the same pages with the templates compiled in DIST and nothing around it, `search PRESS all|tail|nothing` makes the search
 * index of what is published again, beside the site. Prints one line of JSON.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type * as ListDoor from '../src/publish/pages/list.tsx'
import type * as PublishDoor from '../src/publish/publish.ts'
import type * as ArticleDoor from '../src/publish/render-article.tsx'
import type * as SegmentsDoor from '../src/publish/search/segments.ts'
import type * as SearchDoor from '../src/publish/search/write-search.ts'
import type { Entry } from '../src/publish/shelf.ts'
import type * as ShelfDoor from '../src/store/publishing.ts'
import type * as StoreDoor from '../src/store/store.ts'
import { benchSite, benchSources, load } from './archive.ts'

const { openStore } = await load<typeof StoreDoor>('store/store.js')
const { openShelf, shelfAddress } = await load<typeof ShelfDoor>('store/publishing.js')
const { publishSite } = await load<typeof PublishDoor>('publish/publish.js')
const { writeSearch } = await load<typeof SearchDoor>('publish/search/write-search.js')
const { segmentsOf } = await load<typeof SegmentsDoor>('publish/search/segments.js')
const [what, press = '', which = 'all'] = process.argv.slice(2)
const templates = what === 'bare' ? which : undefined
const now = '2026-11-23T08:00:00Z'
const printing = { sources: benchSources, language: 'zh-Hans', model: 'none' }
const sources = new Map(benchSources.map((source) => [source.id, source]))

function write(path: string, body: string | Uint8Array): void {
  const to = join(press, 'bare', path)
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, body)
}

/** Pages and JSON twins of what is published, one after another: no order, no manifest, no feeds, no search. */
async function bare(): Promise<number> {
  const { renderArticle } = await load<typeof ArticleDoor>('publish/render-article.js', templates)
  const { renderList } = await load<typeof ListDoor>('publish/pages/list.js', templates)
  const store = openStore(press)
  const shelf = openShelf<Entry>(store, printing)
  let written = 0
  const page = (path: string, body: string): void => {
    write(path, body)
    written++
  }
  const rows = store.db.prepare('SELECT article_id AS id FROM publish_entry').all()
  for (const { id } of rows) {
    const entry = shelf.entry(String(id))?.entry
    const publication = shelf.publication(String(id))
    const source = sources.get(entry?.sourceId ?? '')
    if (!entry || !publication || !source) continue
    const { article, card, review } = publication
    const history = { headlines: [], revisions: [], gone: null, underCorrection: [], corrected: [] }
    const printable = { article, card, review, parallel: null, history, withheld: null }
    page(
      `a/${entry.id}/${entry.slug}/index.html`,
      renderArticle(printable as never, { entry, source, site: benchSite } as never),
    )
    page(`a/${entry.id}/index.json`, JSON.stringify({ article, card, review, source: source.name }))
  }
  for (const prefix of ['', 'source/', 'lang/', 'w/', 'm/']) {
    const lists = prefix === '' ? [''] : shelf.lists(prefix).map(({ list }) => list)
    for (const list of lists) barePages(list, shelf, { page, renderList })
  }
  store.close()
  return written
}

function barePages(
  list: string,
  shelf: Pick<ReturnType<typeof openShelf<Entry>>, 'members' | 'lengthOf'>,
  { page, renderList }: { page: (path: string, body: string) => void; renderList: typeof ListDoor.renderList },
): void {
  const length = shelf.lengthOf(list)
  const full = Math.max(0, Math.floor(length / 20) - 1)
  const folder = list === '' ? '' : `${list}/`
  for (let number = 1; number <= full + 1; number++) {
    const front = number > full
    // Copies: what the engine remembers of an entry's line is its own doing.
    const entries = shelf
      .members(list, (number - 1) * 20, front ? length : number * 20)
      .map(({ entry }) => ({ ...entry }))
    const facts = {
      list,
      site: benchSite,
      sources,
      hasFeed: true,
      entries,
      page: front ? null : number,
      older: number > 1 ? number - 1 : null,
      newer: number < full ? number + 1 : null,
    }
    page(`${folder}${front ? '' : `page/${number}/`}index.html`, renderList(facts as never))
  }
}

/** The search index alone: of everything, or what one article more at the end makes anew. */
function search(): number {
  const store = openStore(press)
  const shelf = openShelf<Entry>(store, printing)
  const length = shelf.lengthOf('')
  const segments = segmentsOf(which === 'nothing' ? 0 : length)
  const keys = which === 'tail' ? segments.slice(0, 1) : segments
  const works = [
    ...keys.map((segment) => ({ rank: '1', key: String(segment.from) })),
    ...(which === 'nothing' ? [] : [{ rank: '2', key: '' }]),
  ]
  let written = 0
  for (const { rank, key } of works)
    for (const { path, body } of writeSearch(rank, key, { site: benchSite, shelf, sources, now }).files) {
      write(path, body)
      written++
    }
  store.close()
  return written
}

async function publish(): Promise<number> {
  const store = openStore(press)
  const shelf = openShelf<Entry>(store, printing)
  const address = shelfAddress(store, printing)
  const { written } = await publishSite({
    site: benchSite,
    shelf,
    ...(address ? { address } : {}),
    folder: join(press, 'site'),
    now,
  })
  store.close()
  return written
}

const start = performance.now()
const before = process.cpuUsage()
const written = what === 'bare' ? await bare() : what === 'search' ? search() : await publish()
const { user, system } = process.cpuUsage(before)
console.log(
  JSON.stringify({
    written,
    cpu: (user + system) / 1e6,
    user: user / 1e6,
    seconds: (performance.now() - start) / 1000,
    mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
