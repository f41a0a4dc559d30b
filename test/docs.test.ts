import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { buildProgram } from '../src/cli/program.ts'
import { configShape } from '../src/config.ts'

const docs = join(import.meta.dirname, '..', 'docs')
const read = (name: string): string => readFileSync(join(docs, name), 'utf8')

function keysOf(schema: unknown, path = ''): string[] {
  let at = schema
  while (at instanceof z.ZodDefault || at instanceof z.ZodPrefault || at instanceof z.ZodOptional) at = at.unwrap()
  if (at instanceof z.ZodArray && at.element instanceof z.ZodObject) return keysOf(at.element, `${path}[]`)
  if (!(at instanceof z.ZodObject)) return [path]
  return Object.entries(at.shape).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
}

test('docs/configuration.md has a row for every setting and for nothing else', () => {
  const rows = [...read('configuration.md').matchAll(/^\| `([^`]+)` \|/gmu)].map((match) => match[1])
  expect(rows.toSorted()).toEqual(keysOf(configShape).toSorted())
})

function commandsOf(command: Command, prefix: string): { name: string; options: string[] }[] {
  return command.commands.flatMap((child) => {
    const name = `${prefix} ${child.name()}`
    if (child.commands.length > 0) return commandsOf(child, name)
    return [{ name, options: child.options.map((option) => option.long ?? '').toSorted() }]
  })
}

test('docs/cli.md has a row for every command, with exactly its options', async () => {
  const rows = [...read('cli.md').matchAll(/^\| `(waikan(?: [a-z-]+)+)[^|]*(?:\\\|[^|]*)*\|[^|]*\| (.*) \|$/gmu)]
  const told = rows.map((row) => ({
    name: (row[1] ?? '').replace(/ -.*$/u, '').trim(),
    options: [...(row[2] ?? '').matchAll(/`(--[a-z-]+)`/gu)].map((match) => match[1] ?? '').toSorted(),
  }))
  expect(told).toEqual(commandsOf(await buildProgram(), 'waikan'))
})

/** Words of the glossary and what stood in their place before: one word, one meaning. */
const notInGlossary = ['朱批', '引子', '语种', '媒体', '来源的权利', '[结构]', '报社、']

test('Chinese documents and pages keep to the words of the glossary', () => {
  const root = join(docs, '..')
  const texts = [
    'README.zh.md',
    'docs/guide.zh.md',
    'src/publish/words/chinese.ts',
    'src/publish/words/advice.ts',
    'src/review/held-words.ts',
    'src/cli/run.ts',
  ]
  const found = texts.flatMap((name) =>
    notInGlossary
      .filter((word) => readFileSync(join(root, name), 'utf8').includes(word))
      .map((word) => `${name}: ${word}`),
  )
  expect(found).toEqual([])
})

test('the guide sends its reader to docs/deploying.md for the blocks of web servers', () => {
  for (const guide of ['guide.md', 'guide.zh.md']) {
    expect(read(guide)).toContain('](deploying.md)')
    expect(read(guide)).not.toMatch(/```(?:nginx|caddyfile)|try_files/u)
  }
})
