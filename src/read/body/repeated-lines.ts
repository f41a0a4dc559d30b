import { foldLetters } from '../../text/letters.ts'
import type { Line } from './lines.ts'

const shortestQuote = 20
const longestQuote = 200
const shortestWhole = 400
/** A paragraph of fewer letters stands in other texts too. */
const shortestPart = 40
const fewestParts = 3
const wholeShare = 0.6

/**
 * Lines that say again what the text says: a quotation set apart whose words stand in a paragraph, and the whole text in
 * one element, as microdata for machines hold it beside the paragraphs.
 *
 * @param chosen the paragraphs of the text
 */
export function repeatedLines(lines: Line[], chosen: Set<Line>): Set<Line> {
  const found = new Set<Line>()
  const quotes = lines.filter(
    ({ kind, text, index }) => kind === 'quote' && text.length <= longestQuote && !isAnnounced(lines[index - 1]),
  )
  const wholes = [...chosen].filter(({ text, box }) => text.length >= shortestWhole && box.element.name !== 'p')
  if (quotes.length === 0 && wholes.length === 0) return found
  const said = [...chosen].map((line) => ({ line, letters: foldLetters(line.text) }))
  for (const quote of quotes) {
    const letters = foldLetters(quote.text)
    if (letters.length < shortestQuote) continue
    if (
      said.some(
        (one) => one.line.kind !== 'quote' && one.letters.length > letters.length && one.letters.includes(letters),
      )
    )
      found.add(quote)
  }
  for (const whole of wholes) {
    const letters = foldLetters(whole.text)
    const parts = said.filter(
      (one) => one.line !== whole && one.letters.length >= shortestPart && letters.includes(one.letters),
    )
    const size = parts.reduce((sum, one) => sum + one.letters.length, 0)
    if (parts.length >= fewestParts && size >= letters.length * wholeShare) found.add(whole)
  }
  return found
}

/** What "She said:" announces belongs there, though it is said again. */
function isAnnounced(before: Line | undefined): boolean {
  return before !== undefined && /[:：]\s*$/u.test(before.text)
}
