import type { Command } from 'commander'
import { openApp, type App } from '../app.ts'
import { serveSearch } from '../pipeline.ts'
import { parsePort, withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { runRoad, sampleWords } from './run.ts'
import { listen, type ListenOptions } from './serve.ts'

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
  ).action(async (options: PlaceOptions & ListenOptions) => {
    const report = createReport(process.stderr)
    const app = openApp({ config: options.config, press: options.press }, report)
    if (app.sample) {
      process.stdout.write(sampleWords)
    }
    serveSearch(app.road)
    await runRoad(app, { only: null, everyFeed: app.sample })
    // The second visit of the sample press finds an article that its outlet has corrected.
    if (app.sample) await runRoad(app, { only: null, everyFeed: true })
    report.end()
    await listen(app, options)
    if (!app.sample) keepGoing(app)
  })
}

function keepGoing(app: App): void {
  let running = false
  setInterval(() => {
    // A slow round must not meet the next one: two rounds would ask the same feed twice.
    if (running) return
    running = true
    runRoad(app, { only: null, everyFeed: false })
      .catch((error: unknown) => app.road.report.warn('round not finished', { message: String(error) }))
      .finally(() => {
        running = false
      })
  }, lookEveryMinutes * 60_000)
}
