import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { commitSoon } from './commit-soon.ts'
import { openReadingStore, openStore, type Store } from './store.ts'

function press(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-soon-'))
  const store = openStore(folder)
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })
  return store
}

const waitsForDisk = ({ db }: Store): unknown => db.prepare('PRAGMA synchronous').get()?.['synchronous']

test('commitSoon() waits for no disk while it works, and for every commit after it', async () => {
  const store = press()
  const during = await commitSoon(store, async () => waitsForDisk(store))
  expect([during, waitsForDisk(store)]).toEqual([1, 2])
})

test('commitSoon() shows what is committed to another connection at once, over several flushes', async () => {
  const store = press()
  const seen = await commitSoon(store, async () => {
    store.transaction(() => store.db.exec('CREATE TABLE pebble (n)'))
    const other = openReadingStore(store.folder)
    await sleep(600)
    store.db.exec('INSERT INTO pebble VALUES (7)')
    const row = other.db.prepare('SELECT n FROM pebble').get()
    other.close()
    return row?.['n']
  })
  expect(seen).toBe(7)
})

test('commitSoon() passes on what the work throws, and waits for the disk again', async () => {
  const store = press()
  const work = commitSoon(store, () => Promise.reject(new Error('the kiln is cold')))
  await expect(work).rejects.toThrow('the kiln is cold')
  expect(waitsForDisk(store)).toBe(2)
})

test('commitSoon() works on a store in memory', async () => {
  const store = openStore(':memory:')
  onTestFinished(() => store.close())
  expect(await commitSoon(store, async () => 3)).toBe(3)
})
