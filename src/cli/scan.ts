import type { Command } from 'commander'
import { openApp } from '../app.ts'
import { scanAll } from '../pipeline.ts'
import { countOf } from './count-of.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport, plainly } from './print.ts'

/** `waikan scan`: read the whole site for text that should not stand there. Exit code 1 when there is some. */
export function addScan(program: Command): void {
  withPlaces(
    program
      .command('scan')
      .description(
        'read every file of the site for words of withdrawn articles, and for more of a text than its rights allow',
      ),
  ).action((options: PlaceOptions) => {
    const app = openApp({ config: options.config, press: options.press }, createReport(process.stderr), {
      beside: true,
      begun: true,
    })
    try {
      if (!tellLeaks(scanAll(app.road, { folder: app.folder }))) process.exitCode = 1
    } finally {
      app.close()
    }
  })
}

/** Print where more stands of an article than may. `true` when nowhere. */
export function tellLeaks({ articles, leaks }: ReturnType<typeof scanAll>): boolean {
  for (const { id, path, words, units } of leaks)
    process.stdout.write(plainly(`too much of ${id}: ${units} signs, as in ${path}: ${words} …\n`))
  process.stdout.write(
    `scanned: ${countOf(articles, 'article')} that may not be shown whole, ${countOf(leaks.length, 'place')} with too much of one; eight words in a row count, also where another article has them\n`,
  )
  return leaks.length === 0
}
