import { Option, type Command } from 'commander'
import { openApp } from '../app.ts'
import { readLedger } from '../pipeline.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { parseSince } from './since.ts'

const sums = ['day', 'source', 'model', 'article'] as const

/** `waikan ledger`: what the models cost. */
export function addLedger(program: Command): void {
  withPlaces(
    program
      .command('ledger')
      .description('what the models cost: calls, tokens and price by day, source, model or article')
      .addOption(new Option('--by <what>', 'what is summed up').choices(sums).default('day'))
      .option('--since <day>', 'from this day of UTC on, as 2026-11-01', '1970-01-01'),
  ).action((options: PlaceOptions & { by: (typeof sums)[number]; since: string }) => {
    const app = openApp({ config: options.config, press: options.press }, createReport(process.stderr), {
      beside: true,
      begun: true,
    })
    try {
      const since = parseSince(options.since, app.road.now()).slice(0, 10)
      process.stdout.write(`${options.by}\tcalls\tinput tokens\toutput tokens\tprice\n`)
      for (const line of readLedger(app.road, { by: options.by, since })) {
        const { name, calls, inputTokens, outputTokens, price } = line
        process.stdout.write(`${[name, calls, inputTokens, outputTokens, price.toFixed(6)].join('\t')}\n`)
      }
    } finally {
      app.close()
    }
  })
}
