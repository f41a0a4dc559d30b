import type { Figure, Language, Passage } from '../../types.ts'
import counters from './data/counters.json' with { type: 'json' }
import words from './data/figure-words.json' with { type: 'json' }

const scale =
  '(?:[\\s-]?(?:million|billion|trillion|thousand|bn|tn|Millionen|Milliarden|Mio\\.?|Mrd\\.?|Billionen|millions?|milliards?|millones|mil millones|millón|milioni|miliardi|milhões|bilhões|mil|miljoen|miljard|миллионов|миллиардов|млн|млрд|тысяч|milyon|milyar|bin|milionów|miliardów|tys\\.|مليون|ملايين|مليار|مليارات|ألف|آلاف|تريليون|万亿|亿|億|兆|万|萬|千|백만|십억|억|만|조))?'
const unit =
  '(?:\\s?(?:%|percent|per cent|percentage points?|Prozent|pour cent|por ciento|por cento|per cento|процентов|％|ポイント|个百分点|퍼센트|°C|℃|°F|km/h|km²|m²|m³|㎞|㎡|㎢|㎥|㎏|㎝|㎜|km|kg|في المئة|في المائة|بالمئة|بالمائة|metres|meters|kilometres|kilometers|miles))?'
const money = '(?:US\\$|A\\$|HK\\$|[$€£¥₩₽₹])?\\s?'
const number =
  '(?<![\\p{L}\\d.,:/\\-])\\d{1,3}(?:[.,   ]\\d{3})+(?:[.,]\\d+)?(?!\\d)|(?<![\\d.,:/\\-]|\\p{Script=Latin})\\d+(?:[.,]\\d+)?(?![\\d:/]|[.,]\\d)'
// "1億3000万", "3만 5천" and "4 bin 713" are one number: half of it would be a wrong one.
const compound =
  '(?<![\\d.,])\\d[\\d,.]*(?:[兆조亿億억万萬만千천]\\s?\\d[\\d,.]*)+(?:[亿億억万萬만千천])?|(?<![\\d.,])\\d+ (?:milyar|milyon|bin) \\d+(?: bin(?: \\d+)?)?'
const endsInScale = new RegExp(`\\d${scale.slice(0, -1)}$`, 'iu')
const figure = new RegExp(`${money}(?:${compound}|${number})${scale}${unit}(?![\\p{Script=Latin}\\d])`, 'gu')
const dateAhead =
  /^\s?(?:年|月|日|号|號|時|时|分|년|월|일|시|分|[.:]\d|st\b|nd\b|rd\b|th\b|er\b|Uhr|h\b|a\.m|p\.m|am\b|pm\b)/u
