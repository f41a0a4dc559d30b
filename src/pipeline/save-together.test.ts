import { expect, test } from 'vitest'
import { openStore } from '../store/store.ts'
import { saveTogether } from './save-together.ts'

function shelf() {
  const store = openStore(':memory:')
  const write = (name: string) => () => void store.db.prepare('INSERT INTO publish_note VALUES (?, ?)').run(name, name)
  const names = () =>
    store.db
      .prepare('SELECT name FROM publish_note')
      .all()
      .map((row) => row.name)
  return { store, write, names }
}

test('saveTogether() commits when enough is waiting, and the rest at the end', () => {
  const { store, write, names } = shelf()
  const saving = saveTogether(store, 2)
  saving.add(write('a'))
  expect(names()).toEqual([])
  saving.add(write('b'))
  expect(names()).toEqual(['a', 'b'])
  saving.add(write('c'))
  saving.finish()
  expect(names()).toEqual(['a', 'b', 'c'])
})

test('saveTogether() keeps all of a commit or nothing, and throws what went wrong', () => {
  const { store, write, names } = shelf()
  const saving = saveTogether(store, 3)
  saving.add(write('a'))
  saving.add(write('a'))
  expect(() => saving.add(write('b'))).toThrow(/UNIQUE/u)
  expect(names()).toEqual([])
})
