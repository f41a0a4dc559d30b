import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { filterJsonLines } from './json-lines.ts'

async function run(input: string | Buffer[], maxBytes?: number): Promise<{ failed: number; lines: unknown[] }> {
  const output = new PassThrough()
  const chunks = typeof input === 'string' ? [input] : input
  const twice = (line: Record<string, unknown>) => {
    if (line.bad) throw new TypeError('Cannot do that')
    return { twice: Number(line.n) * 2 }
  }
  const failed = await filterJsonLines({ input: Readable.from(chunks), output }, twice, maxBytes)
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

test('filterJsonLines() reads a letter that is cut between two chunks, and a last line without an end', async () => {
  const bytes = Buffer.from('{"id":"外","n":1}\n{"id":"刊","n":2}')
  const { lines } = await run([bytes.subarray(0, 8), bytes.subarray(8, 27), bytes.subarray(27)])
  expect(lines).toEqual([
    { id: '外', twice: 2 },
    { id: '刊', twice: 4 },
  ])
})

test('filterJsonLines() refuses a line that is too long and goes on behind it', async () => {
  const { failed, lines } = await run([Buffer.from('{"id":"a","n":'), Buffer.from('100000}\n{"id":"b","n":3}\n')], 18)
  expect(failed).toBe(1)
  expect(lines).toEqual([
    { id: null, error: 'Cannot read a line of more than 18 bytes' },
    { id: 'b', twice: 6 },
  ])
})
