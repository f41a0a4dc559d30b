import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { forgetNote, notedWithdrawals, noteWithdrawal } from './noted-withdrawals.ts'

function press(twin: string): string {
  const folder = tempFolder('noted')
  mkdirSync(join(folder, 'site/a/m1/the-weir'), { recursive: true })
  writeFileSync(join(folder, 'site/a/m1/the-weir/index.html'), 'the whole text')
  writeFileSync(join(folder, 'site/a/m1/index.json'), twin)
  return folder
}

test('noteWithdrawal() takes the pages away and leaves a note with the reason', () => {
  const folder = press('{"article":{}}')
  expect(noteWithdrawal(folder, { id: 'm1', reason: 'a wrong name' })).toBe(true)
  expect(existsSync(join(folder, 'site/a/m1'))).toBe(false)
  expect(readdirSync(join(folder, 'withdrawn-m1'))).toEqual(['reason'])
  expect(notedWithdrawals(folder)).toEqual([{ id: 'm1', reason: 'a wrong name' }])
  expect(noteWithdrawal(folder, { id: 'm1', reason: null })).toBe(true)
  forgetNote(folder, 'm1')
  expect(notedWithdrawals(folder)).toEqual([])
  expect(noteWithdrawal(folder, { id: 'm1', reason: null })).toBe(false)
})

test('noteWithdrawal() notes nothing of a tombstone or of what is no id', () => {
  expect(noteWithdrawal(press('{"id":"m1","withdrawnAt":null}'), { id: 'm1', reason: null })).toBe(false)
  expect(noteWithdrawal(press('{"article":{}}'), { id: '../a/m1', reason: null })).toBe(false)
})
