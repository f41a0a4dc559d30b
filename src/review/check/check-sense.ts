import { judgedAround } from './check-surroundings.ts'
import { losesSpeaker } from './sense/attribution.ts'
import { losesDoubt } from './sense/modality.ts'
import { findNegation } from './sense/negation.ts'
import { nearestSentences, sentencesOf, withoutSpeech } from './sense/nearest.ts'
import { changesShare } from './sense/quantity.ts'
import { has, withoutIdle, type Told } from './sense/word-classes.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

/**
 * Advice for the editor: what a rule can suspect of negation, modality, quantity and attribution, not prove.
 *
 * Looks at the words that are cited, where there are any, so that a "not" elsewhere in the passage says nothing.
 */
export function checkSense(statement: Statement, cited: string[]): Fault[] {
  const { text, evidence, kind } = statement
  if (kind === 'question') return []
  const ourText = { text, terms: statement.terms, source: statement.sourceLanguage, reader: statement.readerLanguage }
  // Of ten thousand signs without a quote no word can be held against one sentence.
  if (evidence.every(({ quote }) => !quote) && cited.join('\n').length > longestUnquoted) return []
  const quoted = evidence.flatMap((one) => (one.quote ? [nearestSentences(one.quote, ourText)] : []))
  // Names are made of signs that deny elsewhere: 邓莫尔, 无锡.
  const mask = (said: string, names: string[]): string =>
    names
      .filter((name) => name.length > 1)
      .reduce((left, name) => left.replaceAll(name, '＿'.repeat(name.length)), said)
  const ours: Told = {
    text: mask(
      text,
      statement.terms.map((term) => term.reader),
    ),
    language: statement.readerLanguage,
  }
  const theirs: Told = {
    text: mask(
      withoutSpeech(quoted.length > 0 ? quoted.join('\n') : cited.join('\n'), text),
      statement.terms.map((term) => term.original).filter((name) => name.includes(' ')),
    ),
    language: statement.sourceLanguage,
  }
  return [
    ...negation(ours, theirs, { quoted, cited, statement }),
    ...fault(
      inEach(theirs, (part) => losesDoubt(ours, part)),
      'modality',
      'what may or will happen is told as certain or done',
    ),
    ...fault(changesShare(ours, theirs), 'quantifier', 'a share of them became all, or another share'),
    ...fault(
      kind === 'fact' && inEach(theirs, (part) => losesSpeaker(ours, part, around(cited, quoted))),
      'attribution',
      'what somebody says, expects or disputes is told as a fact',
    ),
  ]
}

/** Whether a denial stands around the cited words and not in them: `checkSurroundings` says whether ours hands it on. */
function isOfSurroundings(statement: Statement, ours: Told, theirs: Told): boolean {
  if (has('denial', theirs) || has('refusal', theirs)) return false
  const judged = judgedAround(statement)
  return judged === 'denied' || (judged !== null && has('possible', withoutIdle(ours)))
}

/** A passage that is longer is read for sense only where words of it are quoted, in UTF-16 units. */
const longestUnquoted = 3000

/** Of several sentences that a sentence of ours may be of, one that says it as we do is enough. */
const inEach = (told: Told, loses: (part: Told) => boolean): boolean =>
  sentencesOf(told.text).every((text) => loses({ ...told, text }))

function fault(broken: boolean, check: string, message: string): Fault[] {
  return broken ? [{ check, message }] : []
}

type Cited = { quoted: string[]; cited: string[]; statement: Statement }

function negation(ours: Told, theirs: Told, { quoted, cited, statement }: Cited): Fault[] {
  // Several quotes are several statements: which of them the sentence denies, no rule can say.
  const found =
    quoted.length < 2
      ? findNegation(ours, theirs, { beside: cited.join('\n'), sentence: around(cited, quoted).sentence })
      : null
  return found === null || isOfSurroundings(statement, ours, theirs)
    ? []
    : [{ check: 'negation', message: `one of sentence and source denies what the other affirms: ${found}` }]
}

/** What stands before the cited words in their sentence, and what follows them there. */
function around(cited: string[], quoted: string[]): { before: string; behind: string; sentence: string } {
  const quote = quoted.length === 1 ? quoted[0] : undefined
  const passage = quote === undefined ? undefined : cited.find((one) => one.includes(quote))
  if (quote === undefined || passage === undefined) return { before: '', behind: '', sentence: '' }
  const at = passage.indexOf(quote)
  const begin = sentencesOf(passage.slice(Math.max(0, at - 200), at + 1))
  const behind = passage.slice(at + quote.length, at + quote.length + 60).split(/[.!?。！？;]/u)
  // A quote that ends its sentence has nobody behind it: the next sentence is another's.
  const ended = /[.!?。！？]["”’»」]?\s*$/u.test(quote)
  const before = (begin.at(-1) ?? '').slice(0, -1)
  return {
    before,
    behind: ended ? '' : (behind[0] ?? ''),
    sentence: `${before}${quote}${ended ? '' : (behind[0] ?? '')}`,
  }
}
