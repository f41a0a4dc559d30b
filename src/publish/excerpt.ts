import type { Evidence, Language, Speaker } from '../types.ts'
import marks from './data/quotation-marks.json' with { type: 'json' }

/** How quoted words stand in the passage that they were cut from. */
export type Excerpt = {
  /** The outlet's sentence began before them, or goes on after them. */
  startsWithin: boolean
  endsWithin: boolean
  /** They are somebody's own words in the outlet's text; `speaker` where the card knows whose. */
  spoken: boolean
  speaker: string | null
}

/** Words that are a whole: nothing was cut, nobody else speaks. */
export const uncut: Excerpt = { startsWithin: false, endsWithin: false, spoken: false, speaker: null }

type Range = Pick<Evidence, 'start' | 'end'>

/** How the words at `range` stand in `text`: a sentence that began before them or goes on after them was cut. */
export function standingOf(text: string, range: Range): Omit<Excerpt, 'speaker'> {
  const before = text.slice(0, range.start).trimEnd()
  const after = text.slice(range.end)
  const spoken = standsInSpeech(text, range.start)
  return {
    startsWithin: /[\p{L}\p{N}]/u.test(before) && !beginsAnew.test(before) && !(spoken && opensAt(before)),
    endsWithin: /[\p{L}\p{N}]/u.test(after) && !sentenceEnd.test(text.slice(0, range.end)) && !endsHere.test(after),
    spoken,
  }
}

/** The speaker of words that stand inside a quotation of the card; words around a quotation are the outlet's own. */
export function speakerOf({ passage, start, end }: Evidence, speakers: Speaker[]): string | null {
  const inside = (quote: Evidence): boolean => quote.passage === passage && quote.start <= start && end <= quote.end
  return speakers.find(({ quotes }) => quotes.some(inside))?.name ?? null
}

/**
 * The quotation signs of a text's language (Unicode CLDR, `characters/delimiters`), the inner pair where the text itself
 * holds the outer one; those of English for a language without an entry.
 */
function signsFor(text: string, language: Language | null): [open: string, close: string] {
  const table: Record<string, string[]> = marks
  const [outer = '“”', inner = '‘’'] = table[language?.toLowerCase().split('-')[0] ?? ''] ?? []
  const pair = [...outer].some((sign) => text.includes(sign)) ? inner : outer
  return [pair[0] ?? '', pair[1] ?? '']
}

/**
 * What stands before and after words of the outlet that we quote: the signs of {@link signsFor}, and where its sentence was
 * cut an ellipsis, in brackets where the language writes one so that nobody takes it for the outlet's.
 */
export function framing(text: string, language: Language | null, excerpt: Excerpt): [before: string, after: string] {
  const [open, close] = signsFor(text, language)
  const dense = /^(?:zh|ja|yue)/iu.test(language ?? '')
  const before = excerpt.startsWithin ? (dense ? '……' : '[…] ') : ''
  const after = excerpt.endsWithin ? (dense ? '……' : ' […]') : ''
  return [open + before, after + close]
}

/** Words of the outlet as a quotation. */
export function quoted(text: string, language: Language | null, excerpt: Excerpt): string {
  return framing(text, language, excerpt).join(text)
}

const closing = '["”’»«›‹“‘」』)）\\]】]'
const sentenceEnd = new RegExp(`[.!?…。！？؟।]${closing}*$`, 'u')
// A colon hands over to what follows, as "He said: …".
const beginsAnew = new RegExp(`(?:${sentenceEnd.source.slice(0, -1)}|[:：])$`, 'u')
/** The outlet's next sign ends the sentence, or closes the speech: the speaker did not go on. */
const endsHere = /^(?:[.!?](?:\s|$)|[。！？؟।]|[,，.。!！?？…]*["”’»“‘」』])/u

function opensAt(before: string): boolean {
  return /["“„«»‘‚「『]$/u.test(before)
}

/** What closes a quotation that a sign opens; `“` closes after `„` alone. */
const pairs: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '»': '«', '「': '」', '『': '』', '"': '"' }

/** Whether a quotation that was opened before `at` is still open there. */
function standsInSpeech(text: string, at: number): boolean {
  let open: string | null = null
  for (const sign of text.slice(0, at)) {
    if (open !== null) open = pairs[open]?.includes(sign) ? null : open
    else if (sign in pairs) open = sign
  }
  return open !== null
}
