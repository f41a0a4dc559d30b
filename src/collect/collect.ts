import { createHash } from 'node:crypto'
import { DocumentError, FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import { feedSecrets, hideSecrets, showFeed } from '../text/feed-secrets.ts'
import { retryAfterMs } from '../text/retry-after.ts'
import type { Feed, Instant, ParsedFeed, Url } from '../types.ts'
import type { FeedRhythm, FeedState } from '../types/feed-state.ts'
import { baseAddress } from './base-address.ts'
import { ledForGood } from './permanent-redirects.ts'
import { parseFeed, type FeedDocument } from './parse-feed.ts'
import { freshMs, learnRhythm, nextDue } from './schedule.ts'

/**
 * What one request of a feed gave. A bad feed is data: `failed` with a message, never an exception. `waiting`: nothing was
 * sent, because the host had asked us to wait.
 */
export type Collected = {
  outcome: 'new' | 'unchanged' | 'failed' | 'gone' | 'waiting'
  parsed: ParsedFeed | null
  state: FeedState
  message: string | null
}

/** `parse`: how a document is parsed, in a thread with limits; without it, here. */
export type CollectTools = {
  get: Get
  now: () => Instant
  parse?: (document: FeedDocument) => ParsedFeed | Promise<ParsedFeed>
}

/** A move is acted on after this many answers that agree: one wrong redirect must not lose a feed. */
export const movesBelieved = 3
/** So is a 410 that redirects led to: a host that stands in for another while that is mended says so of everything. */
const gonesBelieved = 3
// RFC 4287 servers forget to change an ETag now and then: the whole document is asked for again after this long.
const wholeEveryMs = 8 * 86_400_000
const longestMark = 2000
/**
 * Raise this when parseFeed reads more than it did: documents that did not change are then asked for and read again.
 * A state without a number is of the first.
 */
const parserVersion = 1

/** Ask a feed once, with the marks of the last answer, and parse what is new. */
export async function collectFeed(feed: Feed, known: FeedState, tools: CollectTools): Promise<Collected> {
  const now = tools.now()
  const state = (known.parser ?? 1) === parserVersion ? known : { ...known, ...noMarks }
  const checked: FeedState = { ...state, checkedAt: now }
  const asked = addressOf(feed, state)
  const { etag, lastModified, marksOf } = isStale(state, now) ? noMarks : state
  try {
    // The address that the editor wrote, not the one to which it moved.
    const own = [feed.url]
    const got = await tools.get(asked.url, { kind: 'feed', own, etag, lastModified, marksOf: marksOf ?? null })
    const next = { ...checked, movedTo: movedTo(got, { state, moved: asked.moved }) }
    if (got.status === 410) return judgeGone(got, { feed, state: next, moved: asked.moved })
    const heard = { ...next, goneTimes: null }
    return await judge(got, { feed, state: heard, before: state, parse: tools.parse ?? parseFeed })
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof DocumentError)) throw error
    const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : null
    const message = messageOf(error, feed)
    if (error instanceof FetchError && error.unasked) return wait(known, { message, waitMs: retryAfterMs ?? 0, now })
    return fail(checked, { message, retryAfterMs, now })
  }
}

/** What went wrong, without what the feed's address, or the one it was redirected to, holds for one reader. */
function messageOf(error: FetchError | DocumentError, feed: Feed): string {
  const urls = error instanceof FetchError ? [feed.url, error.url] : [feed.url]
  return hideSecrets(error.message, urls.flatMap(feedSecrets))
}

const noMarks = { etag: null, lastModified: null, hash: null, marksOf: null }

/** Is the whole document due? Also when it last came in what is the future now: the clock was wrong then. */
function isStale(state: FeedState, now: Instant): boolean {
  return Math.abs(Date.parse(now) - Date.parse(state.wholeAt ?? now)) >= wholeEveryMs
}

/** Where to ask: a believed move; the old address every fourth time when the new one keeps failing, and when it says 410. */
function addressOf(feed: Feed, { movedTo: move, failures, goneTimes }: FeedState): { url: Url; moved: boolean } {
  const unsure = failures % 4 === 3 || typeof goneTimes === 'number'
  if (move === null || move.times < movesBelieved || unsure) return { url: feed.url, moved: false }
  const [from, to] = [URL.parse(feed.url), URL.parse(move.url)]
  if (from === null || to === null || from.origin !== to.origin) return { url: move.url, moved: true }
  // An answer's address has no password; the one of the feed is good for its whole origin.
  to.username = from.username
  to.password = from.password
  return { url: to.href, moved: true }
}

type Judged = { feed: Feed; state: FeedState; before: FeedState; parse: NonNullable<CollectTools['parse']> }

async function judge(got: Got, { feed, state, before, parse }: Judged): Promise<Collected> {
  const now = state.checkedAt ?? got.fetchedAt
  const kept = got.status === 304
  const unknown = kept && state.hash === null && state.etag === null && state.lastModified === null
  if ((got.status !== 200 && !kept) || unknown) {
    const expected = unknown ? '200, as it was asked for the first time' : '200 or 304'
    const message = `Cannot read feed "${showFeed(feed.url)}": server answered ${got.status}, expected ${expected}`
    // A server that takes marks for a fault of the request would do so for ever.
    const asked = got.status === 400 || got.status === 412 ? { ...state, etag: null, lastModified: null } : state
    return fail(asked, { message, retryAfterMs: retryAfterMs(got.headers, Date.parse(now)), now, headers: got.headers })
  }
  const type = got.headers['content-type'] ?? ''
  if (!kept && /^\s*(?:video|audio|image|font)\/|pdf|zip/iu.test(type))
    throw new DocumentError(
      `Cannot read feed "${showFeed(feed.url)}": it is "${type.slice(0, 80)}", expected RSS, Atom or JSON Feed`,
    )
  const next = answered(got, { state, now, rhythm: { ...unknownRhythm, ...state.rhythm } })
  const hash = createHash('sha256').update(got.bytes).digest('hex')
  if (kept || hash === state.hash)
    return { outcome: 'unchanged', parsed: null, state: next, message: moveNote(state, before) }
  const language = got.headers['content-language'] ?? null
  const parsed = await parse({ url: baseAddress(got.url, got.headers), text: got.text, contentType: type, language })
  const after = answered(got, { state, now, rhythm: learnRhythm(parsed, now) })
  return { outcome: 'new', parsed, state: { ...after, hash }, message: moveNote(state, before) }
}

