import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unwritable } from './lock.ts'
import { openStore, refuseLost, type Store } from './store.ts'

/**
 * The database of a press folder for a command that only looks: where there is none yet, an empty one in memory, and nothing is
 * written.
 *
 * @throws {DamageError} when the database is damaged, or gone beside a published site
 * @throws {ConfigError} when the folder cannot be made or written, or the database is of a newer version
 */
export function lookStore(folder: string): Store {
  const path = join(folder, 'waikan.db')
  if (existsSync(path)) return openStore(folder)
  refuseLost(folder, path)
  try {
    // The end of the path says that a folder is meant.
    accessSync(join(nearestExisting(folder), '/'), constants.W_OK)
  } catch (cause) {
    throw unwritable(folder, cause)
  }
  return openStore(':memory:')
}

/** A folder, or what is there of the way to it. */
export function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder))
}
