import { Converter } from 'opencc-js/t2cn'
import type { Finding } from '../../types.ts'
import { chatPhrases, plainLatin, verdicts } from './data/style-words.ts'

let toSimplified: ((text: string) => string) | null = null

type Rule = { check: string; message: string; broken: (text: string, zh: boolean) => boolean }

const quoted = /[“"「『《][^”"」』》]*[”"」』》]/gu
// What somebody else judges is reported, not judged: 教授认为，……. "We" and the report are ourselves.
const attributed =
  /^[^，。]{1,30}(?<!我们|笔者|本文|报道|文章|人们)(?:认为|表示|称|说|指出|警告|强调)[，：,:]?[^。！？]*[。！？]?/u
const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0

const rules: Rule[] = [
  {
    check: 'verdict',
    message: 'a verdict or an opinion of our own',
    broken: (text) => verdicts.test(text.replace(quoted, '').replace(attributed, '')),
  },
  { check: 'language', message: 'not in the reader’s language and script', broken: isOtherLanguage },
  {
    check: 'junk',
    message: 'a foreign word left in the sentence',
    broken: (text, zh) => zh && leftovers(text).length > 0,
  },
  { check: 'leak', message: 'a phrase of a chat or of the prompt', broken: (text) => chatPhrases.test(text) },
  { check: 'markup', message: 'markup, or signs of another script', broken: hasMarkup },
  { check: 'repetition', message: 'the same words again and again', broken: (text) => repeats(text) },
  // 678月份: months or days run together, as nobody writes June, July and August.
  {
    check: 'junk',
    message: 'numbers run together',
    broken: (text) => /(?<!\d)(?:1[3-9]|[2-9]\d|\d{3,})\s*月(?:份|\d|上|中|下|初|底)/u.test(text),
  },
  {
    check: 'junk',
    message: 'a rate without its percent sign',
    broken: (text) => /高达\s*\d+(?:\.\d+)?\s*的(?:关税|税率|利率|增幅|涨幅|比例|比率)/u.test(text),
  },
]

/**
 * Check how a text is written: language and script, leftovers, markup, chat phrases, verdicts, repetition.
 *
 * @param readerLanguage `zh-Hans` or `en`
 */
export function checkStyle(text: string, readerLanguage: string): Finding[] {
  const zh = readerLanguage.startsWith('zh')
  const broken = rules.filter((rule) => rule.broken(text, zh))
  return broken.map(({ check, message }) => ({ check, tier: 'blocking', message }))
}

function isOtherLanguage(text: string, zh: boolean): boolean {
  const bare = text.replace(quoted, '')
  if (!zh)
    return hanCount(bare) + (bare.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0) > 0
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]{2}|\p{Script=Hangul}/u.test(bare)) return true
  // A run of four lower-case Latin words is a sentence of another language.
  if (/(?:^|[。！？\s])\p{Lu}?[\p{Script=Latin}'’]+(?:[\s,]+[\p{Ll}'’]+){3,}/u.test(bare)) return true
  if (hanCount(text) === 0 && /\p{L}/u.test(text)) return true
  toSimplified ??= Converter({ from: 't', to: 'cn' })
  const traditional = [...bare].filter((sign) => /\p{Script=Han}/u.test(sign) && toSimplified?.(sign) !== sign).length
  return traditional >= 2 && traditional / Math.max(1, hanCount(bare)) > 0.08
}

/** Latin words in lower case between Chinese signs, that are no unit, site or known loan. */
function leftovers(text: string): string[] {
  const bare = text.replace(quoted, ' ').replace(/\b[\w.-]+\.(?:com|org|net|cn|io|gov|edu|uk|de|jp)\b/giu, ' ')
  return (bare.match(/(?<![\p{Script=Latin}\d@/._-])\p{Ll}[\p{Ll}'’]{2,}(?![\p{Script=Latin}\d@/_-])/gu) ?? []).filter(
    (word) => /\p{Script=Latin}/u.test(word) && !plainLatin.has(word),
  )
}

function hasMarkup(text: string, zh: boolean): boolean {
  if (/<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);|\*\*|__|`|\]\(|^#{1,6}\s|\\n|\{\{|<\||�/iu.test(text)) return true
  // UTF-8 read as Latin-1: runs of accented capitals and controls.
  if (/(?:[ÃÂâäåæçèéïð][\u0080-\u00bf¡-¿œŠšž™…“”‘’„†‡ˆ‰‹›€Ÿ\u0090-\u009f]){2}|[à-ÿ][\u0080-\u00bf]/u.test(text))
    return true
  return zh && /\p{Script=Han}[,;!?]\s*\p{Script=Han}|\p{Script=Han}\.$/u.test(text)
}

function repeats(text: string): boolean {
  if (/(\p{Script=Han}{1,4}?)\1{3,}/u.test(text)) return true
  const sentences = text.split(/(?<=[。！？.!?])\s*/u).filter((one) => one.length > 4)
  if (new Set(sentences).size < sentences.length) return true
  return /([\p{L}\p{N}]{6,}[，,])\1/u.test(text) || /\b(\w+)(?: \1){2,}\b/iu.test(text)
}
