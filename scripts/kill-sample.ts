// Kill `waikan run` on the sample press at random moments, run it to its end, and compare with an uninterrupted run.
// npm run build && node scripts/kill-sample.ts [rounds, default 30] [seed, default 1]
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
// One instant for all runs, so that not even a time stamp may differ.
const env = { ...process.env, SOURCE_DATE_EPOCH: '1795392000' }
const flags = ['--disable-warning=ExperimentalWarning', main, 'run', '--all-feeds']

function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

function runToEnd(press: string): void {
  const { status, stderr } = spawnSync(process.execPath, [...flags, '--press', press], { env, encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`Cannot compare: run on "${press}" ended with ${status}: ${stderr}`)
}

/** Every file of the site and every revision of the store, byte for byte. */
function fingerprint(press: string): string {
  const hash = createHash('sha256')
  const db = new DatabaseSync(join(press, 'waikan.db'), { readOnly: true })
  const revisions = db.prepare('SELECT id, revision, data FROM article ORDER BY id, revision').all()
  for (const row of revisions) hash.update(`${row.id} ${row.revision} ${row.data}\n`)
  db.close()
  const site = join(press, 'site')
  const files = globSync('**/*', { cwd: site }).filter((file) => statSync(join(site, file)).isFile())
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(join(site, file)))
  return `${hash.digest('hex').slice(0, 16)} (${files.length} files, ${revisions.length} revisions)`
}

const base = mkdtempSync(join(tmpdir(), 'waikan-kill-'))
const whole = join(base, 'whole')
const started = performance.now()
runToEnd(whole)
const tookMs = performance.now() - started
// The sample press has a second visit; a kill after the first one's end is followed by the second, so both are compared after it.
runToEnd(whole)
const wanted = fingerprint(whole)
console.log(`uninterrupted: ${wanted}, ${Math.round(tookMs)} ms`)
let same = 0
for (let round = 1; round <= rounds; round++) {
  const press = join(base, String(round))
  const afterMs = Math.round(random() * tookMs)
  const child = spawn(process.execPath, [...flags, '--press', press], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await sleep(afterMs)
  child.kill('SIGKILL')
  await ended
  runToEnd(press)
  runToEnd(press)
  const got = fingerprint(press)
  if (got === wanted) same++
  else console.log(`round ${round}: killed after ${afterMs} ms: ${got}, expected ${wanted}`)
  rmSync(press, { recursive: true })
}
rmSync(base, { recursive: true })
console.log(`${same} of ${rounds} the same`)
process.exit(same === rounds ? 0 : 1)
