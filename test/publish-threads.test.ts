import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeArticle } from '../bench/archive.ts'
import type * as PublishDoor from '../src/publish/publish.ts'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as ShelfDoor from '../src/store/publishing.ts'
import type * as StoreDoor from '../src/store/store.ts'
import { tempFolder } from './temp-folder.ts'

// Threads are there in the build alone.
const load = async (path: string) => await import(join(import.meta.dirname, '..', 'dist', path))
const { openStore } = (await load('store/store.js')) as typeof StoreDoor
const { openShelf, shelfAddress } = (await load('store/publishing.js')) as typeof ShelfDoor
const { saveArticle } = (await load('store/articles.js')) as typeof ArticlesDoor
const { publishSite } = (await load('publish/publish.js')) as typeof PublishDoor

// Several publishes with threads, on a machine that may have other work.
const patience = { timeout: 120_000 }

const facts = { homepage: null, language: 'en', rights: 'full' as const, expiresAfterDays: null, images: true }
const sources = Array.from({ length: 12 }, (_, at) => ({ id: `outlet-${at}`, name: `Outlet ${at}`, ...facts }))
const printing = { sources, language: 'zh-Hans', model: 'none' }

/** A press whose site stands, and which has so many new articles that the next run takes threads. */
async function press() {
  const store = openStore(tempFolder('threads'))
  const add = (from: number, to: number): void =>
    store.transaction(() => {
      for (let at = from; at < to; at++) saveArticle(store, makeArticle(at), String(at))
    })
  const shelf = openShelf(store, printing) as Parameters<typeof publishSite>[0]['shelf']
  const address = shelfAddress(store, printing)
  if (!address) throw new Error('Cannot test threads: the store is in memory')
  const site = { title: '外刊', tagline: '', language: 'zh-Hans' as const }
  const told = { works: 0 }
  const progress = (_: number, total: number): void => void (told.works = Math.max(told.works, total))
  const publish = (to: string) =>
    publishSite({ site, shelf, address, folder: to, now: '2026-11-23T08:00:00Z', progress })
  const folder = join(store.folder, 'site')
  add(0, 5)
  await publish(folder)
  add(5, 340)
  return { folder, publish, store, told }
}

function hashes(folder: string): Record<string, string> {
  const paths = globSync('**', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile())
  const hash = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
  return Object.fromEntries(paths.toSorted().map((path) => [path, hash(path)]))
}

test('publishSite() gives the same bytes in threads, piece by piece, as in one full build', patience, async () => {
  const { folder, publish, store, told } = await press()
  await publish(folder)
  // Fewer pieces of work are printed without threads.
  expect(told.works).toBeGreaterThanOrEqual(400)
  const pieces = hashes(folder)
  const fresh = tempFolder('fresh')
  await publish(fresh)
  expect(hashes(fresh)).toEqual(pieces)
  store.close()
})

test('publishSite() says what a printing thread could not do, and goes on from there', patience, async () => {
  const { folder, publish, store } = await press()
  const obstacle = join(folder, 'a', makeArticle(77).id)
  mkdirSync(join(folder, 'a'), { recursive: true })
  writeFileSync(obstacle, 'a file where a folder should be')
  await expect(publish(folder)).rejects.toThrow(obstacle)
  rmSync(obstacle)
  await publish(folder)
  const resumed = hashes(folder)
  const fresh = tempFolder('fresh')
  await publish(fresh)
  expect(hashes(fresh)).toEqual(resumed)
  store.close()
})
