/** Milliseconds since 1970; `serverMs` as the answer's `Date` has it, its age in a cache added. */
export type Clocks = { serverMs: number | null; nowMs: number }

// Hardly anything that a server dates lies further off; what seems to comes from a clock that was never set.
const furthestMs = 31 * 86_400_000

/**
 * Milliseconds from an answer to an instant that its server named: by the server's own clock, for ours may be wrong, unless that
 * lies far off and ours does not. Below 0 when it is past.
 */
export function msUntil(at: number, { serverMs, nowMs }: Clocks): number {
  const own = at - nowMs
  const theirs = serverMs === null ? own : at - serverMs
  return Math.abs(theirs) > furthestMs && Math.abs(own) < Math.abs(theirs) ? own : theirs
}
