import { setTimeout } from 'node:timers/promises'
import { errors, request } from 'undici'
import { FetchError } from '../errors.ts'
import { showFeed } from '../text/feed-secrets.ts'
import { redactUrl } from '../text/redact-url.ts'
import { retryAfterMs } from '../text/retry-after.ts'
import type { Url } from '../types.ts'
import { decodeBytes } from './charset.ts'
import type { Get, GetKind, GetOptions, Got } from './get.ts'
import { askLeniently, isGarbled, type Answer } from './lenient-request.ts'
import { neededBytes } from './needed-body.ts'
import { findOptOut } from './opt-out.ts'
import { tellNetworkFault } from './network-faults.ts'
import { credentials, parseAddress, resolveAddress, withoutUser } from './request-address.ts'
import type { SiteFiles } from './site-files.ts'
import { createSiteRules } from './site-rules.ts'
import { createTurns, type Holds, type Turns } from './turns.ts'
import { createWays, type Way, type Ways } from './ways.ts'

/** How the polite network behaves. Times in milliseconds, sizes in decoded bytes. */
export type PoliteOptions = {
  /** Names the site, as `Waikan/0.1 (+https://press.example)`; the part before `/` is the robots.txt token. */
  userAgent: string
  /** Hosts, `host:port`, addresses or ranges that may be private, each for requests of which it is `own` alone. */
  allow: string[]
  /** May the command at work be told more of them by `--allow`? A refusal says so. */
  hasAllowOption?: boolean
  /** For the whole answer, redirects apart. */
  timeoutMs?: number
  maxBytes?: { feed: number; page: number }
  /** Between two requests to one host; 0 for hosts of the allow list in tests. */
  perHostDelayMs?: number
  maxRedirects?: number
  /** Where it is kept which hosts asked to be left alone; without it, in memory. */
  holds?: Holds
  /** Where it is kept what sites said in robots.txt and the TDM file; without it, in memory. */
  files?: SiteFiles
  /** Milliseconds since 1970. */
  now?: () => number
}

type Settings = Required<Omit<PoliteOptions, 'files'>>
type Network = { settings: Settings; turns: Turns; ways: Ways }

