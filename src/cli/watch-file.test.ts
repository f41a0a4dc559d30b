import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { watchFile } from './watch-file.ts'

const file = (): string => join(tempFolder('watch'), 'waikan.yaml')
/** Write as if it had been so many seconds ago. */
function write(path: string, text: string, seconds: number): void {
  writeFileSync(path, text)
  const at = Date.now() / 1000 - seconds
  utimesSync(path, at, at)
}

test('watchFile() gives a new text once, and none while nothing changed or only the date did', () => {
  const path = file()
  write(path, 'a', 60)
  const look = watchFile(path)
  expect(look()).toBe(null)
  write(path, 'b', 50)
  expect([look(), look()]).toEqual(['b', null])
  write(path, 'b', 40)
  expect(look()).toBe(null)
})

test('watchFile() waits until nobody writes on the file, and while it is not there', () => {
  const path = file()
  write(path, 'a', 60)
  const look = watchFile(path)
  write(path, '', 0)
  expect(look()).toBe(null)
  rmSync(path)
  expect(look()).toBe(null)
  write(path, 'whole', 5)
  expect(look()).toBe('whole')
})
