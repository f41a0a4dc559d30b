import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { createReviewer } from '../app.ts'
import { parseConfig } from '../config.ts'
import { ConfigError } from '../errors.ts'
import { evaluate, formatAudit, type Measured } from '../review/eval/evaluate.ts'
import { renderEvaluation } from '../review/eval/page.tsx'
import type { Article, ArticleText } from '../types.ts'
import { createReport } from './print.ts'

type EvalOptions = {
  model: string[]
  baseUrl?: string
  language: string
  price?: string
  audit: string
  out: string
}

/** `waikan eval`: what a real model is worth, on given articles. */
export function addEval(program: Command): void {
  program
    .command('eval')
    .description('measure models on a folder of articles (.json as extract prints them); refuses to measure a script')
    .argument('<folder>', 'the folder of articles')
    .requiredOption('--model <name...>', 'one or more models, as in waikan.yaml')
    .option('--base-url <address>', 'the endpoint, for models without a provider of their own')
    .option('--language <tag>', "the reader's language: zh-Hans or en", 'zh-Hans')
    .option('--price <input,output>', 'price of a million tokens, as 0.4,1.6')
    .option('--audit <number>', 'statements on the sheet for people', '50')
    .option('--out <folder>', 'where report.html, report.json and audit.csv go', 'eval')
    .action(async (folder: string, options: EvalOptions) => {
      const articles = readArticles(folder)
      const reviewers = options.model.map((model) => reviewerOf(model, options))
      const [first] = reviewers
      if (!first) return
      const report = createReport(process.stderr)
      const models = reviewers.map(({ model, ask, price }): Measured => ({ name: model, ask, price }))
      const evaluation = await evaluate(articles, models, {
        checks: first.checks,
        readerLanguage: options.language,
        terms: [],
        now: () => new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
        clock: () => performance.now(),
        random: Math.random,
        auditCount: wholeNumber(options.audit),
        progress: (model, done, total) => report.step(model, done, total),
      })
      report.end()
      mkdirSync(options.out, { recursive: true })
      writeFileSync(join(options.out, 'report.json'), `${JSON.stringify(evaluation, null, 2)}\n`)
      writeFileSync(join(options.out, 'report.html'), renderEvaluation(evaluation))
      writeFileSync(join(options.out, 'audit.csv'), formatAudit(evaluation.audit))
      for (const { model, drafted, unsupportedRate, published } of evaluation.models) {
        const rate = unsupportedRate === null ? 'none' : `${(unsupportedRate * 100).toFixed(1)} %`
        process.stdout.write(`${model}: ${drafted} sentences, ${rate} unsupported, ${published} to publish\n`)
      }
      process.stdout.write(`report: ${join(options.out, 'report.html')}\n`)
    })
}

function reviewerOf(model: string, { baseUrl, price, language }: EvalOptions) {
  const [input, output] = (price ?? '').split(',').map(Number)
  if (price !== undefined && !(Number.isFinite(input) && Number.isFinite(output)))
    throw new ConfigError(`Wrong --price: current value is "${price}", expected two numbers, as 0.4,1.6`)
  const settings = {
    site: { language },
    review: { model, baseUrl, ...(price === undefined ? {} : { price: { input, output } }) },
  }
  const reviewer = createReviewer(parseConfig(JSON.stringify(settings), 'the command line'), false)
  if (!reviewer) throw new ConfigError(`Cannot measure "${model}": it is no model, expected one as ollama:qwen3:8b`)
  return reviewer
}

function readArticles(folder: string): Article[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  if (names.length === 0)
    throw new ConfigError(
      `Cannot measure anything in "${folder}": it holds no .json files, expected articles as "waikan extract" prints them`,
    )
  return names.map((name) => asArticle(join(folder, name)))
}

function asArticle(file: string): Article {
  const text = JSON.parse(readFileSync(file, 'utf8')) as ArticleText
  if (typeof text.headline !== 'string' || !Array.isArray(text.passages))
    throw new ConfigError(
      `Cannot read article "${file}": it has no "headline" or "passages", expected what "waikan extract" prints`,
    )
  const id = basename(file, '.json')
  const seen = text.publishedAt ?? new Date().toISOString()
  return {
    ...text,
    id,
    revision: 1,
    sourceId: 'eval',
    itemKey: id,
    edition: null,
    pageHash: null,
    firstSeenAt: seen,
    readAt: seen,
  }
}

function wholeNumber(text: string): number {
  if (!/^\d+$/u.test(text)) throw new ConfigError(`Wrong --audit: current value is "${text}", expected a whole number`)
  return Number(text)
}
