import { quotationSpans, type Quoted } from '../text/quotations.ts'
import { endsInAbbreviation, sentenceSpans } from '../text/sentences.ts'
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

/**
 * How the words at `range` stand in `text`: a sentence that began before them or goes on after them was cut.
 *
 * Speech that opens a sentence, or that a colon or comma hands over to, is a whole of its own between its signs; a quotation
 * inside another, or one that is a part of the outlet's sentence ("denied that “…”"), is none.
 */
export function standingOf(text: string, range: Range): Omit<Excerpt, 'speaker'> {
  const around = speechAround(text, range.start)
  const own = around.length === 1 && around[0] && isWhole(text, around[0]) ? around[0] : null
  const bounds = [...sentenceSpans(text, null), ...(own ? [own] : [])]
  const before = text.slice(0, range.start)
  const after = text.slice(range.end)
  return {
    startsWithin:
      says(before) && !bounds.some(({ start }) => start <= range.start && !says(text.slice(start, range.start))),
    endsWithin: says(after) && !bounds.some(({ end }) => end >= range.end && !says(text.slice(range.end, end))),
    spoken: around.length > 0,
  }
}

const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

function speechAround(text: string, at: number): Quoted[] {
  return quotationSpans(text).filter(({ start, end }) => start <= at && at < end)
}

// In Japanese the particle は hands over to speech.
function isWhole(text: string, { start }: Quoted): boolean {
  const before = text.slice(0, start - 1).trimEnd()
  if (/(?:^|[:：,，、は]|[.!?…。！？])["”’»」』)）]*$/u.test(before)) return !endsInAbbreviation(before)
  return false
}

/**
 * The speaker of words that stand inside a quotation of the card; words around a quotation are the outlet's own, and words
 * that a speaker quotes (“I never said ‘…’”) are another's.
 */
export function speakerOf({ passage, start, end }: Evidence, speakers: Speaker[], text: string): string | null {
  if (speechAround(text, start).length > 1) return null
  const inside = (quote: Evidence): boolean => quote.passage === passage && quote.start <= start && end <= quote.end
  return speakers.find(({ quotes }) => quotes.some(inside))?.name ?? null
}

/**
 * The quotation signs of a text's language (Unicode CLDR, `characters/delimiters`), the inner pair where the text itself
 * holds the outer one; those of English for a language without an entry. Chinese and Japanese keep the outer pair: there the
 * text's own signs step inside ({@link withInnerSigns}).
 */
function signsFor(text: string, language: Language | null): [open: string, close: string] {
  const [outer, inner] = pairsOf(language)
  const pair = !isNesting(language) && [...outer].some((sign) => text.includes(sign)) ? inner : outer
  return [pair[0] ?? '', pair[1] ?? '']
}

function pairsOf(language: Language | null): [outer: string, inner: string] {
  const table: Record<string, string[]> = marks
  const tag = language?.toLowerCase() ?? ''
  const script = /^zh-(?:hant|tw|hk|mo)/u.test(tag) ? 'zh-hant' : (tag.split('-')[0] ?? '')
  const [outer = '“”', inner = '‘’'] = table[script] ?? []
  return [outer, inner]
}

const isNesting = (language: Language | null): boolean => /^(?:zh|ja|yue)/iu.test(language ?? '')

/**
 * Words of the outlet as they stand between our signs: in Chinese and Japanese print the signs of speech inside a quotation
 * are the inner ones (GB/T 15834 for Chinese), sign for sign, so that offsets stay. Other texts are unchanged, as the data
 * and the links to the outlet's page are.
 */
export function withInnerSigns(text: string, language: Language | null): string {
  if (!isNesting(language)) return text
  const [outer, inner] = pairsOf(language)
  const swap = new Map([...outer].map((sign, at) => [sign, inner[at] ?? sign]))
  // ’ may be an apostrophe (O’Hara): inner signs step outward only where a pair of them stands.
  const back = [...inner].every((sign) => text.includes(sign)) && [...outer].every((sign) => text.includes(sign))
  if (back) for (const [at, sign] of [...inner].entries()) swap.set(sign, outer[at] ?? sign)
  return [...text].map((sign) => swap.get(sign) ?? sign).join('')
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
  return framing(text, language, excerpt).join(withInnerSigns(text, language))
}
