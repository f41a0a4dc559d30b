import { Agent, buildConnector, errors, request } from 'undici'
import { FetchError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Url } from '../types.ts'
import { createAllowList, type AllowList } from './address.ts'
import { guardedConnector } from './connector.ts'
import { decodeBytes } from './charset.ts'
import type { Get, GetKind, GetOptions, Got } from './get.ts'
import { findOptOut, readTdmRules, type TdmRules } from './opt-out.ts'
import { readBody } from './read-body.ts'
import { tellNetworkFault } from './network-faults.ts'
import { credentials, parseAddress, resolveAddress, withoutUser } from './request-address.ts'
import { retryAfterMs } from './retry-after.ts'
import { readRobots, type RobotsRules } from './robots.ts'
import { createTurns, type Holds, type Turns } from './turns.ts'

/** How the polite network behaves. Times in milliseconds, sizes in decoded bytes. */
export type PoliteOptions = {
  /** Names the site, as `Waikan/0.1 (+https://press.example)`; the part before `/` is the robots.txt token. */
  userAgent: string
  /** Hosts, `host:port`, addresses or ranges that may be private. */
  allow: string[]
  /** For the whole answer, redirects apart. */
  timeoutMs?: number
  maxBytes?: { feed: number; page: number }
  /** Between two requests to one host; 0 for hosts of the allow list in tests. */
  perHostDelayMs?: number
  maxRedirects?: number
  /** Where it is kept which hosts asked to be left alone; without it, in memory. */
  holds?: Holds
  /** Milliseconds since 1970. */
  now?: () => number
}

type Settings = Required<PoliteOptions>
type Network = {
  settings: Settings
  agent: Agent
  allowed: AllowList
  turns: Turns
  robots: Map<string, { rules: RobotsRules; until: number }>
  tdm: Map<string, { reserved: TdmRules; until: number }>
  /** Origins that have answered once, and to which a connection may be kept. */
  answered: Set<string>
}

const defaults = {
  timeoutMs: 30_000,
  maxBytes: { feed: 20_000_000, page: 10_000_000 },
  perHostDelayMs: 1000,
  maxRedirects: 10,
  now: () => Date.now(),
}
const accept: Record<GetKind, string> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.1',
}
const notText =
  /^\s*(?:video|audio|font)\/|^\s*image\/(?!svg)|^\s*application\/(?:pdf|zip|gzip|x-gzip|x-tar|epub|msword|vnd\.)/iu
// A host that says 429 without a time is left alone this long.
const unsaidHoldMs = 300_000
const robotsMs = { kept: 86_400_000, unreachable: 600_000 }

/**
 * The polite network: http and https only, public addresses only (apart from `allow`), checked at every redirect;
 * one connection per host with a pause between requests; robots.txt for pages; no cookies, no referer.
 *
 * @throws {FetchError} from the returned function when there is no answer to speak of
 */
export function createPoliteGet(options: PoliteOptions): Get {
  const settings: Settings = { ...defaults, holds: new Map(), ...options }
  const allowed = createAllowList(settings.allow)
  const connect = guardedConnector(
    (lookup) => buildConnector({ timeout: settings.timeoutMs, lookup } as buildConnector.BuildOptions),
    allowed,
  )
  const agent = new Agent({
    connect,
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 32_768,
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
  })
  const network: Network = {
    settings,
    agent,
    allowed,
    turns: createTurns({ pauseMs: settings.perHostDelayMs, now: settings.now, holds: settings.holds }),
    robots: new Map(),
    tdm: new Map(),
    answered: new Set(),
  }
  return (url, ask) => follow(network, url, ask)
}

