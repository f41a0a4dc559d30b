import type { Url } from '../types.ts'
import { redactUrl } from './redact-url.ts'

// Shorter values stand in other texts by chance.
const leastLetters = 6
// What these say is the same for every reader, however it looks: what is listed, sought or in which form.
const publicName =
  /^(?:(?:channel|playlist|page|list|feed|site|section|category|topic|tag|term|blog|news|story)[_-]?id|id|ids|q|query|s|search|keywords?|tags?|topics?|section|sections|cat|category|categories|channel|feed|format|fmt|type|lang|language|locale|hl|gl|ceid|edition|region|country|sort|order|limit|count|n|num|max|page|paged|offset|since|until|from|to|date|v|ver|version|bridge|action|context|url|uri|link|source|site|utm_\w+)$/iu
/** Folders below which a feed stands for one reader. */
const privatePlace = /^(?:private|secret|personal|members?|subscribers?|users?|u|accounts?|auth|tokens?|keys?)$/iu

/**
 * What the address of a feed holds for one reader alone, under whatever name: values of parameters and parts of the path that
 * are no words, no dates and no short numbers. As written and, where that differs, decoded.
 */
export function feedSecrets(url: Url): string[] {
  const parsed = URL.parse(url)
  if (parsed === null) return []
  const values = parsed.search
    .slice(1)
    .split('&')
    .flatMap((part) => {
      const [, name = '', value] = /^([^=]*)(?:=(.*))?$/su.exec(part) ?? []
      // A query without a name is a value.
      return publicName.test(decoded(name)) && value !== undefined ? [] : [value ?? name]
    })
    .filter(isGiven)
  const parts = parsed.pathname.split('/')
  const places = parts.filter((part, at) => isMixed(part, privatePlace.test(parts[at - 1] ?? '')))
  return [...new Set([...values, ...places].flatMap((one) => [one, decoded(one)]))]
}

/** A feed's address as a log, a list or an export may show it. */
export function showFeed(url: Url): string {
  return hideSecrets(redactUrl(url), feedSecrets(url))
}

/** A text with each secret as `***`. */
export function hideSecrets(text: string, secrets: string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    // A percent sign that encodes nothing.
    return written
  }
}

/** Is a value of a query neither words nor a date, a short number, an address or a file? */
function isGiven(written: string): boolean {
  const value = decoded(written)
  if (value.length < leastLetters || /^https?:/iu.test(value)) return false
  if (/^[\d.,:-]+$/u.test(value))
    return value.replace(/\D/gu, '').length >= 8 && !/^(?:19|20)\d\d-?\d\d-?\d\d/u.test(value)
  const words = value.split(/[\s+_.,/-]+/u)
  return !words.every((word) =>
    /^(?:\p{Lu}?[\p{Ll}\p{Lo}\p{M}]{0,18}|\p{Lu}{1,6}|\d{1,4}|\p{Ll}{2,8}\d{1,2})$/u.test(word),
  )
}

/** A part of a path that mixes letters and digits as no name does; below a private folder, anything that is no word. */
function isMixed(part: string, isPrivate: boolean): boolean {
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(part)) return true
  if (/\.\w{2,5}$/u.test(part)) return false
  const runs = part.split(/[-_.~]/u).filter((run) => run.length >= 8)
  if (isPrivate) return runs.some((run) => !/^\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+$/u.test(run))
  return runs.some((run) => (run.match(/(?<=\d)[a-z]|(?<=[a-z])\d/giu)?.length ?? 0) >= 3)
}
