/**
 * Publishing at size, against the same pages written with nothing around them.
 *
 *   npm run build && node bench/publish.ts [articles]
 *
 * Prints CPU seconds of a full build, of one article more and of a run without a change, the files touched and the peak
 * memory. The peer writes the bytes of the very same site without rendering, manifest, fsync or rename.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as ShelfDoor from '../src/store/publishing.ts'
import type * as StoreDoor from '../src/store/store.ts'
import type * as PublishDoor from '../src/publish/publish.ts'
import { makeArticle } from './archive.ts'

const root = join(import.meta.dirname, '..', 'dist')
const load = async (path: string) => await import(join(root, path))
const { publishSite } = (await load('publish/publish.js')) as typeof PublishDoor
const { openShelf, shelfAddress } = (await load('store/publishing.js')) as typeof ShelfDoor
const { openStore } = (await load('store/store.js')) as typeof StoreDoor
const { saveArticle } = (await load('store/articles.js')) as typeof ArticlesDoor

const articles = Number(process.argv[2] ?? 10_000)
const press = mkdtempSync(join(tmpdir(), 'waikan-bench-'))
const store = openStore(press)
const sources = Array.from({ length: 12 }, (_, number) => ({
  id: `outlet-${number}`,
  name: `Outlet ${number}`,
  homepage: null,
  language: 'en',
  rights: 'full' as const,
  expiresAfterDays: null,
  images: true,
}))
const printing = { sources, language: 'zh-Hans', model: 'none' }
const shelf = openShelf(store, printing) as Parameters<typeof publishSite>[0]['shelf']
const site = { title: '外刊', tagline: '读世界的报纸', url: 'https://press.example.org/', language: 'zh-Hans' as const }
const folder = join(press, 'site')

store.transaction(() => {
  for (let number = 0; number < articles; number++) saveArticle(store, makeArticle(number), String(number))
})

async function measure(name: string, work: () => unknown): Promise<number> {
  const from = process.cpuUsage()
  const start = performance.now()
  const result = (await work()) as { written: number; deleted: number } | undefined
  const used = process.cpuUsage(from)
  const cpu = (used.user + used.system) / 1e6
  const files = result ? `, ${result.written} written, ${result.deleted} deleted` : ''
  console.log(`${name}: ${cpu.toFixed(3)} s CPU, ${((performance.now() - start) / 1000).toFixed(3)} s${files}`)
  return cpu
}

const run = () =>
  publishSite({ site, shelf, address: shelfAddress(store, printing), folder, now: '2026-11-23T08:00:00Z' })
const full = await measure(`full build of ${articles} articles`, run)
saveArticle(store, makeArticle(articles), 'one more')
await measure('one article more', run)
await measure('no change', run)

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  statSync(join(folder, path)).isFile(),
)
const bare = await measure(`the same ${paths.length} files, read and written bare`, () => {
  for (const path of paths) {
    const to = join(press, 'bare', path)
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, readFileSync(join(folder, path)))
  }
})
console.log(
  `full build / bare bytes: ${(full / bare).toFixed(2)}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
)
store.close()
rmSync(press, { recursive: true })
