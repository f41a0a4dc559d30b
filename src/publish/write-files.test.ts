import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { bytesOf, openPlacer, readyFiles, type Surety } from './write-files.ts'

function batch(name: string) {
  const files = Array.from({ length: 40 }, (_, at) => ({ path: `${name}/${at}/index.html`, body: `${name} ${at}` }))
  return readyFiles(files, false)
}

test.each<Surety>(['each', 'end', 'fresh'])(
  'openPlacer() gives each file its own bytes when two batches are under way (%s)',
  async (surety) => {
    const folder = tempFolder('place')
    const placer = openPlacer(folder, 'main', surety)
    const batches = ['north', 'south', 'west'].map(batch)
    await Promise.all(batches.map((files) => placer.place(files)))
    const wrong = batches
      .flat()
      .filter(({ path, bytes }) => readFileSync(join(folder, path), 'utf8') !== Buffer.from(bytes).toString())
    expect(wrong.map(({ path }) => path)).toEqual([])
  },
)

test.each(['', 'harbour', '议会讨论了港口', 'naïve 😀 \u0000', 'half \uD83D of a pair', '港'.repeat(200_000)])(
  'bytesOf() gives the UTF-8 of a text',
  (text) => {
    expect(Buffer.compare(bytesOf(text), new TextEncoder().encode(text))).toBe(0)
  },
)
