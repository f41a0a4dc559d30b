import {
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError, explainDiskFault } from '../errors.ts'
import { openStore } from './store.ts'

let folder = ''
let database = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'))
  database = join(folder, 'waikan.db')
  openStore(folder).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const publish = (): void => {
  mkdirSync(join(folder, 'site'))
  writeFileSync(join(folder, 'site/index.html'), '<!doctype html>')
}
const overwrite = (at: number, length: number): void => {
  const file = openSync(database, 'r+')
  writeSync(file, Buffer.alloc(length, 0x41), 0, length, at)
  closeSync(file)
}

test.each([
  ['cut in half', () => truncateSync(database, Math.floor(statSync(database).size / 2))],
  ['with another header', () => overwrite(0, 100)],
  ['with its pages overwritten', () => overwrite(200, statSync(database).size - 200)],
])('openStore() says that a database %s is damaged, and what to do', (_, damage) => {
  damage()
  expect(() => openStore(folder)).toThrow(ConfigError)
  expect(() => openStore(folder)).toThrow(`Cannot use the database "${database}": it is damaged`)
  expect(() => openStore(folder)).toThrow('.recover')
  expect(() => openStore(folder)).not.toThrow('--press')
})

test('damage that is met later is told in the same words', () => {
  const store = openStore(folder)
  store.db.exec(
    'WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 2000) INSERT INTO source SELECT x, hex(zeroblob(500)) FROM n',
  )
  store.close()
  const half = Math.floor(statSync(database).size / 8192) * 4096
  overwrite(half, statSync(database).size - half)
  const again = openStore(folder)
  const read = (): unknown => {
    try {
      return again.db.prepare('SELECT COUNT(data), MAX(data) FROM source').all()
    } catch (error) {
      return explainDiskFault(error, folder)?.message
    }
  }
  expect(read()).toContain(`"${database}": it is damaged (database disk image is malformed)`)
  again.close()
})

test.each([
  ['missing', () => rmSync(database)],
  ['empty', () => truncateSync(database, 0)],
])('openStore() begins no press anew beside a published site: its database is %s', (_, lose) => {
  publish()
  lose()
  expect(() => openStore(folder)).toThrow(ConfigError)
  expect(() => openStore(folder)).toThrow(
    /withdrawn .* would come back; restore a copy .* withdraw again .* or move "[^"]*site" away/u,
  )
})

test('openStore() begins a press where no site was published, and opens one whose site is there', () => {
  const begin = (): void => openStore(folder).close()
  rmSync(database)
  mkdirSync(join(folder, 'site'))
  expect(begin).not.toThrow()
  writeFileSync(join(folder, 'site/index.html'), '<!doctype html>')
  expect(begin).not.toThrow()
})
