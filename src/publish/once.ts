const made = new WeakMap<object, Map<string, unknown>>()

/**
 * What follows from a thing, made once for each name: an article's line stands in four lists, its item in five twins.
 *
 * @param about what it is made from, and never changed; what was made goes when it goes
 * @param name all else that it depends on
 */
export function once<T>(about: object, name: string, make: () => T): T {
  let parts = made.get(about)
  if (parts === undefined) made.set(about, (parts = new Map()))
  const known = parts.get(name)
  if (known !== undefined) return known as T
  const fresh = make()
  parts.set(name, fresh)
  return fresh
}
