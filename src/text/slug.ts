/**
 * A name as part of an address: letters and digits of every script stay, everything else becomes one hyphen.
 *
 * The result is never empty, never `.` or `..`, holds no slash, at most 80 characters and at most 240 bytes of UTF-8: it cannot
 * leave its folder, and it can be the name of one (Linux takes 255 bytes).
 */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const trimmed = slug.replace(/^-+|-+$/gu, '')
  const short = trimmed.length <= 80 ? trimmed : within240Bytes([...trimmed].slice(0, 80)).replace(/-+$/u, '')
  return short === '' ? 'untitled' : short
}

/** As many of the letters as fit: of Adlam or cuneiform, four bytes each, sixty do. */
function within240Bytes(letters: string[]): string {
  let bytes = 0
  return letters.filter((letter) => (bytes += Buffer.byteLength(letter)) <= 240).join('')
}
