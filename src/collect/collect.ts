import { createHash } from 'node:crypto'
import { DocumentError, FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Feed, FeedRhythm, FeedState, Instant, ParsedFeed, Url } from '../types.ts'
import { parseFeed, type FeedDocument } from './parse-feed.ts'
import { parseDate } from './parse-date.ts'
import { freshMs, learnRhythm, nextDue } from './schedule.ts'

/** What one request of a feed gave. A bad feed is data: `failed` with a message, never an exception. */
export type Collected = {
  outcome: 'new' | 'unchanged' | 'failed' | 'gone'
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
// RFC 4287 servers forget to change an ETag now and then: the whole document is asked for again after this long.
const wholeEveryMs = 8 * 86_400_000
const longestMark = 2000

/** Ask a feed once, with the marks of the last answer, and parse what is new. */
export async function collectFeed(feed: Feed, state: FeedState, tools: CollectTools): Promise<Collected> {
  const now = tools.now()
  const checked: FeedState = { ...state, checkedAt: now }
  const moved = addressOf(feed, state)
  const stale = Date.parse(now) - Date.parse(state.wholeAt ?? now) >= wholeEveryMs
  const marks = stale ? {} : { etag: state.etag, lastModified: state.lastModified }
  try {
    const got = await tools.get(moved, { kind: 'feed', ...marks })
    const next = { ...checked, movedTo: moved === feed.url ? movedTo(got, state) : state.movedTo }
    return await judge(got, { feed, state: next, parse: tools.parse ?? parseFeed })
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof DocumentError)) throw error
    const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : null
    return fail(checked, { message: error.message, retryAfterMs, now })
  }
}

/** Where to ask: a believed move, and the old address every fourth time when the new one keeps failing. */
function addressOf(feed: Feed, state: FeedState): Url {
  const { movedTo: move, failures } = state
  return move !== null && move.times >= movesBelieved && failures % 4 !== 3 ? move.url : feed.url
}

type Judged = { feed: Feed; state: FeedState; parse: NonNullable<CollectTools['parse']> }

async function judge(got: Got, { feed, state, parse }: Judged): Promise<Collected> {
  const now = state.checkedAt ?? got.fetchedAt
  if (got.status === 410) {
    const message = `Feed "${redactUrl(feed.url)}" is gone: server answered 410; it is not asked again until you say so`
    return { outcome: 'gone', parsed: null, message, state: { ...state, status: 'gone', error: message } }
  }
  if (got.status !== 200 && got.status !== 304) {
    const message = `Cannot read feed "${redactUrl(feed.url)}": server answered ${got.status}, expected 200 or 304`
    return fail(state, { message, retryAfterMs: retryAfter(got, now), now })
  }
  const kept = got.status === 304
  const type = got.headers['content-type'] ?? ''
  if (!kept && /^\s*(?:video|audio|image|font)\/|pdf|zip/iu.test(type))
    throw new DocumentError(
      `Cannot read feed "${redactUrl(feed.url)}": it is "${type.slice(0, 80)}", expected RSS, Atom or JSON Feed`,
    )
  const next = answered(got, { state, now, rhythm: { ...unknownRhythm, ...state.rhythm } })
  const hash = createHash('sha256').update(got.bytes).digest('hex')
  if (kept || hash === state.hash) return { outcome: 'unchanged', parsed: null, state: next, message: moveNote(state) }
  const language = got.headers['content-language'] ?? null
  const parsed = await parse({ url: got.url, text: got.text, contentType: type, language })
  const after = answered(got, { state, now, rhythm: learnRhythm(parsed, now) })
  return { outcome: 'new', parsed, state: { ...after, hash }, message: moveNote(state) }
}

const unknownRhythm: FeedRhythm = { gapMs: null, ttlMinutes: null, skipHours: [], skipDays: [] }

/** The state after a good answer: its marks, its freshness, and when the feed is due again. */
function answered(got: Got, known: { state: FeedState; now: Instant; rhythm: FeedRhythm }): FeedState {
  const { state, now } = known
  const kept = got.status === 304
  const { freshMs: before, ...pace } = known.rhythm
  const held = freshMs(got.headers, Date.parse(now)) ?? (kept ? before : undefined)
  const rhythm = held === undefined ? pace : { ...pace, freshMs: held }
  return {
    ...state,
    etag: mark(got.headers['etag']) ?? (kept ? state.etag : null),
    lastModified: mark(got.headers['last-modified']) ?? (kept ? state.lastModified : null),
    wholeAt: kept ? (state.wholeAt ?? now) : now,
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
function movedTo(got: Got, state: FeedState): FeedState['movedTo'] {
  const permanent = got.redirects.length > 0 && got.redirects.every(({ status }) => status === 301 || status === 308)
  if (!permanent || (got.status !== 200 && got.status !== 304)) return null
  return { url: got.url, times: state.movedTo?.url === got.url ? state.movedTo.times + 1 : 1 }
}

function moveNote(state: FeedState): string | null {
  if (state.movedTo?.times !== movesBelieved) return null
  return `Feed moved for good: it is asked at "${redactUrl(state.movedTo.url)}" from now on; write that address into waikan.yaml`
}

function fail(state: FeedState, facts: { message: string; retryAfterMs: number | null; now: Instant }): Collected {
  const failures = state.failures + 1
  const { message, retryAfterMs } = facts
  const nextDueAt = nextDue(facts.now, { headers: {}, failures, retryAfterMs, seed: state.feedId })
  return { outcome: 'failed', parsed: null, message, state: { ...state, failures, error: message, nextDueAt } }
}

function retryAfter(got: Got, now: Instant): number | null {
  const said = got.headers['retry-after']?.trim()
  if (!said) return null
  if (/^\d+$/u.test(said)) return Number(said) * 1000
  // By the server's own clock where it shows it: ours may be wrong.
  const at = parseDate(said)
  if (at === null) return null
  const until = Date.parse(at) - Date.parse(parseDate(got.headers['date'] ?? null) ?? now)
  return Math.max(0, until)
}
