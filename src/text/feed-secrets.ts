import type { Source, Url } from '../types.ts'
import { redactUrl } from './redact-url.ts'

// Shorter values stand in other texts by chance.
const leastLetters = 6
// What these say is the same for every reader, however it looks: what is listed, sought or in which form.
const publicName =
  /^(?:(?:channel|playlist|page|list|feed|site|section|category|topic|tag|term|blog|news|story)[_-]?id|id|ids|q|query|s|search|keywords?|tags?|topics?|section|sections|cat|category|categories|channel|feed|format|fmt|type|lang|language|locale|hl|gl|ceid|edition|region|country|sort|order|limit|count|n|num|max|page|paged|offset|since|until|from|to|date|v|ver|version|bridge|action|context|url|uri|link|source|site|utm_\w+)$/iu
/** What these say is one reader's, were it a word of all days: it is secret beside its name. */
const readerName =
  /^(?:(?:u|usr|user|member|subscriber|subscription|account|acct|reader|customer|client|login|access|invite|license|licence)[_-]?(?:id|no|nr|name|code)?|uid|e?mail)$/iu
/** Folders that say the same of the part that follows. */
const readerPlace = /^(?:tokens?|secrets?|apikeys?)$/iu
/** Folders below which a feed stands for one reader. */
const privatePlace = /^(?:private|secret|personal|members?|subscribers?|users?|u|accounts?|auth|tokens?|keys?)$/iu

/**
 * What the address of a feed holds for one reader alone, under whatever name: values of parameters and parts of the path that
 * are no words, no dates and no short numbers. As written and, where that differs, decoded. A word or a short number is
 * secret with the name that says so: `u=lantern`, `token/lantern`.
 */
export function feedSecrets(url: Url): string[] {
  const parsed = URL.parse(url)
  if (parsed === null) return []
  const parts = parsed.pathname.split('/')
  const places = parts.filter((part, at) => isMixed(part, privatePlace.test(parts[at - 1] ?? '')))
  const given = [...parsed.search.slice(1).split('&').flatMap(secretsIn), ...places]
  const named = parts.flatMap((part, at) => namedPlace(part, { before: parts[at - 1] ?? '', places }))
  return [...new Set([...given, ...named].flatMap((one) => [one, decoded(one)]))]
}

/** Of one parameter its value, or all of it where the value is secret beside its name alone. */
function secretsIn(part: string): string[] {
  const [, name = '', value] = /^([^=]*)(?:=(.*))?$/su.exec(part) ?? []
  // A query without a name is a value.
  if (value === undefined) return isGiven(name) ? [name] : []
  if (publicName.test(decoded(name))) return []
  if (isGiven(value)) return [value]
  return readerName.test(decoded(name)) && value !== '' ? [part] : []
}

function namedPlace(part: string, { before, places }: { before: string; places: string[] }): string[] {
  const isSecret = readerPlace.test(before) && part.length >= leastLetters && !/\.\w{2,5}$/u.test(part)
  return isSecret && !places.includes(part) ? [`${before}/${part}`] : []
}

/** What the addresses of a source's feeds hold for one reader, as they are written down and as they were answered from. */
export function sourceSecrets({ secrets = [], learned = [] }: Source): string[] {
  return [...secrets, ...learned]
}

/** A feed's address as a log, a list or an export may show it. */
export function showFeed(url: Url): string {
  return hideSecrets(redactUrl(url), feedSecrets(url))
}

/** A text with each secret as `***`. */
export function hideSecrets(text: string, secrets: string[]): string {
  return replaceSecrets(text, secrets, () => '***')
}

/** A text of the same length, with a star for each letter of a secret. */
export function maskSecrets(text: string, secrets: string[]): string {
  return replaceSecrets(text, secrets, (value) => '*'.repeat(value.length))
}

function replaceSecrets(text: string, secrets: string[], cover: (value: string) => string): string {
  return secrets.reduce((shown, secret) => {
    if (!shown.includes(secret)) return shown
    const named = /^([\w-]+)[=/]/u.exec(secret)
    if (named === null || !(readerName.test(named[1] ?? '') || readerPlace.test(named[1] ?? '')))
      return shown.replaceAll(secret, () => cover(secret))
    const name = secret.slice(0, named[0].length)
    return shown.replaceAll(secret, (_, at: number) =>
      standsAlone(shown, at, secret) ? name + cover(secret.slice(name.length)) : secret,
    )
  }, text)
}

/** `u=4` is neither in `u=48` nor in `menu=4`. */
function standsAlone(text: string, at: number, secret: string): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at + secret.length]]
  return !/[\p{L}\p{N}_-]/u.test(before) && !/[\p{L}\p{N}_%-]/u.test(after)
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