/** Ask, and follow redirects hop by hop, each checked like the first. */
async function follow(network: Network, url: Url, ask: Ask): Promise<Got> {
  const redirects: Got['redirects'] = []
  let at = parseAddress(network.allowed, url)
  const authorization = credentials(at)
  const origin = at.origin
  for (;;) {
    if (ask.kind === 'page') await checkRobots(network, at)
    const sent = at.origin === origin ? authorization : null
    const got = await network.turns.take(at, () =>
      askOnce(network, at, { ...ask, ...marksFor(at, ask), authorization: sent }),
    )
    const to = got.headers['location']
    if (![301, 302, 303, 307, 308].includes(got.status) || to === undefined) {
      return ask.kind === 'page' && got.status === 200
        ? withOptOut(network, at, { ...got, redirects })
        : { ...got, redirects }
    }
    const next = resolveAddress(network.allowed, to, at)
    if (next.href === at.href || redirects.some((hop) => hop.to === next.href)) {
      throw new FetchError(
        `Cannot fetch "${redactUrl(url)}": it redirects in a circle, back to "${redactUrl(next.href)}"`,
        {
          url: redactUrl(url),
          status: got.status,
          retryable: true,
        },
      )
    }
    redirects.push({ status: got.status, to: next.href })
    if (redirects.length > network.settings.maxRedirects) {
      throw new FetchError(
        `Cannot fetch "${redactUrl(url)}": redirected ${redirects.length} times, expected at most ${network.settings.maxRedirects}`,
        { url: redactUrl(url), status: got.status, retryable: true },
      )
    }
    at = next
  }
}

/** What the page, its headers and its site say against use by machines; the site is asked once a day. */
async function withOptOut(network: Network, at: URL, got: Got): Promise<Got> {
  const said = findOptOut(got)
  if (said.length === 0 && (await askTdm(network, at))(at.href))
    said.push('/.well-known/tdmrep.json: tdm-reservation 1')
  return said.length === 0 ? got : { ...got, optOut: said }
}

/** Still to be believed; never for longer than a day, or a clock that was wrong would keep it for years. */
function isKept({ until }: { until: number }, { now }: Settings): boolean {
  const restMs = until - now()
  return restMs > 0 && restMs <= robotsMs.kept
}

async function askTdm(network: Network, at: URL): Promise<TdmRules> {
  const { settings } = network
  const known = network.tdm.get(at.origin)
  if (known !== undefined && isKept(known, settings)) return known.reserved
  let text = ''
  try {
    const got = await follow(network, new URL('/.well-known/tdmrep.json', at.origin).href, {
      kind: 'feed',
      cutAt: 200_000,
    })
    if (got.status === 200) text = got.text
  } catch (error) {
    // The page itself was given to us; a site that cannot say more today is asked again tomorrow.
    if (!(error instanceof FetchError)) throw error
  }
  const reserved = readTdmRules(text)
  network.tdm.set(at.origin, { reserved, until: settings.now() + robotsMs.kept })
  return reserved
}

/** `cutAt`: read that many bytes and leave the rest, as RFC 9309 §2.5 allows for robots.txt. */
type Ask = GetOptions & { cutAt?: number }
type OneAsk = Ask & { authorization: string | null }

/** A mark names one state of one document: another document that a redirect leads to is asked for without it. */
function marksFor(at: URL, { marksOf }: Ask): Pick<Ask, 'etag' | 'lastModified'> {
  const of = URL.parse(marksOf ?? '')
  const same = of === null || (of.origin === at.origin && of.pathname === at.pathname)
  return same ? {} : { etag: null, lastModified: null }
}

