import type { Shelf } from '../shelf.ts'

/** Articles of one block of the search index, by their position on the home list, so that old blocks never change. */
export const blockSize = 200

/** The block an article is searched in. */
export function searchBlockOf(shelf: Shelf, id: string): string {
  const home = shelf.placesOf(id).find((place) => place.list === '')
  return String(Math.floor((home?.position ?? 0) / blockSize))
}
