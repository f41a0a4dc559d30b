import type { Instant, Source } from '../types.ts'
import type { ReadingShelf, Work } from './shelf.ts'
import type { SiteFile } from './write-files.ts'

/**
 * What the site is called and where it will stand. Without `url`, feeds and sitemap speak of `http://localhost/`; `contact`
 * is a mail address or a page.
 */
export type SiteSettings = {
  title: string
  tagline: string
  url?: string
  contact?: string
  language: 'zh-Hans' | 'en'
  notice?: string
}

/** All that a page is made from. */
export type Printer = { site: SiteSettings; shelf: ReadingShelf; sources: Map<string, Source>; now: Instant }

/** Files to write, paths to take away, and work that follows from this one; each may be empty. */
export type Outcome = { files: SiteFile[]; remove: string[]; more: Work[] }
