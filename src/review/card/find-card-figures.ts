import { sentenceSpans, type Span } from '../../text/sentences.ts'
import type { Figure, Language, Passage } from '../../types.ts'
import { isDeniedBetween } from '../check/sense/denied-around.ts'
import words from './data/figure-words.json' with { type: 'json' }
import { hanNumbers, hanSigns, isHanShare } from './han-numbers.ts'
import { isNamed, isNoAmount } from './no-amount.ts'
import { classifier, countedBy, nounBefore, type Standing } from './what-is-counted.ts'

const scale =
  '(?:[\\s-]?(?:million|billion|trillion|thousand|bn|tn|Millionen|Milliarden|Mio\\.?|Mill\\.|Mrd\\.?|Billionen|millions?|milliards?|millones|mil millones|millón|milioni|miliardi|milhões|bilhões|mil|miljoen|miljard|миллионов|миллиардов|млн|млрд|тысяч|milyon|milyar|bin|milionów|miliardów|tys\\.|مليون|ملايين|مليار|مليارات|ألف|آلاف|تريليون|万亿|亿|億|兆|万|萬|千|백만|십억|억|만|조))?'
const unit =
  '(?:\\s?(?:%|percent|per cent|percentage points?|Prozent|pour cent|por ciento|por cento|per cento|процентов|％|ポイント|个百分点|퍼센트|°C|℃|°F|km/h|km²|m²|m³|㎞|㎡|㎢|㎥|㎏|㎝|㎜|km|kg|في المئة|في المائة|بالمئة|بالمائة|metres|meters|kilometres|kilometers|miles))?'
const money = '(?:US\\$|A\\$|HK\\$|[$€£¥₩₽₹])?\\s?'
const number =
  '(?<![\\p{L}\\d.,:/\\-])\\d{1,3}(?:[.,   ]\\d{3})+(?:[.,]\\d+)?(?!\\d)|(?<![\\d.,:/\\-]|\\p{Script=Latin})\\d+(?:[.,]\\d+)?(?![\\d:/]|[.,]\\d)'
// "1億3000万", "3만 5천" and "4 bin 713" are one number: half of it would be a wrong one.
const compound =
  '(?<![\\d.,])\\d[\\d,.]*(?:[兆조亿億억万萬만千천]\\s?\\d[\\d,.]*)+(?:[亿億억万萬만千천])?|(?<![\\d.,])\\d+ (?:milyar|milyon|bin) \\d+(?: bin(?: \\d+)?)?'
const endsInScale = new RegExp(`\\d${scale.slice(0, -1)}$`, 'iu')
const figure = new RegExp(`${money}(?:${compound}|${number})${scale}${unit}(?![\\p{Script=Latin}\\d⁰¹²³⁴-⁹⁺⁻])`, 'gu')
const dateAhead =
  /^\s?(?:年(?!間|间)|月|日(?!間|间)|号|號|時(?!間)|时(?!间)|分(?![钟鐘間])|년|월|일|시|[.:]\d|st\b|nd\b|rd\b|th\b|er\b|Uhr|h\b|a\.m|p\.m|am\b|pm\b)/u

/** Find numbers with their unit and what they count, as the text says them. Years, dates, clock times and bare ordinals are not figures. */
export function findCardFigures(passages: Passage[], language: Language): Figure[] {
  const base = language.split('-')[0] ?? 'en'
  const whole = passages.map((passage) => passage.text).join('\n')
  const found = passages.flatMap((passage) => {
    let sentences: Span[] | null = null
    return numbersIn(passage.text, base).flatMap(({ start, text: bare }) => {
      const end = start + bare.length
      const standing = { before: passage.text.slice(0, start), number: bare, rest: passage.text.slice(end), base }
      const counts = saysItself(bare) ? null : countedBy(standing, endsInScale.test(bare))
      if (counts === null ? !standsAlone(bare) : isNamed(standing, whole)) return []
      if (isNoFigure(standing, counts) || isNoAmount(standing, counts)) return []
      // Few passages hold a figure, and cutting sentences costs more than the rest.
      sentences ??= sentenceSpans(passage.text, language)
      const sentence = sentences.find((one) => one.start <= start && end <= one.end)
      if (sentence && isDenied(standing, sentence)) return []
      const noun = base === 'ja' && counts !== null && /^[個个]$/u.test(counts) ? nounBefore(standing.before) : ''
      const from = start - noun.length
      const text = passage.text.slice(from, end)
      return [{ text, counts, evidence: { passage: passage.id, quote: text, start: from, end } }]
    })
  })
  return found.filter((one, at) => found.findIndex((other) => isSame(other, one)) === at)
}

