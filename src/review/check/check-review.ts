import type { Article, Claim, Finding } from '../../types.ts'

/**
 * Checks that need the whole review.
 *
 * - a summary sentence said twice is blocked the second time
 * - commentary that names no person, place, body or figure of the article and quotes nothing of it could stand under any
 *   article: blocked
 * - commentary that a finding of bias opens is blocked where the article quotes nobody
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

const general =
  /^(?:(?:这|此|该|上述|其|双方|各方|事件|事态|局势|问题|情况|未来|后续|发展|关系|影响|挑战|机遇|复杂|重要|关键|需要|应当|应该|必须|可能|仍|将|也|都|和|与|的|了|在|是|有|对|为|会|能|更|加强|合作|沟通|理解|关注|社会|国际|全球|世界|人们|我们|体现|反映|表明|说明|凸显|显示|一定|程度|方面|同时|因此|然而|但|而|并|及|以及|进一步|深入|密切|观察|走向|变化|[\s，。、；：！？“”‘’（）—…]))+$/u

// Made of words that fit everything, and without digit, Latin word, quotation or a run that the article shares.
function isTemplate(claim: Claim, source: string): boolean {
  if (/\d|[A-Za-z]{2}|“[^”]{2,}”|《/u.test(claim.text)) return false
  return general.test(claim.text) || (claim.text.length < 60 && !sharesRun(claim, source))
}

/** Whether the sentence or its evidence holds anything particular: three signs in a row of a Chinese source, or evidence with a name or figure. */
function sharesRun(claim: Claim, source: string): boolean {
  const particular = /\d|\p{Lu}\p{Ll}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{6}/u
  if (claim.evidence.some(({ quote }) => particular.test(quote) || quote.split(/\s+/u).length > 3)) return true
  const signs = [...claim.text]
  return signs.some((_, at) => at + 3 <= signs.length && source.includes(signs.slice(at, at + 3).join('')))
}
