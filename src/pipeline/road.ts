import type { CollectTools } from '../collect/collect.ts'
import type { Get } from '../net/get.ts'
import type { Store } from '../store/store.ts'
import type { Feed, Instant, Language, Source } from '../types.ts'
import type { Extract } from '../read/extract.ts'

/** Where long work tells how far it is. */
export type Report = {
  step(stage: string, done: number, total: number): void
  warn(message: string, fields: Record<string, unknown>): void
}

/** Everything the road needs; `app.ts` builds it. */
export type Road = {
  store: Store
  get: Get
  /** How feeds are parsed: in a thread with limits; without it, here. */
  parse?: CollectTools['parse']
  /** How articles are cut out of pages: in a thread with limits; without it, here. */
  extract?: Extract
  now: () => Instant
  sources: Source[]
  feeds: Feed[]
  readerLanguage: Language
  /** The model whose reviews are printed: `none` for the reading card alone. */
  model: string
  report: Report
  /** Pages asked for at one time; the polite network keeps each host to one. */
  width: number
  /** Compare the clock with those of the servers: not where `now` is one fixed instant. */
  checkClock?: boolean
  /** Aborted when the work is to end early: what is under way comes to its end, nothing more is begun. */
  stop?: AbortSignal
}

/** What one stage did. */
export type StageCount = { done: number; failed: number }
