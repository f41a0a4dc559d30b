import type { Instant, Url } from '../types.ts'

/** What the last request of a feed left. */
export type FeedState = {
  feedId: string
  etag: string | null
  lastModified: string | null
  /** The address whose answer gave the marks, after redirects. */
  marksOf?: Url | null
  /** SHA-256 of the last body, hex. */
  hash: string | null
  /** Which version of our parser read it; 1 where it is not said. */
  parser?: number
  checkedAt: Instant | null
  nextDueAt: Instant | null
  /** Failures in a row; 0 after a success. */
  failures: number
  /** What the last failure said. */
  error: string | null
  /** `gone` after 410: asked again only when all feeds are. */
  status: 'active' | 'gone'
  /** How often in a row another address answered 410 for it, counted where permanent redirects alone led there. */
  goneTimes?: number | null
  /** A permanent redirect seen, and how often in a row; acted on after several agreeing answers. */
  movedTo: { url: Url; times: number } | null
  /** When the whole document last came, not a 304. */
  wholeAt?: Instant | null
  /** The pace learnt from the last document, which holds after a 304 too. */
  rhythm?: FeedRhythm | null
  /** What the outlet says with its feed against machines, in its own words: no model reads what the source publishes. */
  optOut?: string[]
}

/** How often a feed brings something and when it wants to be left alone. */
export type FeedRhythm = {
  /** Median milliseconds between items; `null` where too few have dates. */
  gapMs: number | null
  ttlMinutes: number | null
  skipHours: number[]
  skipDays: string[]
  /** How long the server said its answer stays fresh; holds after a 304 that says nothing of it (RFC 9111 §4.3.4). */
  freshMs?: number
}
