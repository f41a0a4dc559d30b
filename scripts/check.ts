// Format, lint, types, tests with architecture and docs, unused code, the package. Run it before each commit: npm run check
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  version: string
}

const steps: [string, string[]][] = [
  ['oxfmt', ['--check']],
  ['oxlint', []],
  ['tsc', []],
  ['tsc', ['-p', 'tsconfig.build.json']],
  ['vitest', ['run']],
  ['knip', []],
  ['npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', tmpdir()]],
  ['publint', ['--strict', join(tmpdir(), `waikan-${version}.tgz`)]],
]

let failed = 0
for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    failed++
    console.error(`check: "${[command, ...args].join(' ')}" failed with ${status}, expected 0`)
  }
}
rmSync(join(tmpdir(), `waikan-${version}.tgz`), { force: true })
process.exit(failed === 0 ? 0 : 1)
