import { withPlainLetters } from '../../letters.ts'
import { monthNames, weekdayNames } from './date-words.ts'

/** Days, weeks, months and years told from the day of writing, in Chinese, Japanese and Korean, with their names in `Dates.relative`. */
export const relativeEast: [RegExp, string][] = [
  [/재작년|一昨年/gu, 'year:-2'], [/去年|上年|前一年|昨年|작년|지난해|전년/gu, 'year:-1'], [/今年|本年度|올해|금년/gu, 'year:0'], [/明年|来年|翌年|내년/gu, 'year:1'], [/后年/gu, 'year:2'],
  [/上个月|上月|先月|前月|지난달|전월/gu, 'month:-1'], [/这个月|本月|今月|(?<![先来\d])月末|이달|이번 달/gu, 'month:0'], [/下个月|下月|来月|다음 달/gu, 'month:1'],
  [/上上周/gu, 'week:-2'], [/上个?(?=(?:周|星期|礼拜)[一二三四五六日天])|上个?(?:周|星期|礼拜)|先週|前週|지난주/gu, 'week:-1'], [/[这本]个?(?=(?:周|星期|礼拜)[一二三四五六日天])|[这本]个?(?:周|星期)(?!边|围)|今週|이번 주/gu, 'week:0'], [/下个?(?=(?:周|星期|礼拜)[一二三四五六日天])|下个?(?:周|星期|礼拜)|来週|다음 주/gu, 'week:1'],
  [/前天|一昨日/gu, 'day:-2'], [/昨天|昨日|昨晚|어제/gu, 'day:-1'], [/今天|今日|今晚|今早|오늘/gu, 'day:0'], [/明天|明日|明晚|내일/gu, 'day:1'], [/后天/gu, 'day:2'],
] // prettier-ignore

const comparedWithLastYear =
  /\ba year (?:ago|earlier)\b|\b(?:from|than|on) the (?:year before|prior year)\b|\bthe (?:year before|prior year)\b|\bVorjahr\p{L}*|\bein Jahr zuvor\b|\bun an plus tôt\b|\bsur un an\b|\binteranual\b/giu

