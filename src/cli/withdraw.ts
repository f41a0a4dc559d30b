import type { Command } from 'commander'
import { openApp } from '../app.ts'
import { publishAll, scanAll, withdrawArticle } from '../pipeline.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { publishingOf } from './run.ts'
import { tellLeaks } from './scan.ts'

/** `waikan withdraw ID`: take an article back from the public and publish at once. An unknown id ends with exit code 2. */
export function addWithdraw(program: Command): void {
  withPlaces(
    program
      .command('withdraw')
      .description('take an article back: page, JSON, feeds and search lose it, a tombstone stays')
      .argument('<id>', 'id of the article: what follows /a/ in its address')
      .option('--reason <text>', 'why, for the log of this press; never published')
      .option('--scan', 'read the whole site afterwards and tell where eight words in a row of it still stand'),
  ).action(async (id: string, options: PlaceOptions & { reason?: string; scan?: boolean }) => {
    const report = createReport(process.stderr)
    const app = openApp({ config: options.config, press: options.press }, report)
    try {
      if (!withdrawArticle(app.road, id, options.reason ?? null)) {
        process.stderr.write(
          `Cannot withdraw "${id}": no article has this id, expected what follows /a/ in an address\n`,
        )
        process.exitCode = 2
        return
      }
      const { written, deleted } = await publishAll(app.road, publishingOf(app))
      process.stdout.write(`withdrawn: ${id}; ${written} files written, ${deleted} deleted, in ${app.folder}/site\n`)
      if (options.scan && !tellLeaks(scanAll(app.road, { id, folder: app.folder }))) process.exitCode = 1
    } finally {
      report.end()
      app.close()
    }
  })
}
