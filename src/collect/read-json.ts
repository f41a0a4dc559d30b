import { jsonrepair } from 'jsonrepair'
import { DocumentError } from '../errors.ts'

// jsonrepair is written for short texts; a longer one that is broken stays broken.
const mostRepaired = 5_000_000
// It takes the square of the time for brackets that nobody closes, and for quotation marks inside of texts. A feed has about
// five brackets open at one time; of such marks a few hundred when its software escapes none.
const deepestRepaired = 200
const mostStrayQuotes = 2000
const strayQuote = /[^\s:,[{(\\"]\s{0,3}"\s{0,3}[^\s:,\]}"]/gu

/**
 * The part of a text that should be JSON: the text itself, what stands in the brackets of a JSONP call, or behind the signs by which
 * servers keep scripts of others from reading it.
 */
export function jsonOf(text: string): string | null {
  if (/^[{[]/u.test(text)) return text
  const guarded = /^(?:\)\]\}'?,?|while\s?\(1\);|for\s?\(;;\);)\s*(?=[{[])/u.exec(text)
  if (guarded !== null) return text.slice(guarded[0].length)
  const call = /^(?:\/\*\*\/\s*)?[\w.$]{1,60}\s*\(\s*(?=[{[])/u.exec(text)
  return call === null ? null : text.slice(call[0].length)
}

/**
 * Read JSON; text behind its end is dropped, and what is cut off or badly written is mended.
 *
 * @param refuse makes the error for `broken JSON`
 * @throws {DocumentError} when it cannot be mended
 */
export function readJson(text: string, refuse: (what: string) => DocumentError): { value: unknown; repairs: string[] } {
  try {
    return { value: JSON.parse(text), repairs: [] }
  } catch (error) {
    const { first, deepest } = firstValue(text)
    if (first.length < text.trimEnd().length) {
      const value = tryJson(first)
      if (value !== undefined) return { value, repairs: ['text behind the JSON was left out'] }
    }
    const why = error instanceof Error ? error.message.slice(0, 200) : ''
    const message = `${refuse('broken JSON').message}: ${why}`
    if (deepest > deepestRepaired || (first.match(strayQuote)?.length ?? 0) > mostStrayQuotes)
      throw new DocumentError(message)
    return { value: repaired(first, message), repairs: ['broken JSON was mended'] }
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function repaired(text: string, message: string): unknown {
  if (text.length > mostRepaired) throw new DocumentError(message)
  try {
    return JSON.parse(jsonrepair(text))
  } catch (cause) {
    // jsonrepair and deep nesting fail in their own ways: whatever it was, this is no feed that we can read.
    throw new DocumentError(message, { cause })
  }
}

/** From the first bracket to the one that closes it; the whole text when nothing does. `deepest`: brackets open at one time. */
function firstValue(text: string): { first: string; deepest: number } {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if ((sign === '}' || sign === ']') && --depth === 0) return { first: text.slice(0, at + 1), deepest }
  }
  return { first: text, deepest }
}
