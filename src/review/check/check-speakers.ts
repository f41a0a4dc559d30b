import type { Term } from '../../types.ts'
import { surroundingsOf } from './check-surroundings.ts'
import { quotedSpans } from './quoted-spans.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

// Who is "she" stands in another sentence, and may be the one we name. Spanish leaves the word out: not looked at.
const pronouns: Record<string, RegExp> = {
  en: /\b(?:he|she|they|him|her|his|their|we|I|it|who)\b/iu,
  de: /\b(?:er|sie|ihr|sein|ihm|ihn)(?:e[mnrs]?)?\b/iu,
  fr: /\b(?:il|elle|ils|elles|lui|leur|son|sa|ses)\b/iu,
}
const speaks = '(?:[^，。；“”]{0,14})(?:说|称|表示|认为|指出|警告|承认|否认|写道|透露|强调|补充|呼吁|坚称)'

/**
 * Somebody else's words or deed: the sentence names a person of the term list whom the cited passages do not name, or as
 * speaker one whom the cited sentence does not, and that sentence names another person and nobody by a pronoun.
 */
export function checkSpeakers(statement: Statement): Fault[] {
  const { text, terms, passages, evidence, sourceLanguage, readerLanguage } = statement
  const language = sourceLanguage.split('-')[0] ?? 'en'
  const pronoun = pronouns[language]
  const people = terms.filter(isPerson)
  const ours = people.filter(({ reader }) => names(text, reader))
  const [cited] = evidence
  if (!pronoun || !readerLanguage.startsWith('zh') || ours.length !== 1 || evidence.length !== 1 || !cited) return []
  const around = surroundingsOf(cited, passages, language)
  const [one] = ours
  if (!around || !one) return []
  const sentence = `${around.before}${around.quote}${around.behind}`
  const theirs = people.filter(({ original }) => named(sentence, original))
  const first = Math.min(...theirs.map(({ original }) => placeOf(sentence, original)))
  if (theirs.length === 0 || theirs.includes(one) || pronoun.test(unquoted(sentence.slice(0, first)))) return []
  const passage = passages.find(({ id }) => id === cited.passage)?.text ?? ''
  const speaking = new RegExp(`(?:${partsOf(one.reader).join('|')})${speaks}`, 'u').test(text)
  if (named(passage, one.original) && !speaking) return []
  return [{ check: 'name', message: `"${one.reader}" stands where the source has "${theirs[0]?.reader ?? ''}"` }]
}

/** A transliterated name of two parts and more: firms and places are mostly translated. */
const isPerson = ({ original, reader }: Term): boolean =>
  /^\p{Lu}[\p{L}’'-]+(?: \p{L}[\p{L}.’'-]*)+$/u.test(original) &&
  /^\p{Script=Han}+(?:[·・]\p{Script=Han}+)+$/u.test(reader)

/** Who is "I" in speech is the one who speaks. */
const unquoted = (text: string): string =>
  quotedSpans(text).reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)

const partsOf = (reader: string): string[] => reader.split(/[·・]/u).filter((part) => part.length > 1)
const names = (text: string, reader: string): boolean => partsOf(reader).some((part) => text.includes(part))
const wordsOf = (original: string): string[] => original.split(/\s+/u).filter((word) => word.length > 2)
const named = (text: string, original: string): boolean => wordsOf(original).some((word) => text.includes(word))

function placeOf(text: string, original: string): number {
  return Math.min(
    ...wordsOf(original)
      .map((word) => text.indexOf(word))
      .filter((at) => at >= 0),
  )
}
