const closers: Record<string, string> = {
  '“': '”', '„': '“”"', '«': '»', '»': '«', '「': '」', '『': '』', '"': '"', '＂': '＂', '‘': '’', "'": "'’", '‹': '›', '‚': '‘’',
} // prettier-ignore
const single = new Set(["'", '‘', '‚'])
const letter = /[\p{L}\p{N}]/u

/** A part of a text between quotation signs, without them. Offsets in UTF-16 units. */
export type Quoted = { start: number; end: number }

/**
 * What stands in quotation signs, of every language we read. A sign that is never closed quotes to the end: speech of
 * several paragraphs is closed in the last one. One that only closes quotes from the beginning.
 */
export function quotedSpans(text: string): Quoted[] {
  const found: Quoted[] = []
  const first = /^[^“„«»「『"]*?([”」』])/u.exec(text)
  if (first) found.push({ start: 0, end: first[0].length - 1 })
  for (let at = first?.[0].length ?? 0; at < text.length; at++) {
    const close = closers[text.charAt(at)]
    if (close === undefined || !opens(text, at)) continue
    const end = closing(text, at, close)
    if (end === null) continue
    found.push({ start: at + 1, end })
    at = end
  }
  return found
}

/** An apostrophe stands between letters or behind one; a quotation sign before a word. */
function opens(text: string, at: number): boolean {
  return !single.has(text.charAt(at)) || (!letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at + 1)))
}

function closing(text: string, from: number, close: string): number | null {
  const alone = single.has(text.charAt(from))
  for (let at = from + 1; at < text.length; at++)
    if (close.includes(text.charAt(at)) && !(alone && letter.test(text.charAt(at + 1)))) return at
  return alone ? null : text.length
}
