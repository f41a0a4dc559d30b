const mostKept = 5000
const kept = new Map<string, string>()

/**
 * A name in small letters, as the one string for all that read the same: the engine keeps those that name properties, so
 * that comparing two of them compares two pointers, and their hash is known. Names are few and come again on every page. A
 * full memory, of 5,000 of them, begins anew.
 */
export function smallName(said: string): string {
  const before = kept.get(said)
  if (before !== undefined) return before
  const name = asProperty(said.toLowerCase())
  if (kept.size >= mostKept) kept.clear()
  kept.set(asProperty(said), name)
  return name
}

/** A slice of a page would hold the whole page; the name of a property is a string of its own. */
function asProperty(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name
}
