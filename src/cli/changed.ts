import type { Command } from 'commander'
import { openApp } from '../app.ts'
import { changedFiles } from '../pipeline.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { parseSince } from './since.ts'

const beginning = '1970-01-01T00:00:00Z'

/** `waikan changed`: which files of the site an upload has to carry, one path a line. */
export function addChanged(program: Command): void {
  withPlaces(
    program
      .command('changed')
      .description('files of the site written since an instant, or all, in the order in which they may be uploaded')
      .option(
        '--since <date>',
        'as 2026-11-23, 2026-11-23T08:00:00Z or 36h (UTC); files written at that second are listed too (default: all files, for a first upload)',
      )
      .option('--gone', 'files taken away since then instead'),
  ).action((options: PlaceOptions & { since?: string; gone?: boolean }) => {
    const app = openApp({ config: options.config, press: options.press }, createReport(process.stderr), {
      beside: true,
      begun: true,
    })
    try {
      const since = options.since === undefined ? beginning : parseSince(options.since, app.road.now())
      if (options.since !== undefined && since !== options.since) process.stderr.write(`since ${since}\n`)
      for (const { path, gone } of changedFiles(app.road, since))
        if (gone === (options.gone === true)) process.stdout.write(`${path}\n`)
    } finally {
      app.close()
    }
  })
}
