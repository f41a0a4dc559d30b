import { createHash } from 'node:crypto'
import { DocumentError, FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import type { Feed, FeedState, Instant, ParsedFeed } from '../types.ts'
import { parseFeed } from './parse-feed.ts'
import { nextDue } from './schedule.ts'

/** What one request of a feed gave. A bad feed is data: `failed` with a message, never an exception. */
export type Collected = {
  outcome: 'new' | 'unchanged' | 'failed' | 'gone'
  parsed: ParsedFeed | null
  state: FeedState
  message: string | null
}

/** Ask a feed once, with the marks of the last answer, and parse what is new. */
export async function collectFeed(
  feed: Feed,
  state: FeedState,
  tools: { get: Get; now: () => Instant },
): Promise<Collected> {
  const checked: FeedState = { ...state, checkedAt: tools.now() }
  try {
    const got = await tools.get(feed.url, { kind: 'feed', etag: state.etag, lastModified: state.lastModified })
    return judge(got, feed, checked)
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof DocumentError)) throw error
    const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : null
    return fail(checked, error.message, retryAfterMs)
  }
}

function judge(got: Got, feed: Feed, state: FeedState): Collected {
  if (got.status === 410) {
    const message = `Feed "${feed.url}" is gone: server answered 410; it is not asked again`
    return { outcome: 'gone', parsed: null, message, state: { ...state, status: 'gone', error: message } }
  }
  if (got.status !== 200 && got.status !== 304) {
    return fail(
      state,
      `Cannot read feed "${feed.url}": server answered ${got.status}, expected 200 or 304`,
      retryAfter(got, state),
    )
  }
  const next: FeedState = {
    ...state,
    etag: got.headers.etag ?? (got.status === 304 ? state.etag : null),
    lastModified: got.headers['last-modified'] ?? (got.status === 304 ? state.lastModified : null),
    failures: 0,
    error: null,
    nextDueAt: nextDue(state.checkedAt ?? got.fetchedAt, { headers: got.headers, failures: 0 }),
  }
  const hash = createHash('sha256').update(got.bytes).digest('hex')
  if (got.status === 304 || hash === state.hash)
    return { outcome: 'unchanged', parsed: null, state: next, message: null }
  const contentType = got.headers['content-type'] ?? null
  const parsed = parseFeed({ url: got.url, text: got.text, contentType })
  return { outcome: 'new', parsed, state: { ...next, hash }, message: null }
}

function fail(state: FeedState, message: string, retryAfterMs: number | null): Collected {
  const failures = state.failures + 1
  const nextDueAt = nextDue(state.checkedAt ?? new Date().toISOString(), { headers: {}, failures, retryAfterMs })
  return { outcome: 'failed', parsed: null, message, state: { ...state, failures, error: message, nextDueAt } }
}

function retryAfter(got: Got, state: FeedState): number | null {
  const said = got.headers['retry-after']
  if (!said) return null
  if (/^\d+$/u.test(said)) return Number(said) * 1000
  const until = Date.parse(said) - Date.parse(state.checkedAt ?? got.fetchedAt)
  return Number.isNaN(until) ? null : Math.max(0, until)
}
