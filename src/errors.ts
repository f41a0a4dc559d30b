import type { Url } from './types.ts'

/** A document could not be had. `retryable`: the same request may work later; `retryAfterMs` when the server said when. */
export class FetchError extends Error {
  override name = 'FetchError'
  readonly url: Url
  readonly status: number | null
  readonly retryable: boolean
  readonly retryAfterMs: number | null

  constructor(
    message: string,
    facts: { url: Url; status?: number | null; retryable: boolean; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause: facts.cause })
    this.url = facts.url
    this.status = facts.status ?? null
    this.retryable = facts.retryable
    this.retryAfterMs = facts.retryAfterMs ?? null
  }
}

/** A document is not what it should be (not a feed, not an article page): asking again would not help. */
export class DocumentError extends Error {
  override name = 'DocumentError'
}

/** A model's reply is not usable. */
export class ReplyError extends Error {
  override name = 'ReplyError'
}

/** The configuration, the folder or the command line is wrong: the person who runs Waikan has to act. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}
