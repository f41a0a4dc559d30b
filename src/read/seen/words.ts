/** The names of a `class`. What is set apart by single spaces, as nearly all are, is cut without an expression. */
export function wordsOf(list: string): string[] {
  return /[^\S ]/u.test(list) ? list.split(/\s+/u) : list.split(' ')
}
