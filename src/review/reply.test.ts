import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReply } from './reply.ts'

const sample = join(import.meta.dirname, '..', '..', 'sample', 'replies')

for (const file of globSync('*.json', { cwd: sample })) {
  test(`readReply() reads the hand-written reply ${file}`, () => {
    expect(readReply(readFileSync(join(sample, file), 'utf8')).summary.length).toBeGreaterThan(1)
  })
}

test('readReply() refuses prose without an object', () => {
  expect(() => readReply('I cannot help with that.')).toThrow('holds no JSON object')
})

test('readReply() names what is missing', () => {
  expect(() => readReply('{"headline":{"text":"a","kind":"fact"}}')).toThrow('lede')
})
