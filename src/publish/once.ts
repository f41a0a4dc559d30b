const made = new WeakMap<object, Map<string, unknown>>()

/**
 * What follows from a thing, made once for each name: an article's line stands in four lists, its item in five twins.
 *
 * @param about what it is made from, and never changed; what was made goes when it goes
 * @param name all else that it depends on
 */
export function once<T>(about: object, name: string, make: () => T): T {
  const parts = made.get(about) ?? new Map<string, unknown>()
  made.set(about, parts)
  if (!parts.has(name)) parts.set(name, make())
  return parts.get(name) as T
}
