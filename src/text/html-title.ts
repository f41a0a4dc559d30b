import { decodeHTMLStrict } from 'entities'
import { stripInvisible } from './clean.ts'
import { raiseTags } from './raised.ts'

const inline =
  'a|abbr|acronym|b|bdi|big|blockquote|cite|code|del|div|em|font|h[1-6]|i|ins|kbd|li|mark|ol|p|q|rb|ruby|s|small|span|strike|strong|sub|sup|tt|u|ul'
const paired = new RegExp(`<(${inline})(?:\\s[^<>]*)?>([^<]*)</\\1\\s*>`, 'giu')
// A break stands at a word or is closed; "the <br> element" between spaces is what the headline speaks of.
const alone =
  /<(?:br|hr|img|wbr)(?:\s[^<>]*)?\/>|<(?:br|hr|img|wbr)\s[^<>]+>|(?<!\s)<(?:br|hr|wbr)>|<(?:br|hr|wbr)>(?!\s|$)/giu
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iu

/**
 * A title that may hold HTML, as plain text. Only pairs of tags are taken for markup: `<b>` alone is what the title
 * shows. Entities left after the decoding of XML, JSON or an attribute were escaped twice and are decoded once more.
 */
export function htmlTitle(text: string): string {
  let plain = text
  if (plain.includes('<')) {
    // How Japanese letters are read aloud stands above them in print: the headline is the letters.
    plain = raiseTags(plain)
      .replace(alone, ' ')
      .replace(/<(r[tp])(?:\s[^<>]*)?>[^<]*<\/\1\s*>/giu, '')
    for (let round = 0; round < 5; round++) {
      const next = plain.replace(paired, '$2')
      if (next === plain) break
      plain = next
    }
  }
  return titleLine(entity.test(plain) ? decodeHTMLStrict(plain) : plain)
}

/** A headline on one line. The spaces that writers set on purpose stay: U+3000 between Han, no-break before `:`. */
export function titleLine(text: string): string {
  return stripInvisible(text)
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/gu, ' ')
    .trim()
}
