import type { Span } from './sentences.ts'

/** Words in quotation signs, without the signs; `depth` 2 and more for a quotation inside another. */
export type Quoted = Span & { depth: number }

/** What closes a quotation, by the sign that opens it; “ closes after „ alone, ” and ’ open too where Swedish and Finnish do. */
const closers: Record<string, string> = {
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"',
  '‘': "’'",
  '‚': '‘’',
  '’': '’',
  "'": "'",
}
/** Signs that are an apostrophe, an inch or a closing sign behind a letter, and open only before a word. */
const doubtful = /["”’'»]/u
const letter = /[\p{L}\p{M}\p{N}]/u

/** The quotations of a text in the order they open; one that nothing closes goes on to the end (speech of several paragraphs). */
export function quotationSpans(text: string): Quoted[] {
  const found: Quoted[] = []
  const open: { span: Quoted; closer: string; at: number | null }[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    const last = open.at(-1)
    if (!(sign in closers) && !last?.closer.includes(sign)) continue
    if (last && (last.at === null ? last.closer.includes(sign) : last.at === at)) {
      last.span.end = at
      open.pop()
      continue
    }
    if (!opens(text, at)) continue
    const closesAt = isSingle(sign) ? singleClose(text, at) : null
    if (isSingle(sign) && closesAt === null) continue
    const span = { start: at + 1, end: text.length, depth: open.length + 1 }
    open.push({ span, closer: closers[sign] ?? '', at: closesAt })
    found.push(span)
  }
  return found
}

/** Nobody speaks longer than this between single signs, and a hostile text is not read for each of them again. */
const longest = 3000

const isSingle = (sign: string): boolean => /[‘‚’']/u.test(sign)

function opens(text: string, at: number): boolean {
  if (!doubtful.test(text.charAt(at))) return text.charAt(at) in closers
  return !letter.test(text.charAt(at - 1)) && /^[\p{L}\p{N}¿¡(…]/u.test(text.slice(at + 1, at + 3))
}

/**
 * Where a single quotation closes: an apostrophe has a letter behind it, and the possessive of a plural (the workers’ leader)
 * goes on in a small letter. A sign behind a full stop or comma is no possessive. `null` where nothing closes it.
 */
function singleClose(text: string, at: number): number | null {
  const closer = closers[text.charAt(at)] ?? ''
  let first: number | null = null
  for (let next = at + 2; next < Math.min(text.length, at + longest); next++) {
    const sign = text.charAt(next)
    if (sign === '‘' && !closer.includes(sign)) break
    if (!closer.includes(sign) || letter.test(text.charAt(next + 1)) || /\s/u.test(text.charAt(next - 1))) continue
    const possessive = /[sxz]$/iu.test(text.charAt(next - 1)) && /^\s\p{Ll}/u.test(text.slice(next + 1, next + 3))
    if (!possessive) return next
    first ??= next
  }
  return first
}