/** The same in English, German, French and Spanish; one phrase may mean two years. */
export const relativeWest: [RegExp, string][] = (
  [
    [
      /\blast year\b|\bthe previous year\b|\bletzte[snm]? Jahr\w*|\bvergangene[snm]? Jahr\w*|\bl'(?:an(?:née)?) dernière?\b|\bl'an passé\b|\bl'année précédente\b|\bel año pasado\b|\baño anterior\b/giu,
      'year:-1',
    ],
    // Compared with the year before, what is told is of this year: both are read.
    [comparedWithLastYear, 'year:-1 year:0'],
    // "7.5 million this year, up from 6.9 million": the year before is not said.
    [/\b(?:up|down) from (?=[$€£]?\d)/giu, 'year:-1'],
    [
      /\b(?:end|middle|start|beginning|rest) of the month\b|\bMonats(?:ende|mitte|anfang)\b|\b(?:Ende|Mitte|Anfang) (?:des|dieses) Monats\b|\b(?:fin|milieu|début) du mois\b|\bfin de ce mois\b|\b(?:fin|final(?:es)?|fines|mediados|principios|comienzos) de(?:l| este)? mes\b/giu,
      'month:0',
    ],
    [
      /\b(?:end|middle|start|beginning|rest) of the year\b|\bJahresende\b|\bfin de l'année\b|\bfin de año\b/giu,
      'year:0',
    ],
    [/\bthis year\b|\bin diesem Jahr\b|\bcette année\b|\beste año\b/giu, 'year:0'],
    [
      /\bnext year\b|\bnächste[sn]? Jahr\w*|\bl'(?:an(?:née)?) prochaine?\b|\bel (?:próximo año|año que viene)\b/giu,
      'year:1',
    ],
    [
      /\blast month\b|\bletzten Monat\b|\ble mois dernier\b|\bVormonat\p{L}*|\bmes anterior\b|\bthe (?:previous month|month before)\b|\ba month earlier\b|\bel mes pasado\b/giu,
      'month:-1',
    ],
    [/\bthis month\b|\bdiesen Monat\b|\bce mois\b/giu, 'month:0'],
    [/\bnext month\b|\bnächsten Monat\b|\ble mois prochain\b/giu, 'month:1'],
    [
      /\blast week\b|\bletzte Woche\b|\bvergangene Woche\b|\bla semaine dernière\b|\bVorwoche\b|\bthe previous week\b|\bla semana pasada\b/giu,
      'week:-1',
    ],
    [/\bthis week\b|\bdiese Woche\b|\bcette semaine\b|\besta semana\b/giu, 'week:0'],
    [/\bnext week\b|\bnächste Woche\b|\bla semaine prochaine\b|\bla próxima semana\b/giu, 'week:1'],
    [/\byesterday\b|\bgestern\b|\bhier\b(?= (?:soir|matin|à|,))|\bayer\b|\blast night\b/giu, 'day:-1'],
    [/\btoday\b|\bheute\b|\baujourd'hui\b|\bhoy\b|\btonight\b/giu, 'day:0'],
    [/\btomorrow\b|\bdemain\b|\bmañana\b(?!s)/giu, 'day:1'],
  ] as [RegExp, string][]
).map(([pattern, name]) => [withPlainLetters(pattern), name])

/** Which third of a month is told. East of it the word stands behind the month, west of it mostly before. */
export const monthParts: [RegExp, string][] = [
  [/(?<=[月월달]\s*)(?:上旬|初|초)|\bearly[- ](?=@)|\bbeginning of (?=@)|\bAnfang (?=@)|\bdébut (?=@)|\b(?:principios|comienzos) de (?=@)/giu, 'month early'],
  [/(?<=[月월달]\s*)(?:中旬|중순)|\bmid[- ](?=@)|\bmiddle of (?=@)|\bMitte (?=@)|\bmi[- ](?=@)|\bmediados de (?=@)/giu, 'month mid'],
  [/(?<=[月월달]\s*)(?:下旬|底|末|말|하순)|\blate[- ](?=@)|\bend of (?=@)|\bEnde (?=@)|\bfin (?=@)|\b(?:finales|fines) de (?=@)/giu, 'month late'],
].map(([pattern, name]) => [new RegExp((pattern as RegExp).source.replaceAll('@', `(?:${Object.keys(monthNames).join('|')})\\b`), 'giu'), name as string]) // prettier-ignore

// "In der Nacht zum Sonntag" begins on Saturday.
export const nightBefore = new RegExp(
  `\\b(?:Nacht (?:zum|auf) (?:den )?|overnight into )(${Object.keys(weekdayNames).join('|')})\\b`,
  'giu',
)

/** Feasts with their month and day. */
export const feasts: [RegExp, number, number][] = (
  [
    [/\bNew Year['’]s Day\b|\bNeujahr\p{L}*|\b(?:le )?(?:jour de l['’]an|nouvel an)\b|\bAño Nuevo\b/giu, 1, 1],
    [/\bNew Year['’]s Eve\b|\bSilvester\p{L}*|\bla Saint-Sylvestre\b|\bNochevieja\b/giu, 12, 31],
    [/\bChristmas Eve\b|\bHeiligabend\b|\bNochebuena\b/giu, 12, 24],
    [/\bChristmas(?: Day)?\b|\bNoël\b|\bNavidad\b/giu, 12, 25],
  ] as [RegExp, number, number][]
).map(([pattern, month, day]) => [withPlainLetters(pattern), month, day])

/** Hours of the day that have a name. */
export const dayHours: [RegExp, number][] = [
  [/\b(?:at|until|by|before|after|around|from) (?:noon|midday)\b|\b(?:12 )?noon\b(?= (?:on|Mon|Tue|Wed|Thu|Fri|Sat|Sun))|\bà midi\b|\bal mediodía\b|正午|정오/giu, 12],
  [/\b(?:at|until|by|before|after|around|past|from) midnight\b|\bum Mitternacht\b|\bà minuit\b|\ba medianoche\b|자정|午夜零点/giu, 0],
] // prettier-ignore

const seasonNames =
  'spring|summer|fall|autumn|winter|Frühling|Frühjahr|Sommer|Herbst|printemps|automne|hiver|été|primavera|verano|otoño|invierno'
/** "Last spring", "letzten März": the word before, or behind, a season or month. */
export const lastSeason = new RegExp(
  `\\b(?:last|past|letzte[mnrs]?|vergangene[mnrs]?) (?=${seasonNames}|${Object.keys(monthNames).join('|')})|(?<=\\b(?:${seasonNames}) )(?:dernière?|pasad[oa])\\b`,
  'giu',
)
/** "Next spring", « l'été prochain ». */
export const nextSeason = new RegExp(
  `\\b(?:next|coming|nächste[mnrs]?|kommende[mnrs]?) (?=${seasonNames}|${Object.keys(monthNames).join('|')})|(?<=\\b(?:${seasonNames}) )(?:prochaine?|próxim[oa])\\b`,
  'giu',
)

const quarter = '(?:[- ]quarter| trimestre| Quartal)\\b'
/** Quarters and halves of years in words, as `q3` and `h2`. */
export const yearParts: [RegExp, string][] = (
  [
    [new RegExp(`\\b(?:first|premier|primer|erste[mns]?|1er|1\\.)${quarter}|\\bQ1\\b`, 'giu'), 'q1'],
    [new RegExp(`\\b(?:second|deuxième|segundo|zweite[mns]?|2e|2\\.)${quarter}|\\bQ2\\b`, 'giu'), 'q2'],
    [new RegExp(`\\b(?:third|troisième|tercer|dritte[mns]?|3e|3\\.)${quarter}|\\bQ3\\b`, 'giu'), 'q3'],
    [new RegExp(`\\b(?:fourth|final|quatrième|dernier|cuarto|vierte[mns]?|4e|4\\.)${quarter}|\\bQ4\\b`, 'giu'), 'q4'],
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
