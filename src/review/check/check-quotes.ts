import { findQuote } from '../../text/find-quote.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

// Quotation signs of every language we read, single ones only where they cannot be an apostrophe.
const anySigns = /["“”„«»「」『』]|(?<![\p{L}])['‘]\p{L}|[\p{L}.,!?]['’](?![\p{L}])/u
const spoken =
  /(?:[说道称：:]|表示|指出|强调|警告|承认|写道|回应|said|says|told \w+|added)\s*[:：，,]?\s*[“"「]([^”"」]{5,})[”"」]|[“"「]([^”"」]{5,}[。！？.!?,，])[”"」]/u

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
  const speech = spoken.exec(statement.text)
  if (speech && !cited.some((text) => anySigns.test(text)))
    faults.push({
      check: 'quote_marks',
      message: `"${speech[1] ?? speech[2]}" is given as speech, and the passage quotes nobody`,
    })
  return faults
}
