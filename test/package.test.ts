import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'waikan-package-'))
const waikan = (...args: string[]): string =>
  execFileSync(process.execPath, [join(folder, 'package', 'bin', 'waikan'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

beforeAll(() => {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const [tarball = ''] = globSync('waikan-*.tgz', { cwd: folder })
  execFileSync('tar', ['-xzf', tarball], { cwd: folder })
  symlinkSync(join(root, 'node_modules'), join(folder, 'package', 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the package brings the sample press and publishes it', () => {
  expect(waikan('run', '-p', join(folder, 'press'))).toMatch(/^publish: \d+ files written/mu)
  expect(globSync('press/site/a/*/*/index.html', { cwd: folder }).length).toBeGreaterThanOrEqual(14)
})

test('the package holds what runs and nothing of its making', () => {
  expect(
    globSync('package/**/*.{test.js,ts,tsx,tsbuildinfo}', { cwd: folder, exclude: ['**/node_modules/**'] }),
  ).toEqual([])
})

test('the package teaches by its help', () => {
  expect(waikan('--help')).toContain('waikan start')
})

/** Processes whose parent this is, out of /proc: a bare machine has no `ps`. */
function childrenOf(pid: number | undefined): string[] {
  return globSync('/proc/[0-9]*/status').filter((file) => {
    try {
      return readFileSync(file, 'utf8').includes(`\nPPid:\t${pid}\n`)
    } catch {
      // It ended meanwhile.
      return false
    }
  })
}

test.each([
  ['by itself', []],
  ['by a Node', [process.execPath]],
])('the command started %s leaves no process beside Waikan', async (_, by) => {
  const [program = '', ...args] = [...by, join(folder, 'package', 'bin', 'waikan'), 'extract', '--jsonl']
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.write('{"id":1}\n')
  await once(child.stdout, 'data')
  const running = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  const children = childrenOf(child.pid)
  child.stdin.end()
  await once(child, 'exit')
  expect(running).toContain(join('dist', 'main.js extract --jsonl'))
  expect(running).toContain('--max-semi-space-size=8 --max-opt=2 ')
  expect(children).toEqual([])
})
