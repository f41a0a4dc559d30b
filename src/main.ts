import { buildProgram } from './cli/program.ts'
import { ConfigError } from './errors.ts'

try {
  await buildProgram().parseAsync(process.argv)
} catch (error) {
  // A wrong configuration is the reader's to mend: its words are enough. Anything else is ours: show where it broke.
  const told = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${told}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
}
