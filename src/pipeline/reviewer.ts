import type { Ask } from '../llm/ask.ts'
import type { Checks } from '../review/prove.ts'
import type { Term } from '../types.ts'

/** A model with what it may cost; `app.ts` builds it. */
export type Reviewer = {
  ask: Ask
  /** As the configuration names it. */
  model: string
  checks: Checks
  /** The site's own terms. */
  terms: Term[]
  /** Price of a million tokens, in the currency of the bill. */
  price: { input: number; output: number }
  /** Most that may be spent on one UTC day and on one article; `null`: no limit. */
  budget: { perDay: number | null; perArticle: number | null }
  /** Articles under way at one time. */
  parallel: number
  /** Are texts of sources with `full` rights translated? */
  translate: boolean
}
