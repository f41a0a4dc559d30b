/**
 * What hostile servers and documents cost and how they end: one process for each, through network, charset and the parser's
 * thread, as `waikan run collect` asks for a feed. Seconds on the clock and of the processor, the largest memory above that of a good feed, outcome, message.
 *
 *     node bench/hostile-feeds.ts [only those that hold this]
 *
 * The time that an answer may take is 3 s here (30 s by default), so that the slow ones end sooner.
 */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { collectFeed } from '../src/collect/collect.ts'
import { createFeedParser } from '../src/collect/parse-in-worker.ts'
import { createPoliteGet } from '../src/net/polite-get.ts'

const timeoutMs = 3000
const most = { cpu: 12, mb: 700 }
const newState = {
  feedId: 'f',
  status: 'active',
  checkedAt: null,
  nextDueAt: null,
  etag: null,
  lastModified: null,
  hash: null,
  failures: 0,
  error: null,
  movedTo: null,
} as unknown as Parameters<typeof collectFeed>[1]

type Told = { outcome: string; items: number; message: string | null; seconds: number; cpu: number; mb: number }

async function askOnce(url: string): Promise<Told> {
  const parser = createFeedParser()
  const get = createPoliteGet({
    userAgent: 'Waikan/0 (+https://press.example)',
    allow: ['127.0.0.0/8'],
    timeoutMs,
    perHostDelayMs: 0,
  })
  const before = process.cpuUsage()
  const start = performance.now()
  const feed = { id: 'f', sourceId: 's', url } as unknown as Parameters<typeof collectFeed>[0]
  const { outcome, parsed, message } = await collectFeed(feed, newState, {
    get,
    now: () => new Date().toISOString(),
    parse: (document) => parser.parse(document),
  })
  const seconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(before)
  await parser.close()
  const said = message ?? parsed?.repairs.join('; ') ?? null
  return {
    outcome,
    items: parsed?.items.length ?? 0,
    message: said,
    seconds,
    cpu: (used.user + used.system) / 1_000_000,
    mb: largestMb(),
  }
}

/** The most memory that this process ever held; `maxRSS` would begin with its parent's. */
function largestMb(): number {
  return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
}

function inChild(url: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--ask', url], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    child.once('message', (told) => resolve(told as Told))
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`it ended with ${code ?? signal}`))
    })
  })
}

async function measureAll(only: string): Promise<void> {
  // Not in the children: the answers are large.
  const { hostileAnswers, serveHostile } = await import('../test/hostile/hostile-answers.ts')
  const { port, close } = await serveHostile()
  const told: [string, Told][] = []
  const names = Object.keys(hostileAnswers).filter((name) => name.includes(only))
  const base = await inChild(`http://127.0.0.1:${port}/unknown`)
  for (const name of names) {
    const failed = (error: Error): Told => ({
      outcome: 'DIED',
      items: 0,
      message: error.message,
      seconds: 60,
      cpu: 60,
      mb: 0,
    })
    const one = await inChild(`http://127.0.0.1:${port}/${encodeURIComponent(name)}`).catch(failed)
    told.push([name, one])
    const message = (one.message ?? '').replace(/^Cannot \w+(?: feed)? "[^"]*": /u, '').slice(0, 110)
    process.stdout.write(
      `| ${name} | ${one.seconds.toFixed(1)} s | ${one.cpu.toFixed(1)} s | ${Math.max(0, one.mb - base.mb).toFixed(0)} MB | ${one.outcome}, ${one.items} items | ${message} |\n`,
    )
  }
  close()
  const over = told.filter(([, one]) => one.outcome === 'DIED' || one.cpu > most.cpu || one.mb - base.mb > most.mb)
  const mute = told.filter(([, one]) => one.outcome === 'failed' && !one.message)
  process.stdout.write(
    `${told.length} hostile answers: ${over.length} over ${most.cpu} s of processor or ${most.mb} MB, ${mute.length} without a message${over.map(([name]) => `\n  over: ${name}`).join('')}\n`,
  )
  process.exitCode = over.length + mute.length > 0 ? 1 : 0
}

if (process.argv[2] === '--ask') {
  process.send?.(await askOnce(process.argv[3] ?? ''), () => process.exit())
} else await measureAll(process.argv[2] ?? '')
