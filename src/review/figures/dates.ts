import { withPlainLetters } from '../letters.ts'
import { takeClockLengths } from './clock-lengths.ts'
import { monthNames, weekdayNames } from './data/date-words.ts'
import {
  dayHours,
  feasts,
  feastsEast,
  lastSeason,
  nextSeason,
  nightBefore,
  relativeEast,
  yearParts,
} from './data/relative-dates.ts'
import { relativeWest } from './data/relative-units.ts'
import { takeEasternEras, takeWesternEras } from './eras.ts'
import { beijingTimes, takeZoned } from './time-zones.ts'
import { slackOf } from './rough-clock.ts'
import { mayFit, restOf, screened } from './screened.ts'
import { takeMonthThirds } from './month-thirds.ts'
import { monthSpansOf, withSpans } from './month-spans.ts'
import { dayPartsIn } from './day-parts.ts'
import { hanNumber, toNumber, type Dates, type Take } from './told-dates.ts'
import { yearEdgesIn } from './year-edges.ts'
import { takeWordedTimes } from './worded-clock.ts'
import { takeEasternWeekdays, takeWesternWeekdays } from './weekdays.ts'

/**
 * Read every date and time of day of a text, in Chinese, Japanese, Korean, English, German, French and Spanish.
 *
 * @param language BCP 47
 */
export function readDates(text: string, language: string): Dates {
  const [clock, inBeijing] = [takeClockLengths(text), beijingTimes(text)]
  const dates: Dates = {
    years: new Set(), months: new Set(), days: new Set(), monthDays: new Set(), bareDay: false, undated: false, weekdays: new Set(), turns: [], relative: new Set(), parts: new Set(), thirds: new Set(), spans: new Set(), edges: yearEdgesIn(text), dayParts: new Set(),
    decades: new Set(), centuries: new Set(), times: [], slack: slackOf(text), beijing: inBeijing.beijing, lengths: clock.seconds, rest: clock.rest,
  } // prettier-ignore
  const main = language.split('-')[0] ?? 'en'
  const may = mayFit(text)
  const take = (pattern: RegExp, use: (match: RegExpMatchArray, at: number) => boolean | void): void => {
    if (!may(pattern)) return
    dates.rest = dates.rest.replace(pattern, (...args: unknown[]) => {
      const groups = args.slice(0, -2).filter((one) => typeof one !== 'number') as string[]
      const match = groups as unknown as RegExpMatchArray
      const at = Number(args.findLast((one) => typeof one === 'number'))
      return use(match, at) === false ? (groups[0] ?? '') : ' '.repeat((groups[0] ?? '').length)
    })
  }
  dates.dayParts = dayPartsIn(text, main)
  takeWordedTimes(main, take, (minutes) => void dates.times.push({ minutes: (minutes + 720) % 720, sure: false }))
  dates.times.push(...inBeijing.times)
  takeTimes(dates, take)
  dates.thirds = takeMonthThirds(text, may)
  dates.spans = monthSpansOf(text, may)
  for (const night of may(nightBefore) ? text.matchAll(nightBefore) : [])
    dates.weekdays.add(((weekdayNames[(night[1] ?? '').toLowerCase()] ?? 0) + 6) % 7)
  if (/^(?:zh|ja|ko)$/u.test(main)) takeEastern(dates, take, { japanese: main === 'ja', text })
  else takeWestern(dates, take, { french: main === 'fr' })
  restOf(dates.rest, text)
  return withSpans(dates)
}

screened([...relativeWest, ...yearParts, ...feasts, ...dayHours])
screened([lastSeason, nextSeason, nightBefore])

