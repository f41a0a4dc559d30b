import type { Source } from '../../types.ts'
import type { Printable } from '../rights.ts'

/**
 * The texts of an article that can be searched, out of what the rights let us print; the headline first. None where the
 * outlet's content signals say `search=no`.
 */
export function searchableTexts({ article, card, review, parallel }: Printable, source: Source): string[] {
  if (article.optOut?.some((words) => words.endsWith('Content-Signal: search=no'))) return []
  return [
    article.headline,
    ...(review && review.heldBecause === null ? review.claims.map((claim) => claim.text) : []),
    article.standfirst ?? '',
    ...article.authors,
    source.name,
    ...article.passages.map((passage) => passage.text),
    ...[...(card?.places ?? []), ...(card?.organisations ?? [])].map(({ readerForm }) => readerForm ?? ''),
    ...(review?.heldBecause === null ? review.terms.map(({ reader }) => reader) : []),
    ...(parallel?.passages ?? []).map(({ text }) => text ?? ''),
  ]
}
