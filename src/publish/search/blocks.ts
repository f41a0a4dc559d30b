/** Articles of one piece of search work: the smallest segment. */
export const blockSize = 32

/** The block in which a position of the home list is searched; old blocks never change. */
export function blockAt(position: number): string {
  return String(Math.floor(position / blockSize))
}
