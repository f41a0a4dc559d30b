import abbreviations from './data/abbreviations.json' with { type: 'json' }

/** Where something stands in a text, in UTF-16 units. */
export type Span = { start: number; end: number }

const segmenters = new Map<string, Intl.Segmenter>()

/** A tag from a page may be any text: the runtime refuses what is none. */
function segmenterFor(language: string | null): Intl.Segmenter {
  const [base = 'en'] = /^[a-z]{2,3}(?![a-z\d])/iu.exec(language ?? '') ?? []
  const known = segmenters.get(base)
  if (known) return known
  const made = new Intl.Segmenter(base, { granularity: 'sentence' })
  segmenters.set(base, made)
  return made
}

// One language quotes names and titles of another, so each abbreviation holds in all of them.
const shortened = new Set(Object.values(abbreviations).flat())
const closing = '["”’»«›‹“‘」』）)\\]】]'
const lastWord = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.])((?:\\p{L}[\\p{L}\\p{M}]*\\.)+)${closing}*\\s*$`, 'u')

/**
 * Whether a text ends in a shortened word ("Mr.", "J.", "U.S."), whose dot need not end the sentence.
 *
 * A letter alone and letters with dots between them are always one; words by `data/abbreviations.json`.
 */
export function endsInAbbreviation(text: string): boolean {
  const word = lastWord.exec(text.slice(-40))?.[1]
  if (word === undefined) return false
  const parts = word.slice(0, -1).split('.')
  return parts.length > 1
    ? parts.every((part) => part.length <= 4)
    : parts[0]?.length === 1 || shortened.has(word.slice(0, -1).toLowerCase())
}

/**
 * The sentences of a text in order, without gaps, as the runtime's rules of Unicode (UAX 29) cut them; not behind a
 * shortened word and not before a small letter (“Really?” he asked), so that one may be too long and none too short.
 *
 * @param language BCP 47; `null` where the outlet did not say
 */
export function sentenceSpans(text: string, language: string | null): Span[] {
  const spans: Span[] = []
  let joins = false
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const last = spans.at(-1)
    if (last && (joins || /^\p{Ll}/u.test(segment))) last.end = index + segment.length
    else spans.push({ start: index, end: index + segment.length })
    joins = endsInAbbreviation(segment) && !segment.endsWith('\n')
  }
  return spans
}
