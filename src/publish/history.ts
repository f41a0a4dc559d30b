import { findQuote } from '../text/find-quote.ts'
import { foldWords } from '../text/fold-words.ts'
import type { Article, Claim, Evidence, FramingNote, Instant, Passage, Review, Revision } from '../types.ts'
import type { Publication } from './shelf.ts'

/** What became of an article and of our review since it first appeared here. */
export type History = {
  /** Every headline it had, oldest first, the present one last; a single entry where it never changed. */
  headlines: { text: string; from: Instant }[]
  revisions: ShownRevision[]
  gone: Publication['gone']
  /** What the outlet's page shows now in place of the text: a verdict, `part` or `other-text`; absent where it shows the text. */
  nowShows?: string
  /** Our sentences about an earlier text whose passages changed: no statements of ours any more. */
  underCorrection: Claim[]
  /** Our sentences that were replaced when the review was written anew. */
  corrected: string[]
}

/** A revision as it is shown: `sentences` holds what may be quoted, `counts` all of them. */
export type ShownRevision = Pick<Revision, 'seenAt' | 'kind' | 'sentences'> & {
  counts: { changed: number; added: number; removed: number }
}

const mostSentences = 40

/**
 * The review that may be shown with the text of today, and what became of both.
 *
 * Until the text of today is reviewed, those sentences of the earlier review stay whose passages still stand word for
 * word; their evidence is pinned anew. All others are under correction.
 */
export function historyOf(publication: Publication): { review: Review | null; history: History } {
  const { article, earlierReview } = publication
  const carried = earlierReview && carryReview(earlierReview, article)
  const review = publication.review ?? carried?.review ?? null
  const stale = carried?.stale ?? []
  const replaced = publication.review?.heldBecause === null
  return {
    review,
    history: {
      headlines: headlinesOf(publication),
      revisions: publication.revisions.map(show),
      gone: publication.gone,
      ...(publication.nowShows !== undefined && { nowShows: publication.nowShows }),
      underCorrection: publication.review ? [] : stale.map((claim) => ({ ...claim, evidence: [] })),
      corrected: replaced ? replacedSentences(stale, publication.review) : [],
    },
  }
}

/** What the review does not say any more; a sentence that was written the same way again was not corrected. */
function replacedSentences(stale: Claim[], review: Review | null): string[] {
  const said = new Set(review?.claims.map((claim) => foldWords(claim.text)))
  return stale.map((claim) => claim.text).filter((text) => !said.has(foldWords(text)))
}

/** Only what may be quoted of the outlet's changes; headlines and counts stay. */
export function limitHistory(history: History, take: (text: string) => boolean): History {
  const revisions = history.revisions.map((revision) => ({
    ...revision,
    sentences: revision.sentences.filter(({ before, after }) => take([before, after].filter(Boolean).join('\n'))),
  }))
  return { ...history, revisions }
}

function headlinesOf({ article, earlier }: Publication): History['headlines'] {
  const all = [...earlier, article]
  // Most articles have one: nothing to compare it with.
  const isNew = (headline: string, before: string | undefined): boolean =>
    headline !== '' && (before === undefined || foldWords(headline) !== foldWords(before))
  return all
    .filter((one, at) => isNew(one.headline, all[at - 1]?.headline))
    .map(({ headline, readAt }) => ({ text: headline, from: readAt }))
}

function show(revision: Revision): ShownRevision {
  const { seenAt, kind, standfirst } = revision
  const sentences = [...(standfirst ? [standfirst] : []), ...revision.sentences]
  const counts = { changed: 0, added: 0, removed: 0 }
  for (const { before, after } of sentences)
    counts[before === null ? 'added' : after === null ? 'removed' : 'changed']++
  return { seenAt, kind, sentences: sentences.slice(0, mostSentences), counts }
}

/** Part the sentences of an earlier review into those that still stand on their passages, pinned anew, and the others. */
function carryReview(
  earlier: { review: Review; article: Article },
  article: Article,
): { review: Review | null; stale: Claim[] } {
  const repin = createPins(earlier.article, article)
  const standing: Claim[] = []
  const stale: Claim[] = []
  for (const claim of earlier.review.claims) {
    const evidence = claim.evidence.map(repin)
    const stands = evidence.every((one) => one !== null)
    // A sentence without evidence was written about the text as a whole; only a question claims nothing.
    if (stands && (evidence.length > 0 || claim.kind === 'question')) standing.push({ ...claim, evidence })
    else stale.push(claim)
  }
  if (!standing.some((claim) => claim.kind !== 'question')) return { review: null, stale }
  const framing = earlier.review.framing.flatMap((note): FramingNote[] => {
    if (note.kind === 'absent') return []
    const evidence = repin(note.evidence)
    return evidence ? [{ ...note, evidence }] : []
  })
  const review = { ...earlier.review, revision: article.revision, claims: standing, framing }
  return { review, stale }
}

/** Where a quote of the earlier text stands today: only in a passage whose words are the same. */
function createPins(before: Article, now: Article): (evidence: Evidence) => Evidence | null {
  const old = new Map(before.passages.map((passage) => [passage.id, passage]))
  const byWords = new Map<string, Passage>()
  for (const passage of now.passages.toReversed()) byWords.set(foldWords(passage.text), passage)
  return ({ passage, quote }) => {
    const was = old.get(passage)
    const is = was && byWords.get(foldWords(was.text))
    if (!is) return null
    const exact = is.text.indexOf(quote)
    const found = exact === -1 ? findQuote(is.text, quote) : { start: exact, end: exact + quote.length }
    return found
      ? { passage: is.id, quote: is.text.slice(found.start, found.end), start: found.start, end: found.end }
      : null
  }
}
