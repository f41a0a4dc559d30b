import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { countEntries } from './migrations/0045_count_entries.ts'
import { countTopics } from './migrations/0240_count_topics.ts'
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

test.each([
  [['Oslo', 'NATO'], '["Oslo","NATO"]'],
  [[], null],
])('countTopics takes the topics %j out of the entries that are there', (topics, expected) => {
  const db = new DatabaseSync(':memory:')
  for (const { sql } of migrations.slice(0, migrations.indexOf(countTopics))) db.exec(sql)
  const data = JSON.stringify({ id: 'a1', topics })
  db.prepare(
    `INSERT INTO publish_entry VALUES ('a1', 'a', 'public', '2026-11-22T23:30:00Z', NULL, '2026-11-23', ?)`,
  ).run(data)
  db.exec(`INSERT INTO publish_fact VALUES ('a1', 'paper', '2026-11-22', 'cut', NULL)`)
  db.exec(countTopics.sql)
  expect(db.prepare('SELECT topics FROM publish_fact').get()?.topics).toBe(expected)
})
