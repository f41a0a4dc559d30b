import type { Evidence, Passage } from '../../types.ts'

/** A stretch inside quotation signs. `before`/`after`: the passage's text around the signs. `continues`: part of one speech over several passages. */
export type Quotation = { evidence: Evidence; before: string; after: string; continues: boolean; sign: string }

const closers: Record<string, string> = {
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‘': '’',
  '‚': '‘’',
  '”': '”',
  '"': '"',
  '‹': '›',
  '›': '‹',
  '＂': '＂',
  '〝': '〟',
}

const letter = /[\p{L}\p{N}]/u
const spacedLetter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u

function opens(text: string, at: number): boolean {
  const sign = text[at] ?? ''
  const next = text[at + 1] ?? ''
  if (!(sign in closers)) return false
  if (sign === '»' || sign === '›' || sign === '”' || sign === '"')
    return (
      next !== '' && !/\s/u.test(next) && (at === 0 || /[\s(:：—–[\-，,가-힣\p{Script=Han}]/u.test(text[at - 1] ?? ''))
    )
  // ‘ after a letter is an apostrophe that was set the wrong way round.
  if (sign === '‘') return !spacedLetter.test(text[at - 1] ?? '') && letter.test(next)
  return true
}

/** No speech of one passage is longer, and a passage of opening signs alone is not read to its end from each of them. */
const longest = 6000

function closeOf(text: string, open: number): number {
  const ends = closers[text[open] ?? ''] ?? ''
  let depth = 0
  for (let at = open + 1; at < Math.min(text.length, open + longest); at++) {
    const sign = text[at] ?? ''
    if (ends.includes(sign)) {
      // ’ inside a word or after a plural s is an apostrophe.
      if (sign === '’' && (spacedLetter.test(text[at + 1] ?? '') || /s/iu.test(text[at - 1] ?? ''))) continue
      if (depth === 0) return at
      depth -= 1
      continue
    }
    if (sign === text[open] && !ends.includes(sign)) depth += 1
  }
  return -1
}

/**
 * Find what stands in quotation signs, outermost first, in the signs of each language.
 *
 * A quotation that a passage leaves open counts only when the next passage opens with the same sign (the newspaper
 * convention for a speech of several paragraphs); a sign left open otherwise is dropped.
 */
export function findQuotations(passages: Passage[]): Quotation[] {
  const found: Quotation[] = []
  let openFrom: string | null = null
  for (const [index, passage] of passages.entries()) {
    const { text } = passage
    const continues = openFrom !== null && text.startsWith(openFrom)
    openFrom = null
    // Signs that nothing closes from here to the end.
    const unclosed = new Set<string>()
    for (let at = 0; at < text.length; at++) {
      if (!opens(text, at)) continue
      const sign = text[at] ?? ''
      const close = unclosed.has(sign) ? -1 : closeOf(text, at)
      if (close === -1) {
        if (!unclosed.has(sign) && ![...(closers[sign] ?? '')].some((end) => text.includes(end, at + 1)))
          unclosed.add(sign)
        if (!passages[index + 1]?.text.startsWith(sign)) continue
        openFrom = sign
      }
      const end = close === -1 ? text.length : close
      const quotation = cut(passage, at + 1, end)
      if (quotation) found.push({ ...quotation, continues: continues && at === 0, sign })
      at = end
    }
  }
  return found
}

function cut(passage: Passage, from: number, to: number): Omit<Quotation, 'continues' | 'sign'> | null {
  const raw = passage.text.slice(from, to)
  const start = from + raw.length - raw.trimStart().length
  const end = from + raw.trimEnd().length
  if (end <= start) return null
  const evidence = { passage: passage.id, quote: passage.text.slice(start, end), start, end }
  return { evidence, before: passage.text.slice(0, from - 1), after: passage.text.slice(to + 1) }
}
