/** `1 feed`, `2 feeds`: a count with the noun that it counts. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
