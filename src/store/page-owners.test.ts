import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { namedItems } from './item-names.ts'
import { arrivalsOf } from './monitor.ts'
import { lastOwners, ownersByBody, ownersByName, withdrawnTwin } from './page-owners.ts'
import { openStore, type Store } from './store.ts'

const from = { sourceId: 'gazette', key: 'guid-1' }
let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waikan-owners-'))
  store = openStore(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

/** How SQLite goes about the queries of a call, a line for each step. */
function planOf(call: () => unknown): string[] {
  const prepare = store.db.prepare.bind(store.db)
  const steps: string[] = []
  vi.spyOn(store.db, 'prepare').mockImplementation((text) => {
    steps.push(
      ...prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all()
        .map(({ detail }) => String(detail)),
    )
    return prepare(text)
  })
  call()
  return steps
}

test('withdrawnTwin() looks at what was taken back, not at all articles', () => {
  const plan = planOf(() => withdrawnTwin(store, { names: ['//gazette.example/1'], body: 'hash' }))
  expect(plan.slice(0, 2)).toEqual(['SCAN w', 'SEARCH a USING INDEX sqlite_autoindex_article_1 (id=? AND revision=?)'])
})

test.each([
  ['ownersByName() looks at the names', () => ownersByName(store, from, ['//gazette.example/1'])],
  ['ownersByBody() looks at the text', () => ownersByBody(store, from, 'hash')],
  ['namedItems() looks at the names', () => namedItems(store, 'gazette', ['//gazette.example/1'])],
])('%s, not at all articles of the source', (_, call) => {
  const plan = planOf(call)
  expect(plan.filter((step) => / \(source_id=\?\)|SCAN (?:article|item|a|i)\b/u.test(step))).toEqual([])
})

test.each([
  ['lastOwners()', () => lastOwners(store, from, 30)],
  ['arrivalsOf()', () => arrivalsOf(store, 'gazette')],
])('%s walks a source from its newest on, and does not sort it', (_, call) => {
  expect(planOf(call).join('\n')).not.toContain('TEMP B-TREE')
})
