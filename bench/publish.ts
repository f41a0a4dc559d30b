/**
 * Publishing at size, beside others that make the same pages in the same run.
 *
 *   npm run build && node bench/publish.ts [articles, default 10000]
 *   npm i --prefix /somewhere/peers @11ty/eleventy@3.1.8 && node bench/publish.ts 10000 --peers /somewhere/peers
 *
 * Peers: the same pages written by hono/jsx and nothing around it (no order, manifest, feeds or search); Hugo, when
 * `hugo` is on the PATH (`apt-get install hugo`); Eleventy, when `--peers` names a folder that has it. A peer that is
 * not there is said to be missing. Everything runs in processes of its own; figures hold their start.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as StoreDoor from '../src/store/store.ts'
import { load, makeArticle } from './archive.ts'
import { measureCommand, nodeOfWaikan, type Used } from './measure.ts'
import { eleventySite, hugoSite } from './peers.ts'

const { openStore } = await load<typeof StoreDoor>('store/store.js')
const { saveArticle } = await load<typeof ArticlesDoor>('store/articles.js')

const articles = Number(process.argv[2] ?? 10_000)
const at = process.argv.indexOf('--peers')
const peers = at === -1 ? '' : (process.argv[at + 1] ?? '')
const folder = mkdtempSync(join(tmpdir(), 'waikan-bench-'))
const press = join(folder, 'press')
// As `bin/waikan` has it: what was compiled in one process is there for the next, the bare peer's too.
process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled')

function add(from: number, to: number): void {
  mkdirSync(press, { recursive: true })
  const store = openStore(press)
  store.transaction(() => {
    for (let number = from; number < to; number++) saveArticle(store, makeArticle(number), String(number))
  })
  store.close()
}

type Child = { written: number; cpu: number; seconds: number; mb: number }

async function child(what: 'publish' | 'bare', ...more: string[]): Promise<Used & { inside: Child }> {
  const script = join(import.meta.dirname, 'publish-child.ts')
  const used = await measureCommand([...nodeOfWaikan, script, what, press, ...more])
  return { ...used, inside: JSON.parse(used.stdout) as Child }
}

function tell(name: string, { cpu, seconds, mb }: Used, more = ''): void {
  console.log(`${name}: ${cpu.toFixed(2)} s CPU, ${seconds.toFixed(2)} s, ${Math.round(mb)} MB${more}`)
}

function ratio(name: string, ours: number, theirs: number): void {
  console.log(`  ${name}: ${(ours / theirs).toFixed(2)}`)
}

/** Compile the templates for hono/jsx, inside the checkout, where modules are found. */
function compileForHono(): string {
  const root = join(import.meta.dirname, '..')
  const to = join(root, 'node_modules/.cache/waikan-hono')
  const options = [
    '-p',
    'tsconfig.build.json',
    '--jsxImportSource',
    'hono/jsx',
    '--outDir',
    to,
    '--incremental',
    'false',
  ]
  // Its types of what a template gives are others than ours.
  const { status } = spawnSync('npx', ['tsc', ...options, '--tsBuildInfoFile', 'null', '--noCheck'], { cwd: root })
  if (status !== 0) throw new Error(`Cannot compile the templates for hono/jsx: tsc ended with ${status}`)
  return to
}

add(0, articles)
const full = await child('publish')
tell(`full build of ${articles} articles with search`, full, `, ${full.inside.written} files`)
const bare = await child('bare', compileForHono())
tell('the same pages by bare hono/jsx', bare)
ratio('full build / bare, CPU', full.cpu, bare.cpu)

add(articles, articles + 1)
const more = await child('publish')
tell('one article more, whole process', more)
const { inside } = more
console.log(
  `  its publishing work: ${(inside.cpu * 1000).toFixed(0)} ms CPU, ${(inside.seconds * 1000).toFixed(0)} ms, ${inside.written} files`,
)
const none = await child('publish')
console.log(`no change: ${none.inside.written} files, ${(none.inside.seconds * 1000).toFixed(0)} ms`)

if (spawnSync('hugo', ['version']).error) console.log('Hugo: not on this machine (apt-get install hugo)')
else {
  const site = hugoSite(join(folder, 'hugo'))
  for (let number = 0; number < articles; number++) site.add(makeArticle(number))
  const hugo = await measureCommand(['hugo', '--quiet'], { cwd: site.folder })
  tell(`Hugo, ${spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout.split(' ')[1] ?? ''}`, hugo)
  ratio('full build / Hugo, CPU', full.cpu, hugo.cpu)
  ratio('full build / Hugo, memory', full.mb, hugo.mb)
  site.add(makeArticle(articles))
  const again = await measureCommand(['hugo', '--quiet'], { cwd: site.folder })
  tell('  one article more', again)
  ratio('one article more / Hugo, CPU of whole processes', more.cpu, again.cpu)
}

const eleventy = join(peers, 'node_modules/@11ty/eleventy/cmd.cjs')
if (peers === '' || !existsSync(eleventy)) console.log('Eleventy: not given (--peers)')
else {
  const site = eleventySite(join(folder, 'eleventy'))
  for (let number = 0; number < articles; number++) site.add(makeArticle(number))
  const used = await measureCommand([process.execPath, eleventy, '--quiet'], { cwd: site.folder })
  tell('Eleventy', used)
  ratio('full build / Eleventy, CPU', full.cpu, used.cpu)
}
// Not before: a file system that has just taken many files away looks for room twice as long (ext4).
rmSync(folder, { recursive: true })
