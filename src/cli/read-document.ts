import { readFileSync, statSync } from 'node:fs'
import { ConfigError } from '../errors.ts'

/**
 * The bytes of a file that was named on the command line.
 *
 * @throws {ConfigError} for a folder
 */
export function readDocument(file: string): Buffer {
  if (statSync(file).isDirectory()) throw new ConfigError(`Cannot read "${file}": it is a folder, expected a file`)
  return readFileSync(file)
}
