/**
 * Work through a list with at most `width` pieces under way at one time. What a piece throws ends its lane and is thrown.
 *
 * Pieces of one `queue` come one after the other: a host that answers slowly then holds up one lane, not all of them. The
 * longest queues begin first, for they end last. After `stop` nothing more is begun.
 */
export async function inParallel<T>(
  list: T[],
  { width, queue, stop }: { width: number; queue: (item: T) => string; stop?: AbortSignal | undefined },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queues = [...Map.groupBy(list, queue).values()].toSorted((a, b) => b.length - a.length)
  let next = 0
  const lanes = Array.from({ length: Math.min(width, queues.length) }, async () => {
    for (let mine = queues[next++]; mine !== undefined; mine = queues[next++]) {
      for (const item of mine) {
        if (stop?.aborted) return
        await work(item)
      }
    }
  })
  await Promise.all(lanes)
}

/** Pieces of one host share a queue. */
export function hostOf(url: string | null): string {
  return URL.parse(url ?? '')?.hostname ?? ''
}
