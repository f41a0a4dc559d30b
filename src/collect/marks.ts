import type { Language } from '../types.ts'

/** What a mark in a title says: RSSHub puts 「英」 before and "- 英文原版" behind a headline. */
export type Marks = { title: string; edition: string | null; language: Language | null }

const languages: Record<string, Language> = {
  英: 'en',
  中: 'zh',
  日: 'ja',
  德: 'de',
  法: 'fr',
  西: 'es',
  韩: 'ko',
  俄: 'ru',
  意: 'it',
  葡: 'pt',
  阿: 'ar',
}
// The two marks that stand before a headline for its edition. In brackets of other kinds, and with other letters, a writer
// speaks of the letter, of a country, or of a part: 「法」字, [英], 【中】.
const marks: Record<string, Language | null> = { 英: 'en', 中英: null }
const tails: Record<string, Language | null> = {
  ...Object.fromEntries(
    Object.entries(languages).flatMap(([one, language]) =>
      ['文原版', '文版', '语原版', '语版'].map((ending) => [one + ending, language]),
    ),
  ),
  简体中文版: 'zh-Hans',
  繁体中文版: 'zh-Hant',
  繁體中文版: 'zh-Hant',
  双语版: null,
  中英双语: null,
  中英对照: null,
}
const front = new RegExp(`^\\s*「(${Object.keys(marks).join('|')})」\\s*`, 'u')
const back = new RegExp(`\\s*「(${Object.keys(marks).join('|')})」\\s*$`, 'u')
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
