import { jsonIn } from './script-json.ts'
import type { Place } from './script-story.ts'

/** Values that are looked at below one script. */
const mostValues = 200_000
/** A string this long may be JSON that was written once more. */
const leastInner = 400
/** Characters of such strings that are taken apart below one script. */
const mostInner = 12_000_000

/** Data of a script, with a name by which other data may refer to it. */
export type Root = { name: string; value: unknown }

/**
 * Every value in the data of a script with its place, the outer ones first.
 *
 * What stands in one object and belongs to another by `__ref` (Apollo's caches, the rows of a React stream) has its place
 * where it is named.
 */
export function ordered(roots: Root[]): Place[] {
  const referred = referencesIn(roots.map(({ value }) => value))
  const records = new Map<string, unknown>()
  const places: Place[] = []
  const waiting: Place[] = []
  let inner = mostInner
  const put = (value: unknown, key: string, parent: Place | null): void => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'string')) return
    if (referred.has(key) && !records.has(key) && !Array.isArray(parent?.value)) records.set(key, value)
    else if (waiting.length < mostValues) waiting.push({ value, key, parent })
  }
  for (const { name, value } of roots) put(value, name, null)
  for (let at = 0; at < mostValues; at++) {
    if (at >= waiting.length && !putRest(records, waiting)) break
    const place = waiting[at]
    if (!place) break
    places.push(place)
    enter(place)
  }
  return places

  function enter(place: Place): void {
    const { value, key } = place
    if (typeof value === 'string') {
      if (value.length < leastInner || !/^\s*[[{]/u.test(value) || inner < 0) return
      inner -= value.length
      for (const one of jsonIn(value)) put(one, key, place)
    } else if (Array.isArray(value)) for (const [at, one] of value.entries()) put(one, String(at), place)
    else for (const [name, one] of Object.entries(value as object)) refer(name, one, place)
  }

  function refer(name: string, one: unknown, place: Place): void {
    if (name !== '__ref' || typeof one !== 'string') return put(one, name, place)
    const record = records.get(one)
    if (record === undefined) return
    records.delete(one)
    waiting.push({ value: record, key: place.key, parent: place.parent })
  }
}

/** What nothing named so far: first all that have a title, as they may name others. */
function putRest(records: Map<string, unknown>, waiting: Place[]): boolean {
  const rest = [...records]
  const titled = rest.filter(([, value]) => typeof value === 'object' && value !== null && 'title' in value)
  for (const [key, value] of titled.length > 0 ? titled : rest) {
    records.delete(key)
    waiting.push({ value, key: '', parent: null })
  }
  return rest.length > 0
}

function referencesIn(roots: unknown[]): Set<string> {
  const found = new Set<string>()
  const waiting = [...roots]
  for (let at = 0; at < waiting.length && at < mostValues; at++) {
    const one = waiting[at]
    if (typeof one !== 'object' || one === null) continue
    if ('__ref' in one && typeof one.__ref === 'string') found.add(one.__ref)
    for (const inner of Object.values(one)) if (typeof inner === 'object' && inner !== null) waiting.push(inner)
  }
  return found
}
