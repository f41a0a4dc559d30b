import { buildProgram } from './cli/program.ts'
import { ConfigError, DiskError } from './errors.ts'

try {
  await buildProgram().parseAsync(process.argv)
} catch (error) {
  // A wrong configuration or a full disk is the reader's to mend: its words are enough. Anything else is ours: show where it broke.
  const plain = error instanceof ConfigError || error instanceof DiskError
  const told = plain ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${told}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
}
