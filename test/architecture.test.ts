import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')
const tools = ['net', 'llm', 'store', 'queue']
const stages = ['collect', 'read', 'review', 'group', 'publish']
const everywhere = ['types', 'errors', 'text']

// Which rooms a room may import; `:types` allows only `import type`. The table of the design, word for word.
const allowed: Record<string, string[]> = {
  types: [],
  errors: ['types'],
  text: ['types', 'errors'],
  config: everywhere,
  net: everywhere,
  llm: everywhere,
  store: everywhere,
  queue: everywhere,
  collect: [...everywhere, 'net:types'],
  read: [...everywhere, 'net:types'],
  publish: [...everywhere, 'net:types'],
  review: [...everywhere, 'llm:types'],
  group: [...everywhere, 'llm:types'],
  pipeline: [...everywhere, ...stages, ...tools.map((tool) => `${tool}:types`), 'store'],
  app: [...everywhere, ...stages, ...tools, 'config', 'pipeline'],
  desk: [...everywhere, ...stages, 'app', 'pipeline'],
  cli: [...everywhere, ...stages, 'app', 'pipeline', 'config', 'desk'],
  main: [...everywhere, 'app', 'pipeline', 'cli'],
}

type Import = { file: string; from: string; to: string; target: string; typeOnly: boolean }

function roomOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.tsx?$/u, '')
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]/gmu)
  return [...found].map(([, typeOnly, path]) => {
    const target = relative(src, join(src, dirname(file), path ?? ''))
    return { file, from: roomOf(file), to: roomOf(target), target, typeOnly: typeOnly !== undefined }
  })
}

const files = globSync('**/*.{ts,tsx}', { cwd: src }).filter((file) => !/\.test\.tsx?$/u.test(file))
const crossing = files.flatMap(importsOf).filter((one) => one.from !== one.to)

test('every import between rooms is in the table of the design', () => {
  const wrong = crossing.filter(({ from, to, typeOnly }) => {
    const may = allowed[from] ?? []
    return !(may.includes(to) || (typeOnly && may.includes(`${to}:types`)))
  })
  expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
})

test('no file imports itself by way of others', () => {
  const targets = new Map(files.map((file) => [file, importsOf(file).map(({ target }) => target)]))
  const leadsBack = (file: string): boolean => {
    const seen = new Set<string>()
    const waiting = [...(targets.get(file) ?? [])]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(...(targets.get(next) ?? []))
    }
    return seen.has(file)
  }
  expect(files.filter(leadsBack)).toEqual([])
})

test('there is no room called utils, common, helpers, shared, core, manager or service', () => {
  const banned = /(^|\/)(utils?|common|helpers?|shared|core|managers?|services?)(\/|\.tsx?$)/u
  expect(files.filter((file) => banned.test(file))).toEqual([])
})

test('no file but a data table is longer than 400 lines', () => {
  const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 401)
  expect(long.filter((file) => !/(words|rules|tables?|data|style|names|phrases)/u.test(file))).toEqual([])
})