/** Numbers with their scale and unit, in digits and, where the language has them, in Chinese signs; in the order of the text. */
function numbersIn(text: string, base: string): { start: number; text: string }[] {
  const han = hanNumbers(text, base)
  const written = [...text.matchAll(figure)]
    .map((match) => ({ start: match.index + match[0].length - match[0].trimStart().length, text: match[0].trim() }))
    .filter(({ start }) => !han.some((one) => one.start <= start && start < one.start + one.text.length))
  return [...written, ...han].toSorted((a, b) => a.start - b.start)
}

// "Officials denied that 3,000 workers were fired": bare, the number would say that they were.
function isDenied({ before, number: bare, rest, base }: Standing, { start, end }: Span): boolean {
  return isDeniedBetween(before.slice(start), rest.slice(0, end - before.length - bare.length), base)
}

/** The same amount told twice is told once. */
function isSame(a: Figure, b: Figure): boolean {
  return a.text === b.text && a.counts === b.counts
}

/** A share and an amount of money count nothing else: of "£5,000 worth of clothes" the money is the figure. */
function saysItself(text: string): boolean {
  return (
    /(?:%|％|percent|cent|prozent|المئة|المائة|بالمئة|بالمائة)$|^[A-Z]*[$€£¥₩₽₹]/iu.test(text) ||
    hasUnit.test(text) ||
    isHanShare(text)
  )
}

const hasUnit = new RegExp(`\\d${unit.slice(0, -1)}$`, 'u')

function isNoFigure({ before, number: bare, rest, base }: Standing, counts: string | null): boolean {
  return (
    isClockOrClause(bare, counts, base) ||
    dateAhead.test(rest) ||
    isBareYear(bare, counts) ||
    isPartOfRatio(before, rest)
  )
}

// A share, an amount of money and a measure say what they are; "1,150" and "30万" alone could count anything.
function standsAlone(text: string): boolean {
  if (isHanShare(text)) return true
  if (hanOnly.test(text)) return false
  return /[%％$€£¥₩₽₹°]/u.test(text) || (/[\p{L}\p{So}²³]$/u.test(text) && !endsInScale.test(text))
}

const hanOnly = new RegExp(`^[${hanSigns}点點]+$`, 'u')

const ratio = new RegExp(
  `(?:\\p{N}|(?<!\\p{L})(?:${words.ofRatios.join('|')}))\\s(?:von|of|out of|in|sur|de cada|de|su|из|z|av|af|van de)\\s(?:(?:${words.ownersOfRatios.join('|')})\\s)?$`,
  'iu',
)

const hanRatio = new RegExp(`^\\s?\\p{L}{0,6}?\\s?(?:中|里|裡|に|のうち)\\s?(?:就?有\\s?)?[\\d${hanSigns}]`, 'u')

// 每十名学生中有三名, 十人中三人: three of each ten, not three.
const ofHanRatio =
  /(?:每\P{P}{1,10}|(?:^|[^\p{Nd}一二三四五六七八九])(?:10{1,2}|十|百)\s?[人名个個社户戸]\P{P}{0,4})(?:中|里|裡|に|のうち)(?:就?有)?$/u

// "3 von 10 Proben", "3 out of 10 samples", "10人中3人": the second number counts no samples that somebody has.
function isPartOfRatio(before: string, after: string): boolean {
  return (
    ratio.test(before) ||
    ofHanRatio.test(before) ||
    hanRatio.test(after) ||
    /^(?:\s\p{Ll}+)?\s(?:out of|sur|de cada|из)\s\d|^\svon\s\d/u.test(after)
  )
}

// Many languages write the time of day with a dot; Korean 조 without money behind it is an article of a law.
function isClockOrClause(text: string, counts: string | null, base: string): boolean {
  if (base === 'ko' && /^\d+조$/u.test(text) && !/원|달러/u.test(counts ?? '')) return true
  return base !== 'en' && /^(?:[01]?\d|2[0-3])\.[0-5]\d$/u.test(text) && !(counts && classifier.test(counts))
}

function isBareYear(text: string, counts: string | null): boolean {
  return /^(?:1[5-9]|20)\d{2}$/u.test(text) && !(counts && classifier.test(counts))
}
