import type { Term } from '../../../types.ts'
import { readDates } from '../../figures/dates.ts'
import { readFigures } from '../../figures/read-figures.ts'

// No sentence ends behind a title or an initial: "Mr. Haverling", "J. Reyes".
const sentenceEnd =
  /(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Prof|Jr|No|vs|\p{Lu}))[.!?]["”’]?)\s+(?=[\p{Lu}\p{Script=Hangul}“"«„¿¡])|(?<=[。！？][”」]?)/u

/** The sentences of a text, in order. */
export const sentencesOf = (text: string): string[] => text.split(sentenceEnd).filter((one) => one.trim() !== '')

// What "after", "while" and a semicolon part tells of another event, and its "not" or "expected" of that one.
const otherEvent =
  /;\s|；|,?\sand (?=(?:signal|hint|suggest|warn)\p{L}* )|,\s(?=(?:after|when|while|whereas|nachdem|während|après (?:que|avoir)|alors que|tandis que|después de|mientras)\s)/iu
const clausesOf = (sentence: string): string[] => sentence.split(otherEvent).filter((one) => one.trim() !== '')

/** A sentence of the review, with what it takes to find its match. `source` and `reader` are BCP 47. */
export type Aligned = { text: string; terms: Term[]; source: string; reader: string }

// Beyond this a passage is no citation of a sentence, and reading its figures costs more than the advice is worth.
const longest = 1200

/**
 * The sentences and clauses of a citation that share a name, a figure, a day or quoted words with ours, so that a "not" or a "may" in
 * the sentence beside them says nothing. The whole citation where no sentence shares any.
 */
export function nearestSentences(cited: string, ours: Aligned): string {
  if (cited.length > longest) return cited
  const sentences = sentencesOf(cited).flatMap(clausesOf)
  if (sentences.length < 2) return cited
  const marks = marksOf(ours.text, ours.reader)
  const named = ours.terms.filter(({ reader }) => reader.split(/[·・]/u).some((part) => says(ours.text, part)))
  const near = sentences.filter((sentence) => {
    const theirs = marksOf(sentence, ours.source)
    return (
      named.some(({ original }) => original.split(/\s+/u).some((word) => word.length > 3 && sentence.includes(word))) ||
      named.some(({ original }) => sentence.includes(original)) ||
      [...marks].some((mark) => theirs.has(mark))
    )
  })
  return near.length === 0 ? cited : near.join(' ')
}

const speech = /[“«„「『][^”»“」』]{2,}[”»“」』]|"[^"]{2,}"/gu
const quotesSomebody = /[“"「『]|[说称]|表示|指出|认为|写道|透露|承认|\bsa(?:id|ys?)\b|\btold\b|according/iu
/** Below this a citation is all speech, and the sentence can only be of it. */
const enoughBeside = 40

/** A citation without its direct speech, for a sentence of ours that quotes nobody: what is hedged in speech is not hedged beside it. */
export function withoutSpeech(cited: string, ours: string): string {
  if (quotesSomebody.test(ours)) return cited
  const beside = cited.replace(speech, ' ')
  const length = beside.replace(/\s/gu, '').length * (/[\p{Script=Han}\p{Script=Hangul}]/u.test(beside) ? 2 : 1)
  return length >= enoughBeside ? beside : cited
}

const says = (text: string, part: string): boolean => part.length > 1 && text.includes(part)

/** Figures and dates of a text as comparable words, and whether somebody is quoted in it. */
function marksOf(text: string, language: string): Set<string> {
  const dates = readDates(text, language)
  const figures = readFigures(dates.rest, language).filter(({ value, vague }) => !vague && value > 2)
  const days = { y: dates.years, m: dates.months, d: dates.days, w: dates.weekdays, r: dates.relative, p: dates.parts }
  return new Set([
    ...figures.map(({ value }) => `f${Number(value.toPrecision(6))}`),
    ...Object.entries(days).flatMap(([grain, set]) => [...set].map((one) => `${grain}${one}`)),
    ...(/[“「„«]|"\p{L}/u.test(text) ? ['quoted'] : []),
    ...(/周末|week-?end|Wochenende|fin de semana|週末|주말/iu.test(text) ? ['weekend'] : []),
  ])
}
