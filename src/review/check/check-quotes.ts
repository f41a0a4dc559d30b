import { findQuote } from '../../text/find-quote.ts'
import { sentenceSpans, type Span } from '../../text/sentences.ts'
import { quotedSpans } from './quoted-spans.ts'
import { simplify } from './simplified.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }
type Passage = Statement['passages'][number]

const verbs =
  '[说道称]|表示|指出|强调|警告|承认|写道|回应|坦言|直言|感叹|呼吁|补充|透露|反驳|回忆|承诺|保证|解释|喊|问|答|says?|said|told \\w+|added|warned|wrote|insisted'
// Behind a colon, behind a verb of saying, or a sentence with its stop inside the signs.
const spoken = new RegExp(
  `(?:[:：]|(?:${verbs})\\s*[，,]?)\\s*[“"「]([^”"」]{5,})[”"」]|[“"「]([^”"」]{5,}[。！？.!?,，])[”"」]`,
  'gu',
)

/** The cited words stand in the cited passage, and direct speech is direct speech there too. */
export function checkQuotes(statement: Statement, cited: string[]): Fault[] {
  const faults: Fault[] = []
  for (const { passage, quote } of statement.evidence) {
    if (!quote) continue
    const text = statement.passages.find((one) => one.id === passage)?.text
    const found = text !== undefined && findQuote(text, quote) !== null
    if (!found && !cited.some((one) => findQuote(one, quote) !== null))
      faults.push({ check: 'quote', message: `the cited words "${quote.slice(0, 60)}" are not in ${passage}` })
  }
  return [...faults, ...checkSpeech(statement)]
}

function checkSpeech(statement: Statement): Fault[] {
  const speech = Array.from(statement.text.matchAll(spoken), (match) => match[1] ?? match[2] ?? '')
  if (speech.length === 0) return []
  const altered = isSameLanguage(statement) && speech.find((said) => !isSaidIn(said, statement.passages))
  if (altered) return [{ check: 'quote', message: `"${altered}" is given as speech in words that the source lacks` }]
  const room = roomForSpeech(statement)
  const long = speech.find((said) => said.length > room)
  return long === undefined
    ? []
    : [{ check: 'quote_marks', message: `"${long}" is given as speech, and the cited sentence quotes nobody with it` }]
}

const main = (language: string): string | undefined => language.split('-')[0]
// Traditional signs are told in simplified ones: other signs, and no other words.
const isSameLanguage = ({ sourceLanguage, readerLanguage }: Statement): boolean =>
  main(sourceLanguage) === main(readerLanguage) && !/Hant|TW|HK|MO/u.test(sourceLanguage)

/** In one language speech is repeated to the letter; "……" leaves out, and stops end it. */
function isSaidIn(said: string, passages: Passage[]): boolean {
  const parts = said.split(/…+|\.{3,}/u).map((part) => part.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, ''))
  const stands = (part: string): boolean =>
    passages.some(
      ({ text }) => findQuote(text, part) !== null || findQuote(simplify(text, 't'), simplify(part, 't')) !== null,
    )
  return parts.every((part) => part === '' || stands(part))
}

/** How many times the signs of the source a translation may have, and signs that any translation may have. */
const widest = 2.5
const least = 8
/** Signs of Chinese that a sign of another script makes, about: five letters and a space of a Latin word are two. */
const signsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\p{Script=Latin}\s]/u.test(sign) ? 0.35 : 1), 0)

/**
 * So long may direct speech be by what the cited sentences quote; `0` where they quote nothing. Names and terms in
 * quotation signs make no speech of the sentence around them.
 */
function roomForSpeech({ evidence, passages, sourceLanguage, readerLanguage }: Statement): number {
  const quoted = evidence.map(({ passage, quote }) => {
    const text = passages.find(({ id }) => id === passage)?.text ?? ''
    const cited = sentencesAround(text, { quote, language: sourceLanguage })
    const spans = quotedSpans(text)
    // Speech goes on behind "she said": what else the passage quotes is room for it too.
    if (!spans.some(({ start, end }) => start < cited.end && cited.start < end)) return 0
    return spans.reduce((sum, { start, end }) => sum + signsOf(text.slice(start, end)), 0)
  })
  const signs = Math.max(0, ...quoted)
  const perSign = readerLanguage.startsWith('zh') ? 1 : 3
  return signs === 0 ? 0 : (signs * widest + least) * perSign
}

/** A citation longer than this holds the words that it is of, or stands beside them. */
const wholeCitation = 12
const beside = 4

/** The cited words with the rest of their sentences; alone where they are many and no quotation sign stands beside them. */
function sentencesAround(text: string, { quote, language }: { quote: string | null; language: string }): Span {
  const found = quote ? findQuote(text, quote) : null
  if (!found) return { start: 0, end: text.length }
  const touches = ({ start, end }: Span): boolean => start - beside < found.end && found.start < end + beside
  if (found.end - found.start >= wholeCitation && !quotedSpans(text).some(touches)) return found
  const touched = sentenceSpans(text, language).filter(({ start, end }) => start < found.end && found.start < end)
  return { start: touched[0]?.start ?? found.start, end: touched.at(-1)?.end ?? found.end }
}
