/**
 * A name as part of an address: letters and digits of every script stay, everything else becomes one hyphen.
 *
 * The result is never empty, never `.` or `..`, holds no slash and at most 80 characters: it cannot leave its folder.
 */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const trimmed = slug.replace(/^-+|-+$/gu, '')
  const short = trimmed.length <= 80 ? trimmed : [...trimmed].slice(0, 80).join('').replace(/-+$/u, '')
  return short === '' ? 'untitled' : short
}
