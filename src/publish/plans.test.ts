import { expect, test } from 'vitest'
import { benchSite, benchSources, makeArticle } from '../../bench/archive.ts'
import { tempFolder } from '../../test/temp-folder.ts'
import { saveArticle } from '../store/articles.ts'
import { openShelf } from '../store/publishing.ts'
import { openStore } from '../store/store.ts'
import { publishSite } from './publish.ts'
import type { Entry } from './shelf.ts'

const growing = ['article', 'publish_entry', 'publish_member', 'publish_file', 'publish_fact', 'publish_slug']

test('a publish of one more article asks the store nothing that goes through all of an archive', async () => {
  const folder = tempFolder('plans')
  const store = openStore(folder)
  const asked = new Set<string>()
  const prepare = store.db.prepare.bind(store.db)
  store.db.prepare = (sql) => {
    asked.add(sql)
    return prepare(sql)
  }
  const publish = () => {
    const shelf = openShelf<Entry>(store, { sources: benchSources, language: 'zh-Hans', model: 'none' })
    return publishSite({ site: benchSite, shelf, folder: `${folder}/site`, now: '2026-11-23T08:00:00Z' })
  }
  for (let number = 0; number < 50; number++) saveArticle(store, makeArticle(number), String(number))
  await publish()
  saveArticle(store, makeArticle(50), '50')
  asked.clear()
  await publish()
  const scans = [...asked]
    .filter((sql) => !/^\s*(?:CREATE|DROP)/u.test(sql))
    .flatMap((sql) =>
      prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => ({ sql, detail: String(detail) })),
    )
    .filter(({ sql, detail }) => scansOne(sql, detail))
  expect(asked.size).toBeGreaterThan(20)
  expect(scans).toEqual([])
})

/** `SCAN name` in SQLite's words: every row, whether of the table or of an index (sqlite.org/eqp.html). */
function scansOne(sql: string, detail: string): boolean {
  const scanned = /^SCAN (\w+)/u.exec(detail)?.[1]
  return growing.some((table) => scanned === table || new RegExp(`\\b${table} (?:AS )?${scanned}\\b`, 'u').test(sql))
}
