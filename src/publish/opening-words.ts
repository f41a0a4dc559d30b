import type { Passage } from '../types.ts'

/** As long as a line and a half of a list is. */
const longest = 160

/**
 * The first sentence of what may be printed of an article, for lists where the outlet printed no standfirst; cut at a word,
 * with its mark, when it is long. `null` where nothing may be printed.
 */
export function openingWords(passages: Passage[]): string | null {
  const text = passages.find(({ kind }) => kind === 'paragraph' || kind === 'quote')?.text ?? ''
  if (text === '') return null
  const sentence = /^.{20,}?(?:[.!?](?=\s)|[。！？])["”’»」』)）]*/su.exec(text)?.[0] ?? text
  if (sentence.length <= longest) return sentence
  const cut = sentence.slice(0, longest)
  return `${/\s/u.test(cut) ? cut.replace(/\s+\S*$/u, '') : cut}…`
}
