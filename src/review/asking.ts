import type { Ask } from '../llm/ask.ts'
import type { Instant, Language, ReadingCard, Term } from '../types.ts'
import type { Checks } from './prove.ts'

export type ReviewOptions = {
  ask: Ask
  checks: Checks
  /** The article's reading card: framing notes are tested against it. */
  card: ReadingCard
  /** The model as the configuration names it: printed with the review. */
  model: string
  readerLanguage: Language
  terms: Term[]
  now: () => Instant
  /** UTF-16 units of article text above which a text is read in parts; default 40,000. */
  longText?: number
}

/** How an article is asked about: what is common to the questions of one review. */
export type Asking = { ask: Ask; names: string[] }
