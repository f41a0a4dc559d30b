import { findAddressing } from '../prompt.ts'
import type { Statement } from './check-claim.ts'
import { words } from './data/sense-words.ts'

type Fault = { check: string; message: string }

/**
 * Advice for the editor: what a rule can suspect of negation, modality, quantity and attribution, not prove.
 *
 * Looks at the words that are cited, where there are any, so that a "not" elsewhere in the passage says nothing.
 */
export function checkSense(statement: Statement, cited: string[]): Fault[] {
  const { text, evidence, passages, kind } = statement
  if (kind === 'question') return []
  const quoted = evidence.flatMap((one) => (one.quote ? [one.quote] : []))
  const source = quoted.length > 0 ? quoted.join('\n') : cited.join('\n')
  const sentences = cited.flatMap((passage) => sentencesWith(passage, quoted)).join('\n') || cited.join('\n')
  const faults: Fault[] = []
  // Several quotes are several statements: which of them the sentence denies, no rule can say.
  if (quoted.length < 2 && differsInNegation(text, source))
    faults.push({ check: 'negation', message: 'one of sentence and source denies what the other affirms' })
  if (words.unsure.test(source) && words.certain.test(text) && !words.hedged.test(text))
    faults.push({ check: 'modality', message: 'what may or will happen is told as certain or done' })
  if (words.some.test(source) && words.all.test(text) && !words.someToo.test(text))
    faults.push({ check: 'quantifier', message: 'some or most became all' })
  if (kind === 'fact' && words.contested.test(sentences) && !words.attributed.test(text))
    faults.push({ check: 'attribution', message: 'what somebody says, expects or disputes is told as a fact' })
  const refused = new Set(
    findAddressing(passages.map((one) => ({ ...one, kind: 'paragraph' as const }))).map(({ id }) => id),
  )
  if (evidence.some((one) => refused.has(one.passage)))
    faults.push({ check: 'injection', message: 'the cited passage speaks to software' })
  return faults
}

/** The sentences of a passage in which the cited words stand; the whole passage where nothing is cited. */
function sentencesWith(passage: string, quotes: string[]): string[] {
  const sentences = passage.split(/(?<=[.!?]["”’]?)\s+(?=[\p{Lu}“"«„])|(?<=[。！？][”」]?)/u)
  return sentences.filter((sentence) => quotes.some((quote) => sentence.includes(quote) || quote.includes(sentence)))
}

const longSource = 160

// The sign of a text is turned by each word that denies; pairs such as reject and accept count as one turn.
function differsInNegation(text: string, source: string): boolean {
  if (words.antonyms.some(([yes, no]) => (yes.test(text) && no.test(source)) || (no.test(text) && yes.test(source))))
    return true
  // A long sentence has clauses that the statement leaves out, and their denials with them.
  if (source.length > longSource) return false
  const ours = words.denialsHere.test(text)
  const theirs = words.denialsThere.test(source)
  if (ours === theirs) return false
  // A denial may hide in a word: 拒绝 for "refused", 停火 for "cease-fire"; then neither side is counted.
  return !words.halfDenials.test(text) && !words.halfDenials.test(source)
}