// Written so, German and French clocks count to twenty-four: 5.30 Uhr is before noon.
const fullClock = [
  /\b(\d{1,2})\.(\d{2}) Uhr\b(?: (morgens|abends|nachmittags|früh))?/gu,
  /\b(\d{1,2})\s?Uhr(?:\s?(\d{2}))?\b(?: (morgens|abends|nachmittags|früh))?/gu,
  /\b(\d{1,2})\s?h(?:\s?(\d{2}))?\b(?: (du matin|de l['’]après-midi|du soir))?/gu,
  /\b(\d{1,2})\.(\d{2}) horas\b/gu,
  /\b(\d{1,2}) heures?(?: (\d{2}))? (du matin|de l['’]après-midi|du soir)(?!\p{L})/gu,
]

const quarters: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 }

const halves = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|深夜|午前|午後|오전|오후'
const easternClock = new RegExp(
  `(${halves})?\\s*(?<![\\d.,])(\\d{1,2}|[${hanNumber}两]{1,3})\\s*(?:时|點|点钟|点|時|시(?![가-힣])|시(?=에|부터|까지|쯤|경|께|를|로|이|의|반|정각))(?!间|間|代|候|刻|常|期|段|燃|评)(?:\\s*(\\d{1,2}|[${hanNumber}]{1,3})\\s*[分분]|(半|一刻|三刻))?`,
  'gu',
)
const digitalClock = new RegExp(`(${halves})?\\s*\\b(\\d{1,2})\\s?[:：](\\d{2})(?![\\d:：])`, 'gu')

function takeTimes(dates: Dates, take: Take): void {
  const add = (hour: number, minute: number, half: string | undefined): void | false => {
    if (hour > 24 || minute > 59) return false
    const late =
      half !== undefined && /^p|下午|晚|傍晚|夜|午後|오후|中午|abends|nachmittags|soir|après|tarde|noche/iu.test(half)
    const early = half !== undefined && !late
    const h = late && hour < 12 ? hour + 12 : early && hour === 12 ? 0 : hour
    dates.times.push({ minutes: (h % 24) * 60 + minute, sure: half !== undefined || hour > 12 })
  }
  take(/\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s?m\b\.?/giu, (m) => add(Number(m[1]), Number(m[2] ?? 0), `${m[3]}m`))
  take(easternClock, (m) => {
    const hour = m[2] === '两' ? 2 : toNumber(m[2] ?? '0')
    return add(hour, m[4] ? (quarters[m[4]] ?? 30) : m[3] ? toNumber(m[3]) : 0, m[1])
  })
  take(digitalClock, (m) => (Number(m[2]) < 25 ? add(Number(m[2]), Number(m[3]), m[1]) : false))
  // "Zwischen 22 und 5 Uhr": the hour is said once for both.
  take(
    /\b(\d{1,2})(?= ?(?:und|bis|et|à|y las?|a las?|and|to|[-–]) ?\d{1,2}(?:[.:]\d{2})? ?(?:Uhr|heures|horas|h\b|[ap]\.?m))/giu,
    (m) => add(Number(m[1]), 0, undefined),
  )
  for (const pattern of fullClock) take(pattern, (m) => add(Number(m[1]), Number(m[2] ?? 0), m[3] ?? 'a'))
  take(/\ba las? (\d{1,2})[.:](\d{2})(?!\d)(?: horas)?( de la (?:madrugada|mañana|tarde|noche))?/giu, (m) =>
    add(Number(m[1]), Number(m[2]), m[3]),
  )
  takeZoned(dates, take)
  for (const [pattern, hour] of dayHours) take(pattern, () => void dates.times.push({ minutes: hour * 60, sure: true }))
}

/** Years of the Japanese eras: the year before the first of each. */
const eras: Record<string, number> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 }

const n = `\\d{1,2}|[${hanNumber}]{1,3}`
const easternQuarter = new RegExp(
  `(?:第\\s*)?(${n})\\s*(?:季度|四半期|분기)|([一二三四1-4])季(?=度|报|報)|第([一二三四1-4])季(?=[出開开上量推發发結结交完投動动營营底初末中前後后，。、；的或以起淨净財财]|$)`,
  'gu',
)
const easternMonth = new RegExp(`(${n})\\s*(?:月|월)(?!球|亮|饼)\\s*(?:(${n})\\s*(?:日|号|일))?`, 'gu')

function takeEastern(dates: Dates, take: Take, { japanese, text }: { japanese: boolean; text: string }): void {
  take(
    /(明治|大正|昭和|平成|令和)\s*(\d{1,2}|元|[一二三四五六七八九十]{1,3})\s*年(?!代)/gu,
    (m) => void dates.years.add((eras[m[1] ?? ''] ?? 0) + (m[2] === '元' ? 1 : toNumber(m[2] ?? ''))),
  )
  take(
    /(公元前|紀元前|기원전)\s*(\d{1,4}|[一二三四五六七八九十]+)\s*(世纪|世紀|세기|年|년)/gu,
    (m) =>
      void (/世|세/u.test(m[3] ?? '')
        ? dates.centuries.add(-toNumber(m[2] ?? ''))
        : dates.years.add(-toNumber(m[2] ?? ''))),
  )
  takeEasternEras(dates, take)
  if (!japanese) takeFeasts(dates, take, feastsEast)
  take(
    // 延续1100年 is a length of time, and so is a number before 1500 without its era.
    /(?<![\d.]|(?:约|近|逾|大概|距今|已有)(?=\d{4}\s*年前)|延续|长达|持续|历时|历经|距今|跨越|存续|(?:约|近|逾|达|有|了|过去|超过)(?=1[0-4]))((?:1[0-9]|20|21)\d{2}|[12一二][〇零一二三四五六七八九]{3})\s*(?:年(?!代|级)|财年|년)/gu,
    (m) => void dates.years.add(toNumber(m[1] ?? '')),
  )
  take(
    /(?<![\d.])((?:19|20)\d{2})(?=\s*(?:[-—–至~]|年?(?:至|到|和|与)\s*(?:19|20)\d{2}))/gu,
    (m) => void dates.years.add(Number(m[1])),
  )
  take(/[前头]\s?[二两三23]\s?个?季度|第?1\s?[～〜~-]\s?第?[23]\s?四半期/gu, () => {})
  take(easternQuarter, (m) => void dates.parts.add(`q${toNumber(m[1] ?? m[2] ?? m[3] ?? '')}`))
  take(/上半年|上半期|상반기/gu, () => void dates.parts.add('h1'))
  take(/下半年|下半期|하반기/gu, () => void dates.parts.add('h2'))
  // 前年 is the year before last in Chinese, and the year before that of the sentence in Japanese.
  take(/前年度?|前の年/gu, () => void dates.relative.add(japanese ? 'year:-1' : 'year:-2'))
  // 2027年秋: the year in front has been taken already.
  for (const match of text.matchAll(/(?<=[年月初暮盛深隆])[春夏秋冬](?![季天节分奥])/gu))
    dates.parts.add({ 春: 'spring', 夏: 'summer', 秋: 'autumn' }[match[0]] ?? 'winter')
  // 来春: the year is in the word; the season itself is read below.
  for (const match of dates.rest.matchAll(/([今明去来昨])[春夏秋冬]/gu))
    dates.relative.add(`year:${{ 今: 0, 明: 1, 来: 1 }[match[1] ?? ''] ?? -1}`)
  takeEasternWeekdays(dates, take)
  for (const [pattern, name] of relativeEast) take(pattern, () => void dates.relative.add(name))
  for (const [pattern, name] of [
    [/春天|春季|[今明去来昨]春|春(?=に|から|まで|先)|봄(?=[\s에,부까철])/gu, 'spring'],
    [/夏天|夏季|[今明去来昨]夏|夏(?=に|から|まで)|여름/gu, 'summer'],
    [/秋天|秋季|[今明去来昨]秋|秋(?=に|から|まで)|가을/gu, 'autumn'],
    [/冬天|冬季|[今明去来昨]冬|冬(?=に|から|まで)|겨울/gu, 'winter'],
  ] as const)
    take(pattern, () => void dates.parts.add(name))
  take(/(?<![\d.])(\d{1,2})(?=\s?(?:至|到|[-—–～〜~]{1,2})\s?\d{1,2}\s?[月월](?!球|亮|饼))/gu, (m) => {
    if (Number(m[1]) < 1 || Number(m[1]) > 12) return false
    dates.months.add(Number(m[1]))
  })
  take(easternMonth, (m) => {
    const month = toNumber(m[1] ?? '')
    if (month < 1 || month > 12) return false
    dates.months.add(month)
    if (!m[2]) return
    dates.days.add(toNumber(m[2]))
    dates.monthDays.add(`${month}-${toNumber(m[2])}`)
  })
  take(
    /(?<![\d.个])(\d{1,2})\s*(?:日(?!元|圆|间|本|均|报|常|程|連続|连续|目|ぶり|以内|かけ)|号(?=[，。、晚早上下凌（]|召开|表示|宣布|说)|일(?!본| ?째|반|부(?!터)))/gu,
    (m) => {
      if (Number(m[1]) < 1 || Number(m[1]) > 31) return false
      dates.bareDay = true
      dates.days.add(Number(m[1]))
    },
  )
}

/** Feasts of a fixed day; the first of January is mostly that of the year to come. */
function takeFeasts(dates: Dates, take: Take, table: typeof feasts): void {
  for (const [pattern, month, day] of table)
    take(pattern, () => {
      dates.months.add(month)
      dates.days.add(day)
      dates.monthDays.add(`${month}-${day}`)
      dates.undated = true
    })
}

/** "Last spring", "next March": of which year, the day of writing says. */
function takeLastSeasons(dates: Dates, take: Take): void {
  take(lastSeason, () => void dates.relative.add('season:-1'))
  take(nextSeason, () => void dates.relative.add('season:1'))
}

const months = Object.keys(monthNames).join('|')
const monthPatterns = screened(
  [
    // "Oct. 18 and 19", "18. und 19. Oktober", "du 18 au 19 octobre", "18 y 19 de octubre": both days.
    new RegExp(
      `(?<![\\p{L}\\d])(${months})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:(?=(?:\\s?[-–—]\\s?| (?:and|to|or) )(\\d{1,2})(?:st|nd|rd|th)?\\b)|)(?:,?\\s+((?:1[5-9]|20)\\d{2})\\b)?`,
      'giu',
    ),
    new RegExp(
      `(?:\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)? ?(?:und|bis|et|au|ou|y|al|a|and|to|[-–—]) ?)?\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?: of| de)?\\s+(${months})(?!\\p{L})\\.?(?:,?\\s+(?:de )?((?:1[5-9]|20)\\d{2})\\b)?`,
      'giu',
    ),
    new RegExp(`(?<![\\p{L}\\d])(${months})(?! Day(?!s))(?![\\p{L}\\d])\\.?(?:\\s+((?:1[5-9]|20)\\d{2})\\b)?`, 'giu'),
  ].map(withPlainLetters),
)
const [monthDay = /$^/u, dayMonth = /$^/u, monthAlone = /$^/u] = monthPatterns
const seasonsWest = screened<[RegExp, string]>([
  [/\bspring\b|\bFrühling\w*|\bFrühjahr\w*|\bprintemps\b|\bprimavera\b/giu, 'spring'],
  [
    /\bsummer\b|\bSommer\b|(?:\b(?:cet|en|deux|trois|chaque|plein|les|des|aux) |l['’]|d['’])étés?(?!\p{L})|\bété\b(?= (?:dernier|prochain))|\bverano\b/giu,
    'summer',
  ],
  [/\bautumn\b|\b(?:the|this|last|next) fall\b|\bHerbst\b|\bautomne\b|\botoño\b/giu, 'autumn'],
  [/\bwinter\b|\bhiver\b|\binvierno\b/giu, 'winter'],
])

function takeWestern(dates: Dates, take: Take, { french }: { french: boolean }): void {
  const monthOf = (name: string): number => monthNames[name.toLowerCase().replace(/\.$/u, '')] ?? 0
  const day = (text: string | undefined): void => void (text && dates.days.add(Number(text)))
  const year = (text: string | undefined): void => void (text && dates.years.add(Number(text)))
  take(
    /\b(\d{1,3}(?:,\d{3})|\d{1,4})\s*(?:B\.?\s?C\.?(?:E\.?)?(?![\p{L}])|v\. ?Chr\.|av(?:ant|\.) J\.?-C\.?|a\. ?C\.)/gu,
    (m) => void dates.years.add(-Number((m[1] ?? '').replace(',', ''))),
  )
  takeWesternEras(dates, take)
  // "The 1991-2020 mean".
  take(/(?<![\d.,])((?:1[5-9]|20)\d{2})[-–—]((?:1[5-9]|20)\d{2})(?![\d.,]\d|[-–—]\d)/gu, (m) => {
    if (Number(m[1]) >= Number(m[2])) return false
    year(m[1])
    return year(m[2])
  })
  const dayOf = (month: string | undefined, text: string | undefined): void => {
    day(text)
    if (text) dates.monthDays.add(`${monthOf(month ?? '')}-${Number(text)}`)
  }
  take(monthDay, (m) => {
    dates.months.add(monthOf(m[1] ?? ''))
    dates.undated ||= !m[4]
    dayOf(m[1], m[2])
    dayOf(m[1], m[3])
    year(m[4])
  })
  take(dayMonth, (m) => {
    dates.months.add(monthOf(m[3] ?? ''))
    dates.undated ||= !m[4]
    dayOf(m[3], m[1])
    dayOf(m[3], m[2])
    year(m[4])
  })
  // "may" and "mars" are other words too: alone they are months only with a capital, but in French.
  take(monthAlone, (m) => {
    const name = m[1] ?? ''
    if (
      !(french && /^(?:mars|mai)$/u.test(name)) &&
      /^(?:may|mars?|march|sept?|jun|dec|jan|oct|apr|jul|aug|nov|feb|mai)$/u.test(name)
    )
      return false
    dates.months.add(monthOf(name))
    dates.undated ||= !m[2]
    year(m[2])
  })
  take(/\b(\d{4})-(\d{2})-(\d{2})\b/gu, (m) => {
    year(m[1])
    dates.months.add(Number(m[2]))
    day(m[3])
  })
  takeFeasts(dates, take, feasts)
  takeLastSeasons(dates, take)
  for (const [pattern, name] of yearParts) take(pattern, () => void dates.parts.add(name))
  for (const [pattern, name] of seasonsWest) take(pattern, () => void dates.parts.add(name))
  takeWesternWeekdays(dates, take)
  for (const [pattern, name] of relativeWest)
    take(pattern, () => name.split(' ').forEach((one) => dates.relative.add(one)))
  take(
    /(?<![\d.,$€£¥-]|[$€£¥]\s)((?:1[5-9]|20)\d{2})(?!\d|[,.]\d|\s*(?:%|percent|people|km|kilo|met|mile|feet|troops|euro|dollar))\b/gu,
    (m) => year(m[1]),
  )
}
