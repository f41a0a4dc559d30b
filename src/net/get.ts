import type { Instant, Url } from '../types.ts'

/** What is asked for: it decides the `Accept` header, the byte limit and how the charset is found. */
export type GetKind = 'feed' | 'page'

export type GetOptions = {
  kind: GetKind
  /**
   * Addresses that the editor wrote, for whose sake this is asked: of the hosts of the allow list only those are open under
   * whose entry one of them lies. Without any, as for what a stranger links to, no private host is.
   */
  own?: Url[]
  /** Returned exactly as the server gave them. */
  etag?: string | null
  lastModified?: string | null
  /** The address whose answer gave the marks, after redirects: they go to no other document. Without it, the asked one. */
  marksOf?: Url | null
  /** Addresses without fragment that are not asked again: a redirect to one is followed no further, and is the answer itself. */
  asked?: { has(url: Url): boolean }
  /**
   * Ask for no document, only for what its site says against machines: robots.txt (of a page) and the TDM file. The answer
   * is empty, its status 204.
   */
  termsOnly?: boolean
}

/**
 * What a server answered, body decoded. Any status that is a proper answer comes back as data, also 304, 404 and 500;
 * a `FetchError` is thrown only when there is no answer to speak of (refused address, robots, timeout, reset, too large).
 */
export type Got = {
  /** After redirects. */
  url: Url
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Decoded (uncompressed) body; empty on 304. */
  bytes: Uint8Array
  text: string
  /** The character encoding used for `text`, as WHATWG names it where it has a name. */
  charset: string
  /** Every hop that was followed, in order; one to an address of `asked` as the last. */
  redirects: { status: number; to: Url }[]
  fetchedAt: Instant
  /** What the publisher says against use by machines, in its own words; absent when nothing was said. */
  optOut?: string[]
}

/** Ask for one document. Two implementations: the polite network and the files of the sample press. */
export type Get = (url: Url, options: GetOptions) => Promise<Got>
