import { FetchError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Url } from '../types.ts'
import type { GetKind, Got } from './get.ts'
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

type Kept<T> = { rules: T; until: number }
type Sites = SiteRulesTools & { robots: Map<string, Kept<RobotsRules>>; tdm: Map<string, Kept<TdmRules>> }

const keptMs = { known: 86_400_000, unreachable: 600_000 }
const fileBytes = { robots: 512_000, tdm: 200_000 }

/** The rules of sites, kept in memory for a day; those of a site that could not be asked for ten minutes. */
export function createSiteRules(tools: SiteRulesTools): SiteRules {
  const sites: Sites = { ...tools, robots: new Map(), tdm: new Map() }
  const tdm = async (at: URL): Promise<string[]> =>
    (await tdmOf(sites, at))(withoutUser(at).href) ? ['/.well-known/tdmrep.json: tdm-reservation 1'] : []
  const reserved = async (at: URL): Promise<string[]> => {
    const signals = (await robotsOf(sites, at)).signals(withoutUser(at).href)
    return signals.length > 0 ? signals.map((signal) => `robots.txt: ${signal}`) : await tdm(at)
  }
  return {
    check: (at) => check(sites, at),
    reserved,
    async terms(at, kind) {
      if (kind !== 'page') return await tdm(at)
      const robots = await robotsOf(sites, at)
      if (robots.allows(withoutUser(at).href)) return await reserved(at)
      return [`robots.txt: ${robots.unreachable ? 'cannot be read just now' : 'forbids this page'}`]
    },
  }
}

/** Still to be believed; never for longer than a day, or a clock that was wrong would keep it for years. */
function isKept({ until }: Kept<unknown>, now: number): boolean {
  const restMs = until - now
  return restMs > 0 && restMs <= keptMs.known
}

async function tdmOf(sites: Sites, at: URL): Promise<TdmRules> {
  const known = sites.tdm.get(at.origin)
  if (known !== undefined && isKept(known, sites.now())) return known.rules
  let text = ''
  let keep = keptMs.known
  try {
    const got = await sites.fetch(new URL('/.well-known/tdmrep.json', at.origin).href, fileBytes.tdm)
    if (got.status === 200) text = got.text
  } catch (error) {
    // The site could not say anything just now.
    if (!(error instanceof FetchError)) throw error
    keep = keptMs.unreachable
  }
  const rules = readTdmRules(text)
  sites.tdm.set(at.origin, { rules, until: sites.now() + keep })
  return rules
}

async function check(sites: Sites, at: URL): Promise<void> {
  const rules = await robotsOf(sites, at)
  if (rules.delayMs !== null) sites.turns.slow(at, rules.delayMs)
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

async function robotsOf(sites: Sites, at: URL): Promise<RobotsRules> {
  const known = sites.robots.get(at.origin)
  return known !== undefined && isKept(known, sites.now()) ? known.rules : await askRobots(sites, at)
}

async function askRobots(sites: Sites, at: URL): Promise<RobotsRules> {
  const url = new URL('/robots.txt', at.origin).href
  let answer: { status: number | null; text: string } = { status: null, text: '' }
  try {
    const got = await sites.fetch(url, fileBytes.robots)
    answer = { status: got.status, text: got.text }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    // A refused address stays refused; only an unreachable robots.txt is a verdict of its own.
    if (!error.retryable) throw error
  }
  const rules = readRobots(answer, sites.product)
  const keep = rules.unreachable ? keptMs.unreachable : keptMs.known
  sites.robots.set(at.origin, { rules, until: sites.now() + keep })
  return rules
}