/** A feed ends by the word of its own address. What answers for it elsewhere is believed when permanent redirects alone led there. */
function judgeGone(got: Got, { feed, state, moved }: { feed: Feed; state: FeedState; moved: boolean }): Collected {
  const goneTimes = ledForGood(got) ? (state.goneTimes ?? 0) + 1 : 0
  const isOwn = !moved && got.redirects.length === 0
  if (isOwn || goneTimes >= gonesBelieved) {
    const message = `Feed "${showFeed(feed.url)}" is gone: server answered 410; it is not asked again; when it is back: waikan run collect --all-feeds`
    return { outcome: 'gone', parsed: null, message, state: { ...state, status: 'gone', error: message } }
  }
  const now = state.checkedAt ?? got.fetchedAt
  const message = `Cannot read feed "${showFeed(feed.url)}": its address leads to "${showFeed(got.url)}", and that answered 410; it is asked again at its own address`
  const facts = { message, retryAfterMs: retryAfterMs(got.headers, Date.parse(now)), now, headers: got.headers }
  return fail({ ...state, goneTimes }, facts)
}

const unknownRhythm: FeedRhythm = { gapMs: null, ttlMinutes: null, skipHours: [], skipDays: [] }

/** The state after a good answer: its marks, its freshness, and when the feed is due again. */
function answered(got: Got, known: { state: FeedState; now: Instant; rhythm: FeedRhythm }): FeedState {
  const { state, now } = known
  const kept = got.status === 304
  const { freshMs: before, ...pace } = known.rhythm
  const held = freshMs(got.headers, Date.parse(now)) ?? (kept ? before : undefined)
  const rhythm = held === undefined ? pace : { ...pace, freshMs: held }
  const { optOut: said, ...rest } = state
  // A 304 brings no text, in which it may have been said.
  const optOut = got.optOut ?? (kept ? said : undefined)
  return {
    ...rest,
    ...(optOut && { optOut }),
    etag: mark(got.headers['etag']) ?? (kept ? state.etag : null),
    lastModified: mark(got.headers['last-modified']) ?? (kept ? state.lastModified : null),
    marksOf: kept ? (state.marksOf ?? null) : got.url,
    parser: parserVersion,
    // One of a clock that was ahead would put off the next whole document.
    wholeAt: kept && (state.wholeAt ?? now) < now ? state.wholeAt : now,
    failures: 0,
    error: null,
    status: 'active',
    rhythm,
    nextDueAt: nextDue(now, { headers: got.headers, failures: 0, rhythm, seed: state.feedId }),
  }
}

/** A mark as it was given; one that no server would take back is none. */
function mark(header: string | undefined): string | null {
  return header === undefined || header === '' || header.length > longestMark ? null : header
}

/** Where permanent redirects alone led, and how often in a row. */
function movedTo(got: Got, { state, moved }: { state: FeedState; moved: boolean }): FeedState['movedTo'] {
  const permanent = got.redirects.length > 0 && ledForGood(got)
  // A believed move holds until another permanent redirect is met at its end.
  if (moved && !permanent) return state.movedTo
  if (!permanent || (got.status !== 200 && got.status !== 304)) return null
  return { url: got.url, times: state.movedTo?.url === got.url ? state.movedTo.times + 1 : 1 }
}

/** Said once, with the answer that made the move believed. */
function moveNote({ movedTo: move }: FeedState, before: FeedState): string | null {
  if (move?.times !== movesBelieved || before.movedTo?.times === movesBelieved) return null
  return `Feed moved for good: it is asked at "${showFeed(move.url)}" from now on; write that address into waikan.yaml`
}

type Failure = { message: string; retryAfterMs: number | null; now: Instant; headers?: Got['headers'] }

function fail(state: FeedState, { message, retryAfterMs, now, headers }: Failure): Collected {
  const failures = state.failures + 1
  const { skipHours = [], skipDays = [], ttlMinutes = null } = state.rhythm ?? {}
  // Where nobody answered, the feed has not been fetched: its ttl says nothing then.
  const rhythm = { gapMs: null, skipHours, skipDays, ttlMinutes: headers === undefined ? null : ttlMinutes }
  const nextDueAt = nextDue(now, { headers: headers ?? {}, failures, retryAfterMs, rhythm, seed: state.feedId })
  return { outcome: 'failed', parsed: null, message, state: { ...state, failures, error: message, nextDueAt } }
}

/** Nothing was asked and nothing failed: the feed is due when its host may be asked again. */
function wait(state: FeedState, facts: { message: string; waitMs: number; now: Instant }): Collected {
  const { message, waitMs, now } = facts
  const until = new Date(Date.parse(now) + waitMs + 1000).toISOString().replace(/\.\d+Z$/u, 'Z')
  return { outcome: 'waiting', parsed: null, message, state: { ...state, nextDueAt: until } }
}
