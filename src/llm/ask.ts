/** One question to a model. `prefix` is the same bytes for every article, so that endpoints can cache it. */
export type Question = {
  prefix: string
  material: string
  /** JSON schema of the wanted object. */
  schema: Record<string, unknown>
  /** What the question is about: the replay finds its reply by these names (guid, slug, last part of the address). */
  names: string[]
}

/** What was answered. Tokens are `null` where the endpoint did not say. */
export type Answer = {
  /** As the configuration names it. */
  model: string
  /** As the endpoint names it, where it does: a gateway may answer with another one. */
  answeredBy?: string | null
  text: string
  inputTokens: number | null
  outputTokens: number | null
  /** False when the endpoint says it stopped for length: the text is not all there is. */
  complete: boolean
}

/**
 * Ask once. Two implementations: a model's endpoint (`ask-model.ts`) and the hand-written replies (`ask-replay.ts`).
 *
 * A refusal and an answer of nothing are answers with an empty text: they were paid for.
 *
 * @throws {FetchError} no answer, `retryable` and `retryAfterMs` say whether and when to ask again
 * @throws {ReplyError} the endpoint takes no question of this length or form
 */
export type Ask = (question: Question) => Promise<Answer>
