const mostKnown = 5000

/**
 * The same function with a memory, for what is asked of the names of elements: those of one kind have the same names, on a
 * page and on all pages of an outlet. A full memory, of 5,000 answers, begins anew.
 */
export function remembering<Value extends string | number | boolean | object | null>(
  read: (names: string) => Value,
): (names: string) => Value {
  const known = new Map<string, Value>()
  return (names) => {
    const before = known.get(names)
    if (before !== undefined) return before
    const value = read(names)
    if (known.size >= mostKnown) known.clear()
    // A slice of a page would hold the whole page: the key is a copy.
    known.set(` ${names}`.slice(1), value)
    return value
  }
}
