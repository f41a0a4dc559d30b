import { asTyped } from './cli/as-typed.ts'
import { plainly } from './cli/print.ts'
import { buildProgram } from './cli/program.ts'
import { ConfigError, InterruptedError, tellPlainly } from './errors.ts'

// A reader that wants no more (`| head`) is no fault of ours: end as other filters do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await (await buildProgram(process.argv[2])).parseAsync(process.argv)
} catch (error) {
  // What somebody outside can mend is told in words. Anything else is ours: show where it broke.
  const told = tellPlainly(error) ?? (error instanceof Error ? error.stack : String(error))
  process.stderr.write(`${asTyped(plainly(told ?? 'unknown fault'))}\n`)
  process.exitCode = error instanceof InterruptedError ? 130 : error instanceof ConfigError ? 2 : 1
}
