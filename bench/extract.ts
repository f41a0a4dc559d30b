/**
 * The text of 129 news pages, ours beside other libraries in the same run, as `../shared/score/extraction` runs and scores
 * them: F1, pages exactly right, captions inside the body, empty answers, pages per CPU second, peak memory, start.
 * `npm run build && node bench/extract.ts [--peers FOLDER] [--only NAME,NAME] [--ours PATH-TO-BIN]`
 * Readability on linkedom is measured twice: as its users run it, and with the settings of V8 that `bin/waikan` gives our filter.
 * The peers live outside the repository and are run by the scorer's own adapters, each in a process of its own:
 *
 *   mkdir ../waikan-peers && cp ../shared/score/extraction/peers/* ../waikan-peers/
 *   npm install --prefix ../waikan-peers --ignore-scripts
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

type Speed = { pagesPerCpuSecond: number; peakMiB: number; coldMs: number; errors: number; restarts: number }
type Scores = {
  f1: number
  accuracy: number
  empty: number
  sd: number
  captionLeak?: { leaked: number; pages: number }
}
type Row = { name: string } & Speed & Scores

const { values: options } = parseArgs({
  options: {
    peers: { type: 'string', default: join(import.meta.dirname, '..', '..', 'waikan-peers') },
    only: { type: 'string', default: 'readability-linkedom,defuddle,readability-jsdom,article-extractor,unfluff' },
    ours: { type: 'string', default: join(import.meta.dirname, '..', 'bin', 'waikan') },
  },
})
const runner = join(import.meta.dirname, '..', '..', 'shared', 'score', 'extraction', 'run.mjs')
const base = 'readability-linkedom'

function missing(path: string, expected: string): never {
  console.error(`Cannot run: "${path}" is missing, expected ${expected}`)
  process.exit(2)
}

/** Run one program over all pages and score it. */
async function measure(name: string, command: string, folder: string): Promise<Row | null> {
  const report = join(folder, `${name}.json`)
  const args = [runner, '--cmd', command, '--name', name, '--out', folder, '--json', report]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((done) => child.once('exit', done))
  if (code !== 0 || !existsSync(report)) {
    console.error(`No figures for ${name}: its run ended with code ${String(code)}`)
    return null
  }
  const { sets } = JSON.parse(readFileSync(report, 'utf8')) as { sets: { news: Scores & { speed: Speed } } }
  return { name, ...sets.news.speed, ...sets.news }
}

const times = (one: number, other: number | undefined): string => (other ? ` ×${(one / other).toFixed(2)}` : '')

function print(row: Row, beside: Row | undefined): void {
  const captions = row.captionLeak ? `${row.captionLeak.leaked}/${row.captionLeak.pages}` : '–'
  console.log(
    [
      row.name.padEnd(22),
      `F1 ${row.f1.toFixed(3)}`,
      `exact ${row.accuracy.toFixed(3)}`,
      `captions in body ${captions}`,
      `empty ${row.empty}`,
      `pages/CPU s ${row.pagesPerCpuSecond.toFixed(1)}${times(row.pagesPerCpuSecond, beside?.pagesPerCpuSecond)}`,
      `peak MiB ${row.peakMiB.toFixed(0)}${times(row.peakMiB, beside?.peakMiB)}`,
      `start ms ${row.coldMs.toFixed(0)}${times(row.coldMs, beside?.coldMs)}`,
      `errors ${row.errors}`,
      `restarts ${row.restarts}`,
    ].join(' | '),
  )
}

if (!existsSync(runner)) missing(runner, 'the shared scorer beside the checkout')
if (!existsSync(join(options.peers, 'node_modules')))
  missing(options.peers, 'the peers; the head of this file says how')
const folder = mkdtempSync(join(tmpdir(), 'bench-extract-'))
const rows: Row[] = []
const peer = (name: string, flags: string): string =>
  [process.execPath, flags, join(options.peers, 'cli.mjs'), name].join(' ')
const ourFlags = /extract\) tuning='([^']+)'/u.exec(
  readFileSync(join(import.meta.dirname, '../bin/waikan'), 'utf8'),
)?.[1]
if (ourFlags === undefined) throw new Error('Cannot find the settings of V8 for "extract" in bin/waikan')
const programs = options.only
  .split(',')
  .flatMap((name) => [[name, peer(name, '')], ...(name === base ? [[`${base}, ours`, peer(name, ourFlags)]] : [])])
for (const [name = '', command = ''] of [['waikan', `${resolve(options.ours)} extract --jsonl`], ...programs]) {
  const row = await measure(name, command, folder)
  if (row) rows.push(row)
}
rmSync(folder, { recursive: true })
console.log(`129 news pages, one after the other; × is the ratio to ${base}`)
for (const row of rows)
  print(
    row,
    rows.find(({ name }) => name === base),
  )
if (rows.length < programs.length + 1) process.exitCode = 1
