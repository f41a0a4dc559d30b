// Format, lint, types, tests with architecture and docs. Run it before each commit: npm run check
import { spawnSync } from 'node:child_process'

const steps: [string, string[]][] = [
  ['oxfmt', ['--check']],
  ['oxlint', []],
  ['tsc', []],
  ['tsc', ['-p', 'tsconfig.build.json']],
  ['vitest', ['run']],
]

let failed = 0
for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    failed++
    console.error(`check: "${[command, ...args].join(' ')}" failed with ${status}, expected 0`)
  }
}
process.exit(failed === 0 ? 0 : 1)
