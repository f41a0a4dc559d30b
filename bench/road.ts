// The road on real pages: ../shared/press serves 129 articles of 92 outlets on loopback, their OPML is imported, then
// `waikan run`. Prints what was found, whole, cut, teaser, failed, seconds and peak memory. node bench/road.ts
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Article } from '../src/types.ts'

const root = join(import.meta.dirname, '..')
const serve = join(root, '..', 'shared', 'press', 'serve.mjs')
if (!existsSync(serve)) {
  console.error(`Cannot run: "${serve}" is missing, expected the shared corpus beside the checkout`)
  process.exit(2)
}
const server = spawn(process.execPath, [serve], { stdio: ['ignore', 'pipe', 'inherit'] })
const base = await new Promise<string>((resolve) => server.stdout.once('data', (data) => resolve(String(data).trim())))
const folder = mkdtempSync(join(tmpdir(), 'waikan-road-'))
try {
  const host = new URL(base).host
  const config = join(folder, 'waikan.yaml')
  writeFileSync(config, `net: { allow: ["${host}"], delayMs: 0 }\nsources: []\n`)
  const opml = join(folder, 'press.opml')
  writeFileSync(opml, await (await fetch(`${base}/opml.xml`)).text())
  const waikan = join(root, 'dist', 'main.js')
  const imported = spawnSync(process.execPath, [waikan, 'sources', 'import', opml, '-c', config], { encoding: 'utf8' })
  console.log(imported.stdout.trim(), imported.stderr.trim())
  const started = performance.now()
  const press = join(folder, 'press')
  const run = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', waikan, 'run', '-c', config, '-p', press],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
    },
  )
  let said = ''
  run.stderr.on('data', (data) => (said += String(data)))
  let peakMiB = 0
  const watch = setInterval(() => {
    const status = existsSync(`/proc/${run.pid}/status`) ? readFileSync(`/proc/${run.pid}/status`, 'utf8') : ''
    peakMiB = Math.max(peakMiB, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024)
  }, 100)
  const code = await new Promise((resolve) => run.once('exit', resolve))
  clearInterval(watch)
  const seconds = (performance.now() - started) / 1000
  console.log(
    said
      .split('\n')
      .filter((line) => line.startsWith('warning'))
      .slice(0, 20)
      .join('\n'),
  )
  const db = new DatabaseSync(join(press, 'waikan.db'), { readOnly: true })
  const articles = db
    .prepare('SELECT data FROM article WHERE revision = 1')
    .all()
    .map((row) => JSON.parse(String(row.data)) as Article)
  const verdicts = Object.groupBy(articles, (article) => article.completeness.verdict)
  const table = Object.entries(verdicts).map(([verdict, list]) => `${verdict} ${list?.length}`)
  const items = Number(db.prepare('SELECT COUNT(*) AS n FROM item').get()?.n)
  console.log(`items ${items}, articles ${articles.length}: ${table.join(', ')}`)
  const without = (what: (article: Article) => unknown): number => articles.filter((article) => !what(article)).length
  console.log(
    `without headline ${without((a) => a.headline)}, date ${without((a) => a.publishedAt)}, language ${without((a) => a.language)}, passages ${without((a) => a.passages.length)}`,
  )
  console.log(`exit ${String(code)}, ${seconds.toFixed(1)} s, peak ${peakMiB.toFixed(0)} MiB`)
} finally {
  server.kill()
  rmSync(folder, { recursive: true })
}
