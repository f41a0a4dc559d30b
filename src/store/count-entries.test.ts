import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { countEntries } from './migrations/0045_count_entries.ts'
import { migrations } from './migrations/migrations.ts'

test('countEntries takes what is counted out of the entries that are there', () => {
  const db = new DatabaseSync(':memory:')
  for (const { sql } of migrations.slice(0, migrations.indexOf(countEntries))) db.exec(sql)
  const data = JSON.stringify({ id: 'a1', sourceId: 'paper', verdict: 'cut', language: null })
  db.prepare(
    `INSERT INTO publish_entry VALUES ('a1', 'a', 'public', '2026-11-22T23:30:00Z', NULL, '2026-11-23', ?)`,
  ).run(data)
  db.exec(countEntries.sql)
  const facts = db
    .prepare('SELECT * FROM publish_fact')
    .all()
    .map((row) => ({ ...row }))
  expect(facts).toEqual([{ article_id: 'a1', source_id: 'paper', day: '2026-11-22', verdict: 'cut', language: null }])
})
