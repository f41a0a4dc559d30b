import { ReplyError } from '../errors.ts'
import type { Answer, Ask } from '../llm/ask.ts'
import { findQuote } from '../text/find-quote.ts'
import { slugify } from '../text/slug.ts'
import type { Article, Claim, Evidence, Finding, Instant, Language, Review, Term } from '../types.ts'
import { findAddressing, promptPrefix, promptVersion, writeMaterial } from './prompt.ts'
import { readReply, replySchema, type Reply, type ReplySentence } from './reply.ts'

/** Checks one claim against its article: pure, no network. A review is never made without one. */
export type CheckClaim = (claim: Claim, article: Article, terms: Term[]) => Finding[]

export type ReviewOptions = { ask: Ask; check: CheckClaim; readerLanguage: Language; terms: Term[]; now: () => Instant }

/** An answered call, to be stored under article revision + model + prompt version and never asked again. */
export type AnsweredCall = {
  model: string
  promptVersion: string
  inputTokens: number | null
  outputTokens: number | null
  replyText: string
}

type Failed = { at: string; part: Claim['part']; text: string; reasons: string[] }

/**
 * Review an article: one question, every sentence proved or dropped, one re-ask with the failing sentences only.
 *
 * An article too thin or a reply too poor gives a review without claims whose `heldBecause` says why.
 *
 * @throws {FetchError} when the model's endpoint gave no answer; nothing was spent
 */
export async function reviewArticle(
  article: Article,
  options: ReviewOptions,
): Promise<{ review: Review; calls: AnsweredCall[] }> {
  const calls: AnsweredCall[] = []
  const held = (reason: string, model: string) => ({
    review: blank(article, { options, model, heldBecause: reason }),
    calls,
  })
  const thin = tooThin(article)
  if (thin) return held(thin, 'none')
  const material = writeMaterial(article, options)
  const first = await asked(article, { ask: options.ask, material, calls })
  if (typeof first === 'string') return held(first, calls.at(-1)?.model ?? 'none')
  let { claims, failed } = prove(first, article, options)
  if (failed.length > 0 && calls[0]?.model !== 'replay') {
    const again = await asked(article, { ask: options.ask, material: `${material}\n${complaint(failed)}`, calls })
    if (typeof again !== 'string') claims = fill(claims, prove(again, article, options).claims, failed)
  }
  const model = calls[0]?.model ?? 'none'
  const parts = new Set(claims.map((claim) => claim.part))
  const summaries = claims.filter((claim) => claim.part === 'summary').length
  if (!parts.has('headline') || !parts.has('lede') || summaries < 2)
    return held('Too few sentences of the review could be proved from the article', model)
  const terms = first.terms.filter((term) => article.passages.some((passage) => passage.text.includes(term.original)))
  return { review: { ...blank(article, { options, model, heldBecause: null }), claims, terms }, calls }
}

function blank(
  article: Article,
  { options, model, heldBecause }: { options: ReviewOptions; model: string; heldBecause: string | null },
): Review {
  return {
    articleId: article.id,
    revision: article.revision,
    language: options.readerLanguage,
    model,
    promptVersion,
    reviewedAt: options.now(),
    claims: [],
    terms: [],
    framing: [],
    heldBecause,
  }
}

// Below 60 words or 120 characters there is nothing to review: a blurb, of which a summary would be an invention.
function tooThin(article: Article): string | null {
  const { verdict } = article.completeness
  if (verdict === 'not-text') return 'The page is not a text'
  if (verdict === 'teaser' || verdict === 'wall') return 'Only a teaser of the article could be read'
  if (article.length.words / 60 + article.length.characters / 120 < 1) return 'The text is too short for a review'
  return null
}

async function asked(
  article: Article,
  { ask, material, calls }: { ask: Ask; material: string; calls: AnsweredCall[] },
): Promise<Reply | string> {
  const last = new URL(article.url).pathname.split('/').filter(Boolean).at(-1) ?? ''
  const names = [article.itemKey, last.replace(/\.\w+$/u, ''), slugify(article.headline), article.id]
  let answer: Answer
  try {
    answer = await ask({ prefix: promptPrefix, material, schema: replySchema, names })
  } catch (error) {
    if (error instanceof ReplyError) return error.message
    throw error
  }
  calls.push({
    model: answer.model,
    promptVersion,
    inputTokens: answer.inputTokens,
    outputTokens: answer.outputTokens,
    replyText: answer.text,
  })
  if (!answer.complete) return 'Cannot use the reply: it was cut off for length'
  try {
    return readReply(answer.text)
  } catch (error) {
    if (error instanceof ReplyError) return error.message
    throw error
  }
}

