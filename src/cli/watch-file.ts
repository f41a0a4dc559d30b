import { readFileSync, statSync } from 'node:fs'

/** A file that was written on within this time may be half written. */
const restMs = 1000

/**
 * Look whether a file has other words than at the look before.
 *
 * @returns the look: the new text, or `null` while it is as it was, is being written, or is not there
 */
export function watchFile(path: string): () => string | null {
  let seen = readFileSync(path, 'utf8')
  let seenMs = statSync(path).mtimeMs
  return () => {
    const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? seenMs
    // Also where the clock was put back meanwhile.
    if (changedMs === seenMs || Math.abs(Date.now() - changedMs) < restMs) return null
    const text = readFileSync(path, 'utf8')
    seenMs = changedMs
    if (text === seen) return null
    seen = text
    return text
  }
}
