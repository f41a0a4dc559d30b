import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HeldError } from '../errors.ts'
import { holderOf, lockFolder } from './lock.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lock-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Takes the folder, says so, and holds it until it is killed. */
const taker = `
  const [, module, folder] = process.argv
  const { lockFolder } = await import(module)
  lockFolder(folder)
  console.log('held')
  setTimeout(() => {}, 60_000)`
const start = (press: string, { script = taker, at = 0 } = {}): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '-e', script, join(import.meta.dirname, 'lock.ts'), press, `${at}`])
const firstWord = async (child: ChildProcess): Promise<string> =>
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', (said) => resolve(String(said).trim()))
    child.once('exit', () => reject(new Error('Cannot take the folder: the process ended without a word')))
  })
const kill = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

test('lockFolder() takes a folder whose holder was killed, though its number is now that of this process', () => {
  writeFileSync(join(folder, 'waikan.pid'), `${process.pid}\n`)
  lockFolder(folder)()
  writeFileSync(join(folder, 'waikan.pid'), `${process.pid}`)
  expect(holderOf(folder)).toBe(null)
  lockFolder(folder)()
})

test('lockFolder() takes a folder whose holder was killed, though its number is now that of another program', async () => {
  const holder = start(folder)
  expect(await firstWord(holder)).toBe('held')
  await kill(holder)
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)', 'waikan'])
  const left = readFileSync(join(folder, 'waikan.pid'), 'utf8')
  writeFileSync(join(folder, 'waikan.pid'), left.replace(String(holder.pid), String(other.pid)))
  const [held, giveBack] = [holderOf(folder), lockFolder(folder)]
  giveBack()
  await kill(other)
  expect(held).toBe(null)
})

test('lockFolder() names a living holder, in this process as in another', async () => {
  const giveBack = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid} is using it`)
  giveBack()
  const holder = start(folder)
  await firstWord(holder)
  expect(holderOf(folder)).toBe(`process ${holder.pid}`)
  expect(() => lockFolder(folder)).toThrow(`process ${holder.pid} is using it`)
  rmSync(join(folder, 'waikan.pid'))
  expect(() => lockFolder(folder)).toThrow('another process is using it')
  await kill(holder)
})

test('lockFolder() leaves a folder to a living Waikan of a version that only wrote its number', async () => {
  const older = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
  writeFileSync(join(folder, 'waikan.pid'), `${older.pid}\n`)
  expect(() => lockFolder(folder)).toThrow(HeldError)
  expect(holderOf(folder)).toBe(`process ${older.pid}`)
  expect(readFileSync(join(folder, 'waikan.pid'), 'utf8')).toBe(`${older.pid}\n`)
  await kill(older)
  lockFolder(folder)()
  expect(existsSync(join(folder, 'waikan.pid'))).toBe(false)
})

test('lockFolder() gives a folder back once: a late second time takes nothing from the next holder', () => {
  const giveBack = lockFolder(folder)
  giveBack()
  const next = lockFolder(folder)
  giveBack()
  expect(holderOf(folder)).toBe(`process ${process.pid}`)
  expect(existsSync(join(folder, 'waikan.pid'))).toBe(true)
  next()
})

/** Takes the folders 0 to 19 below one, each at its instant, and says which it got. */
const racer = `
  const [, module, folder, from] = process.argv
  const { lockFolder } = await import(module)
  const got = []
  for (let round = 0; round < 20; round++) {
    while (Date.now() < Number(from) + round * 30) continue
    try { lockFolder(folder + '/' + round); got.push(round) } catch (error) { if (error.name !== 'HeldError') throw error }
  }
  console.log(JSON.stringify(got))
  setTimeout(() => {}, 60_000)`

test('lockFolder() lets one of six have a folder with the lock of a dead process, in each of 20 rounds', async () => {
  const rounds = Array.from({ length: 20 }, (_, round) => round)
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  for (const round of rounds) {
    mkdirSync(join(folder, `${round}`))
    writeFileSync(join(folder, `${round}`, 'waikan.pid'), `${dead}\n`)
  }
  const from = Date.now() + 1500
  const six = Array.from({ length: 6 }, () => start(folder, { script: racer, at: from }))
  const got = (await Promise.all(six.map(firstWord))).flatMap((said) => JSON.parse(said) as number[])
  await Promise.all(six.map(kill))
  expect(got.toSorted((a, b) => a - b)).toEqual(rounds)
})
