import type { Instant } from '../types.ts'
import type { SiteSettings } from './printer.ts'
import type { Shelf, ShelfAddress } from './shelf.ts'

export type PublishInput = {
  site: SiteSettings
  shelf: Shelf
  /** How threads open the shelf on their own; without it all is printed in this one. */
  address?: ShelfAddress
  /** The folder of the site, as `press/site`. */
  folder: string
  now: Instant
  /** Make every page again, and mend files that were lost or altered. */
  full?: boolean
  /** Also write `.gz` and `.br` twins. */
  compress?: boolean
  /** From how many pieces of work on threads print; for tests of it, which cannot wait for a large site. */
  threadsFrom?: number
  progress?: (done: number, total: number) => void
}
