import type { Passage } from '../types.ts'
import { sentenceSpans } from '../text/sentences.ts'
import { uncut, type Excerpt } from './excerpt.ts'

/** As long as a line and a half of a list is. */
const longest = 160
/** One-word sentences open many articles and say nothing alone. */
const shortest = 20

/**
 * The first sentence of what may be printed of an article, for lists where the outlet printed no standfirst; cut at a word,
 * with its mark, when it is long. `null` where nothing may be printed, or only words that nothing stands around to explain:
 * somebody's speech, the rest of a sentence.
 *
 * @param excerpts how the passages stand in the outlet's text, where they are excerpts
 */
export function openingWords(passages: Passage[], excerpts: Record<string, Excerpt> = {}): string | null {
  const opens = ({ id, kind }: Passage): boolean => {
    const { startsWithin, spoken } = excerpts[id] ?? uncut
    return (kind === 'paragraph' || kind === 'quote') && !startsWithin && !spoken
  }
  const first = passages.find(opens)
  if (!first || first.text === '') return null
  const { text } = first
  const spans = sentenceSpans(text, null)
  const last = spans.findIndex(({ end }) => end >= shortest)
  const isCut = excerpts[first.id]?.endsWithin && (last === -1 || last === spans.length - 1)
  const sentence = isCut ? `${text}…` : text.slice(0, spans[last]?.end).trimEnd()
  if (sentence.length <= longest) return sentence
  const cut = sentence.slice(0, longest)
  return `${/\s/u.test(cut) ? cut.replace(/\s+\S*$/u, '') : cut}…`
}
