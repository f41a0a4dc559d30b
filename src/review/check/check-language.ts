import { Converter } from 'opencc-js/t2cn'
import phrases from './data/style-phrases.json' with { type: 'json' }

let toSimplified: ((text: string) => string) | null = null

const plainLatin = new Set(phrases.plainLatin)
const quoted = /[“"「『《][^”"」』》]*[”"」』》]/gu
// 软实力（soft power）: the original in brackets is a service to the reader.
const bracketed = /[（(][^（）()]{1,60}[）)]/gu
const site = /\b[\w-]{1,40}(?:\.[\w-]{1,40})*\.(?:com|org|net|cn|io|gov|edu|uk|de|jp)\b/giu
// Bank of the West, Médecins sans Frontières: small words inside a name.
const longName =
  /\p{Lu}[\p{L}\d’'.-]*(?:\s+(?:of|the|and|for|in|on|to|de|la|le|les|du|des|et|di|del|della|da|do|dos|y|und|für|der|die|das|van|von|den|sans|\p{Lu}[\p{L}\d’'.-]*)){0,8}\s+\p{Lu}[\p{L}\d’'.-]*/gu
// semaglutide（司美格鲁肽）: a name that is explained at once.
const glossed = /[\p{Ll}-]{3,}(?=[（(]\p{Script=Han})/gu
// École normale supérieure, SK hynix: small words behind the first of a name.
const named =
  /(?<!\p{Script=Latin})(?!(?:The|This|That|An?|In|On|At|Of|And|But|For|It)\s)\p{Lu}[\p{Script=Latin}\d’'.-]*(?:\s\p{Ll}[\p{L}’'-]+){1,2}(?!\s?[\p{Script=Latin}])/gu
// E. coli, C. elegans.
const species = /\b\p{Lu}\. \p{Ll}+/gu
// Signs of simplified Chinese that a table of single signs takes for traditional ones (乾隆, 瞭望, 狼藉, 宫商角徵羽).
const ambiguous = /[乾瞭藉徵著於夥覆麽]/u

const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0
const foreignSigns = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Whether a text, or a sentence in it, is not in the reader's language and script. */
export function isOtherLanguage(text: string, zh: boolean): boolean {
  const bare = text.replace(quoted, '')
  if (!zh) return hanCount(bare) + (bare.match(foreignSigns)?.length ?? 0) > 0
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]{2}|\p{Script=Hangul}/u.test(bare)) return true
  // A run of four lower-case Latin words is a sentence of another language.
  const unnamed = bare.replace(bracketed, '').replace(longName, ' ')
  if (/(?:^|[。！？\s])\p{Lu}?[\p{Script=Latin}'’]+(?:[\s,]+[\p{Ll}'’]+){3,}/u.test(unnamed)) return true
  if (hanCount(text) === 0 && /\p{L}/u.test(text)) return true
  if (/[。！？]\s*\p{Lu}\p{Ll}*(?:\s+[\p{L}'’]+){2,}[.!?]/u.test(bare)) return true
  toSimplified ??= Converter({ from: 't', to: 'cn' })
  const traditional = [...bare].filter(
    (sign) => /\p{Script=Han}/u.test(sign) && !ambiguous.test(sign) && toSimplified?.(sign) !== sign,
  ).length
  return traditional >= 2 && traditional / Math.max(1, hanCount(bare)) > 0.08
}

// A name of these scripts begins with a capital where the script has any; other words are left untranslated.
const ofOtherScripts =
  /(?<![\p{L}--\p{Script=Han}])(?:[[\p{Script=Cyrillic}\p{Script=Greek}]&&\p{Ll}]{3,}|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]{3,})/gv

// A stage name or a program's name may be written small behind what it is: 歌手will.i.am, 组合aespa, vi编辑器; so may the
// second of two names, and a loan of one letter (e-bike).
const small = [
  /(?<=(?:歌手|组合|乐队|乐团|导演|作家|诗人|艺人|主播|品牌|软件|游戏|编程语言|药物|账号)\s?)\p{Ll}[\p{Ll}\d.]*(?:\s\p{Ll}+)?/gu,
  /(?<=\p{Lu}\p{Ll}[\p{Script=Latin}\d]*[和与及、])\p{Ll}[\p{L}\d]*/gu,
  /(?<![\p{Script=Latin}])[eitux]-\p{Ll}+/gu,
]

/** Words of other scripts, and Latin ones in lower case, between Chinese signs, that are no unit, site, name or known loan. */
export function leftovers(text: string): string[] {
  const bare = [glossed, quoted, bracketed, site, species, longName, named, ...small].reduce(
    (left, pattern) => left.replace(pattern, ' '),
    text,
  )
  const whole =
    /(?<![\p{Script=Latin}\d@#/._-])(?:\p{Ll}{1,3}-)?\p{Ll}[\p{Ll}'’]{2,}(?:-\p{Ll}{2,}){0,3}(?![\p{Script=Latin}\d@/_-])/gu
  const latin = (bare.match(whole) ?? []).filter((word) => /\p{Script=Latin}/u.test(word) && !plainLatin.has(word))
  return [...latin, ...(bare.match(ofOtherScripts) ?? [])]
}
