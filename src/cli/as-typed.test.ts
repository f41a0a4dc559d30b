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

test('asTyped() repeats what was given of configuration and press, to the commands that take it', () => {
  const typed = (message: string, places = { config: '../second.yaml', press: 'my press' }) =>
    asTyped(message, 'waikan', places)
  expect(typed('wait if it is "waikan start"; else: waikan run collect --all-feeds')).toBe(
    "wait if it is \"waikan start -c ../second.yaml -p 'my press'\"; else: waikan run -c ../second.yaml -p 'my press' collect --all-feeds",
  )
  expect(typed('waikan sources add ADDRESS, waikan extract ADDRESS --explain, or: waikan sources starter')).toBe(
    'waikan sources add -c ../second.yaml ADDRESS, waikan extract -c ../second.yaml ADDRESS --explain, or: waikan sources starter',
  )
  expect(typed('name the host in net.allow of waikan.yaml, or in old/waikan.yaml')).toBe(
    'name the host in net.allow of ../second.yaml, or in old/waikan.yaml',
  )
  expect(asTyped('waikan verify, waikan scan', 'waikan', { press: "ann's" })).toBe(
    String.raw`waikan verify, waikan scan -p 'ann'\''s'`,
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
  expect(run('doctor', '--config=waikan.yaml', '-p', 'second').stdout).toContain(
    `remedy: ${bin} sources add -c waikan.yaml ADDRESS, ${bin} sources import -c waikan.yaml FILE.opml, or choose from: ${bin} sources starter\n`,
  )
  expect(run('sources', 'list').stderr).toContain(`: ${bin} sources add ADDRESS`)
  expect(run('run', '--config', 'no.yaml').stderr).toContain(`run "${bin} init -c no.yaml" to write one`)
  expect(run('init', '--yes', '-c', 'b.yaml').stdout).toContain(
    `Next: ${bin} sources add -c b.yaml ADDRESS, then ${bin} start -c b.yaml`,
  )
})
