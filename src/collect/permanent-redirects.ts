import type { Got } from '../net/get.ts'

/** Did redirects for good (301, 308; RFC 9110 §15.4) alone lead to an answer? True too where none did. */
export function ledForGood({ redirects }: Pick<Got, 'redirects'>): boolean {
  return redirects.every(({ status }) => status === 301 || status === 308)
}
