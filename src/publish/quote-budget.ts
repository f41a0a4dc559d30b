import type { Article, Evidence } from '../types.ts'
import { isRun } from './word-runs.ts'

/**
 * The most that an excerpt quotes in all: 600 UTF-16 units or a quarter of the text, whichever is less, and no quote
 * over 240. German courts look at the share as well as the length; Google's snippet is 160 to 300 signs.
 */
const excerpt = { most: 600, share: 0.25, quote: 240 }

/** How many UTF-16 units of an article may be quoted. */
export function mostQuoted({ passages }: Article): number {
  const whole = passages.reduce((sum, passage) => sum + passage.text.length, 0)
  return Math.min(excerpt.most, Math.floor(whole * excerpt.share))
}

/** Why nothing is quoted of a text of which excerpts may be shown. */
export type Unquoted = 'unread' | 'tooShort' | 'notChosen'

/**
 * `unread`: there are no words. `tooShort`: none of its passages, cut as a quote is, fits into what may be quoted; headings
 * are no quotes. `notChosen`: one would fit, but neither card nor review names any.
 */
export function whyUnquoted(article: Article): Unquoted {
  const { passages, standfirst } = article
  if (passages.length === 0 && standfirst === null) return 'unread'
  const most = mostQuoted(article)
  const fits = passages.some(({ kind, text }) => kind !== 'heading' && shorten(text).length <= most)
  return fits ? 'notChosen' : 'tooShort'
}

/** What may still be quoted of one article. */
export type Budget = {
  take(text: string): boolean
  cut(evidence: Evidence[]): Evidence[]
  point(evidence: Evidence[]): Evidence[]
  /** What is quoted of each passage, with its place in it. */
  quoted: Map<string, Evidence>
}

const longestName = 48

/** A name, a figure or a date is a fact and no quote, up to 48 UTF-16 units and less than eight words: 48 letters of Chinese are a sentence. */
export function isName(text: string): boolean {
  return text.length <= longestName && !isRun(text)
}

/** `quotes`: whether anything may be quoted at all. */
export function createBudget(article: Article, quotes: boolean): Budget {
  let left = quotes ? mostQuoted(article) : 0
  const quoted = new Map<string, Evidence>()
  const taken = new Set<string>()
  const take = (text: string): boolean => {
    if (!quotes || text.length > excerpt.quote) return false
    if (taken.has(text)) return true
    if (text.length > left) return false
    left -= text.length
    taken.add(text)
    return true
  }
  const cut = (evidence: Evidence[]): Evidence[] =>
    evidence.flatMap((one) => {
      if (!quotes) return []
      const quote = shorten(one.quote)
      // One quote of a passage stands for the passage; a second one would need the words between to make sense.
      const before = quoted.get(one.passage)?.quote
      if (before !== undefined) {
        const at = before.indexOf(quote)
        return at === -1 ? [] : [{ passage: one.passage, quote, start: at, end: at + quote.length }]
      }
      if (quote === '' || !take(quote)) return []
      quoted.set(one.passage, { ...one, quote, end: one.start + quote.length })
      return [{ passage: one.passage, quote, start: 0, end: quote.length }]
    })
  const point = (evidence: Evidence[]): Evidence[] =>
    evidence.flatMap((one) => {
      if (!quotes || !isName(one.quote)) return []
      const at = Math.max(0, quoted.get(one.passage)?.quote.indexOf(one.quote) ?? 0)
      return [{ passage: one.passage, quote: one.quote, start: at, end: at + one.quote.length }]
    })
  return { take, cut, point, quoted }
}

/**
 * The head of a quote, ending where a word ends, so that it stays an exact quote; never between two signs of a number,
 * as "1" is no head of "1.900", and not before the unit of one, as "0.2" is none of "0.2 per cent".
 */
function shorten(quote: string): string {
  if (quote.length <= excerpt.quote) return quote
  const head = quote.slice(0, excerpt.quote)
  const ends = [...head.matchAll(/\s|[，。、；](?!\p{N})/gu)].map((match) => match.index)
  const end = ends.at(-1) ?? 0
  if (end > 80)
    return head
      .slice(0, end)
      .replace(/\s+[\p{N}.,]+$/u, '')
      .trimEnd()
  return head.replace(/[\p{N}.,，：:]+$/u, '').toWellFormed()
}
