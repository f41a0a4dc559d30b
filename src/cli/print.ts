import { SingleBar } from 'cli-progress'
import type { Report } from '../pipeline.ts'
import { asTyped } from './as-typed.ts'

/**
 * How long work tells where it is: a bar on a terminal, one plain line for each tenth elsewhere. Warnings go to stderr.
 *
 * @param stderr where it is written; injected for tests
 */
export function createReport(stderr: NodeJS.WriteStream): Report & { end(): void } {
  let bar: SingleBar | null = null
  let stage = ''
  let started = 0
  let tenth = -1
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
        started = performance.now()
        tenth = -1
        if (stderr.isTTY) {
          bar = new SingleBar({
            format: `${name.padEnd(8)} {bar} {value}/{total} {left}`,
            stream: stderr,
            hideCursor: true,
          })
          bar.start(total, 0, { left: '' })
        }
      }
      const left = timeLeft(performance.now() - started, done, total)
      if (bar) {
        bar.setTotal(total)
        bar.update(done, { left })
      } else if (done === total || Math.floor((done * 10) / total) > tenth) {
        tenth = Math.floor((done * 10) / total)
        stderr.write(`${name} ${done}/${total}${left === '' ? '' : ` ${left}`}\n`)
      }
      if (done === total) end()
    },
    warn(message, fields) {
      const told = Object.entries(fields).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      stderr.write(`${bar ? '\n' : ''}warning: ${asTyped(plainly([message, ...told].join(' ')))}\n`)
    },
    end,
  }
}

/** How long the rest takes at the pace so far; nothing in the first two seconds and for less than one. */
export function timeLeft(elapsedMs: number, done: number, total: number): string {
  if (elapsedMs < 2000 || done === 0 || done >= total) return ''
  const seconds = Math.round(((elapsedMs / done) * (total - done)) / 1000)
  if (seconds < 1) return ''
  return seconds < 100 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`
}

/**
 * A text from outside as a terminal may show it: signs that move the cursor, set a title or hide what stands there (C0, C1,
 * bidi controls) are spelt out. Line breaks and tabs stay.
 */
export function plainly(text: string): string {
  return text.replace(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
