import table from '../data/givers.json' with { type: 'json' }

/** A name as the reader knows it, and where it stands in UTF-16 units. */
export type Named = { name: string; start: number; end: number }
type Words = { gives: string; gets: string }

const made = new Map<string, { gives: RegExp; gets: RegExp } | null>()

function wordsOf(language: string): { gives: RegExp; gets: RegExp } | null {
  const known = made.get(language)
  if (known !== undefined) return known
  const words = (table as Record<string, Words | undefined>)[language]
  const patterns = words ? { gives: new RegExp(words.gives, 'iu'), gets: new RegExp(words.gets, 'iu') } : null
  made.set(language, patterns)
  return patterns
}

/** Which of two names gives the other something ("A sold … to B", "A bought … from B"), by what stands between them. */
export function giverIn(text: string, [first, second]: [Named, Named], language: string): string | null {
  const words = wordsOf(language)
  const between = text.slice(first.end, second.start)
  if (!words || /[;:]/u.test(between)) return null
  if (words.gets.test(between)) return second.name
  return words.gives.test(between) ? first.name : null
}

const gives = '(?:支付|赔偿|赔付|出售|售出|卖|转让|交付|出口|提供|归还|移交|捐|供应|发放|借出|贷出|缴纳|付)'
const gets = '(?:购买|购入|购得|购|买|借|进口|采购|收购|获得|得到|获|收到|领取|拿到|租)'
const toOther = /^[^，。；]{0,16}(?:向|给)$/u
const fromOther = /^[^，。；]{0,16}从$/u
const paysOther = /^[^，。；]{0,14}(?:支付|赔偿|赔付|欠|资助|捐给|卖给|售给|付给|还给|转给)了?$/u

/** The same of a Chinese sentence: 甲向乙支付, 甲从乙购买. */
export function giverInChinese(text: string, [first, second]: [Named, Named]): string | null {
  const between = text.slice(first.end, second.start)
  const behind = text.slice(second.end, second.end + 24).split(/[，。；]/u)[0] ?? ''
  if (fromOther.test(between)) return new RegExp(gets, 'u').test(behind) ? second.name : null
  if (toOther.test(between)) {
    const verb = new RegExp(`${gives}|${gets}`, 'u').exec(behind)?.[0]
    if (verb === undefined) return null
    return new RegExp(`^${gives}`, 'u').test(verb) ? first.name : second.name
  }
  return paysOther.test(between) ? first.name : null
}
