/** What a site said: to be believed for `keepMs`, at most a day, and its size in memory. */
export type Said<T> = { rules: T; keepMs: number; bytes: number }

/** `maxBytes` for all sites together; `now` in milliseconds since 1970. */
export type KeepTools<T> = { now: () => number; maxBytes: number; ask: (at: URL) => Promise<Said<T>> }

type Kept<T> = { rules: T; until: number; bytes: number }
/** By origin, the last used last; `bytes` of all. */
type Shelf<T> = { sites: Map<string, Kept<T>>; bytes: number }

const longestMs = 86_400_000
// What an origin takes in memory that says nothing: its name, its functions, its place in the map.
const bytesOfNothing = 600

/**
 * What sites say, each asked once while it is believed, also by many at a time. When all that is kept grows too large, what was
 * used least recently goes, of those above the middle size: few strangers with large files push out each other, not what the many
 * say in a few lines, who would then be asked again for every page.
 */
export function keepByOrigin<T>({ now, maxBytes, ask }: KeepTools<T>): (at: URL) => Promise<T> {
  const shelf: Shelf<T> = { sites: new Map(), bytes: 0 }
  const asking = new Map<string, Promise<T>>()
  const askAnew = async (at: URL): Promise<T> => {
    const { origin } = at
    const said = await ask(at)
    const bytes = said.bytes + origin.length + bytesOfNothing
    take(shelf, origin)
    makeRoom(shelf, maxBytes - bytes)
    put(shelf, origin, { rules: said.rules, until: now() + said.keepMs, bytes })
    return said.rules
  }
  return (at) => {
    const { origin } = at
    const known = take(shelf, origin)
    if (known !== undefined && isKept(known, now())) {
      put(shelf, origin, known)
      return Promise.resolve(known.rules)
    }
    const answer = asking.get(origin) ?? askAnew(at).finally(() => asking.delete(origin))
    asking.set(origin, answer)
    return answer
  }
}

function take<T>(shelf: Shelf<T>, origin: string): Kept<T> | undefined {
  const known = shelf.sites.get(origin)
  shelf.sites.delete(origin)
  shelf.bytes -= known?.bytes ?? 0
  return known
}

function put<T>(shelf: Shelf<T>, origin: string, one: Kept<T>): void {
  shelf.sites.set(origin, one)
  shelf.bytes += one.bytes
}

function makeRoom(shelf: Shelf<unknown>, maxBytes: number): void {
  while (shelf.bytes > maxBytes && shelf.sites.size > 0) take(shelf, leastNeeded(shelf))
}

/** The least recently used of those above the middle size: there is always one. */
function leastNeeded({ sites, bytes: all }: Shelf<unknown>): string {
  for (const [origin, { bytes }] of sites) if (bytes * sites.size >= all) return origin
  throw new Error('Cannot make room: no site is as large as the middle of them')
}

/** Still to be believed; never for longer than a day, or a clock that was wrong would keep it for years. */
function isKept({ until }: Kept<unknown>, now: number): boolean {
  const restMs = until - now
  return restMs > 0 && restMs <= longestMs
}
