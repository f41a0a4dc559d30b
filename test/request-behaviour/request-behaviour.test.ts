import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { behaviours, formatTable, marks } from './table.ts'
import { openWorld, type World } from './world.ts'

const open: World[] = []
afterEach(() => {
  for (const world of open.splice(0)) world.close()
})

test.each(behaviours)('$level: $what', async ({ answer, options, run }) => {
  const world = await openWorld(answer, options)
  open.push(world)
  expect(await run(world)).toBe(true)
})

test('docs/collecting.md has the table of exactly these behaviours', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/collecting.md'), 'utf8')
  const written = text.slice(text.indexOf(marks.begin) + marks.begin.length, text.indexOf(marks.end)).trim()
  expect(written).toBe(formatTable())
})
