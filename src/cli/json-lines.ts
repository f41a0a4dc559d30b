import type { Readable, Writable } from 'node:stream'
import { DocumentError } from '../errors.ts'

/** The longest line that a filter takes, in UTF-16 units: a page of 10 MB in base64 fits four times. */
const maxLineLength = 64 * 1024 * 1024

/**
 * A filter from JSON lines to JSON lines, in input order. A line that fails is answered `{"id":…,"error":…}` and the
 * rest goes on.
 *
 * @param answer gives the object for one input object; `id` is put in front of it
 * @returns how many lines failed
 */
export async function filterJsonLines(
  input: Readable,
  output: Writable,
  answer: (line: Record<string, unknown>) => unknown,
): Promise<number> {
  let failed = 0
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue
    const result = await answerLine(line, answer)
    if (result.failed) failed++
    if (!output.write(`${result.text}\n`)) await new Promise((resolve) => output.once('drain', resolve))
  }
  return failed
}

async function answerLine(
  line: string,
  answer: (line: Record<string, unknown>) => unknown,
): Promise<{ text: string; failed: boolean }> {
  let id: unknown = null
  try {
    if (line.length > maxLineLength)
      throw new RangeError(`Cannot read a line of ${line.length} characters: at most ${maxLineLength} are allowed`)
    const asked: unknown = JSON.parse(line)
    if (asked === null || typeof asked !== 'object' || Array.isArray(asked)) {
      throw new TypeError(`Cannot read line "${line.slice(0, 80)}": expected a JSON object`)
    }
    id = (asked as { id?: unknown }).id ?? null
    const answered = (await answer(asked as Record<string, unknown>)) as Record<string, unknown>
    return { text: JSON.stringify({ id, ...answered, ...(id === null ? {} : { id }) }), failed: false }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    // A page that is no article says what it is instead.
    const verdict =
      error instanceof DocumentError && error.completeness ? { passages: [], completeness: error.completeness } : {}
    return { text: JSON.stringify({ id, error: said, ...verdict }), failed: true }
  }
}

// Split on \n only: node:readline also splits on U+2028 and U+2029, which are legal inside JSON strings.
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let parts: string[] = []
  input.setEncoding('utf8')
  for await (const chunk of input) {
    const pieces = String(chunk).split('\n')
    for (const piece of pieces.slice(0, -1)) {
      parts.push(piece)
      yield parts.join('')
      parts = []
    }
    parts.push(pieces.at(-1) ?? '')
  }
  if (parts.length > 0) yield parts.join('')
}
