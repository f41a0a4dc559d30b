import { ConfigError } from '../../errors.ts'
import type { Article } from '../../types.ts'
import { promptVersion } from '../prompt.ts'
import { drawAudit, type AuditLine } from './audit.ts'
import { measureModel, type Measured, type MeasureOptions, type Outcome } from './measure.ts'
import { readsQuestions, type Random } from './probe.ts'
import { summarise, type ModelReport } from './summarise.ts'

export { formatAudit } from './audit.ts'
export type { Measured } from './measure.ts'

/** What `waikan eval` found: the figures side by side, what each article came to, and the sheet for people. */
export type Evaluation = {
  at: string
  /** Version of the prompt, language of the reviews, and price of a million tokens, as given. */
  promptVersion: string
  language: string
  price: { input: number; output: number } | null
  models: (ModelReport & { outcomes: Outcome[] })[]
  audit: AuditLine[]
}

export type EvaluateOptions = MeasureOptions & {
  random: Random
  /** Statements on the sheet for people. */
  auditCount: number
  progress?: (model: string, done: number, total: number) => void
}

/**
 * Measure models on the same articles.
 *
 * @throws {ConfigError} when what answers is no model but a script
 * @throws {FetchError} when an endpoint cannot be asked at all
 */
export async function evaluate(articles: Article[], models: Measured[], options: EvaluateOptions): Promise<Evaluation> {
  for (const { name, ask } of models) {
    if (!(await readsQuestions(ask, options.random))) {
      throw new ConfigError(
        `Cannot measure "${name}": what answers does not read its questions (a new word backwards and a new sum, three times wrong), expected a language model; a scripted server is not measured as one`,
      )
    }
  }
  const measured: Evaluation['models'] = []
  for (const model of models) {
    const progress = (done: number, total: number): void => options.progress?.(model.name, done, total)
    const outcomes = await measureModel(articles, model, { ...options, progress })
    measured.push({ ...summarise(model, outcomes), outcomes })
  }
  const audit = drawAudit(measured, { articles, count: options.auditCount, random: options.random })
  const [price] = models.map((model) => model.price).filter(({ input, output }) => input + output > 0)
  return {
    at: options.now(),
    promptVersion,
    language: options.readerLanguage,
    price: price ?? null,
    models: measured,
    audit,
  }
}