const defaults = {
  hasAllowOption: false,
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
const headerBytes = 32_768
// A host that says 429 without a time is left alone this long.
const unsaidHoldMs = 300_000

/**
 * The polite network: http and https only, public addresses only (apart from what of `allow`
 * is open to a request), checked at every redirect; one connection per host with a pause between requests; robots.txt for pages; no cookies, no referer.
 *
 * @throws {FetchError} from the returned function when there is no answer to speak of
 */
export function createPoliteGet(options: PoliteOptions): Get {
  const settings: Settings = { ...defaults, holds: new Map(), ...options }
  const { userAgent, perHostDelayMs: pauseMs, now, holds, allow, hasAllowOption, timeoutMs } = settings
  const { files } = options
  const turns = createTurns({ pauseMs, now, holds })
  const product = userAgent.split('/')[0]?.trim() ?? userAgent
  const ways = createWays({
    allow,
    hasAllowOption,
    timeoutMs,
    headerBytes,
    rulesOf: (way) =>
      createSiteRules({
        product,
        now,
        turns,
        reach: () => way().reach.key,
        ...(files && { files }),
        // Asked as a feed: what says the rules of a site is not subject to them.
        fetch: (url, cutAt) => follow(network, way(), { url, kind: 'feed', cutAt }),
      }),
  })
  const network: Network = { settings, turns, ways }
  return (url, { own = [], ...ask }) => {
    const way = ways.of(own)
    return ask.termsOnly === true ? askTerms(network, way, { url, ...ask }) : follow(network, way, { url, ...ask })
  }
}

/** The answer to a question for the terms alone: no document. */
async function askTerms({ ways, settings }: Network, way: Way, { url, kind }: Ask): Promise<Got> {
  const at = parseAddress(way.reach, url)
  const said = await ways.to(at, way).rules.terms(at, kind)
  const fetchedAt = new Date(settings.now()).toISOString().replace(/\.\d+Z$/u, 'Z')
  const nothing = { headers: {}, bytes: new Uint8Array(), text: '', charset: 'utf-8', redirects: [] }
  return withWords({ url, status: 204, ...nothing, fetchedAt }, said)
}

function withWords(got: Got, said: string[]): Got {
  return said.length === 0 ? got : { ...got, optOut: said }
}

/** Ask, and follow redirects hop by hop, each checked like the first. */
async function follow(network: Network, begun: Way, ask: Ask): Promise<Got> {
  const { url } = ask
  const redirects: Got['redirects'] = []
  let at = parseAddress(begun.reach, url)
  let way = network.ways.to(at, begun)
  const authorization = credentials(at)
  const origin = at.origin
  for (;;) {
    if (ask.kind === 'page') await way.rules.check(at)
    const sent = at.origin === origin ? authorization : null
    const got = await network.turns.take(at, () =>
      askOnce(network, way, { ...ask, ...marksFor(at, ask), at, authorization: sent }),
    )
    const to = got.headers['location']
    if (![301, 302, 303, 307, 308].includes(got.status) || to === undefined) {
      const said = findOptOut(got)
      // A 304 tells of no new text: its site is not asked for it.
      if (ask.kind === 'page' && said.length === 0 && got.status !== 304)
        said.push(...(await reservedFor(way, at, [url, ...redirects.map((hop) => hop.to)])))
      return withWords({ ...got, redirects }, said)
    }
    const next = resolveAddress(way.reach, to, at)
    if (next.href === at.href || redirects.some((hop) => hop.to === next.href)) {
      throw new FetchError(
        `Cannot fetch "${redactUrl(url)}": it redirects in a circle, back to "${showFeed(next.href)}"`,
        {
          url: redactUrl(url),
          status: got.status,
          retryable: true,
        },
      )
    }
    redirects.push({ status: got.status, to: next.href })
    if (ask.asked?.has(next.href.replace(/#.*$/su, '')) === true) return { ...got, redirects }
    if (redirects.length > network.settings.maxRedirects) {
      throw new FetchError(
        `Cannot fetch "${redactUrl(url)}": redirected ${redirects.length} times, expected at most ${network.settings.maxRedirects}`,
        { url: redactUrl(url), status: got.status, retryable: true },
      )
    }
    at = next
    way = network.ways.to(at, way)
  }
}

/** What the site's files say of an answer's address, and of those of the same site that led to it. */
async function reservedFor({ rules }: Way, at: URL, asked: Url[]): Promise<string[]> {
  const own = [at, ...asked.map((url) => new URL(url))].filter(({ origin }) => origin === at.origin)
  for (const one of own) {
    const said = await rules.reserved(one)
    if (said.length > 0) return said
  }
  return []
}

/** `cutAt`: read that many bytes and leave the rest, as RFC 9309 §2.5 allows for robots.txt. */
type Ask = Omit<GetOptions, 'own'> & { url: Url; cutAt?: number }
type OneAsk = Ask & { at: URL; authorization: string | null }

/**
 * A mark names one state of one document: another document that a redirect leads to is asked for without it. A feed that
 * redirects to a signed address of itself has another query each time; of pages the query tells one from another.
 */
function marksFor(at: URL, { url, marksOf, kind }: Ask): Pick<Ask, 'etag' | 'lastModified'> {
  const of = URL.parse(marksOf ?? url)
  const same = of?.origin === at.origin && of.pathname === at.pathname && (kind === 'feed' || of.search === at.search)
  return same ? {} : { etag: null, lastModified: null }
}

async function askOnce(network: Network, { garbled, connect, ...way }: Way, ask: OneAsk): Promise<Got> {
  const { settings } = network
  const { at } = ask
  const facts = { url: redactUrl(at.href), timeoutMs: settings.timeoutMs }
  const clean = withoutUser(at)
  clean.hash = ''
  const how = { headers: requestHeaders(settings, ask), signal: AbortSignal.timeout(settings.timeoutMs) }
  try {
    if (!garbled.has(at.origin)) {
      try {
        return await readAnswer(network, { at: clean, ask, answer: await send(way, clean, how) })
      } catch (error) {
        if (!isGarbled(error)) throw error
        garbled.add(at.origin)
        await setTimeout(settings.perHostDelayMs)
      }
    }
    const answer = await askLeniently(clean, { ...how, connect, headerBytes })
    return await readAnswer(network, { at: clean, ask, answer })
  } catch (error) {
    // An abort is told in as many ways as there are streams; the signal knows why.
    throw asFetchError(how.signal.aborted && !(error instanceof FetchError) ? how.signal.reason : error, facts)
  }
}

type Sent = { headers: Record<string, string>; signal: AbortSignal }

async function send({ agent, answered }: Pick<Way, 'agent' | 'answered'>, at: URL, how: Sent): Promise<Answer> {
  const ask = (): Promise<Answer> => request(at, { dispatcher: agent, ...how })
  // A server may close a connection that waited just as we use it again: that request was never read (RFC 9112 §9.3.1).
  const kept = answered.has(at.origin)
  const answer = await ask().catch((error: unknown) => (kept && wasClosed(error) ? ask() : Promise.reject(error)))
  answered.add(at.origin)
  return answer
}

async function readAnswer(
  { settings, turns }: Network,
  { at, ask, answer }: { at: URL; ask: OneAsk; answer: Answer },
): Promise<Got> {
  const headers = plainHeaders(answer.headers)
  const wait = retryAfterMs(headers, settings.now())
  const busy = answer.statusCode === 429 || answer.statusCode === 420
  const held = wait ?? (busy ? unsaidHoldMs : null)
  if (held !== null && (busy || answer.statusCode === 503)) turns.hold(at, held)
  const contentType = headers['content-type'] ?? null
  const bytes = await neededBytes(answer, {
    type: contentType ?? '',
    encoding: headers['content-encoding'] ?? '',
    maxBytes: ask.cutAt ?? settings.maxBytes[ask.kind],
    atLimit: ask.cutAt === undefined ? 'refuse' : 'cut',
    url: redactUrl(at.href),
  })
  const { text, charset } = decodeBytes(bytes, { contentType, kind: ask.kind })
  const fetchedAt = new Date(settings.now()).toISOString().replace(/\.\d+Z$/u, 'Z')
  // 203 is a 200 that a proxy on the way has changed (RFC 9110 §15.3.4).
  const status = answer.statusCode === 203 ? 200 : answer.statusCode
  return { url: at.href, status, headers, bytes, text, charset, redirects: [], fetchedAt }
}

/** Did the connection end before anything came by it: by its end as undici tells it, or reset by the other side's system? */
function wasClosed(error: unknown): boolean {
  if (isGarbled(error)) return false
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

// Of two of these only one can be meant; joined they would be a third.
const single = new Set(['location', 'etag', 'last-modified'])

function plainHeaders(headers: Answer['headers']): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [written, value] of Object.entries(headers)) {
    const name = written.toLowerCase()
    // Each X-Robots-Tag says by itself for whom it is; a comma would put the next behind the name of the first.
    const between = name === 'x-robots-tag' ? '\n' : ', '
    const one = Array.isArray(value) ? (single.has(name) ? value[0] : value.join(between)) : value
    if (one !== undefined) plain[name] = one
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
