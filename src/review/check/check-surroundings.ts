import { findQuote } from '../../text/find-quote.ts'
import { sentenceSpans } from '../../text/sentences.ts'
import { carries, judgeSurroundings, knowsDenials, type Judged, type Surroundings } from './sense/denied-around.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

/** So far around a quote its sentence is looked for, in UTF-16 units. */
const reach = 600

/**
 * A statement cut out of its denial: the sentence that holds the cited words says that they are not so ("It is not true
 * that …", "… is a hoax"), and ours says them as a fact.
 *
 * Looks at the whole sentence of the outlet, and where it is the first of its passage at a passage before it that ends
 * in a colon.
 */
export function checkSurroundings(statement: Statement): Fault[] {
  const { text, kind, sourceLanguage, readerLanguage } = statement
  const language = sourceLanguage.split('-')[0] ?? 'en'
  if (kind === 'question' || !knowsDenials(language) || !knowsDenials(readerLanguage.split('-')[0] ?? '')) return []
  for (const cited of statement.evidence) {
    const around = surroundingsOf(cited, statement.passages, language)
    // Of several sentences one may be denied and ours be of another.
    const judged = around && sentenceSpans(around.quote, language).length < 2 && judgeSurroundings(around)
    if (around && judged && !carries({ text, language: readerLanguage }, judged, around))
      return [
        {
          check: 'denied',
          message: `the sentence around "${around.quote.slice(0, 60)}" ${judged === 'denied' ? 'says that it is not so' : 'leaves open whether it is so'}`,
        },
      ]
  }
  return []
}

/** How the sentences around the cited words judge them; `null` where no quote is judged. */
export function judgedAround({ evidence, passages, sourceLanguage }: Statement): Judged | null {
  const language = sourceLanguage.split('-')[0] ?? 'en'
  if (!knowsDenials(language)) return null
  for (const cited of evidence) {
    const around = surroundingsOf(cited, passages, language)
    const judged = around && judgeSurroundings(around)
    if (judged) return judged
  }
  return null
}

/** A quote with the rest of its sentence; `null` where the passage does not have it. */
export function surroundingsOf(
  { passage, quote }: Statement['evidence'][number],
  passages: Statement['passages'],
  language: string,
): Surroundings | null {
  const at = passages.findIndex(({ id }) => id === passage)
  const text = passages[at]?.text
  const found = text !== undefined && quote ? findQuote(text, quote) : null
  if (text === undefined || !found) return null
  const from = Math.max(0, found.start - reach)
  const window = text.slice(from, found.end + reach)
  const spans = sentenceSpans(window, language)
  const first = spans.findLast(({ start }) => start + from <= found.start)
  const last = spans.findIndex(({ end }) => end + from >= found.end)
  const begin = from + (first?.start ?? 0)
  const end = from + (spans[last]?.end ?? window.length)
  const next = spans[last + 1]
  return {
    before: (begin === 0 ? colonBefore(passages, at) : '') + text.slice(begin, found.start),
    quote: text.slice(found.start, found.end),
    behind: behindOf(text.slice(found.end, end), next ? window.slice(next.start, next.end) : ''),
    language,
  }
}

/** The end of the passage before, where it hands over to this one. */
function colonBefore(passages: Statement['passages'], at: number): string {
  const before = passages[at - 1]?.text.trimEnd() ?? ''
  return /[:：]$/u.test(before) ? `${before.slice(-300)} ` : ''
}

const pointsBack =
  /^\s*(?:(?:this|that|the claim|it)\s|das |dies |cela |c['’]est |eso |esto |это |这|此|该说法|それ|これ|이는 |그것은 )/iu

/** The rest of a sentence, and the next one where nothing is left of it and that one says what it is worth. */
function behindOf(rest: string, next: string): string {
  if (/[\p{L}\p{N}]/u.test(rest) || !pointsBack.test(next)) return rest
  return ` ${next.trimStart().replace(/^(?:the claim|it)\b/iu, 'that')}`
}
