import { smallOf } from './any-case.ts'
import { needlesOf } from './needles.ts'

/** Tells which of many expressions may fit a text, by their numbers; one that is not named does not fit. */
export type Screen = (text: string) => ReadonlySet<number>

/** `fourth`: the unit of the needle's fourth sign, by which most needles of three common signs are told apart. */
type Entry = { needle: string; fourth: number; owners: number[]; next: Entry | null }

const slots = 1 << 14
/**
 * Prepare a search for the needles of many expressions at once, in one pass over a text.
 *
 * A line is asked for hundreds of phrases and holds next to none: trying their expressions one by one took a tenth of the
 * time of a page, and compiling those of some thirty languages 0.2 s of the first page. See ADR 136.
 *
 * @param sources of expressions with the flags `u` or `iu`; their places in the list are their numbers
 */
export function createScreen(sources: string[]): Screen {
  const always: number[] = []
  const entries = new Map<string, Entry>()
  for (const [owner, source] of sources.entries()) {
    const needles = needlesOf(source)
    if (needles === null) always.push(owner)
    for (const needle of needles ?? []) {
      const known = entries.get(needle)
      if (known) known.owners.push(owner)
      else entries.set(needle, { needle, fourth: needle.charCodeAt(3), owners: [owner], next: null })
    }
  }
  const all = new Set(sources.keys())
  const search = createSearch([...entries.values()], always)
  // The same line is asked for prompts, for gates and for what stands below a report.
  let last = { text: '', found: search('') }
  return (text) => {
    if (text === last.text) return last.found
    const said = smallOf(text)
    // Where case folds oddly the search is not sure: every expression is tried.
    last = { text, found: said === null ? all : search(said) }
    return last.found
  }
}

/** A search for needles in a text of small letters: whose they are, and those who are always named. */
function createSearch(entries: Entry[], always: number[]): Screen {
  const { table, begun } = tableOf(entries)
  // Most lines hold no needle: one answer serves them all.
  const none: ReadonlySet<number> = new Set(always)
  return (said) => {
    let found: Set<number> | null = null
    const look = (slot: number, at: number): void => {
      for (let entry = table[slot]; entry; entry = entry.next)
        if (isAt(said, at, entry)) found = addAll(entry.owners, found ?? new Set(always))
    }
    let next = said.length > 0 ? said.charCodeAt(0) : 0
    let second = said.length > 1 ? said.charCodeAt(1) : 0
    for (let at = 0; at < said.length; at++) {
      const one = next & (slots - 1)
      const two = slotOf(next, second)
      next = second
      second = at + 2 < said.length ? said.charCodeAt(at + 2) : 0
      const three = slotOf(two, second)
      // Next to no three signs begin a needle: that is told by bytes, not by chains.
      if (begun[three]! & 4) look(three, at)
      if (begun[two]! & 2) look(two, at)
      if (begun[one]! & 1) look(one, at)
    }
    return found ?? none
  }
}

function isAt(said: string, at: number, { needle, fourth }: Entry): boolean {
  return (needle.length < 4 || said.charCodeAt(at + 3) === fourth) && said.startsWith(needle, at)
}

function addAll(owners: number[], found: Set<number>): Set<number> {
  for (const owner of owners) found.add(owner)
  return found
}

function slotOf(before: number, sign: number): number {
  return (before * 31 + sign) & (slots - 1)
}

/** Needles by their first three signs, shorter ones by those they have; `begun`: of how many signs (1, 2, 4 for three) one begins at a slot. */
function tableOf(entries: Entry[]): { table: (Entry | null)[]; begun: Uint8Array } {
  const table: (Entry | null)[] = Array.from({ length: slots }, () => null)
  const begun = new Uint8Array(slots)
  for (const entry of entries) {
    const { needle } = entry
    let slot = needle.charCodeAt(0) & (slots - 1)
    for (let at = 1; at < Math.min(3, needle.length); at++) slot = slotOf(slot, needle.charCodeAt(at))
    begun[slot] = (begun[slot] ?? 0) | (needle.length > 2 ? 4 : needle.length)
    entry.next = table[slot] ?? null
    table[slot] = entry
  }
  return { table, begun }
}

/** An expression that is compiled when it is first asked for: most of a table's are never. */
export function lazily(compile: () => RegExp): () => RegExp {
  let pattern: RegExp | null = null
  return () => (pattern ??= compile())
}
