import { FetchError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { GetKind } from './get.ts'
import { keepByOrigin, type Said } from './kept-by-origin.ts'
import { readTdmRules, type TdmRules } from './opt-out.ts'
import { withoutUser } from './request-address.ts'
import { readRobots, type RobotsRules } from './robots.ts'
import { askSiteFile, keptMs, type AskedFile, type FileTools } from './site-files.ts'
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

export type SiteRulesTools = FileTools & {
  /** The product token of robots.txt. */
  product: string
  turns: Turns
}

// RFC 9309 §2.5: at least 500 KiB of robots.txt are read. Only JSON holds rules of TDM.
const files = {
  robots: { path: '/robots.txt', cutAt: 512_000, tells: /\S/u },
  tdm: { path: '/.well-known/tdmrep.json', cutAt: 512_000, tells: /^\s*[[{]/u },
}
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

async function askTdm(tools: SiteRulesTools, at: URL): Promise<Said<TdmRules>> {
  const { text, keepMs } = await askSiteFile(tools, fileOf(at, files.tdm)).catch((error: unknown) => {
    if (!(error instanceof FetchError)) throw error
    return { text: '', keepMs: keptMs.unreachable }
  })
  // As objects, its locations encoded, it takes up to four times the place.
  return { rules: readTdmRules(text), keepMs, bytes: 4 * text.length }
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

async function askRobots(tools: SiteRulesTools, at: URL): Promise<Said<RobotsRules>> {
  const { keepMs, ...answer } = await askSiteFile(tools, fileOf(at, files.robots))
  const rules = readRobots(answer, tools.product)
  return { rules, keepMs, bytes: rules.bytes }
}

function fileOf(at: URL, { path, ...rest }: typeof files.robots): AskedFile {
  return { url: new URL(path, at.origin).href, ...rest }
}
