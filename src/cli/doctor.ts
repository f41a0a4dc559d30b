import type { Command } from 'commander'
import { statfsSync } from 'node:fs'
import { openApp } from '../app.ts'
import { countReviews, examine } from '../pipeline.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'

/** Free space below which a press folder is called short of it, in bytes. */
const littleSpace = 1024 ** 3

/** `waikan doctor`: checks configuration, sources, model, store and disk; every finding with its remedy. */
export function addDoctor(program: Command): void {
  withPlaces(
    program
      .command('doctor')
      .description('check configuration, sources, store and disk; every finding with its remedy'),
  ).action((options: PlaceOptions) => {
    const app = openApp({ config: options.config, press: options.press }, createReport(process.stderr), {
      beside: true,
    })
    try {
      const findings = examine(app.road)
      const disk = statfsSync(app.folder)
      const free = disk.bavail * disk.bsize
      if (free < littleSpace) {
        findings.push({
          what: `The disk of "${app.folder}" has ${Math.round(free / 2 ** 20)} MiB left`,
          remedy: 'make room, or move the press folder with --press',
        })
      }
      const { waiting, failed } = countReviews(app.road)
      if (failed > 0) {
        findings.push({
          what: `${failed} articles could not be reviewed by ${app.config.review.model}`,
          remedy: 'check the endpoint and its key; they are asked again on the next run',
        })
      }
      if (waiting > 0) {
        findings.push({
          what: `${waiting} reviews wait for budget`,
          remedy: 'they go on tomorrow; raise review.budget in waikan.yaml to have them sooner',
        })
      }
      process.stdout.write(
        `configuration: ${app.configFile ?? 'none, the sample press'}\nsources: ${app.sources.length}, feeds: ${app.feeds.length}\nmodel: ${app.config.review.model}\n`,
      )
      for (const { what, remedy } of findings) process.stdout.write(`- ${what}\n  remedy: ${remedy}\n`)
      if (findings.length === 0) process.stdout.write('nothing to mend\n')
      else process.exitCode = 1
    } finally {
      app.close()
    }
  })
}
