/** Items on a page. Page k holds positions 20(k−1) … 20k−1, counted from the oldest, for ever. */
export const pageSize = 20

/** How many full pages a list of `length` positions has beside its front page, which keeps the newest 20 to 39. */
export function fullPages(length: number): number {
  return Math.max(0, Math.floor(length / pageSize) - 1)
}

/** The number of the full page that holds a position, or `null` while the front page holds it. */
export function pageOf(position: number, length: number): number | null {
  const page = Math.floor(position / pageSize) + 1
  return page <= fullPages(length) ? page : null
}

/** Articles of a source that its pulse counts: it is drawn with each new one, however long the archive is. */
export const pulseArticles = 1500
