import { type Command, InvalidArgumentError, Option } from 'commander'
import { wrongHost } from '../config/allowed-host.ts'

/** Where the configuration and the press folder are: the same two options on every command that needs them. */
export type PlaceOptions = { config?: string; press?: string }

/** Add `--config` and `--press`. */
export function withPlaces(command: Command): Command {
  return command
    .option('-c, --config <file>', 'configuration (default: waikan.yaml here; the sample press when there is none)')
    .option('-p, --press <folder>', 'press folder (default: press, or press/sample for the sample press)')
}

/** A port number, 0 for any free one. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/u.test(text) || port > 65_535) {
    throw new InvalidArgumentError(`Current value is "${text}", expected a whole number from 0 to 65535.`)
  }
  return port
}

/** `--allow HOST…`, each checked as an entry of `net.allow` is. */
export function allowOption(): Option {
  return new Option('--allow <host...>', 'hosts on private addresses that may be fetched')
    .default([], 'none')
    .argParser((host: string, before: string[]) => {
      const wrong = wrongHost(host)
      if (wrong !== null) throw new InvalidArgumentError(`Current value is "${host}", ${wrong}.`)
      return [...before, host]
    })
}

/** `--config` of a command that looks at one address: what is asked there is asked as a run would. */
export function lookConfigOption(): Option {
  return new Option(
    '-c, --config <file>',
    'whose net.allow counts for an address (default: waikan.yaml here, where there is one)',
  )
}
