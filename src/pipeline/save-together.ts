import type { Store } from '../store/store.ts'

/** Writes that share one commit. */
export type Together = {
  /** Write with the next commit. Nothing that depends on it may be told before `finish()`. */
  add(write: () => void): void
  /** Commit what is left. */
  finish(): void
  /** Forget what is left. */
  drop(): void
}

/**
 * Gather small writes into transactions of up to `most`: each commit waits for the disk, and a thousand feeds that answer
 * 304 would wait a thousand times. A kill loses what was not committed as a whole: it is asked for again.
 *
 * @throws {Error} of the store from `add` and `finish`; what was gathered is then rolled back
 */
export function saveTogether(store: Store, most: number): Together {
  let waiting: (() => void)[] = []
  const finish = (): void => {
    const writes = waiting
    waiting = []
    if (writes.length > 0) store.transaction(() => writes.forEach((write) => write()))
  }
  return {
    finish,
    drop: () => void (waiting = []),
    add(write) {
      waiting.push(write)
      if (waiting.length >= most) finish()
    },
  }
}
