import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { asTyped, commandName } from './as-typed.ts'

const bin = join(import.meta.dirname, '../../bin/waikan')

test('commandName() is what was typed; found by PATH or brought by npx, the bare name', () => {
  const facts = { path: '/usr/bin:/opt/bin', npmCommand: undefined, folder: '/home/ann/waikan' }
  expect(commandName({ ...facts, called: undefined })).toBe('waikan')
  expect(commandName({ ...facts, called: 'bin/waikan' })).toBe('bin/waikan')
  expect(commandName({ ...facts, called: '../waikan/bin/waikan' })).toBe('../waikan/bin/waikan')
  expect(commandName({ ...facts, called: '/opt/bin/waikan' })).toBe('waikan')
  expect(commandName({ ...facts, called: '/x/node_modules/.bin/waikan', npmCommand: 'exec' })).toBe('npx waikan')
  expect(commandName({ ...facts, called: '/my press/bin/waikan' })).toBe('"/my press/bin/waikan"')
})

test('commandName() is told from the folder at hand where a program has called it by its whole address, as npm start does', () => {
  const facts = { path: '/usr/bin', npmCommand: 'run', called: '/home/ann/waikan/bin/waikan' }
  expect(commandName({ ...facts, folder: '/home/ann/waikan' })).toBe('bin/waikan')
  expect(commandName({ ...facts, folder: '/home/ann' })).toBe('waikan/bin/waikan')
  expect(commandName({ ...facts, folder: '/' })).toBe('home/ann/waikan/bin/waikan')
  expect(commandName({ ...facts, folder: '/srv' })).toBe('/home/ann/waikan/bin/waikan')
})

test('asTyped() changes commands and nothing else', () => {
  const words = 'No waikan.yaml: waikan init, then "waikan sources add"; Waikan runs, waikan walks'
  expect(asTyped(words, 'bin/waikan')).toBe(
    'No waikan.yaml: bin/waikan init, then "bin/waikan sources add"; Waikan runs, waikan walks',
  )
})

test.each([
  ['the shell', [bin]],
  ['Node', [process.execPath, bin]],
])('bin/waikan, run by %s, leads to a command that runs where it was called', (_who, [program = '', ...before]) => {
  const folder = tempFolder('typed')
  const run = (...args: string[]) =>
    spawnSync(program, [...before, ...args], { cwd: folder, encoding: 'utf8', timeout: 20_000 })
  expect(run('init', '--yes').stdout).toContain(`Next: ${bin} sources add ADDRESS, then ${bin} start`)
  expect(run('doctor').stdout).toContain(`remedy: ${bin} sources add ADDRESS`)
  expect(run('sources', 'list').stderr).toContain(`: ${bin} sources add ADDRESS`)
  expect(run('run', '--config', 'no.yaml').stderr).toContain(`run "${bin} init" to write one`)
})