function prove(reply: Reply, article: Article, options: ReviewOptions): { claims: Claim[]; failed: Failed[] } {
  const wanted: [Claim['part'], ReplySentence][] = [
    ['headline', reply.headline],
    ['lede', reply.lede],
    ...reply.summary.map((one): [Claim['part'], ReplySentence] => ['summary', one]),
    ...reply.commentary.map((one): [Claim['part'], ReplySentence] => ['commentary', one]),
  ]
  const refused = new Set(findAddressing(article.passages).map((passage) => passage.id))
  const claims: Claim[] = []
  const failed: Failed[] = []
  for (const [at, [part, sentence]] of wanted.entries()) {
    const evidence = sentence.evidence.map((one) => cutEvidence(one, article, refused))
    const claim: Claim = {
      id: `c${at + 1}`,
      part,
      kind: sentence.kind,
      text: sentence.text.trim(),
      speaker: sentence.speaker ?? null,
      evidence: evidence.filter((one) => one !== null),
      state: 'verified',
      findings: [],
    }
    claim.findings = [
      ...ownFindings(claim, article, evidence.includes(null)),
      ...options.check(claim, article, options.terms),
    ]
    const blocking = claim.findings.filter((finding) => finding.tier === 'blocking')
    if (blocking.length > 0)
      failed.push({ at: claim.id, part, text: claim.text, reasons: blocking.map((finding) => finding.message) })
    else claims.push({ ...claim, state: claim.findings.length > 0 ? 'advised' : 'verified' })
  }
  return { claims, failed }
}

function cutEvidence(
  { passage: id, quote }: { passage: string; quote: string },
  article: Article,
  refused: Set<string>,
): Evidence | null {
  const passage = article.passages.find((one) => one.id === id)
  const span = passage && !refused.has(id) ? findQuote(passage.text, quote) : null
  return passage && span ? { passage: id, quote: passage.text.slice(span.start, span.end), ...span } : null
}

const lacking =
  /没有(?:提到|提及|采访|说明|给出|交代)|未(?:提及|提到|采访|说明|交代)|does not (?:mention|say|explain)|did not (?:mention|interview|say)|fails to (?:mention|explain)/iu

// What holds for every claim whatever the checks of `check/` say.
function ownFindings(claim: Claim, article: Article, refusedQuote: boolean): Finding[] {
  const found: string[] = []
  if (refusedQuote) found.push('A cited quote does not stand in the cited passage')
  if (claim.evidence.length === 0 && claim.kind !== 'question') found.push('The sentence cites nothing')
  if (claim.kind === 'attribution' && !claim.speaker) found.push('An attribution names no speaker')
  if (/<[a-z/!]|https?:|\]\(/iu.test(claim.text)) found.push('The sentence holds markup or a link')
  if (article.completeness.verdict !== 'whole' && lacking.test(claim.text))
    found.push('A cut text is said to be missing something')
  return found.map((message) => ({ check: 'review', tier: 'blocking', message }))
}

function complaint(failed: Failed[]): string {
  const lines = failed.map(({ at, text, reasons }) => `${at}: ${JSON.stringify(text)}: ${reasons.join('; ')}`)
  return `These sentences of your first answer could not be proved (c1 is the headline, c2 the lede, then summary and commentary in order). Answer again in full, same number of sentences, with these mended:\n${lines.join('\n')}`
}

/** Take from the second answer only the sentences that failed in the first. */
function fill(claims: Claim[], again: Claim[], failed: Failed[]): Claim[] {
  const said = new Set(claims.map((claim) => claim.text))
  const wanted = new Set(failed.map((one) => `${one.at} ${one.part}`))
  const mended = again
    .filter((claim) => wanted.has(`${claim.id} ${claim.part}`) && !said.has(claim.text))
    .map((claim): Claim => ({ ...claim, state: claim.state === 'verified' ? 'repaired' : claim.state }))
  return [...claims, ...mended].toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
}
