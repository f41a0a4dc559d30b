import { dirname, relative } from 'node:path'

/** `called`: as `bin/waikan` was called, `undefined` where it was not; `folder`: where; `npmCommand`: what npm is at. */
export type Call = {
  called: string | undefined
  folder: string
  path: string | undefined
  npmCommand: string | undefined
}

/** How the command is typed here: in a checkout `bin/waikan`, installed `waikan`. */
export function commandName({ called, folder, path, npmCommand }: Call): string {
  if (called === undefined) return 'waikan'
  if (npmCommand === 'exec' && dirname(called).endsWith('/node_modules/.bin')) return 'npx waikan'
  if (path?.split(':').includes(dirname(called))) return 'waikan'
  const near = called.startsWith('/') ? relative(folder, called) : called
  const name = called.startsWith('/') && near.startsWith('..') ? called : near
  return /\s/u.test(name) ? `"${name}"` : name
}

const name = commandName({
  called: process.env.WAIKAN_CALLED_AS,
  folder: process.cwd(),
  path: process.env.PATH,
  npmCommand: process.env.npm_command,
})

/** `--config` and `--press` as they were given to the command at work. */
export type Places = { config?: string; press?: string }

let given: Places = {}

/** Have the commands of all messages name the same configuration and press folder as the command at work. */
export function repeatPlaces(places: Places): void {
  given = places
}

/**
 * A message with its commands as they are typed here: what a newcomer copies from it must run, and on the same press. What it
 * says of `waikan.yaml`, it says of the file that was given.
 */
export function asTyped(message: string, command = name, places = given): string {
  const { config } = places
  const named = config === undefined ? message : message.replace(usualFile, () => config)
  return named.replace(commands, (_whole, words: string) => [command, words, ...optionsOf(words, places)].join(' '))
}

const commands =
  /\bwaikan (start|init|run|serve|doctor|sources(?: (?:add|list|starter|import|export)\b)?|extract|parse-feed|verify|eval|withdraw|scan|changed|ledger)\b/gu
const usualFile = /(?<=\b(?:in|into|of) )waikan\.yaml\b/gu

const takesConfig = /^(?:init|extract|parse-feed|sources (?:add|list|import|export))$/u
const takesBoth = /^(?:start|run|serve|doctor|withdraw|scan|changed|ledger)$/u

function optionsOf(words: string, { config, press }: Places): string[] {
  const both = takesBoth.test(words)
  return [
    ...(config !== undefined && (both || takesConfig.test(words)) ? [`-c ${quoted(config)}`] : []),
    ...(press !== undefined && both ? [`-p ${quoted(press)}`] : []),
  ]
}

/** A word as a shell reads it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./~-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
