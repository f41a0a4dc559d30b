import { issueMonth, isoWeek } from '../text/iso-week.ts'
import { slugify } from '../text/slug.ts'
import type { Claim } from '../types.ts'
import { openingWords } from './opening-words.ts'
import { dayOf, type Printable } from './rights.ts'
import type { Entry, OutletsKind } from './shelf.ts'

/** What lists, feeds and pages of others tell of an article, out of what may be printed of it. */
export function makeEntry(printable: Printable): Entry {
  const { article } = printable
  const sortedAt = dayOf(article)
  const ours = (part: Claim['part']) => printable.review?.claims.find((claim) => claim.part === part)?.text
  const lede = ours('lede')
  const kind = kindNoted(article.notes)
  return {
    id: article.id,
    slug: slugify(article.headline),
    sourceId: article.sourceId,
    original: article.url,
    headline: article.headline,
    blurb: lede ?? article.standfirst ?? openingWords(article.passages, printable.withheld?.excerpts),
    blurbBy: lede ? (printable.review?.model ?? null) : null,
    ownHeadline: (lede ? ours('headline') : undefined) ?? translatedHeadline(printable.parallel),
    authors: article.authors,
    edition: article.edition,
    language: article.language,
    publishedAt: article.publishedAt,
    sortedAt,
    changedAt: article.readAt,
    verdict: article.completeness.verdict,
    ...(kind === null ? {} : { kind }),
    revision: article.revision,
    minutes: article.length.minutes,
    words: article.length.words,
    characters: article.length.characters,
    photo: article.photo?.url ?? null,
    reviewed: printable.review !== null && printable.review.heldBecause === null,
    week: isoWeek(sortedAt),
    month: issueMonth(sortedAt),
    topics: topicsOf(printable.card),
  }
}

/** Reading notes the outlet's label as a sentence: `the outlet calls this satire: "Glosse"`. */
function kindNoted(notes: string[]): OutletsKind | null {
  const kinds: OutletsKind[] = ['satire', 'advertising']
  return kinds.find((kind) => notes.some((note) => note.startsWith(`the outlet calls this ${kind}:`))) ?? null
}

function translatedHeadline(parallel: Printable['parallel']): string | null {
  return parallel?.passages.find(({ id }) => id === 'headline')?.text ?? null
}

function topicsOf(card: Printable['card']): string[] {
  const named = [...(card?.places ?? []), ...(card?.organisations ?? [])]
  const often = named.toSorted((a, b) => b.evidence.length - a.evidence.length)
  return [...new Set(often.map((one) => one.readerForm ?? one.text))].slice(0, 8)
}
