import type { Command } from 'commander'
import { ConfigError } from '../errors.ts'
import { verifyLine } from '../review/verify.ts'
import { filterJsonLines } from './json-lines.ts'

/** `waikan verify --jsonl`: the checks of a review's sentences, as a filter. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check sentences against their passages, one JSON object a line: {id,claim,passages,evidence,quote,…}')
    .option('--jsonl', 'read one JSON object a line from stdin, print one {id,flag,checks,findings} line each')
    .option('--style', 'check how texts are written instead: {id,text,reader}')
    .action(async (options: { jsonl?: boolean; style?: boolean }) => {
      if (options.jsonl !== true) throw new ConfigError(withoutLines(options.style === true ? ' --style' : ''))
      const failed = await filterJsonLines({ input: process.stdin, output: process.stdout }, (line) =>
        verifyLine(line, { style: options.style === true }),
      )
      if (failed > 0) process.exitCode = 1
    })
}

function withoutLines(style: string): string {
  return `Cannot verify without --jsonl: it is a filter, expected lines of JSON on stdin, as in: waikan verify --jsonl${style} < claims.jsonl`
}
