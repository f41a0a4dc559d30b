import type { Article, Claim, Finding } from '../../types.ts'
import { saysNothing } from './general-words.ts'
import { findOpposite } from './sense/negation.ts'
import { withoutIdle } from './sense/word-classes.ts'

/**
 * Checks that need the whole review.
 *
 * - a summary sentence said twice is blocked the second time
 * - commentary that names no person, place, body or figure of the article and quotes nothing of it could stand under any
 *   article: blocked
 * - commentary that asserts a bias is blocked
 * - commentary that says the opposite of a summary sentence on the same passage is blocked
 */
export function checkReview(claims: Claim[], article: Article): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  const add = (claim: Claim, finding: Omit<Finding, 'tier'>): void => {
    found.set(claim.id, [...(found.get(claim.id) ?? []), { ...finding, tier: 'blocking' }])
  }
  const seen = new Set<string>()
  const source = [article.headline, article.standfirst ?? '', ...article.passages.map((passage) => passage.text)].join(
    '\n',
  )
  for (const claim of claims) {
    const bare = claim.text.replace(/[\p{P}\s]/gu, '')
    if (seen.has(bare)) add(claim, { check: 'repetition', message: 'the sentence stands in the review already' })
    if (claim.part !== 'headline') seen.add(bare)
    if (claim.part !== 'commentary' || claim.kind === 'question') continue
    const denied = claims.find((one) => one.part === 'summary' && contradicts(claim, one))
    if (denied)
      add(claim, { check: 'contradiction', message: `the summary says the opposite: "${denied.text.slice(0, 60)}"` })
    if (isTemplate(claim, source))
      add(claim, {
        check: 'template',
        message: 'the sentence could stand under any article: it names nobody and no figure of this one',
      })
    if (
      /(?:立场|报道)(?:偏颇|偏向|带有偏见|不够客观|有失公允)|存在(?:明显)?(?:的)?偏见|缺乏(?:客观性|平衡)|\b(?:biased|one-sided|lacks balance)\b/iu.test(
        claim.text,
      )
    )
      add(claim, { check: 'verdict', message: 'bias is asserted, not shown' })
  }
  return found
}

/** Whether two sentences of a review cite one passage, speak of the same thing and take opposite sides of it. */
function contradicts(comment: Claim, summary: Claim): boolean {
  const cited = new Set(summary.evidence.map(({ passage }) => passage))
  if (!comment.evidence.some(({ passage }) => cited.has(passage))) return false
  const told = ({ text }: Claim) => withoutIdle({ text, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' })
  const words = ({ text }: Claim): string[] =>
    text.match(/\p{Script=Han}(?=\p{Script=Han})|[\p{Script=Latin}\d]{4,}/gu) ?? []
  const shared = new Set(words(comment).filter((word) => words(summary).includes(word)))
  return shared.size >= 2 && findOpposite(told(comment), told(summary)) !== null
}

// Made of words that fit everything, and without digit, Latin word, quotation or a run that the article shares.
function isTemplate(claim: Claim, source: string): boolean {
  if (/\d|[A-Za-z]{2}|“[^”]{2,}”|《/u.test(claim.text)) return false
  return saysNothing(claim.text) || (claim.text.length < 60 && !sharesRun(claim, source))
}

/** Whether the sentence or its evidence holds anything particular: three signs in a row of a Chinese source, or evidence with a name or figure. */
function sharesRun(claim: Claim, source: string): boolean {
  const particular = /\d|\p{Lu}\p{Ll}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{6}/u
  if (claim.evidence.some(({ quote }) => particular.test(quote) || quote.split(/\s+/u).length > 3)) return true
  const signs = [...claim.text]
  return signs.some((_, at) => at + 3 <= signs.length && source.includes(signs.slice(at, at + 3).join('')))
}
