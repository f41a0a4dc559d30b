import { withPlainLetters } from '../../letters.ts'
import { monthNames, weekdayNames } from './date-words.ts'

/** Days, weeks, months and years told from the day of writing, in Chinese, Japanese and Korean, with their names in `Dates.relative`. */
export const relativeEast: [RegExp, string][] = [
  [/재작년|一昨年|おととし/gu, 'year:-2'], [/(?:去年|上年|前一年)(?!同期)|昨年(?!同期|の同じ|同時期)|(?:작년|지난해|전년)(?! ?(?:같은 ?(?:기간|달|분기)|동기|대비))/gu, 'year:-1'], [/今年|本年度?|(?<![\d一二三四五六七八九十两几数半])年内|올해|금년|연내|올(?=봄|여름|가을|겨울)/gu, 'year:0'], [/明年|来年|翌年|내년|이듬해/gu, 'year:1'], [/后年|再来年|내후년/gu, 'year:2'],
  [/(?:本|这个?)十年(?:结束|末|底)/gu, 'decade:0'],
  [/上个月|上月|先月|前月|지난달|전월/gu, 'month:-1'], [/这个月|本月|当月|今月|(?<![先来\d])月末|이달|이번 달/gu, 'month:0'], [/下个月|下月|来月|다음 달|내달/gu, 'month:1'],
  [/上上个?(?:周|星期)|先々週|지지난주/gu, 'week:-2'], [/下下个?(?:周|星期)|再来週|다다음 ?주/gu, 'week:2'], [/下下个?月|再来月|다다음 ?달/gu, 'month:2'],
  [/上个?季度|前四半期|지난 ?분기|전분기|직전 ?분기/gu, 'quarter:-1'], [/[本这]个?季度|今四半期|이번 ?분기/gu, 'quarter:0'], [/下个?季度|来四半期|다음 ?분기/gu, 'quarter:1'],
  [/上个?(?:周|星期|礼拜)(?![边围])|先週|前週|지난주/gu, 'week:-1'], [/[这本]个?(?:周|星期|礼拜)(?!边|围)|今週|이번 주|금주/gu, 'week:0'], [/下个?(?:周|星期|礼拜)|来週|다음 주|(?<![가-힣])내주/gu, 'week:1'],
  [/前天|一昨日|おととい|그저께/gu, 'day:-2'], [/昨[天日晚夜晨]|昨夜|어제/gu, 'day:-1'], [/今[天日晚早晨夜]|本日|오늘/gu, 'day:0'], [/明後日|あさって|(?<![가-힣])모레/gu, 'day:2'], [/明[天日晚早]|あす|あした|내일/gu, 'day:1'], [/(?<!前|先|今|以)后天(?![性的])/gu, 'day:2'],
  [/次日|翌日|第二天|隔天|翌朝|다음 ?날|이튿날|翌晨|次晨/gu, 'after:1'], [/前一天|前日(?!本)|전날/gu, 'after:-1'],
] // prettier-ignore

// "In der Nacht zum Sonntag" begins on Saturday.
export const nightBefore = new RegExp(
  `\\b(?:Nacht (?:zum|zu|auf) (?:den )?|overnight into )(${Object.keys(weekdayNames).join('|')})\\b`,
  'giu',
)

