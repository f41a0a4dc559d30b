/** Articles of one piece of search work: the smallest segment, and those whose cards share a file. */
export const blockSize = 8

/** The block in which a position of the home list is searched; old blocks never change. */
export function blockAt(position: number): string {
  return String(Math.floor(position / blockSize))
}
