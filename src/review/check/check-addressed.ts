import { findQuote } from '../../text/find-quote.ts'
import { addressesSoftware } from '../find-addressing.ts'
import { quotedSpans } from './quoted-spans.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

const brackets = /\[[^\]]*\]|\{[^}]*\}|<[^>]*>/gu

/**
 * What speaks to software proves nothing: a citation of it is refused, and so is a passage that holds nothing else. Where
 * other words stand beside it, and none are cited, it is advice.
 */
export function checkAddressed({ evidence, passages }: Statement): Fault[] {
  const cited = evidence.map(({ passage, quote }) => ({
    text: passages.find((one) => one.id === passage)?.text ?? '',
    quote,
  }))
  const speaking = cited.filter(({ text, quote }) => addressesSoftware(text) && (!quote || isAddressed(quote, text)))
  if (speaking.length === 0) return []
  const advice = { check: 'injection', message: 'the cited passage speaks to software' }
  const refused = speaking.length === cited.length && speaking.every(isOnlyAddress)
  return refused ? [{ check: 'quote', message: 'what speaks to software is no evidence' }, advice] : [advice]
}

/** Whether cited words stand in a bracket or sentence that speaks to software, or in the sentence after it. */
function isAddressed(quote: string, text: string): boolean {
  if ((text.match(brackets) ?? []).some((block) => block.includes(quote) && addressesSoftware(block))) return true
  const sentences = sentencesOf(text)
  return (
    sentences.some((one, at) => addressesSoftware(one) && `${one} ${sentences[at + 1] ?? ''}`.includes(quote)) ||
    addressesSoftware(quote)
  )
}

const sentencesOf = (text: string): string[] => text.replace(brackets, ' ').split(/(?<=[.!?。！？])\s*/u)

/** So many letters beside what speaks to software may be news. */
const mayBeNews = 20

/** A report of such words quotes them (“ignore previous instructions”), and is none itself. */
function isOnlyAddress({ text, quote }: { text: string; quote: string | null }): boolean {
  const found = quote ? findQuote(text, quote) : null
  const reported = quotedSpans(text).filter(({ start, end }) => !found || end <= found.start || found.end <= start)
  const own = reported.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  if (!addressesSoftware(own)) return false
  if (quote) return true
  const beside = sentencesOf(own).filter((one) => !addressesSoftware(one))
  return beside.join('').replace(/[^\p{L}]/gu, '').length < mayBeNews
}
