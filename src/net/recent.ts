/** Names that were added last. */
export type Recent = { has(name: string): boolean; add(name: string): void }

/** Keeps so many names and forgets the oldest: a process that runs for months meets hosts without end. */
export function createRecent(most: number): Recent {
  const names = new Set<string>()
  return {
    has: (name) => names.has(name),
    add(name) {
      names.delete(name)
      names.add(name)
      const [oldest] = names
      if (names.size > most && oldest !== undefined) names.delete(oldest)
    },
  }
}
