import type { Command } from 'commander'
import { verifyLine } from '../review/verify.ts'
import { filterJsonLines } from './json-lines.ts'

/** `waikan verify --jsonl`: the checks of a review's sentences, as a filter. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check sentences against their passages, one JSON object a line: {id,claim,passages,evidence,quote,…}')
    .requiredOption('--jsonl', 'read one JSON object a line from stdin, print one {id,flag,checks,findings} line each')
    .option('--style', 'check how texts are written instead: {id,text,reader}')
    .action(async (options: { style?: boolean }) => {
      const failed = await filterJsonLines(process.stdin, process.stdout, (line) =>
        verifyLine(line, { style: options.style === true }),
      )
      if (failed > 0) process.exitCode = 1
    })
}
