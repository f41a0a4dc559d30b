import type { Readable, Writable } from 'node:stream'
import { DocumentError } from '../errors.ts'

/** The longest line that a filter takes, in bytes: a page of 10 MB in base64 fits four times. */
const longestLine = 64 * 1024 * 1024

/**
 * A filter from JSON lines to JSON lines, in input order. A line that fails is answered `{"id":…,"error":…}` and the
 * rest goes on.
 *
 * @param answer gives the object for one input object; `id` is put in front of it
 * @param maxBytes of a line; what is longer is not kept in memory, and its line fails
 * @returns how many lines failed
 */
export async function filterJsonLines(
  { input, output }: { input: Readable; output: Writable },
  answer: (line: Record<string, unknown>) => unknown,
  maxBytes = longestLine,
): Promise<number> {
  let failed = 0
  for await (const line of linesOf(input, maxBytes)) {
    if (line?.trim() === '') continue
    const result = line === null ? tooLong(maxBytes) : await answerLine(line, answer)
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

const tooLong = (maxBytes: number): { text: string; failed: boolean } => ({
  text: JSON.stringify({ id: null, error: `Cannot read a line of more than ${maxBytes} bytes` }),
  failed: true,
})

/**
 * The lines of a stream of bytes; `null` for one that is too long. Split on \n only: node:readline also splits on U+2028 and
 * U+2029, which are legal inside JSON strings. Bytes are put together first and decoded once: a page comes in many chunks.
 */
async function* linesOf(input: Readable, maxBytes: number): AsyncGenerator<string | null> {
  let parts: Buffer[] = []
  let bytes = 0
  const keep = (part: Buffer): void => {
    bytes += part.length
    if (bytes > maxBytes) parts = []
    else parts.push(part)
  }
  const take = (): string | null => {
    const line = bytes > maxBytes ? null : Buffer.concat(parts, bytes).toString('utf8')
    parts = []
    bytes = 0
    return line
  }
  for await (const chunk of input) {
    let rest: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      keep(rest.subarray(0, end))
      yield take()
      rest = rest.subarray(end + 1)
    }
    keep(rest)
  }
  if (bytes > 0) yield take()
}
