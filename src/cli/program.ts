import type { CommanderError } from 'commander'
import { Command } from 'commander'
import { addExtract } from './extract.ts'
import { addInit } from './init.ts'
import { addDoctor } from './doctor.ts'
import { addEval } from './eval.ts'
import { addLedger } from './ledger.ts'
import { addParseFeed } from './parse-feed.ts'
import { addRun } from './run.ts'
import { addServe } from './serve.ts'
import { addSources } from './sources.ts'
import { addStart } from './start.ts'
import { addWithdraw } from './withdraw.ts'
import { addVerify } from './verify.ts'

/** The command line: every command with its help. Usage errors end with exit code 2. */
export function buildProgram(): Command {
  const program = new Command('waikan')
    .description("Read the world's press in your own language, with every sentence pinned to its passage.")
    .version('0.1.0')
    .showHelpAfterError('(run with --help to see what is expected)')
    .exitOverride((error: CommanderError) => {
      process.exit(error.exitCode === 0 ? 0 : 2)
    })
    .addHelpText(
      'after',
      `
Examples:
  waikan start                      the sample press, offline, when there is no waikan.yaml
  waikan init                       write a waikan.yaml
  waikan sources import press.opml  follow every feed of an OPML file
  waikan run                        the whole road once, for cron
  waikan extract https://…          one page as JSON

Exit codes: 0 all well, 1 some work failed, 2 usage or configuration.`,
    )
  for (const add of [
    addStart,
    addInit,
    addRun,
    addServe,
    addDoctor,
    addSources,
    addWithdraw,
    addExtract,
    addParseFeed,
    addVerify,
    addEval,
    addLedger,
  ]) {
    add(program)
  }
  for (const command of program.commands) inheritExit(command)
  return program
}

function inheritExit(command: Command): void {
  command.exitOverride((error: CommanderError) => {
    process.exit(error.exitCode === 0 ? 0 : 2)
  })
  for (const child of command.commands) inheritExit(child)
}
