import type { CommanderError } from 'commander'
import { Command } from 'commander'
import { repeatPlaces } from './as-typed.ts'

/** Each command's file, loaded when it is called: a filter does not wait for the libraries of a whole press. */
const commands: Record<string, () => Promise<(program: Command) => void>> = {
  start: async () => (await import('./start.ts')).addStart,
  init: async () => (await import('./init.ts')).addInit,
  run: async () => (await import('./run.ts')).addRun,
  serve: async () => (await import('./serve.ts')).addServe,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  sources: async () => (await import('./sources.ts')).addSources,
  changed: async () => (await import('./changed.ts')).addChanged,
  scan: async () => (await import('./scan.ts')).addScan,
  withdraw: async () => (await import('./withdraw.ts')).addWithdraw,
  extract: async () => (await import('./extract.ts')).addExtract,
  'parse-feed': async () => (await import('./parse-feed.ts')).addParseFeed,
  verify: async () => (await import('./verify.ts')).addVerify,
  eval: async () => (await import('./eval.ts')).addEval,
  ledger: async () => (await import('./ledger.ts')).addLedger,
}

/**
 * The command line. Usage errors end with exit code 2.
 *
 * @param called the name of the one command that is wanted; otherwise every command is there, with its help
 */
export async function buildProgram(called?: string): Promise<Command> {
  const program = new Command('waikan')
    .description("Read the world's press in your own language, with every sentence pinned to its passage.")
    .version('0.1.0')
    .showHelpAfterError('(run with --help to see what is expected)')
    .exitOverride((error: CommanderError) => {
      process.exit(error.exitCode === 0 ? 0 : 2)
    })
    .hook('preAction', (_program, command) => repeatPlaces(placesOf(command)))
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
  const one = called !== undefined && Object.hasOwn(commands, called) ? commands[called] : undefined
  for (const load of one ? [one] : Object.values(commands)) (await load())(program)
  for (const command of program.commands) inheritExit(command)
  return program
}

/** What was typed, no defaults. */
function placesOf(command: Command): { config?: string; press?: string } {
  const options = command.opts<{ config?: string; press?: string }>()
  const typed = (['config', 'press'] as const).filter((key) => command.getOptionValueSource(key) === 'cli')
  return Object.fromEntries(typed.map((key) => [key, options[key]]))
}

function inheritExit(command: Command): void {
  command.exitOverride((error: CommanderError) => {
    process.exit(error.exitCode === 0 ? 0 : 2)
  })
  for (const child of command.commands) inheritExit(child)
}
