import { measureLength } from '../../text/length.ts'
import { lettersAlone } from '../../text/letters.ts'
import type { Weighed } from './ending.ts'
import type { Facts } from './facts.ts'

/** What other accounts of the text say: signs, the share missing, and whether one of them agrees that this is all. */
export type Accounts = { signs: Weighed[]; shareMissing: number | null; agrees: boolean }

const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu
/** Letters of a word where no space ends it, about what Thai has. */
const lettersOfWord = 5

/** A time to read below this is an outlet's rounding, and says nothing. */
const fewestMinutes = 3
/** Words and characters a minute: outlets count with 180 to 280 (ours: `text/reading-minutes`), and pictures with seconds. */
const usual = 230
const slowest = 70

/** Words and characters together; what is written without spaces counts by its letters. */
export function size(text: string): number {
  const { words, characters } = measureLength(text)
  return words + characters + Math.floor((text.match(unspaced)?.length ?? 0) / lettersOfWord)
}

/**
 * Hold the text against the outlet's `articleBody`, its own count of words and the feed's text.
 *
 * A longer `articleBody` alone says little, as outlets put captions and boxes into it: it counts when it goes on after the
 * place where the text ends. A count that is near the number of letters was a count of letters.
 */
export function compareAccounts({ passages, metadata, item }: Facts, length: number): Accounts {
  const text = passages.map((passage) => passage.text).join('\n')
  const signs: Weighed[] = []
  const missing: number[] = []
  const longer = (code: string, whole: number, weight: number): void => {
    signs.push({ code, detail: `${length} of ${whole}`, weight })
    missing.push(Math.round((1 - length / whole) * 100) / 100)
  }
  const body = strip(metadata.articleBody ?? '')
  const rest = restOf(
    body,
    passages.map((passage) => passage.text),
  )
  if (rest !== null && rest > 25 && rest > length * 0.08)
    longer('shorter-than-article-body', length + rest, rest > length * 0.25 ? 2 : 0.75)
  else if (rest === null && size(body) > length * 1.5 + 40) longer('shorter-than-article-body', size(body), 1.5)
  const declared = metadata.declaredWords ?? 0
  const letters = declared > length * 2.5 ? text.replace(/\s/gu, '').length : 0
  const isLetters = declared > length * 2.5 && declared > letters * 0.88 && declared < letters * 1.3
  const counted = isLetters ? letters : length
  const nearly = Math.abs(declared - counted) <= Math.max(12, counted * 0.12)
  if (declared > counted * 1.3 + 60)
    longer('shorter-than-declared', Math.round((declared / counted) * length), declared > counted * 1.6 + 60 ? 1.5 : 1)
  const minutes = metadata.declaredMinutes ?? 0
  if (minutes >= fewestMinutes && length < minutes * slowest) longer('shorter-than-declared', minutes * usual, 1.5)
  const feed = strip(item?.content ?? '')
  if (size(feed) > length * 1.2 + 30) longer('shorter-than-feed', size(feed), 2)
  const agrees = declared > 0 && nearly && length >= 100 && missing.length === 0
  return { signs, shareMissing: missing.length > 0 ? Math.max(...missing) : null, agrees }
}

function strip(html: string): string {
  return html.replace(/<[^>]{0,2000}>/gu, ' ').replace(/\s+/gu, ' ')
}

const key = (text: string): string => lettersAlone(text).toLowerCase()

/** Words and characters of a longer account after the place where the last passages stand in it; `null` when they do not. */
function restOf(account: string, passages: string[]): number | null {
  if (account.length < 100) return null
  const folded = key(account)
  for (const passage of passages.slice(-5).toReversed()) {
    const tail = key(passage).slice(-40)
    if (tail.length < 20) continue
    const at = folded.lastIndexOf(tail)
    if (at >= 0) return Math.round(size(account) * (1 - (at + tail.length) / folded.length))
  }
  return null
}
