import { findQuote } from '../text/find-quote.ts'
import type { Article, Claim, Evidence, Finding, Language, Term } from '../types.ts'
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
export function proveSentences(
  sentences: [Claim['part'], ReplySentence][],
  article: Article,
  proving: Proving,
): { claims: Claim[]; failed: Failed[] } {
  const refused = new Set(findAddressing(article.passages).map((passage) => passage.id))
  const claims = sentences.map(([part, sentence], at) => {
    const { sentence: mended, repairs } = repairSentence(sentence, {
      article,
      refused,
      language: proving.readerLanguage,
    })
    const evidence = mended.evidence.map((one) => cutEvidence(one, article, refused))
    const claim: Claim = {
      id: `c${at + 1}`,
      part,
      kind: mended.kind,
      text: mended.text,
      speaker: mended.speaker ?? null,
      evidence: evidence.filter((one) => one !== null),
      state: 'verified',
      findings: [],
      repairs,
    }
    const own = ownFindings(claim, article, evidence.includes(null))
    return { ...claim, findings: [...own, ...proving.checks.claim(claim, article, proving)] }
  })
  return sift(claims)
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

// What holds for every claim whatever the checks of `check/` say.
function ownFindings(claim: Claim, article: Article, refusedQuote: boolean): Finding[] {
  const found: string[] = []
  if (refusedQuote) found.push('A cited quote does not stand in the cited passage')
  if (claim.evidence.length === 0 && claim.kind !== 'question') found.push('The sentence cites nothing')
  // A question needs no evidence, so nothing that states may pass as one.
  if (claim.kind === 'question' && !/[?？]["”’」』)）]?$/u.test(claim.text))
    found.push('A question does not end in a question mark')
  if (claim.kind === 'question' && claim.part !== 'commentary') found.push('A question stands outside the commentary')
  if (claim.kind === 'attribution' && !claim.speaker) found.push('An attribution names no speaker')
  if (/<[a-z/!]|https?:|\]\(/iu.test(claim.text)) found.push('The sentence holds markup or a link')
  if (article.completeness.verdict !== 'whole' && lacking.test(claim.text))
    found.push('A cut text is said to be missing something')
  return found.map((message) => ({ check: 'review', tier: 'blocking', message }))
}
