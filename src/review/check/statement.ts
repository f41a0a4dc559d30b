import type { Term } from '../../types.ts'

/** A sentence with all that may prove it, whether it comes from a review or from a line of JSON. */
export type Statement = {
  text: string
  kind: string
  evidence: { passage: string; quote: string | null }[]
  passages: { id: string; text: string }[]
  headline: string
  sourceLanguage: string
  readerLanguage: string
  published: string | null
  terms: Term[]
}
