import { cleanLine } from '../text/clean.ts'
import { findQuote } from '../text/find-quote.ts'
import type { Article, Evidence, FramingNote, ReadingCard } from '../types.ts'
import { mayBeSpeech, mayNameOthers, speechSentences } from './card/who-speaks.ts'
import { readNumbers } from './figures/numbers.ts'
import { cutEvidence } from './prove.ts'
import type { Reply } from './reply.ts'

type Said = Reply['framing'][number]
type Absent = Extract<Said, { kind: 'absent' }>['what']

/**
 * Keep the framing notes that the program can test; the others go.
 *
 * A loaded word has to be one word or a short expression of the outlet's own (not of somebody it quotes). Somebody who is
 * only paraphrased has to stand beside a verb of speech, and no words in quotation signs near the name, whoever's they
 * are. What is absent comes from a closed list, never of a text that is not whole, and only where nothing in the text
 * could be the thing: the card leaves out what it is not sure of, so a gap on the card is no proof.
 */
export function proveFraming(notes: Said[], article: Article, card: ReadingCard): FramingNote[] {
  return notes.flatMap((note): FramingNote[] => {
    if (note.kind === 'absent') return isAbsent(note.what, article, card) ? [{ kind: 'absent', what: note.what }] : []
    const evidence = cutEvidence(note, article, new Set())
    if (evidence === null) return []
    if (note.kind === 'paraphrased-only')
      return isOnlyParaphrased(note.name, { evidence, article, card })
        ? [{ kind: 'paraphrased-only', name: note.name, evidence }]
        : []
    const neutral = cleanLine(note.neutral)
    const fits = evidence.quote.length <= 60 && neutral !== '' && neutral.length <= 60 && !/[<>]|https?:/u.test(neutral)
    const same = neutral.toLowerCase() === evidence.quote.toLowerCase()
    return fits && !same && !isSpoken(evidence, article, card) ? [{ kind: 'loaded-word', evidence, neutral }] : []
  })
}

function isAbsent(what: Absent, article: Article, card: ReadingCard): boolean {
  if (article.completeness.verdict !== 'whole') return false
  const names = [...new Set(card.speakers.map((speaker) => speaker.name))]
  const speech = mayBeSpeech(article.passages)
  if (what === 'direct-speech') return names.length === 0 && speech.length === 0
  if (what === 'named-speaker') return names.length === 0 && speech.length === 0 && !mayNameOthers(article, null)
  if (what === 'second-speaker') {
    const [only] = names
    const told = card.speakers.flatMap(({ quotes }) => quotes.map(({ quote }) => quote))
    const allTold = speech.every(({ quote }) => told.includes(quote))
    return names.length === 1 && typeof only === 'string' && allTold && !mayNameOthers(article, only)
  }
  const language = article.language ?? 'en'
  return card.figures.length === 0 && article.passages.every(({ text }) => hasNoNumber(text, language))
}

function hasNoNumber(text: string, language: string): boolean {
  return !/\p{N}/u.test(text) && readNumbers(text, language).length === 0
}

type Named = { evidence: Evidence; article: Article; card: ReadingCard }

function isOnlyParaphrased(name: string, { evidence, article, card }: Named): boolean {
  if (!findQuote(evidence.quote, name)) return false
  const parts = [name, ...name.split(/[\s·・]+/u).filter((part) => part.length >= 2)]
  const mentions = (text: string): boolean => parts.some((part) => text.includes(part))
  if (card.speakers.some((speaker) => speaker.name !== null && mentions(speaker.name))) return false
  if (!speechSentences(article)?.some((one) => one.passage === evidence.passage && mentions(one.text))) return false
  // Whose words stand beside the name the card may not know: then nothing is said of them.
  const near = new Set(
    article.passages
      .flatMap(({ text }, at) => (mentions(text) ? [at - 1, at, at + 1] : []))
      .map((at) => article.passages[at]?.id),
  )
  return !mayBeSpeech(article.passages).some(({ passage }) => near.has(passage))
}

function isSpoken(evidence: Evidence, article: Article, card: ReadingCard): boolean {
  const onCard = card.speakers.some(({ quotes }) =>
    quotes.some((one) => one.passage === evidence.passage && one.start <= evidence.start && evidence.end <= one.end),
  )
  return (
    onCard ||
    mayBeSpeech(article.passages).some((one) => one.passage === evidence.passage && one.quote.includes(evidence.quote))
  )
}
