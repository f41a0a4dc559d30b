import { FetchError } from '../errors.ts'
import type { Url } from '../types.ts'
import type { Got } from './get.ts'

/** What a file of a site said, to be believed until then: milliseconds since 1970. */
export type SiteFile = { status: number; text: string; until: number }

/**
 * Where it is kept what sites said. `reach`: the key of the private hosts that a request may go to; what was heard by one is told
 * to no other.
 */
export type SiteFiles = {
  get(name: { reach: string; url: Url }): SiteFile | undefined
  set(name: { reach: string; url: Url }, file: SiteFile): void
}

/** An answer, believed for `keepMs` more; `status: null` where there was none. */
export type FileSaid = { status: number | null; text: string; keepMs: number }

/** Files of sites as one reach asks for them. `fetch` reads at most `cutAt` bytes. `now`: milliseconds since 1970. */
export type FileTools = {
  now: () => number
  fetch: (url: Url, cutAt: number) => Promise<Got>
  /** The key of the reach, asked for when it is needed. */
  reach?: () => string
  /** Without it nothing is kept. */
  files?: SiteFiles
}

/** `cutAt`: how many bytes are read. `tells`: what a text holds that says anything; a page in place of the file is not kept. */
export type AskedFile = { url: Url; cutAt: number; tells: RegExp }

/** How long a site is believed, and how long one that cannot say anything is left alone. */
export const keptMs = { known: 86_400_000, unreachable: 600_000 }

/**
 * What a site's file says: what was kept of it, else the site is asked. An answer is kept as its words, not as what they mean to us:
 * another name of ours is held against the same words. That nobody answered is not kept: it may have been our own network.
 *
 * @throws {FetchError} when the site itself must not be asked
 */
export async function askSiteFile({ now, fetch, reach, files }: FileTools, asked: AskedFile): Promise<FileSaid> {
  const { url } = asked
  const name = { reach: reach?.() ?? '', url }
  const kept = files?.get(name)
  const restMs = (kept?.until ?? 0) - now()
  // For more than a day nobody is believed: the clock was ahead when it was kept.
  if (kept && restMs > 0 && restMs <= keptMs.known) return { status: kept.status, text: kept.text, keepMs: restMs }
  const said = await ask(fetch, asked)
  if (said.status !== null) files?.set(name, { status: said.status, text: said.text, until: now() + said.keepMs })
  return said
}

async function ask(fetch: FileTools['fetch'], { url, cutAt, tells }: AskedFile): Promise<FileSaid> {
  try {
    const { status, text, bytes } = await fetch(url, cutAt)
    const keepMs = status === 429 || status >= 500 ? keptMs.unreachable : keptMs.known
    if (status < 200 || status >= 300 || !tells.test(text)) return { status, text: '', keepMs }
    return { status, text: bytes.length < cutAt ? text : wholeLines(text), keepMs }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    // Refused as it connects, where the origin alone is named, a site stays refused. Whatever else keeps its file from us, as a
    // redirect to where we must not go, leaves it unread: the site may mend it.
    if (!error.retryable && error.url === new URL(url).origin) throw error
    return { status: null, text: '', keepMs: keptMs.unreachable }
  }
}

/** Without what was begun at the end: `Allow: /public` cut behind its slash would open everything. */
function wholeLines(text: string): string {
  return text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
}