async function askOnce(network: Network, at: URL, ask: OneAsk): Promise<Got> {
  const { settings } = network
  const url = redactUrl(at.href)
  const timer = AbortSignal.timeout(settings.timeoutMs)
  const clean = withoutUser(at)
  clean.hash = ''
  try {
    const send = () =>
      request(clean, { dispatcher: network.agent, headers: requestHeaders(settings, ask), signal: timer })
    // A server may close a connection that waited just as we use it again: that request was never read (RFC 9112 §9.3.1).
    const kept = network.answered.has(clean.origin)
    const answer = await send().catch((error: unknown) => (kept && wasClosed(error) ? send() : Promise.reject(error)))
    network.answered.add(clean.origin)
    const headers = plainHeaders(answer.headers)
    const wait = retryAfterMs(headers, settings.now())
    const busy = answer.statusCode === 429 || answer.statusCode === 420
    const held = wait ?? (busy ? unsaidHoldMs : null)
    if (held !== null && (busy || answer.statusCode === 503)) network.turns.hold(at, held)
    const bodiless = answer.statusCode === 304 || (answer.statusCode >= 300 && answer.statusCode < 400)
    // A film or a PDF is neither feed nor page: its bytes are not worth the outlet's traffic.
    const useless = answer.statusCode === 200 && notText.test(headers['content-type'] ?? '')
    if (useless) answer.body.on('error', () => undefined).destroy()
    const bytes = useless
      ? new Uint8Array()
      : await readBody(answer.body, {
          encoding: headers['content-encoding'] ?? '',
          maxBytes: bodiless ? 1_000_000 : (ask.cutAt ?? settings.maxBytes[ask.kind]),
          atLimit: ask.cutAt === undefined ? 'refuse' : 'cut',
          url,
        })
    const { text, charset } = decodeBytes(bytes, { contentType: headers['content-type'] ?? null, kind: ask.kind })
    const fetchedAt = new Date(settings.now()).toISOString().replace(/\.\d+Z$/u, 'Z')
    return { url: clean.href, status: answer.statusCode, headers, bytes, text, charset, redirects: [], fetchedAt }
  } catch (error) {
    throw asFetchError(error, { url, timeoutMs: settings.timeoutMs })
  }
}

/** Did the connection end before anything came by it: by its end as undici tells it, or reset by the other side's system? */
function wasClosed(error: unknown): boolean {
  if (error instanceof errors.SocketError) return (error.socket?.bytesRead ?? 0) > 0
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

function requestHeaders(settings: Settings, ask: OneAsk): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': settings.userAgent,
    accept: accept[ask.kind],
    'accept-encoding': 'gzip, br, deflate, zstd',
  }
  if (ask.etag) headers['if-none-match'] = ask.etag
  if (ask.lastModified) headers['if-modified-since'] = ask.lastModified
  if (ask.authorization !== null) headers['authorization'] = ask.authorization
  return headers
}

async function checkRobots(network: Network, at: URL): Promise<void> {
  const { settings } = network
  const known = network.robots.get(at.origin)
  const rules = known !== undefined && isKept(known, settings) ? known.rules : await askRobots(network, at)
  if (rules.delayMs !== null) network.turns.slow(at, rules.delayMs)
  if (rules.allows(withoutUser(at).href)) return
  const why = rules.unreachable
    ? 'its robots.txt cannot be read just now, which forbids every page until it can (RFC 9309)'
    : 'its robots.txt forbids this page to us'
  throw new FetchError(`Cannot fetch "${redactUrl(at.href)}": ${why}`, {
    url: redactUrl(at.href),
    retryable: rules.unreachable,
    retryAfterMs: rules.unreachable ? robotsMs.unreachable : null,
  })
}

async function askRobots(network: Network, at: URL): Promise<RobotsRules> {
  const url = new URL('/robots.txt', at.origin).href
  const product = network.settings.userAgent.split('/')[0]?.trim() ?? network.settings.userAgent
  let answer: { status: number | null; text: string } = { status: null, text: '' }
  try {
    // Asked as a feed: robots.txt itself is not subject to robots.txt.
    const got = await follow(network, url, { kind: 'feed', cutAt: 512_000 })
    answer = { status: got.status, text: got.text }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    // A refused address stays refused; only an unreachable robots.txt is a verdict of its own.
    if (!error.retryable) throw error
  }
  const rules = readRobots({ url, ...answer }, product)
  const keep = rules.unreachable ? robotsMs.unreachable : robotsMs.kept
  network.robots.set(at.origin, { rules, until: network.settings.now() + keep })
  return rules
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}

function asFetchError(error: unknown, facts: { url: Url; timeoutMs: number }): FetchError {
  if (error instanceof FetchError) return error
  const cause = error instanceof Error ? error : new Error(String(error))
  const name = cause.name
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const timedOut = name === 'TimeoutError' || /TIMEOUT/u.test(code)
  const why = timedOut
    ? `no complete answer within ${facts.timeoutMs / 1000} seconds`
    : tellNetworkFault(code, redactUrl(cause.message.split('\n')[0] ?? name))
  return new FetchError(`Cannot fetch "${facts.url}": ${why}`, { url: facts.url, retryable: true, cause })
}
