/**
 * Letters of the scripts we read, for a class in a pattern without regard to case: Latin with its accents, Greek,
 * Cyrillic, kana, Han and Hangul. `\p{L}` says the same of them and costs six times as much to compile and to run there.
 */
export const letters =
  'a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u04ff\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af'

/** A pattern that ignores case, with `\p{L}` as the letters of our scripts. */
export function withPlainLetters(pattern: RegExp): RegExp {
  const source = pattern.source.replace(/\[([^\]]*)\\p\{L\}/gu, `[$1${letters}`).replaceAll('\\p{L}', `[${letters}]`)
  return new RegExp(source, pattern.flags)
}
