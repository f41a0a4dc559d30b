// Kill a publish at random moments while a crawler reads the site, publish to the end, and compare with a fresh full build.
// npm run build && node scripts/kill-publish.ts [rounds, default 30] [seed, default 1]
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeArticle } from '../bench/archive.ts'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as PublishDoor from '../src/publish/publish.ts'
import type * as ShelfDoor from '../src/store/publishing.ts'
import type * as StoreDoor from '../src/store/store.ts'

const load = async (path: string) => await import(join(import.meta.dirname, '..', 'dist', path))
const { openStore } = (await load('store/store.js')) as typeof StoreDoor
const { openShelf, withdraw } = (await load('store/publishing.js')) as typeof ShelfDoor
const { saveArticle } = (await load('store/articles.js')) as typeof ArticlesDoor
const { publishSite } = (await load('publish/publish.js')) as typeof PublishDoor
const now = '2026-11-23T08:00:00Z'

async function publish(press: string): Promise<void> {
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
  const shelf = openShelf(store, { sources, language: 'zh-Hans', model: 'none' }) as Parameters<
    typeof publishSite
  >[0]['shelf']
  await publishSite({
    site: { title: '外刊', tagline: '', language: 'zh-Hans' },
    shelf,
    folder: join(press, 'site'),
    now,
  })
  store.close()
}

/** New articles, an edit of an old one and a withdrawal, for a run to be killed in. */
function change(press: string, round: number): void {
  const store = openStore(press)
  const from = round * 17
  store.transaction(() => {
    for (let number = from; number < from + 17; number++) saveArticle(store, makeArticle(number), String(number))
    const old = makeArticle(Math.floor(from / 2))
    saveArticle(store, { ...old, revision: 2, headline: `Edited ${round}` }, `edit ${round}`)
  })
  if (round % 5 === 4) withdraw(store, makeArticle(from - 3).id, { at: now, reason: null })
  store.close()
}

function fingerprint(site: string): string {
  const hash = createHash('sha256')
  const files = globSync('**/*', { cwd: site }).filter((file) => statSync(join(site, file)).isFile())
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(join(site, file)))
  return `${hash.digest('hex').slice(0, 16)} (${files.length} files)`
}

/** Half-written pages and links that lead nowhere, as a visitor would meet them now. */
function crawl(site: string, pages: string[]): string[] {
  return pages.flatMap((page) => {
    if (!existsSync(join(site, page))) return []
    const html = readFileSync(join(site, page), 'utf8')
    if (!html.trimEnd().endsWith('</html>')) return [`half-written: ${page}`]
    const links = [...html.matchAll(/(?:href|src)="([^"#:?]+)"/gu)].map((found) => decodeURIComponent(found[1] ?? ''))
    const targets = links.map((link) => join(dirname(page), link.endsWith('/') ? `${link}index.html` : link))
    return targets.filter((to) => !existsSync(join(site, to))).map((to) => `dead link: ${page} to ${to}`)
  })
}

if (process.argv[2] === 'child') {
  await publish(process.argv[3] ?? '')
  process.exit(0)
}
const rounds = Number(process.argv[2] ?? 30)
let seed = Number(process.argv[3] ?? 1)
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
const base = mkdtempSync(join(tmpdir(), 'waikan-kill-publish-'))
const press = join(base, 'press')
const site = join(press, 'site')
mkdirSync(press)
const flags = ['--disable-warning=ExperimentalWarning', import.meta.filename, 'child']
change(press, 0)
await publish(press)
let same = 0
let killed = 0
const faults = new Set<string>()
for (let round = 1; round <= rounds; round++) {
  change(press, round)
  const child = spawn(process.execPath, [...flags, press], { stdio: 'ignore' })
  const state = { ended: false }
  const end = new Promise<void>((resolve) => {
    child.once('exit', (_, signal) => {
      state.ended = true
      if (signal === 'SIGKILL') killed++
      resolve()
    })
  })
  setTimeout(() => child.kill('SIGKILL'), 120 + random() * 400)
  while (!state.ended) {
    const lists = globSync('{index.html,page/*/index.html,source/*/index.html,w/*/index.html}', { cwd: site })
    for (const fault of crawl(site, lists)) faults.add(fault)
    await sleep(2)
  }
  await end
  spawnSync(process.execPath, [...flags, press], { stdio: 'inherit' })
  const fresh = join(base, 'fresh')
  cpSync(press, fresh, { recursive: true, filter: (path) => !path.startsWith(site) })
  await publish(fresh)
  if (fingerprint(site) === fingerprint(join(fresh, 'site'))) same++
  else console.log(`round ${round}: ${fingerprint(site)}, expected ${fingerprint(join(fresh, 'site'))}`)
  rmSync(fresh, { recursive: true })
}
rmSync(base, { recursive: true })
for (const fault of [...faults].slice(0, 20)) console.log(fault)
console.log(
  `${same} of ${rounds} the same, ${killed} killed before their end; ${faults.size} faults seen by the crawler`,
)
process.exit(same === rounds && faults.size === 0 ? 0 : 1)
