import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { templateVersion } from './prepare.ts'

function notes() {
  const kept = new Map<string, string>()
  return {
    note: (name: string) => kept.get(name) ?? null,
    setNote: (name: string, value: string) => void kept.set(name, value),
  }
}

function code(text: string): string {
  const folder = tempFolder('templates')
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages', 'list.js'), text)
  return folder
}

test('templateVersion() is the same for the same code in another folder', () => {
  expect(templateVersion(notes(), code('a = 1'))).toBe(templateVersion(notes(), code('a = 1')))
})

test('templateVersion() is another one after an edit that keeps length and modification time', () => {
  const shelf = notes()
  const folder = code('a = 1')
  const file = join(folder, 'pages', 'list.js')
  utimesSync(file, 500, 500)
  const before = templateVersion(shelf, folder)
  writeFileSync(file, 'a = 2')
  utimesSync(file, 500, 500)
  expect(templateVersion(shelf, folder)).not.toBe(before)
})

test('templateVersion() reads nothing again while no file is another one', () => {
  const shelf = notes()
  const folder = code('a = 1')
  templateVersion(shelf, folder)
  const [stamp] = (shelf.note('code') ?? '').split(' ')
  shelf.setNote('code', `${stamp} known`)
  expect(templateVersion(shelf, folder)).toBe('known')
})

test('templateVersion() does not look at tests', () => {
  const shelf = notes()
  const folder = code('a = 1')
  const before = templateVersion(shelf, folder)
  writeFileSync(join(folder, 'list.test.ts'), 'promise()')
  expect(templateVersion(shelf, folder)).toBe(before)
})
