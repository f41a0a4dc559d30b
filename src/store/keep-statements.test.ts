import { expect, test } from 'vitest'
import { Database } from './keep-statements.ts'

test('prepare() gives the same statement for the same text, and a new one for another', () => {
  const db = new Database(':memory:')
  const one = db.prepare('SELECT 1 AS number')
  expect(db.prepare('SELECT 1 AS number')).toBe(one)
  expect(db.prepare('SELECT 2 AS number')).not.toBe(one)
  expect(one.get()).toEqual({ number: 1 })
})

test('prepare() keeps three hundred statements, the ones used last', () => {
  const db = new Database(':memory:')
  const often = db.prepare('SELECT 0')
  const once = db.prepare('SELECT -1')
  for (let number = 1; number < 400; number++) {
    db.prepare(`SELECT ${number}`)
    expect(db.prepare('SELECT 0')).toBe(often)
  }
  expect(db.prepare('SELECT -1')).not.toBe(once)
})

test('a kept statement sees a table that was changed since', () => {
  const db = new Database(':memory:')
  db.exec('CREATE TABLE one (a)')
  db.prepare('INSERT INTO one VALUES (?)').run(1)
  expect(db.prepare('SELECT * FROM one').all()).toEqual([{ a: 1 }])
  db.exec('ALTER TABLE one ADD COLUMN b DEFAULT 2')
  expect(db.prepare('SELECT * FROM one').all()).toEqual([{ a: 1, b: 2 }])
})