/** Feasts with their month and day. */
export const feasts: [RegExp, number, number][] = (
  [
    [
      /(?<!(?:Lunar|Chinese|Jewish) )\bNew Year(?:['’]s(?: Day)?)?\b(?!['’]s Eve| Eve)|\bNeujahr\p{L}*|\b(?:le )?(?:jour de l['’]an|nouvel an)\b|\bAño Nuevo\b/giu,
      1,
      1,
    ],
    [
      /\bMay Day\b|\bInternational (?:Workers|Labou?r)['’]? Day\b|\bTag der Arbeit\b|\bfête du Travail\b|\b(?:Día del Trabajo|Primero de Mayo)\b/giu,
      5,
      1,
    ],
    [/\bNew Year['’]s Eve\b|\bSilvester\p{L}*|\bla Saint-Sylvestre\b|\bNochevieja\b/giu, 12, 31],
    [/\bChristmas Eve\b|\bHeiligabend\b|\bNochebuena\b/giu, 12, 24],
    [/\bChristmas(?: Day)?\b|\bNoël\b|\bNavidad\b/giu, 12, 25],
  ] as [RegExp, number, number][]
).map(([pattern, month, day]) => [withPlainLetters(pattern), month, day])

/** The same in Chinese; 五一 is no fifty-one. */
export const feastsEast: [RegExp, number, number][] = [
  [/元旦/gu, 1, 1],
  [/노동절|메이데이|五一(?:劳动节|国际劳动节|长假|假期|节)?(?![\d一二三四五六七八九十年号届])/gu, 5, 1],
  [/六一(?:儿童节)?(?![\d一二三四五六七八九十年号届])/gu, 6, 1],
  [/双(?:十一|11)(?!\d)/gu, 11, 11],
]

/** Hours of the day that have a name. */
export const dayHours: [RegExp, number][] = [
  [/\b(?:at|until|by|before|after|around|from|past|till) (?:noon|midday)\b|\b(?:12 )?noon\b(?= (?:on|Mon|Tue|Wed|Thu|Fri|Sat|Sun))|(?<!\p{L})(?:à|vers|avant|après|dès|jusqu['’]à) midi\b|\bal? mediodía\b|正午|정오/giu, 12],
  [/\bmidnight\b|\bMitternacht\b|\bminuit\b|\bmedianoche\b|자정|午夜零点|零点(?!几|\d)/giu, 0],
] // prettier-ignore

const seasonNames =
  'spring|summer|fall|autumn|winter|Frühling|Frühjahr|Sommer|Herbst|printemps|automne|hiver|été|primavera|verano|otoño|invierno'
/** "Last spring", "letzten März": the word before, or behind, a season or month. */
export const lastSeason = new RegExp(
  `\\b(?:last|past|letzte[mnrs]?|vergangene[mnrs]?) (?=(?:${seasonNames}|${Object.keys(monthNames).join('|')})(?![a-zà-ÿ]))|(?<=\\b(?:${seasonNames}) )(?:dernière?|pasad[oa])\\b`,
  'giu',
)
/** "Next spring", « l'été prochain ». */
export const nextSeason = new RegExp(
  `\\b(?:next|coming|nächste[mnrs]?|kommende[mnrs]?) (?=(?:${seasonNames}|${Object.keys(monthNames).join('|')})(?![a-zà-ÿ]))|(?<=\\b(?:${seasonNames}) )(?:prochaine?|próxim[oa])\\b`,
  'giu',
)

const quarter = '(?:[- ]quarter| trimestre| Quartal)\\b'
/** Quarters and halves of years in words, as `q3` and `h2`. */
export const yearParts: [RegExp, string][] = (
  [
    [new RegExp(`\\b(?:first|opening|premier|primer|erste[mns]?|1er|1\\.)${quarter}|\\bQ1\\b`, 'giu'), 'q1'],
    [new RegExp(`\\b(?:second|deuxième|segundo|zweite[mns]?|2e|2\\.)${quarter}|\\bQ2\\b`, 'giu'), 'q2'],
    [new RegExp(`\\b(?:third|troisième|tercer|dritte[mns]?|3e|3\\.)${quarter}|\\bQ3\\b`, 'giu'), 'q3'],
    [
      new RegExp(
        `\\b(?:fourth|final|closing|quatrième|dernier|cuarto|vierte[mns]?|4e|4\\.)${quarter}|\\b(?:Schluss|Abschluss)quartal\\b|\\bQ4\\b`,
        'giu',
      ),
      'q4',
    ],
    [
      /\bfirst[- ]half\b|\berste[mns]? (?:Halbjahr\p{L}*|Jahreshälfte)|\b(?:premier|primer) semestre\b|\bpremière moitié de l'année\b|\bprimera mitad del año\b|\bH1\b/giu,
      'h1',
    ],
    [
      /\bsecond[- ]half\b|\bzweite[mnrs]? (?:Halbjahr\p{L}*|Jahreshälfte)|\b(?:second|deuxième|segundo) semestre\b|\bseconde moitié de l'année\b|\bsegunda mitad del año\b|\bH2\b/giu,
      'h2',
    ],
  ] as [RegExp, string][]
).map(([pattern, name]) => [withPlainLetters(pattern), name])
