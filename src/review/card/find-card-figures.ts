import type { Figure, Language, Passage } from '../../types.ts'

const scale =
  '(?:[\\s-]?(?:million|billion|trillion|thousand|Millionen|Milliarden|Mio\\.?|Mrd\\.?|Billionen|millions?|milliards?|millones|mil millones|millón|milioni|miliardi|milhões|bilhões|mil|miljoen|miljard|миллионов|миллиардов|млн|млрд|тысяч|milyon|milyar|bin|milionów|miliardów|tys\\.|万亿|亿|億|兆|万|萬|千|백만|십억|억|만|조))?'
const unit =
  '(?:\\s?(?:%|percent|per cent|percentage points?|Prozent|pour cent|por ciento|por cento|per cento|процентов|％|ポイント|个百分点|퍼센트|°C|℃|km/h|km|kg|metres|meters|kilometres|kilometers|miles))?'
const money = '(?:US\\$|A\\$|HK\\$|[$€£¥₩₽₹])?\\s?'
const number =
  '(?<![\\p{L}\\d.,:/\\-])\\d{1,3}(?:[.,   ]\\d{3})+(?:[.,]\\d+)?(?!\\d)|(?<![\\d.,:/\\-]|\\p{Script=Latin})\\d+(?:[.,]\\d+)?(?![\\d:/]|[.,]\\d)'
// "1億3000万", "3만 5천" and "4 bin 713" are one number: half of it would be a wrong one.
const compound =
  '(?<![\\d.,])\\d[\\d,.]*(?:[兆조亿億억万萬만千천]\\s?\\d[\\d,.]*)+(?:[亿億억万萬만千천])?|(?<![\\d.,])\\d+ (?:milyar|milyon|bin) \\d+(?: bin(?: \\d+)?)?'
const figure = new RegExp(`${money}(?:${compound}|${number})${scale}${unit}(?![\\p{Script=Latin}\\d])`, 'gu')
const dateAhead =
  /^\s?(?:年|月|日|号|號|時|时|分|년|월|일|시|分|[.:]\d|st\b|nd\b|rd\b|th\b|er\b|Uhr|h\b|a\.m|p\.m|am\b|pm\b)/u
const classifier =
  /^(?:多|余|餘|여)?\s?(?:人|名|个|個|位|家|岁|歲|歳|件|台|辆|次|所|倍|吨|噸|トン|元|美元|欧元|日元|円|ドル|ユーロ|公里|米|メートル|キロ|分钟|小时|時間|天|週間|명|개|원|달러|유로|곳|건|세|살|시간|차례|배|회)(?:人|士兵)?/u
const spaced = new Set(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'pl', 'no', 'nb', 'da', 'sv', 'tr'])
const stop =
  /^(?:since|over|across|when|while|but|who|which|there|their|its|his|her|this|some|more|people’s|this|then|after|before|have|has|had|will|would|could|people's|og|på|var|kom|er|som|est|sont|été|ont|a|olduğunu|wie|als|an|am|ist|hat|haben|sich|nicht|um|son|fue|han|ha|más|se|è|sono|più|foi|são|mais|of|in|on|to|and|or|at|by|for|from|as|is|was|were|are|with|that|than|the|a|an|it|he|she|im|in|auf|und|oder|von|der|die|das|den|mit|zu|bis|war|sind|wurden|de|du|des|et|ou|en|le|la|les|à|au|y|o|el|los|las|del|con|e|di|da|do|dos|no|na|em|que|para|per|il|i|и|в|на|по|из|до|от|за|ve|w|z|na|do|i|to|het|een|van|op)$/iu

// "120 square" and "38 nautical" count nothing, and "120 kilómetros" is not an area: these measures have two words.
const measured =
  /^(?:(?:square|cubic|nautical|metric|light|troy|astronomical) \p{L}+|\p{L}+ (?:carrés?|cubes?|marins?|cuadrad[oa]s?|cúbic[oa]s?|náutic[oa]s?|quadrat[io]|cub[io]|quadrad[oa]s?|kwadratow\p{L}+|sześcienn\p{L}+)|(?:квадратн|кубическ|морск)\p{L}+ \p{L}+|vierkante \p{L}+|kubieke \p{L}+)$/iu

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
      const counts = /(?:%|％|percent|cent|prozent)$/iu.test(bare) ? null : countedBy(rest, base)
      if (
        isClockOrClause(bare, counts, base) ||
        dateAhead.test(rest) ||
        isBareYear(bare, counts) ||
        (/^\d+$/u.test(bare) && counts === null)
      )
        return []
      return [{ text: bare, counts, evidence: { passage: passage.id, quote: bare, start, end } }]
    }),
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

function countedBy(rest: string, base: string): string | null {
  if (['zh', 'ja', 'ko'].includes(base)) return classifier.exec(rest)?.[0].trim() ?? null
  // Where we have no table of small words, what stands next may count nothing.
  if (!spaced.has(base)) return null
  const words = (/^\s((?:[\p{L}\p{M}’'-]+\s?){1,2})/u.exec(rest)?.[1] ?? '').trim().split(/\s+/u)
  const first = words[0] ?? ''
  if (measured.test(words.join(' '))) return words.join(' ')
  if (base === 'de') return germanNoun(words)
  if (first === '' || stop.test(first) || (base !== 'de' && /^\p{Lu}/u.test(first))) return null
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
