import { SingleBar } from 'cli-progress'
import type { Report } from '../pipeline.ts'

/**
 * How long work tells where it is: a bar on a terminal, one plain line for each tenth elsewhere. Warnings go to stderr.
 *
 * @param stderr where it is written; injected for tests
 */
export function createReport(stderr: NodeJS.WriteStream): Report & { end(): void } {
  let bar: SingleBar | null = null
  let stage = ''
  const end = (): void => {
    bar?.stop()
    bar = null
    stage = ''
  }
  return {
    step(name, done, total) {
      if (name !== stage) {
        end()
        stage = name
        if (stderr.isTTY) {
          bar = new SingleBar({ format: `${name.padEnd(8)} {bar} {value}/{total}`, stream: stderr, hideCursor: true })
          bar.start(total, 0)
        }
      }
      if (bar) bar.update(done)
      else if (done === total || done % Math.max(1, Math.ceil(total / 10)) === 0)
        stderr.write(`${name} ${done}/${total}\n`)
      if (done === total) end()
    },
    warn(message, fields) {
      const told = Object.entries(fields).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      stderr.write(`${bar ? '\n' : ''}warning: ${message} ${told.join(' ')}\n`)
    },
    end,
  }
}
