import type { Instant, Url } from '../../types.ts'

/** A feed of ours, before it takes a form. All texts plain; `html` is sanitised markup or `null`. */
export type FeedDocument = {
  title: string
  description: string
  language: string
  /** The page the feed belongs to. */
  page: Url
  /** The address the feed is at. */
  self: Url
  /** Where the items before these are, as a JSON Feed too; `null` at a list's end. */
  next: Url | null
  /** The newest change of an item, so that nothing changes when no item does. */
  updatedAt: Instant
  items: FeedEntry[]
}

export type FeedEntry = {
  /** Stable for ever: the article's id, never its address. */
  id: string
  title: string
  url: Url
  /** The outlet's own page. */
  original: Url
  source: string
  authors: string[]
  publishedAt: Instant | null
  updatedAt: Instant
  summary: string | null
  language: string | null
}

/** Escape a text for XML. Signs that XML 1.0 cannot hold at all are taken out; every letter stays. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
      .replace(/[&<>"\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
  )
}
