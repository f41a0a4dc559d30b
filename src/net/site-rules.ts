import { FetchError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Url } from '../types.ts'
import type { GetKind, Got } from './get.ts'
import { keepByOrigin, type Said } from './kept-by-origin.ts'
import { readTdmRules, type TdmRules } from './opt-out.ts'
import { withoutUser } from './request-address.ts'
import { readRobots, type RobotsRules } from './robots.ts'
import type { Turns } from './turns.ts'

/** What sites say of their addresses in `/robots.txt` and `/.well-known/tdmrep.json`, each asked once a day. */
export type SiteRules = {
  /** @throws {FetchError} when the site's robots.txt forbids the page, or cannot be read just now */
  check(at: URL): Promise<void>
  /** What the site's files say against the use of a page by machines, in words; empty for none. */
  reserved(at: URL): Promise<string[]>
  /** All that a site says against machines of an address whose document is not asked for; robots.txt speaks of pages only. */
  terms(at: URL, kind: GetKind): Promise<string[]>
}

/** `fetch` asks for one file and reads at most `cutAt` bytes of it. `now`: milliseconds since 1970. */
export type SiteRulesTools = {
  /** The product token of robots.txt. */
  product: string
  now: () => number
  turns: Turns
  fetch: (url: Url, cutAt: number) => Promise<Got>
}

const keptMs = { known: 86_400_000, unreachable: 600_000 }
// RFC 9309 §2.5: at least 500 KiB of robots.txt are read.
const fileBytes = { robots: 512_000, tdm: 512_000 }
// Some ten thousand sites that say as much as most do.
const maxKeptBytes = { robots: 16_000_000, tdm: 8_000_000 }

/** The rules of sites, kept in memory for a day; those of a site that could not be asked for ten minutes. */
export function createSiteRules(tools: SiteRulesTools): SiteRules {
  const { now, turns } = tools
  const robotsOf = keepByOrigin({ now, maxBytes: maxKeptBytes.robots, ask: (at) => askRobots(tools, at) })
  const tdmOf = keepByOrigin({ now, maxBytes: maxKeptBytes.tdm, ask: (at) => askTdm(tools, at) })
  const tdm = async (at: URL): Promise<string[]> =>
    (await tdmOf(at))(withoutUser(at).href) ? ['/.well-known/tdmrep.json: tdm-reservation 1'] : []
  const reserved = async (at: URL): Promise<string[]> => {
    const signals = (await robotsOf(at)).signals(withoutUser(at).href)
    return signals.length > 0 ? signals.map((signal) => `robots.txt: ${signal}`) : await tdm(at)
  }
  return {
    check: async (at) => check(at, { rules: await robotsOf(at), turns }),
    reserved,
    async terms(at, kind) {
      if (kind !== 'page') return await tdm(at)
      const robots = await robotsOf(at)
      if (robots.allows(withoutUser(at).href)) return await reserved(at)
      return [`robots.txt: ${robots.unreachable ? 'cannot be read just now' : 'forbids this page'}`]
    },
  }
}

async function askTdm({ fetch }: SiteRulesTools, at: URL): Promise<Said<TdmRules>> {
  let text = ''
  let keepMs = keptMs.known
  try {
    const got = await fetch(new URL('/.well-known/tdmrep.json', at.origin).href, fileBytes.tdm)
    if (got.status === 200) text = got.text
  } catch (error) {
    // The site could not say anything just now.
    if (!(error instanceof FetchError)) throw error
    keepMs = keptMs.unreachable
  }
  // Only JSON holds rules; as objects, its locations encoded, it takes up to four times the place.
  return { rules: readTdmRules(text), keepMs, bytes: /^\s*[[{]/u.test(text) ? 4 * text.length : 0 }
}

function check(at: URL, { rules, turns }: { rules: RobotsRules; turns: Turns }): void {
  if (rules.delayMs !== null) turns.slow(at, rules.delayMs)
  if (rules.allows(withoutUser(at).href)) return
  const why = rules.unreachable
    ? 'its robots.txt cannot be read just now, which forbids every page until it can (RFC 9309)'
    : 'its robots.txt forbids this page to us'
  throw new FetchError(`Cannot fetch "${redactUrl(at.href)}": ${why}`, {
    url: redactUrl(at.href),
    retryable: rules.unreachable,
    retryAfterMs: rules.unreachable ? keptMs.unreachable : null,
  })
}

async function askRobots({ fetch, product }: SiteRulesTools, at: URL): Promise<Said<RobotsRules>> {
  let answer: { status: number | null; text: string } = { status: null, text: '' }
  try {
    const { status, text, bytes } = await fetch(new URL('/robots.txt', at.origin).href, fileBytes.robots)
    answer = { status, text: bytes.length < fileBytes.robots ? text : wholeLines(text) }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    // Refused as it connects, where the origin alone is named, a site stays refused. Whatever else keeps its robots.txt from us, as a
    // redirect to where we must not go, leaves it unread: the site may mend it.
    if (!error.retryable && error.url === at.origin) throw error
  }
  const rules = readRobots(answer, product)
  return { rules, keepMs: rules.unreachable ? keptMs.unreachable : keptMs.known, bytes: rules.bytes }
}

/** Without what was begun at the end: `Allow: /public` cut behind its slash would open everything. */
function wholeLines(text: string): string {
  return text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
}
