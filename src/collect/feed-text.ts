import { decodeHTMLStrict } from 'entities'
import { cleanLine } from '../text/clean.ts'
import { htmlTitle } from '../text/html-title.ts'
import { raiseTags } from '../text/raised.ts'
import type { Url } from '../types.ts'

const block = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|section|article|figure|hr)\b[^<>]*>/giu

/** HTML as plain text: what a reader would see, blocks parted by a space. */
export function htmlToText(html: string): string {
  if (!html.includes('<')) return cleanLine(decodeHTMLStrict(html))
  const shown = raiseTags(dropHidden(html))
    .replace(block, ' ')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
  return cleanLine(decodeHTMLStrict(shown))
}

/** Does a text hold HTML markup? */
export function hasMarkup(text: string): boolean {
  return /<\/?(?:a|b|br|div|em|figure|h[1-6]|i|img|li|ol|p|span|strong|table|ul)\b[^<>]*>/iu.test(text)
}

// Most addresses are whole and need none of what follows: no gap, no sign that was escaped or left over.
const wholeAddress = /^https?:\/\/[^\s"'<>&\\]+$/iu

/** An absolute http(s) address, or `null`. Spaces and line breaks inside are the feed's typing. */
export function resolveUrl(written: string | undefined, base: Url): Url | null {
  if (written === undefined) return null
  const whole = wholeAddress.test(written)
  const text = whole ? written : mendAddress(written)
  if (text === '') return null
  const found = URL.parse(text, whole || !URL.canParse(base) ? undefined : base)
  if (found === null || !/^https?:$/u.test(found.protocol)) return null
  return withoutUser(found).href
}

function mendAddress(written: string): string {
  const text = written
    .trim()
    .replace(/[\r\n\t]+/gu, '')
    // Behind all decoding this was escaped once too often: no parameter is called `amp;b`.
    .replaceAll('&amp;', '&')
    // Of a value or a tag that had one sign too many.
    .replace(/^[="'<>]+|(?<!["'<>])["'<>]+\/?$/gu, '')
  return mendScheme(text)
}

/** Nothing in front of an `@` belongs on a page: it is a secret, or a trick to look like another host. */
export function withoutUser(url: URL): URL {
  // Each of these parses the address anew.
  if (url.username !== '') url.username = ''
  if (url.password !== '') url.password = ''
  return url
}

/** `feed://a.example`, `feed:https://a.example`, `www.a.example/x`, `https:/a.example` and `https//a.example` mean web addresses. */
export function mendScheme(text: string): string {
  if (/^feed:/iu.test(text))
    return text.replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:(?=\/\/)/iu, 'http:')
  const slip = /^(https?)(?::\/|:?\/\/|:)(?=[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$))/iu.exec(text)
  if (slip !== null) return `${slip[1]}://${text.slice(slip[0].length)}`
  return /^www\.[\w-]+\.[a-z]{2}/iu.test(text) ? `http://${text}` : text
}

// Most texts hold absolute links only: look before the long way.
const relative = /\s(?:href|src|cite|poster)\s*=\s*(?:"|'|(?!["']))(?![a-z][a-z\d+.-]*:|#|\/\/)/iu

/** Make the links and pictures of an HTML fragment absolute; what is no web address stays as it is. */
export function resolveLinks(html: string, base: Url): string {
  if (!relative.test(html)) return html
  return html.replace(
    /(<[a-z][^<>]*?\s(?:href|src|cite|poster)\s*=\s*)(?:(["'])(?![a-z][a-z\d+.-]*:|#|\/\/)([^"'<>]*)\2|(?![a-z][a-z\d+.-]*:|#|\/\/|["'])([^\s"'<>]+))/giu,
    (...[whole, before, , quoted, bare]: (string | undefined)[]) => {
      const url = resolveUrl(decodeHTMLStrict(quoted ?? bare ?? ''), base)
      return url === null ? (whole ?? '') : `${before}"${url.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`
    },
  )
}

/**
 * The name in what feeds write of an author: `a@b.example (Ann)`, `Ann <a@b.example>`, `Ann`; the mail address where
 * nothing else stands. "RSSHub" is no author.
 */
export function authorName(written: string): string | null {
  // A name is short; the patterns below are not made for more.
  const text = htmlTitle(written.slice(0, 500))
  const mail = /[^\s@()<>"',;:]+@[\w-]+(?:\.[\w-]+)+/u.exec(text)?.[0]
  const rest = mail === undefined ? text : text.replace(mail, ' ').replace(/mailto:|[<(]\s*[>)]/giu, ' ')
  const bracketed = mail === undefined ? null : /^\s*[<(]([^()<>]+)[>)]\s*$/u.exec(rest)?.[1]
  const name = (bracketed ?? rest)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^"([^"]*)"$/u, '$1')
    .trim()
  if (/^rsshub$/iu.test(name)) return null
  return /[\p{L}\p{N}]/u.test(name) ? name : (mail ?? null)
}

const longestBase = 8000

/**
 * `resolveLinks` for XHTML in which elements change the base with `xml:base`; the attribute itself goes.
 */
export function resolveNested(html: string, base: Url): string {
  if (!html.includes('xml:base')) return resolveLinks(html, base)
  const bases = [base]
  return html.replace(/<(\/?)[a-z][^<>]*>/giu, (tag, slash: string) => {
    if (slash === '/') {
      if (bases.length > 1) bases.pop()
      return tag
    }
    const outer = bases.at(-1) ?? base
    const written = /\sxml:base\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(tag)
    const named = written === null ? null : resolveUrl(decodeHTMLStrict(written[1] ?? written[2] ?? ''), outer)
    // Thousands of relative bases one inside the other would grow with each.
    const own = named === null || named.length > longestBase ? outer : named
    if (!tag.endsWith('/>')) bases.push(own)
    return resolveLinks(tag.replace(written?.[0] ?? '', ''), own)
  })
}

const hidden = /<!--|<script\b|<style\b/iu

/** Take out comments, scripts and styles in one pass: what is never closed hides the rest, as in a browser. */
function dropHidden(html: string): string {
  if (!hidden.test(html)) return html
  const lower = html.toLowerCase()
  const opening = new RegExp(hidden, 'giu')
  let shown = ''
  let at = 0
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    shown += `${html.slice(at, found.index)} `
    const end = found[0] === '<!--' ? '-->' : `</${found[0].slice(1).toLowerCase()}`
    const close = lower.indexOf(end, found.index + found[0].length)
    if (close === -1) return shown
    at = close + end.length
    if (end !== '-->') at = Math.max(at, lower.indexOf('>', at) + 1)
    opening.lastIndex = at
  }
  return shown + html.slice(at)
}
