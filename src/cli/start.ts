import type { Command } from 'commander'
import type { Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { openApp, type App } from '../app.ts'
import { parseConfig } from '../config.ts'
import { ClockError } from '../errors.ts'
import { serveSearch } from '../pipeline.ts'
import { contactRemedy } from './contact-remedy.ts'
import { countOf } from './count-of.ts'
import { parsePort, withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { runRoad, sampleWords, watchWithdrawals } from './run.ts'
import { close, listen, type ListenOptions } from './serve.ts'
import { stopOnSignal } from './stop.ts'
import { watchFile } from './watch-file.ts'

/** Minutes between two looks at which feeds are due. */
const lookEveryMinutes = 5

/** `waikan start`: all of it, then serve and keep going. */
export function addStart(program: Command): void {
  withPlaces(
    program
      .command('start')
      .description('collect, read, review and publish, then serve the site and keep going on schedule')
      .option('--port <number>', 'port, 0 for any free one', parsePort, 8321)
      .option('--host <address>', 'address to listen on', '127.0.0.1'),
  ).action(async (given: PlaceOptions & ListenOptions, command: Command) => {
    const options = { ...given, isAsked: command.getOptionValueSource('port') === 'cli' }
    const report = createReport(process.stderr)
    const app = openApp({ config: options.config, press: options.press }, report)
    const stopping = new AbortController()
    app.road.stop = stopping.signal
    const work: Work = { rounds: Promise.resolve(), server: null }
    stopOnSignal(
      () => {
        stopping.abort()
        if (work.server) close(work.server)
        return work.rounds
      },
      () => app.close(),
    )
    watchWithdrawals(app)
    serveSearch(app.road)
    if (app.sample) await startSample(app, options, work)
    else await startPress(app, options, work)
  })
}

type Work = { rounds: Promise<unknown>; server: Server | null }

/** The sample press is read in seconds: its address is told when there is something to read. */
async function startSample(app: App, options: ListenOptions, work: Work): Promise<void> {
  process.stdout.write(sampleWords)
  const visit = { only: null, everyFeed: true }
  // The second visit of the sample press finds an article that its outlet has corrected.
  work.rounds = runRoad(app, visit).then(() => runRoad(app, visit))
  await work.rounds
  if (!app.road.stop?.aborted) work.server = await listen(app, options)
}

/** What was published before can be read at once; the first round of many outlets takes minutes. */
async function startPress(app: App, options: ListenOptions, work: Work): Promise<void> {
  const { url, contact } = app.config.site
  if (url === undefined && contact === undefined)
    app.road.report.warn(`requests name nobody whom an outlet could ask: ${contactRemedy(app.configFile)}`, {})
  work.server = await listen(app, options)
  let minutes = lookEveryMinutes
  const round = async (): Promise<void> => {
    minutes = lookEveryMinutes
    try {
      await runRoad(app, { only: null, everyFeed: false })
    } catch (error) {
      // Until somebody sets the clock, each round asks some feeds in vain.
      if (error instanceof ClockError) minutes = 60
      app.road.report.warn('round not finished', { message: error instanceof Error ? error.message : String(error) })
    }
  }
  const changed = app.configFile === null ? () => null : watchFile(app.configFile)
  const keepGoing = async (): Promise<void> => {
    // A slow round must not meet the next one: two rounds would ask the same feed twice.
    work.rounds = round()
    await work.rounds
    await nextLook(app, { waitMs: minutes * 60_000, changed })
    if (!app.road.stop?.aborted) void keepGoing()
  }
  await keepGoing()
}

const lookAtFileMs = 1000

/** Ends after a time, or as soon as another configuration is taken up: a source that was added need not wait. */
async function nextLook(
  app: App,
  { waitMs, changed }: { waitMs: number; changed: () => string | null },
): Promise<void> {
  const end = performance.now() + waitMs
  while (performance.now() < end && !app.road.stop?.aborted) {
    await setTimeout(lookAtFileMs)
    const text = changed()
    if (text !== null && takeUp(app, text)) return
  }
}

/** A configuration that is wrong is told, and the one before stays in use. */
function takeUp(app: App, text: string): boolean {
  const file = app.configFile ?? ''
  try {
    app.adopt(parseConfig(text, file))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    app.road.report.warn(`${file} has changed and is not taken up`, { message })
    return false
  }
  process.stdout.write(
    `${file} has changed: ${countOf(app.sources.length, 'source')}, ${countOf(app.feeds.length, 'feed')} now
`,
  )
  return true
}
