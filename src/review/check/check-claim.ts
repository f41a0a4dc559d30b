import type { Article, Claim, Finding, Term } from '../../types.ts'
import { checkFigures } from '../figures/check-figures.ts'
import { checkAddressed } from './check-addressed.ts'
import { checkEntities } from './check-entities.ts'
import { checkHanNames } from './check-han-names.ts'
import { checkNames } from './check-names.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkSense } from './check-sense.ts'
import { checkSides } from './check-sides.ts'
import { checkSpeakers } from './check-speakers.ts'
import { checkSuperlatives } from './check-superlatives.ts'
import { checkSurroundings } from './check-surroundings.ts'
import { checkStyle } from './check-style.ts'
import { checkWeekdays } from './check-weekdays.ts'
import { nearClaim } from './near-claim.ts'
import type { FigureFault } from '../figures/figure-fault.ts'
import type { Statement } from './statement.ts'

/** Check names of the cases and of our own findings; `blocking` ones are never published. */
const blocking = new Set([
  'quote',
  'quote_marks',
  'number',
  'unit',
  'currency',
  'percent',
  'date',
  'measure',
  'name',
  'entity_added',
  'denied',
])

/**
 * Check one statement against its passages. Pure; about half a millisecond.
 *
 * Figures are looked for in the cited passages; names and places in the whole article.
 */
export function checkStatement(statement: Statement): Finding[] {
  const cited = new Set(statement.evidence.map((one) => one.passage))
  const inCited = statement.passages
    .filter((passage) => cited.size === 0 || cited.has(passage.id))
    .map(({ text }) => text)
  const faults = [
    ...checkQuotes(statement, inCited),
    ...figureFaults(statement, inCited),
    ...checkNames(statement),
    ...checkHanNames(statement),
    ...checkSpeakers(statement),
    ...checkEntities(statement),
    ...checkSense(statement, inCited),
    ...checkSides(statement, inCited),
    ...checkSuperlatives(statement, inCited),
    ...checkWeekdays(statement, inCited),
    ...checkSurroundings(statement),
    ...checkAddressed(statement),
  ]
  return faults.map(({ check, message }) => ({ check, tier: blocking.has(check) ? 'blocking' : 'advice', message }))
}

// Reading ten thousand signs for figures takes five milliseconds, and what proves a sentence stands by the words it cites.
function figureFaults(statement: Statement, inCited: string[]): FigureFault[] {
  const near = inCited.map((text) => nearClaim(text, statement))
  const faults = checkFigures(statement.text, { ...statement, sources: near })
  if (faults.length === 0 || near.every((text, at) => text === inCited[at])) return faults
  return checkFigures(statement.text, { ...statement, sources: inCited })
}

/** Check one claim of a review: the statement against its passages, and the style of the sentence. */
export function checkClaim(
  claim: Claim,
  article: Article,
  { terms, readerLanguage }: { terms: Term[]; readerLanguage: string },
): Finding[] {
  const statement: Statement = {
    text: claim.text,
    kind: claim.kind,
    evidence: claim.evidence.map(({ passage, quote }) => ({ passage, quote })),
    passages: [...article.passages, { id: 'headline', text: [article.headline, article.standfirst ?? ''].join('\n') }],
    headline: article.headline,
    sourceLanguage: article.language ?? 'en',
    readerLanguage,
    published: article.publishedAt,
    terms,
  }
  return [...checkStatement(statement), ...checkStyle(claim.text, readerLanguage)]
}
