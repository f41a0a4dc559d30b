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
