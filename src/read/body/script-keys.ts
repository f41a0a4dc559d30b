import words from './script-words.json' with { type: 'json' }

const title = new Set(words.title.split(' '))
const titleBeside = new Set(words.titleBeside.split(' '))

/** The words of a key: `isAccessibleForFree`, `is_accessible_for_free` and `is-accessible-for-free` alike. */
export function wordsOfKey(key: string): string[] {
  return key
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Does a key hold a headline: `title`, `seoTitle`, `headlines`? One above it, as `subtitle`, or of its section is none. */
export function isTitleKey(key: string): boolean {
  const said = wordsOfKey(key)
  return said.some((word) => title.has(word)) && said.every((word) => title.has(word) || titleBeside.has(word))
}
