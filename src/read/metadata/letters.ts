/** How much a text says, in Latin letters: one sign of Han, kana or Hangul says as much as three (docs/extraction.md). */
export function weightOf(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return text.length + 2 * dense
}