// Longest first: of "18萬人次" the first sign alone would count heads where the text counts journeys.
const counter = Object.values(counters)
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const classifier = new RegExp(`^(?:多|余|餘|여|あまり)?\\s?(?:${counter})(?:士兵)?`, 'u')
const spaced = new Set(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'pl', 'no', 'nb', 'da', 'sv', 'tr'])
const stop =
  /^(?:since|over|across|when|while|but|who|which|there|their|its|his|her|this|some|more|people’s|this|then|after|before|have|has|had|will|would|could|people's|og|på|var|kom|er|som|est|sont|été|ont|a|olduğunu|wie|als|an|am|ist|hat|haben|sich|nicht|um|son|fue|han|ha|más|se|è|sono|più|foi|são|mais|of|in|on|to|and|or|at|by|for|from|as|is|was|were|are|with|that|than|the|a|an|it|he|she|im|in|auf|und|oder|von|der|die|das|den|mit|zu|bis|war|sind|wurden|de|du|des|et|ou|en|le|la|les|à|au|y|o|el|los|las|del|con|e|di|da|do|dos|no|na|em|que|para|per|il|i|и|в|на|по|из|до|от|за|ve|w|z|na|do|i|to|het|een|van|op)$/iu

// "120 square" and "38 nautical" count nothing, and "120 kilómetros" is not an area: these measures have two words.
const measured =
  /^(?:(?:square|cubic|nautical|metric|light|troy|astronomical) \p{L}+|(?:basis|percentage) points?|p[ou]n[tk]\p{L}* (?:de (?:base|pourcentage)|básic\p{L}+|porcentual\p{L}+|base|percentual\p{L}+)|(?:процентн|базисн)\p{L}+ пункт\p{L}*|\p{L}+ (?:carrés?|cubes?|marins?|cuadrad[oa]s?|cúbic[oa]s?|náutic[oa]s?|quadrat[io]|cub[io]|quadrad[oa]s?|kwadratow\p{L}+|sześcienn\p{L}+)|(?:квадратн|кубическ|морск)\p{L}+ \p{L}+|vierkante \p{L}+|kubieke \p{L}+)$/iu

/** Find numbers with their unit and what they count, as the text says them. Years, dates, clock times and bare ordinals are not figures. */
export function findCardFigures(passages: Passage[], language: Language): Figure[] {
  const base = language.split('-')[0] ?? 'en'
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(figure)].flatMap((match) => {
      const lead = match[0].length - match[0].trimStart().length
      const start = match.index + lead
      const bare = match[0].trim()
      const end = start + bare.length
      const rest = passage.text.slice(end)
      const counts = /(?:%|％|percent|cent|prozent|المئة|المائة|بالمئة|بالمائة)$/iu.test(bare)
        ? null
        : countedBy(rest, bare, base)
      if (
        isClockOrClause(bare, counts, base) ||
        dateAhead.test(rest) ||
        isBareYear(bare, counts) ||
        isPartOfRatio(passage.text.slice(0, start), rest) ||
        (counts === null && !standsAlone(bare))
      )
        return []
      return [{ text: bare, counts, evidence: { passage: passage.id, quote: bare, start, end } }]
    }),
  )
}

// A share, an amount of money and a measure say what they are; "1,150" and "30万" alone could count anything.
function standsAlone(text: string): boolean {
  return /[%％$€£¥₩₽₹°]/u.test(text) || (/[\p{L}\p{So}²³]$/u.test(text) && !endsInScale.test(text))
}

const ratio = new RegExp(
  `(?:\\p{N}|(?<!\\p{L})(?:${words.ofRatios.join('|')}))\\s(?:von|of|out of|in|sur|de cada|de|su|из|z|av|af|van de)\\s$`,
  'iu',
)

// "3 von 10 Proben", "3 out of 10 samples", "10人中3人": the second number counts no samples that somebody has.
function isPartOfRatio(before: string, after: string): boolean {
  return (
    ratio.test(before) ||
    /^\s?\p{L}{0,3}\s?(?:中|に|のうち)\s?(?:有\s?)?\d/u.test(after) ||
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

function countedBy(rest: string, bare: string, base: string): string | null {
  if (['zh', 'ja', 'ko'].includes(base)) return classifier.exec(rest)?.[0].trim() ?? null
  // Where we have no table of small words, what stands next may count nothing.
  if (!spaced.has(base)) return null
  const next = (/^\s((?:[\p{L}\p{M}’'-]+\s?){1,3})/u.exec(rest)?.[1] ?? '').trim().split(/\s+/u)
  const two = next.slice(0, 2)
  const first = two[0] ?? ''
  const measure = [next, two].find((some) => measured.test(some.join(' ')))
  if (measure) return measure.join(' ')
  // "2.190 millones de euros": behind a scale the small word belongs to what is counted.
  if (endsInScale.test(bare) && /^(?:de|di) \p{Ll}+$/u.test(two.join(' '))) return two.join(' ')
  if (base === 'de') return germanNoun(two)
  if (first === '' || stop.test(first) || (base !== 'de' && /^\p{Lu}/u.test(first))) return null
  // "1,100 former employees": the adjective alone counts nothing.
  if (base === 'en' && words.adjectives.includes(first))
    return two.length === 2 && !stop.test(two[1] ?? '') ? two.join(' ') : null
  return first
}

// German nouns are capitalised, so an adjective before one is known, and a verb is never taken for what is counted.
function germanNoun(words: string[]): string | null {
  const [first = '', second = ''] = words
  if (/^\p{Lu}/u.test(first)) return first
  return /^\p{Ll}/u.test(first) && !stop.test(first) && /(?:e|en|er|es)$/u.test(first) && /^\p{Lu}/u.test(second)
    ? `${first} ${second}`
    : null
}
