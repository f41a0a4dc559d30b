import type { Url } from '../types.ts'

/** No server reads an address as long (eight thousand bytes are usual); what stands behind is not compared. */
const longestPath = 8192

/**
 * A location as a site's rules name it, where `*` stands for anything and `$` for the end, in the writing of `pathsOf`. Several
 * stars in a row are one.
 */
export function readLocation(written: string): string {
  const ended = written.endsWith('$')
  const plain = inOneWriting(ended ? written.slice(0, -1) : written)
  return plain.replaceAll('$', '%24').replace(/\*{2,}/gu, '*') + (ended ? '$' : '')
}

/**
 * Path and query of an address in the writing that rules are compared in (RFC 9309 §2.2.2). A slash or question mark in a query
 * means the same encoded or not, in a path it does not: an address whose query has one is given in both.
 */
export function pathsOf(url: Url): string[] {
  const { pathname, search } = new URL(url)
  const path = asLiteral(pathname)
  if (search === '') return [path.slice(0, longestPath)]
  const query = asLiteral(search.slice(1))
  const plain = query.replaceAll('%2F', '/').replaceAll('%3F', '?')
  const encoded = query.replaceAll('/', '%2F').replaceAll('?', '%3F')
  return [...new Set([query, plain, encoded])].map((one) => `${path}?${one}`.slice(0, longestPath))
}

/** Does a location of `readLocation` fit a path of `pathsOf`? Without backtracking: each part is looked for once, behind the last. */
export function locationFits(location: string, path: string): boolean {
  const ended = location.endsWith('$')
  const [head = '', ...parts] = (ended ? location.slice(0, -1) : location).split('*')
  if (!path.startsWith(head)) return false
  const tail = ended ? parts.pop() : undefined
  let at = head.length
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  if (!ended) return true
  return tail === undefined ? at === path.length : path.length - tail.length >= at && path.endsWith(tail)
}

// Percent signs with and without their figures, and all that no address holds as it is.
const notPlain = /%[\da-f]{2}|%|[^!-~]+/giu

/** Printable ASCII as it is, all else in percent signs and capitals; so too what would mean more if it stood as it is. */
function inOneWriting(text: string): string {
  return text.toWellFormed().replace(notPlain, (found) => {
    if (found === '%') return '%25'
    if (!found.startsWith('%')) return encodeURIComponent(found)
    const letter = String.fromCodePoint(Number.parseInt(found.slice(1), 16))
    return /[!-~]/u.test(letter) && !'%*$/?'.includes(letter) ? letter : found.toUpperCase()
  })
}

function asLiteral(part: string): string {
  return inOneWriting(part).replaceAll('*', '%2A').replaceAll('$', '%24')
}
