import { setImmediate } from 'node:timers/promises'
import { findQuote } from '../text/find-quote.ts'
import type { Article, Claim, Evidence, Finding, Language, Term } from '../types.ts'
import judgements from './data/judgements.json' with { type: 'json' }
import { findAddressing } from './find-addressing.ts'
import { repairSentence } from './repair.ts'
import type { Reply, ReplySentence } from './reply.ts'

/** Checks one claim against its article: pure, no network. A review is never made without one. */
export type CheckClaim = (
  claim: Claim,
  article: Article,
  reader: { terms: Term[]; readerLanguage: Language },
) => Finding[]
/** Checks that need all claims of a review at once; findings by claim id. */
export type CheckReview = (claims: Claim[], article: Article) => Map<string, Finding[]>
/** Both. */
export type Checks = { claim: CheckClaim; review: CheckReview }

/** What proving needs beside the sentences. */
export type Proving = { checks: Checks; readerLanguage: Language; terms: Term[] }

/** A sentence that could not be proved. */
export type Failed = { at: string; part: Claim['part']; text: string; reasons: string[]; checks: string[] }

/** The sentences of a reply with the part each belongs to, in order: headline, lede, summary, commentary. */
export function sentencesOf(reply: Reply): [Claim['part'], ReplySentence][] {
  return [
    ['headline', reply.headline],
    ['lede', reply.lede],
    ...reply.summary.map((one): [Claim['part'], ReplySentence] => ['summary', one]),
    ...reply.commentary.map((one): [Claim['part'], ReplySentence] => ['commentary', one]),
  ]
}

/**
 * Make claims of sentences: mend what the program can, cut each quote out of the article, run the checks.
 *
 * Claims with a blocking finding are among `failed` and not among `claims`; ids are `c1`, `c2`, … by place.
 */
export async function proveSentences(
  sentences: [Claim['part'], ReplySentence][],
  article: Article,
  proving: Proving,
): Promise<{ claims: Claim[]; failed: Failed[] }> {
  const refused = new Set(findAddressing(article.passages).map((passage) => passage.id))
  const claims: Claim[] = []
  for (const [part, sentence] of sentences) {
    await giveWay()
    claims.push(proveOne(sentence, { id: `c${claims.length + 1}`, part, article, refused, ...proving }))
  }
  return sift(claims)
}

const longestHoldMs = 8
let gaveWayAt = 0

// Answers to other articles may have come meanwhile: they are kept before this thread goes on.
async function giveWay(): Promise<void> {
  if (performance.now() - gaveWayAt < longestHoldMs) return
  await setImmediate()
  gaveWayAt = performance.now()
}

type Owning = { article: Article; terms: Term[]; refusedQuote: boolean }
type Place = Proving & { id: string; part: Claim['part']; article: Article; refused: Set<string> }

function proveOne(sentence: ReplySentence, { id, part, article, refused, ...proving }: Place): Claim {
  const { sentence: mended, repairs } = repairSentence(sentence, {
    article,
    refused,
    language: proving.readerLanguage,
  })
  const evidence = mended.evidence.map((one) => cutEvidence(one, article, refused))
  const claim: Claim = {
    id,
    part,
    kind: mended.kind,
    text: mended.text,
    speaker: mended.speaker ?? null,
    evidence: evidence.filter((one) => one !== null),
    state: 'verified',
    findings: [],
    repairs,
  }
  const own = ownFindings(claim, { article, terms: proving.terms, refusedQuote: evidence.includes(null) })
  return { ...claim, findings: [...own, ...proving.checks.claim(claim, article, proving)] }
}

/** Run the checks that need the whole review, and take out what they refuse. */
export function proveTogether(
  claims: Claim[],
  article: Article,
  checks: Checks,
): { claims: Claim[]; failed: Failed[] } {
  const found = checks.review(claims, article)
  return sift(claims.map((claim) => ({ ...claim, findings: [...claim.findings, ...(found.get(claim.id) ?? [])] })))
}

