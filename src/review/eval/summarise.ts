import { inEnglish } from '../held-words.ts'
import type { Measured, Outcome } from './measure.ts'

/** Figures of one model over all articles. Shares are from 0 to 1, `null` where nothing was counted. */
export type ModelReport = {
  model: string
  /** What the endpoint calls itself in its answers. */
  answeredAs: string[]
  articles: number
  reviewed: number
  /** Articles whose review would be held, and endpoints that gave no answer, by reason. */
  held: Record<string, number>
  /** Calls that were refused, or answered without a word. */
  emptyAnswers: number
  /** Sentences of first answers that the checks refuse. */
  unsupportedRate: number | null
  /** Refused sentences by check; one sentence may fall to several. */
  refusedBy: Record<string, number>
  /** Sentences refused for a number, unit, currency, percent sign, measure or date. */
  numberErrors: number
  drafted: number
  /** Cited quotes that stand letter for letter in the passage they are cited from. */
  quoteExactness: number | null
  published: number
  repaired: number
  advised: number
  callsPerArticle: number
  /** Milliseconds: half of the calls, and 95 in 100, were answered within. */
  latencyMs: { median: number | null; p95: number | null }
  inputTokensPerArticle: number | null
  outputTokensPerArticle: number | null
  costPerArticle: number | null
}

const ofNumbers = new Set(['number', 'unit', 'currency', 'percent', 'measure', 'date'])

/** Sum up what was measured. */
export function summarise(model: Measured, outcomes: Outcome[]): ModelReport {
  const calls = outcomes.flatMap((one) => one.calls)
  const refused = outcomes.flatMap((one) => one.refused)
  const published = outcomes.flatMap((one) => one.published)
  const drafted = sum(outcomes.map((one) => one.drafted))
  const quotes = sum(outcomes.map((one) => one.quotes))
  const input = tokens(calls.map((call) => call.inputTokens))
  const output = tokens(calls.map((call) => call.outputTokens))
  const perArticle = (count: number | null): number | null =>
    count === null || outcomes.length === 0 ? null : count / outcomes.length
  const price = model.price.input + model.price.output > 0 ? model.price : null
  const cost = price && input !== null && output !== null ? (input * price.input + output * price.output) / 1e6 : null
  return {
    model: model.name,
    answeredAs: [...new Set(calls.flatMap((call) => call.answeredAs ?? []))].toSorted(),
    articles: outcomes.length,
    reviewed: outcomes.filter((one) => one.published.length > 0).length,
    held: countBy(outcomes.flatMap((one) => one.error ?? (one.heldBecause === null ? [] : inEnglish(one.heldBecause)))),
    emptyAnswers: calls.filter((call) => call.empty).length,
    unsupportedRate: drafted === 0 ? null : refused.length / drafted,
    refusedBy: countBy(refused.flatMap((one) => one.checks)),
    numberErrors: refused.filter((one) => one.checks.some((check) => ofNumbers.has(check))).length,
    drafted,
    quoteExactness: quotes === 0 ? null : sum(outcomes.map((one) => one.exactQuotes)) / quotes,
    published: published.length,
    repaired: published.filter((claim) => (claim.repairs ?? []).length > 0).length,
    advised: published.filter((claim) => claim.findings.length > 0).length,
    callsPerArticle: perArticle(calls.length) ?? 0,
    latencyMs: { median: quantile(calls, 0.5), p95: quantile(calls, 0.95) },
    inputTokensPerArticle: perArticle(input),
    outputTokensPerArticle: perArticle(output),
    costPerArticle: perArticle(cost),
  }
}

function sum(list: number[]): number {
  return list.reduce((all, one) => all + one, 0)
}

/** A sum with a hole in it is no sum: `null` when one call was not counted. */
function tokens(list: (number | null)[]): number | null {
  const counted = list.filter((one) => one !== null)
  return counted.length < list.length || list.length === 0 ? null : sum(counted)
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])))
}

function quantile(calls: Outcome['calls'], share: number): number | null {
  const sorted = calls.map((call) => call.ms).toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null
}
