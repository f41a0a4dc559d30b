/** What is under way is waited for so long: a page, a model's answer, files of the site. All of it goes on at the next start. */
const graceMs = 10_000

/**
 * At the first SIGINT or SIGTERM bring everything to its end, then exit with 0; a second one exits at once.
 *
 * @param end begins the end; what it waits for gets ten seconds
 * @param last closes what must be closed in any case
 */
export function stopOnSignal(end: () => Promise<unknown> | void, last: () => void): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(130)
    stopping = true
    const grace = new Promise((resolve) => setTimeout(resolve, graceMs))
    void Promise.race([Promise.resolve(end()).catch(() => {}), grace]).then(() => {
      last()
      process.exit(0)
    })
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const codes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * At the first SIGINT or SIGTERM let what is under way come to its end, ten seconds at most; a second one exits at once.
 * The exit code is then what a shell expects of a command that was stopped, 128 and the number of the signal.
 *
 * @param begin begins the end
 * @param last closes what must be closed where the ten seconds were not enough
 * @returns whether a signal came
 */
export function finishOnSignal(begin: () => void, last: () => void): () => boolean {
  let stopping = false
  const stop = (signal: keyof typeof codes): void => {
    const code = codes[signal]
    if (stopping) process.exit(code)
    stopping = true
    process.exitCode = code
    process.stderr.write(
      'Stopping: what is under way is finished. What was stored stays, the next run goes on from there. Once more ends at once.\n',
    )
    begin()
    setTimeout(() => {
      last()
      process.exit(code)
    }, graceMs).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return () => stopping
}
