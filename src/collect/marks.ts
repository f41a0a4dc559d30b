import type { Language } from '../types.ts'

/** What a mark in a title says: RSSHub puts 「英」 before and "- 英文原版" behind a headline. */
export type Marks = { title: string; edition: string | null; language: Language | null }

// Marks and the language they stand for; a pair of languages stands for both and decides none.
const marks: Record<string, Language | null> = {
  英: 'en',
  中: 'zh',
  日: 'ja',
  德: 'de',
  法: 'fr',
  中英: null,
  英中: null,
  双语: null,
}
const tails: Record<string, Language | null> = {
  英文原版: 'en',
  英文版: 'en',
  中文版: 'zh',
  日文版: 'ja',
  双语版: null,
  中英双语: null,
}
const front = new RegExp(`^\\s*[「\\[【](${Object.keys(marks).join('|')})[」\\]】]\\s*`, 'u')
const back = new RegExp(`\\s*[「\\[【](${Object.keys(marks).join('|')})[」\\]】]\\s*$`, 'u')
const tail = new RegExp(`\\s+[-–—|]\\s*(${Object.keys(tails).join('|')})\\s*$`, 'u')

/** Take marks of edition and language off a title; every other letter and sign stays. */
export function takeMarks(title: string): Marks {
  let rest = title
  let edition: string | null = null
  let language: Language | null = null
  for (const [pattern, table] of [
    [tail, tails],
    [front, marks],
    [back, marks],
  ] as const) {
    const found = pattern.exec(rest)
    if (!found?.[1]) continue
    const shorter = rest.replace(pattern, '')
    if (shorter.trim() === '') continue
    rest = shorter
    edition ??= found[1]
    language ??= table[found[1]] ?? null
  }
  return { title: rest, edition, language }
}
