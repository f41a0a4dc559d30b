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

/** A message with its commands as they are typed here: what a newcomer copies from it must run. */
export function asTyped(message: string, command = name): string {
  return message.replace(commands, command)
}

const commands =
  /\bwaikan(?= (?:start|init|run|serve|doctor|sources|extract|parse-feed|verify|eval|withdraw|scan|changed|ledger)\b)/gu
