/**
 * Order texts by their UTF-16 units, as `<` does: dates and weeks, which all have one form. The runtime's own order asks for
 * the machine's language, and took 12 ms to be made ready.
 */
export function byCode(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