function sift(all: Claim[]): { claims: Claim[]; failed: Failed[] } {
  const claims: Claim[] = []
  const failed: Failed[] = []
  for (const claim of all) {
    const blocking = claim.findings.filter(({ tier }) => tier === 'blocking')
    const reasons = blocking.map(({ message }) => message)
    const checks = [...new Set(blocking.map(({ check }) => check))]
    if (reasons.length > 0) failed.push({ at: claim.id, part: claim.part, text: claim.text, reasons, checks })
    else claims.push({ ...claim, state: stateOf(claim) })
  }
  return { claims, failed }
}

function stateOf(claim: Claim): Claim['state'] {
  if (claim.findings.length > 0) return 'advised'
  return (claim.repairs ?? []).length > 0 ? 'repaired' : claim.state
}

/** The quote as it stands in the article, or `null` where it does not. */
export function cutEvidence(
  { passage: id, quote }: { passage: string; quote: string },
  article: Article,
  refused: Set<string>,
): Evidence | null {
  const passage = article.passages.find((one) => one.id === id)
  const span = passage && !refused.has(id) ? findQuote(passage.text, quote) : null
  return passage && span ? { passage: id, quote: passage.text.slice(span.start, span.end), ...span } : null
}

const lacking =
  /(?:报道|文章|原文|文中|全文|作者|记者)[^，。]{0,10}(?:没有|未(?!来)|缺少|缺乏|只字未提|忽略|遗漏|回避)|没有(?:提到|提及|采访|说明|给出|交代)|未(?:提及|提到|采访|说明|交代)|does not (?:mention|say|explain)|did not (?:mention|interview|say)|fails to (?:mention|explain)/iu

const any = (list: string[]): RegExp =>
  new RegExp(list.map((one) => (/^[a-z]/u.test(one) ? `\\b${one}\\b` : one)).join('|'), 'iu')
const reportItself = any(judgements.reports)
const judging = any(judgements.judging)

// Where the article itself speaks of bias, as one on a court of the press, its words are told and not ours.
function judgesFirst({ part, text, evidence }: Claim): boolean {
  if (part === 'commentary' || !reportItself.test(text) || !judging.test(text)) return false
  return !evidence.some(({ quote }) => aboutMedia.test(quote))
}

const aboutMedia =
  /bias|one-sided|misleading|propaganda|偏见|偏頗|偏颇|误导|宣传|偏向|편향|voreingenommen|einseitig|partial|parcial|sesg|предвзят|пропаганд/iu

/** The speaker has to stand in the article, in its form or by a term, or in the sentence, whose names the checks have looked at. */
function isKnownSpeaker({ speaker, text }: Claim, article: Article, terms: Term[]): boolean {
  if (!speaker || text.includes(speaker)) return true
  const said = [article.headline, ...article.passages.map((passage) => passage.text)].map((one) => one.toLowerCase())
  const forms = [speaker, ...terms.filter(({ reader }) => reader === speaker).map(({ original }) => original)]
  return forms.some((form) => said.some((one) => one.includes(form.toLowerCase())))
}

// What holds for every claim whatever the checks of `check/` say.
function ownFindings(claim: Claim, { article, terms, refusedQuote }: Owning): Finding[] {
  const found: string[] = []
  if (refusedQuote) found.push('A cited quote does not stand in the cited passage')
  if (claim.evidence.length === 0 && claim.kind !== 'question') found.push('The sentence cites nothing')
  // A question needs no evidence, so nothing that states may pass as one.
  if (claim.kind === 'question' && !/[?？]["”’」』)）]?$/u.test(claim.text))
    found.push('A question does not end in a question mark')
  if (claim.kind === 'question' && claim.part !== 'commentary') found.push('A question stands outside the commentary')
  if (claim.kind === 'attribution' && !claim.speaker) found.push('An attribution names no speaker')
  if (!isKnownSpeaker(claim, article, terms)) found.push('The speaker does not stand in the article')
  if (judgesFirst(claim)) found.push('The report is judged before it is told')
  if (/<[a-z/!]|https?:|\]\(/iu.test(claim.text)) found.push('The sentence holds markup or a link')
  if (article.completeness.verdict !== 'whole' && lacking.test(claim.text))
    found.push('A cut text is said to be missing something')
  return found.map((message) => ({ check: 'review', tier: 'blocking', message }))
}
