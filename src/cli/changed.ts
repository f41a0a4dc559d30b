import type { Command } from 'commander'
import { openApp } from '../app.ts'
import { ConfigError } from '../errors.ts'
import { changedFiles } from '../pipeline.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'

/** `waikan changed`: which files of the site an upload has to carry, one path a line. */
export function addChanged(program: Command): void {
  withPlaces(
    program
      .command('changed')
      .description('files of the site written since an instant, in the order in which they may be uploaded')
      .requiredOption('--since <instant>', 'as 2026-11-23T08:00:00Z; files written at that second are listed too')
      .option('--gone', 'files taken away since then instead'),
  ).action((options: PlaceOptions & { since: string; gone?: boolean }) => {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(options.since))
      throw new ConfigError(
        `Wrong --since: current value is "${options.since}", expected an instant as 2026-11-23T08:00:00Z`,
      )
    const app = openApp({ config: options.config, press: options.press }, createReport(process.stderr), {
      beside: true,
    })
    try {
      for (const { path, gone } of changedFiles(app.road, options.since))
        if (gone === (options.gone === true)) process.stdout.write(`${path}\n`)
    } finally {
      app.close()
    }
  })
}
