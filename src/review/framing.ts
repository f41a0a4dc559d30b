import { findQuote } from '../text/find-quote.ts'
import { cleanLine } from '../text/clean.ts'
import type { Article, FramingNote, ReadingCard } from '../types.ts'
import { cutEvidence } from './prove.ts'
import type { Reply } from './reply.ts'

type Said = Reply['framing'][number]

/**
 * Keep the framing notes that the program can test; the others go.
 *
 * A loaded word has to be one word or a short expression of the outlet's own (not of somebody it quotes). Somebody who is
 * only paraphrased has to be in the text and must not be quoted on the reading card. What is absent comes from a closed
 * list that the card answers, and never of a text that is not whole.
 */
export function proveFraming(notes: Said[], article: Article, card: ReadingCard): FramingNote[] {
  const named = card.speakers.filter((speaker) => speaker.name !== null)
  return notes.flatMap((note): FramingNote[] => {
    if (note.kind === 'absent') {
      const missing = {
        'direct-speech': card.speakers.length === 0,
        'named-speaker': named.length === 0,
        'second-speaker': new Set(named.map((speaker) => speaker.name)).size === 1,
        figure: card.figures.length === 0,
      }
      return article.completeness.verdict === 'whole' && missing[note.what] ? [{ kind: 'absent', what: note.what }] : []
    }
    const evidence = cutEvidence(note, article, new Set())
    if (evidence === null) return []
    if (note.kind === 'paraphrased-only') {
      const quoted = named.some(
        (speaker) => speaker.name?.includes(note.name) || note.name.includes(speaker.name ?? '\0'),
      )
      if (quoted || !findQuote(evidence.quote, note.name)) return []
      return [{ kind: 'paraphrased-only', name: note.name, evidence }]
    }
    const spoken = card.speakers.some(({ quotes }) =>
      quotes.some((one) => one.passage === evidence.passage && one.start <= evidence.start && evidence.end <= one.end),
    )
    const neutral = cleanLine(note.neutral)
    const fits = evidence.quote.length <= 60 && neutral !== '' && neutral.length <= 60 && !/[<>]|https?:/u.test(neutral)
    return fits && !spoken ? [{ kind: 'loaded-word', evidence, neutral }] : []
  })
}
