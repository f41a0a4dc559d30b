import { z } from 'zod'
import { DocumentError } from '../errors.ts'
import type { Finding } from '../types.ts'
import { checkStatement } from './check/check-claim.ts'
import { checkStyle } from './check/check-style.ts'

const passage = z.object({ id: z.string(), text: z.string() })
const claimLine = z.object({
  claim: z.string(),
  kind: z.string().default('fact'),
  lang: z.string().default('en'),
  reader: z.string().default('zh-Hans'),
  published: z.string().nullish(),
  passages: z.array(passage),
  glossary: z.record(z.string(), z.string()).default({}),
  evidence: z.array(z.string()).default([]),
  quote: z.string().nullish(),
})
const styleLine = z.object({ text: z.string(), reader: z.string().default('zh-Hans') })

/** What `waikan verify` answers for one line: flagged when any check found anything. */
export type Verified = { flag: boolean; checks: string[]; findings: Finding[] }

/**
 * Run the checks on one line of the claims format, or on a text with `style`.
 *
 * @throws {DocumentError} when the line is not of the format, with the field and what was expected
 */
export function verifyLine(line: Record<string, unknown>, { style }: { style: boolean }): Verified {
  const findings = style ? styleFindings(line) : claimFindings(line)
  return { flag: findings.length > 0, checks: [...new Set(findings.map((one) => one.check))], findings }
}

function parse<T>(shape: z.ZodType<T>, line: Record<string, unknown>): T {
  const read = shape.safeParse(line)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new DocumentError(`Cannot verify the line: "${issue?.path.join('.')}" ${issue?.message}`)
}

function styleFindings(line: Record<string, unknown>): Finding[] {
  const { text, reader } = parse(styleLine, line)
  return checkStyle(text, reader)
}

function claimFindings(line: Record<string, unknown>): Finding[] {
  const read = parse(claimLine, line)
  const quotes = read.evidence.map((id, at) => ({ passage: id, quote: at === 0 ? (read.quote ?? null) : null }))
  return checkStatement({
    text: read.claim,
    kind: read.kind,
    evidence: quotes,
    passages: read.passages,
    headline: '',
    sourceLanguage: read.lang,
    readerLanguage: read.reader,
    published: read.published ? `${read.published.slice(0, 10)}T12:00:00Z` : null,
    terms: Object.entries(read.glossary).map(([original, reader]) => ({ original, reader })),
  })
}
