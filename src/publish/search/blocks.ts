import type { Shelf } from '../shelf.ts'

/** Articles of one piece of search work: the smallest segment. */
export const blockSize = 32

/** The block an article is searched in, by its position on the home list, so that old blocks never change. */
export function searchBlockOf(shelf: Shelf, id: string): string {
  const home = shelf.placesOf(id).find((place) => place.list === '')
  return String(Math.floor((home?.position ?? 0) / blockSize))
}
