import { foldCase, foldsOddly, needlesOf } from './needles.ts'

/** Tells which of many expressions may fit a text, by their numbers; one that is not named does not fit. */
export type Screen = (text: string) => ReadonlySet<number>

type Entry = { needle: string; owners: number[]; next: Entry | null }

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
      else entries.set(needle, { needle, owners: [owner], next: null })
    }
  }
  const all = new Set(sources.keys())
  const table = tableOf([...entries.values()])
  const { pairs, singles } = beginningsOf([...entries.keys()])
  const search = (text: string): ReadonlySet<number> => {
    // Where case folds oddly the search is not sure: every expression is tried.
    if (foldsOddly.test(text)) return all
    const found = new Set(always)
    const said = foldCase(text)
    const look = (first: Entry | null | undefined, at: number): void => {
      for (let entry = first; entry; entry = entry.next)
        if (said.startsWith(entry.needle, at)) for (const owner of entry.owners) found.add(owner)
    }
    for (let at = 0; at < said.length; at++) {
      const one = said.charCodeAt(at)
      const two = slotOf(one, said.charCodeAt(at + 1))
      // Next to no two signs begin a needle: that is told by two bytes, not by three chains.
      if (pairs[two] === 0 && singles[one & (slots - 1)] === 0) continue
      look(table[one & (slots - 1)], at)
      look(table[two], at)
      look(table[slotOf(two, said.charCodeAt(at + 2))], at)
    }
    return found
  }
  // The same line is asked for prompts, for gates and for what stands below a report.
  let last = { text: '', found: search('') }
  return (text) => {
    if (text !== last.text) last = { text, found: search(text) }
    return last.found
  }
}

/** Which first two signs a needle begins with, and which needles are one sign alone. */
function beginningsOf(needles: string[]): { pairs: Uint8Array; singles: Uint8Array } {
  const [pairs, singles] = [new Uint8Array(slots), new Uint8Array(slots)]
  for (const needle of needles) {
    const first = needle.charCodeAt(0) & (slots - 1)
    if (needle.length === 1) singles[first] = 1
    else pairs[slotOf(first, needle.charCodeAt(1))] = 1
  }
  return { pairs, singles }
}

function slotOf(before: number, sign: number): number {
  return (before * 31 + sign) & (slots - 1)
}

/** Needles by their first three signs, shorter ones by those they have. */
function tableOf(entries: Entry[]): (Entry | null)[] {
  const table: (Entry | null)[] = Array.from({ length: slots }, () => null)
  for (const entry of entries) {
    let slot = entry.needle.charCodeAt(0) & (slots - 1)
    for (const sign of entry.needle.slice(1, 3)) slot = slotOf(slot, sign.charCodeAt(0))
    entry.next = table[slot] ?? null
    table[slot] = entry
  }
  return table
}

/** An expression that is compiled when it is first asked for: most of a table's are never. */
export function lazily(compile: () => RegExp): () => RegExp {
  let pattern: RegExp | null = null
  return () => (pattern ??= compile())
}
