/** Work through a list with at most `width` pieces under way at one time. What a piece throws ends its lane and is thrown. */
export async function inParallel<T>(list: T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const lanes = Array.from({ length: Math.min(width, list.length) }, async () => {
    while (next < list.length) {
      const item = list[next++]
      if (item !== undefined) await work(item)
    }
  })
  await Promise.all(lanes)
}
