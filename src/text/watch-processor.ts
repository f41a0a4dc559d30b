/** A thread whose use of a processor can be told from outside, also while it is in the middle of a loop (`Worker`, Node 24.6). */
export type Thread = { cpuUsage: () => Promise<{ user: number; system: number }> }

/** However little of a processor a thread got, after so many times its limit it is given up. */
const patience = 6

/**
 * Call `spent` when a thread has used a processor for longer than its limit. What other programs of a busy machine do in the
 * meantime does not count.
 *
 * @returns ends the watch
 */
export function watchProcessor(thread: Thread, limitMs: number, spent: () => void): () => void {
  const started = performance.now()
  const before = usedMs(thread)
  let timer = setTimeout(() => void look(), limitMs)
  let over = false
  const look = async (): Promise<void> => {
    const left = limitMs - ((await usedMs(thread)) - (await before))
    if (over) return
    if (left <= 0 || performance.now() - started >= patience * limitMs) spent()
    else timer = setTimeout(() => void look(), left)
  }
  return () => {
    over = true
    clearTimeout(timer)
  }
}

/** Nothing where the thread has not begun, or has ended: that is told by its own events. */
async function usedMs(thread: Thread): Promise<number> {
  try {
    const { user, system } = await thread.cpuUsage()
    return (user + system) / 1000
  } catch {
    return 0
  }
}
