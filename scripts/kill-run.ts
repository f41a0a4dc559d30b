// Kill `waikan run` on the sample press at random moments, run it to its end, and compare with an uninterrupted run.
// node scripts/kill-run.ts [rounds, default 30] [seed, default 1]
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

const rounds = Number(process.argv[2] ?? 30)
let seed = Number(process.argv[3] ?? 1)
const main = join(import.meta.dirname, '..', 'dist', 'main.js')
const flags = ['--disable-warning=ExperimentalWarning', main, 'run', '--all-feeds']

function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

function runToEnd(press: string): void {
  const { status, stderr } = spawnSync(process.execPath, [...flags, '--press', press], { encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`Cannot compare: run on "${press}" ended with ${status}: ${stderr}`)
}

/** Every page without ids and times, which are made anew in each run. */
function fingerprint(press: string): string {
  const hash = createHash('sha256')
  const db = new DatabaseSync(join(press, 'waikan.db'), { readOnly: true })
  const ids = db
    .prepare('SELECT id, revision, source_id, item_key FROM article ORDER BY source_id, item_key, revision')
    .all()
  for (const row of ids) hash.update(`${row.source_id} ${row.item_key} ${row.revision}\n`)
  db.close()
  const known = new Map(ids.map((row) => [String(row.id), `${row.source_id}:${row.item_key}`]))
  const site = join(press, 'site')
  const files = globSync('**/*', { cwd: site }).filter((file) => statSync(join(site, file)).isFile())
  const lines = files.map((file) => {
    const text = `${file}\n${readFileSync(join(site, file), 'utf8')}`
    return neutral(text, known)
  })
  for (const line of lines.toSorted()) hash.update(line)
  return `${hash.digest('hex').slice(0, 16)} (${files.length} files, ${ids.length} revisions)`
}

function neutral(text: string, known: Map<string, string>): string {
  let plain = text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/gu, 'T')
  for (const [id, name] of known) plain = plain.replaceAll(id, name)
  return plain
}

const base = mkdtempSync(join(tmpdir(), 'waikan-kill-'))
const whole = join(base, 'whole')
const started = performance.now()
runToEnd(whole)
const tookMs = performance.now() - started
const wanted = fingerprint(whole)
console.log(`uninterrupted: ${wanted}, ${Math.round(tookMs)} ms`)
let same = 0
for (let round = 1; round <= rounds; round++) {
  const press = join(base, String(round))
  const afterMs = Math.round(random() * tookMs)
  const child = spawn(process.execPath, [...flags, '--press', press], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await sleep(afterMs)
  child.kill('SIGKILL')
  await ended
  runToEnd(press)
  const got = fingerprint(press)
  if (got === wanted) same++
  else console.log(`round ${round}: killed after ${afterMs} ms: ${got}, expected ${wanted}`)
  rmSync(press, { recursive: true })
}
rmSync(base, { recursive: true })
console.log(`${same} of ${rounds} the same`)
process.exit(same === rounds ? 0 : 1)
