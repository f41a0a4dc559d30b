import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { filterJsonLines } from './json-lines.ts'

async function run(input: string): Promise<{ failed: number; lines: unknown[] }> {
  const output = new PassThrough()
  const failed = await filterJsonLines(Readable.from([input]), output, (line) => {
    if (line.bad) throw new TypeError('Cannot do that')
    return { twice: Number(line.n) * 2 }
  })
  output.end()
  const text = (await output.toArray()).join('')
  return {
    failed,
    lines: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  }
}

test('filterJsonLines() answers in input order and goes on after a line that fails', async () => {
  const { failed, lines } = await run('{"id":"a","n":1}\n{"id":"b","bad":true}\n\n{"id":"c","n":3}')
  expect(failed).toBe(1)
  expect(lines).toEqual([
    { id: 'a', twice: 2 },
    { id: 'b', error: 'Cannot do that' },
    { id: 'c', twice: 6 },
  ])
})

test('filterJsonLines() quotes a line that is no object', async () => {
  const { lines } = await run('[1]\n')
  expect(lines).toEqual([{ id: null, error: 'Cannot read line "[1]": expected a JSON object' }])
})

test('filterJsonLines() keeps a line with U+2028 in one piece', async () => {
  const { lines } = await run('{"id":"a\u2028b","n":1}\n')
  expect(lines).toEqual([{ id: 'a\u2028b', twice: 2 }])
})
