import { cardsInBlock } from './segments.ts'

/** Articles of one piece of search work: those whose cards share a file. The smallest segment has as many. */
export const blockSize = cardsInBlock

/** The block in which a position of the home list is searched; old blocks never change. */
export function blockAt(position: number): string {
  return String(Math.floor(position / blockSize))
}
