import { findQuote } from '../../text/find-quote.ts'
import type { Statement } from './statement.ts'

/** A passage longer than this is read around the cited words first, in UTF-16 units; so far on each side of them. */
const longPassage = 3000
const around = 800
/** So far around a number of the claim where no words are cited, and so much of the passage at most. */
const aroundNumber = 300
const mostOfIt = 0.6

type Span = { start: number; end: number }

/**
 * What of a long passage is likely to prove a sentence: the words around its quote, or around its numbers. All of a
 * passage that is short, or of which nothing is found.
 */
export function nearClaim(text: string, { evidence, text: claim }: Statement): string {
  if (text.length <= longPassage) return text
  const found = evidence.flatMap(({ quote }) => (quote ? [findQuote(text, quote)] : [])).filter((one) => one !== null)
  if (found.length > 0) return cut(text, found, around)
  const near = cut(text, sameNumbers(text, claim), aroundNumber)
  return near === '' || near.length > text.length * mostOfIt ? text : near
}

const numbers = /\d+(?:[.,\u00a0\u202f ]\d+)*/gu
/** 12,400, 1.24万 and 12 400 are written with the same figures: 124. */
const figuresOf = (number: string): string => number.replace(/\D/gu, '').replace(/^0+|0+$/gu, '')

function sameNumbers(text: string, claim: string): Span[] {
  const ours = new Set((claim.match(numbers) ?? []).map(figuresOf))
  if (ours.size === 0) return []
  return [...text.matchAll(numbers)]
    .filter(([number]) => ours.has(figuresOf(number)))
    .map(({ index, 0: number }) => ({ start: index, end: index + number.length }))
}

/** The pieces of a text around places in it, those that touch as one. */
function cut(text: string, places: Span[], margin: number): string {
  const pieces: Span[] = []
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(0, start - margin), end + margin]
    const last = pieces.at(-1)
    if (last && from <= last.end) last.end = Math.max(last.end, to)
    else pieces.push({ start: from, end: to })
  }
  return pieces.map(({ start, end }) => text.slice(start, end)).join('\n')
}
