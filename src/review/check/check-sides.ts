import { sentencesOf } from './sense/nearest.ts'
import type { Statement } from './statement.ts'
import { checkRoles } from './translation/check-roles.ts'

type Fault = { check: string; message: string }

/** Of a longer text without a quote no sentence is surely the one that ours is of, in UTF-16 units. */
const longestUnquoted = 1500

/**
 * Advice where who does it and whom it is done to have changed places: 乙起诉甲 for "A sued B", 乙向甲支付 for "A to pay B".
 *
 * For Chinese sentences that name two countries or terms, and the cited words, or else the one cited sentence that names both.
 */
export function checkSides(statement: Statement, cited: string[]): Fault[] {
  const { text, kind, evidence, terms, sourceLanguage, readerLanguage } = statement
  if (kind === 'question' || !readerLanguage.startsWith('zh')) return []
  const languages = { source: sourceLanguage, terms, anyTerm: true }
  const quotes = evidence.flatMap(({ quote }) => (quote ? [quote] : []))
  if (quotes.length === 0 && cited.join('').length > longestUnquoted) return []
  const places = [...quotes, ...(quotes.length === 0 ? cited.flatMap(sentencesOf) : [])]
  const found = places.flatMap((place) => checkRoles(text, place, languages))
  return found.slice(0, 1).map(({ message }) => ({ check: 'roles', message }))
}
