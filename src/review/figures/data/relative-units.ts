import { withPlainLetters } from '../../letters.ts'

/** What a language calls a unit of the calendar (singular: "the past years" are none), and the words that turn it back and forth. */
type Turning = {
  units: Record<'year' | 'quarter' | 'month' | 'week', string>
  /** Words before the unit by how far they turn it; `@` is nothing. */
  before: Record<string, string>
  /** Words behind it. */
  behind: Record<string, string>
}

const turnings: Turning[] = [
  {
    units: { year: 'year', quarter: 'quarter', month: 'month', week: 'week' },
    before: { '-1': 'last|the previous|the preceding|the prior', '0': 'this|the current', '1': 'next|the coming' },
    behind: { '1': 'from now' },
  },
  {
    units: { year: 'Jahr(?:es)?', quarter: 'Quartals?', month: 'Monats?', week: 'Woche' },
    before: {
      '-2': 'vorletzte[mnrs]?',
      '-1': '(?:letzt|vergangen|vorig|vorangegangen)e[mnrs]?',
      '0': '(?:dies|laufend|aktuell)e[mnrs]?',
      '1': '(?:nächst|kommend)e[mnrs]?',
      '2': 'übernächste[mnrs]?',
    },
    behind: {},
  },
  {
    units: { year: 'an(?:née)?', quarter: 'trimestre', month: 'mois', week: 'semaine' },
    before: { '0': 'cet(?:te)?|ce' },
    behind: { '-1': '(?:dernier|dernière|passée?|précédente?|écoulée?)', '0': 'en cours', '1': 'prochaine?' },
  },
  {
    units: { year: 'año', quarter: 'trimestre', month: 'mes', week: 'semana' },
    before: { '-1': 'pasad[oa]', '0': 'este|esta|el presente', '1': 'próxim[oa]' },
    behind: { '-1': '(?:pasad[oa]|anterior)', '0': 'en curso', '1': '(?:próxim[oa]|que viene|entrante)' },
  },
]

function patternsOf({ units, before, behind }: Turning): [string, string][] {
  return Object.entries(units).flatMap(([grain, unit]) => [
    ...Object.entries(before).map(([shift, words]): [string, string] => [
      `\\b(?:${words}) (?:${unit})\\b`,
      `${grain}:${shift}`,
    ]),
    ...Object.entries(behind).map(([shift, words]): [string, string] => [
      `\\b(?:${unit}) ${words}(?!\\p{L})`,
      `${grain}:${shift}`,
    ]),
  ])
}

// Compared with the year before, what is told is of this year: both are read.
const compared: [string, string][] = [
  [
    '\\ba year (?:ago|earlier)\\b|\\b(?:from|than|on) the (?:year before|prior year)\\b|\\bthe (?:year before|prior year)\\b|\\bVorjahr\\p{L}*|\\b(?:ein|im) Jahr (?:zuvor|davor)\\b|\\bvor einem Jahr\\b|\\bun an plus tôt\\b|\\bil y a un an\\b|\\bsur un an\\b|\\binteranual\\b|\\bhace un año\\b|\\b(?:letzt|vor)jährig\\p{L}*',
    'year:-1 year:0',
  ],
  [
    '\\ba month (?:ago|earlier)\\b|\\bthe month before\\b|\\bVormonat\\p{L}*|\\bvor einem Monat\\b|\\bil y a un mois\\b|\\bhace un mes\\b|\\bein Monat zuvor\\b',
    'month:-1 month:0',
  ],
  [
    '\\ba week (?:ago|earlier)\\b|\\bthe week before\\b|\\bVorwoche\\b|\\bvor einer Woche\\b|\\bil y a une semaine\\b|\\bhace una semana\\b',
    'week:-1 week:0',
  ],
  // "Compared with the same period last year": what is told is of this one.
  [
    '\\b(?:same|corresponding|comparable) (?:\\w+ )?(?:period|time|month|months|quarter|week|day|stage|point|half)(?: (?:of|in))?(?: the)? (?:last|previous|prior) year\\b|\\b(?:from|than|against|versus|over|with|on|to) (?:last year|the year-ago|a year-ago|the previous year)\\b',
    'year:-1 year:0',
  ],
  [
    "\\bmême (?:période|mois|trimestre|époque) (?:de l['’]|l['’])(?:an|année) (?:dernier|dernière|passée?|précédente?)|\\bpar rapport à l['’](?:an|année) (?:dernier|dernière|passée?|précédente?)",
    'year:-1 year:0',
  ],
  [
    '\\bmismo (?:periodo|período|mes|trimestre|tramo|lapso) del (?:año (?:pasado|anterior)|pasado año)|\\b(?:respecto|frente|comparación|relación) (?:al?|con el) (?:año (?:pasado|anterior|previo)|pasado año)',
    'year:-1 year:0',
  ],
  // "7.5 million this year, up from 6.9 million": the year before is not said.
  ['\\b(?:up|down) from (?=[$€£]?\\d)', 'year:-1'],
]

const alone: [string, string][] = [
  [
    '\\b(?:end|middle|start|beginning|rest) of the month\\b|\\bMonats(?:ende|mitte|anfang)\\b|\\b(?:Ende|Mitte|Anfang) des Monats\\b|\\b(?:fin|milieu|début) du mois\\b|\\b(?:fin|final(?:es)?|fines|mediados|principios|comienzos) de(?:l| este)? mes\\b',
    'month:0',
  ],
  [
    '\\b(?:end|middle|start|beginning|rest) of the year\\b|\\bso far this year\\b|\\bJahresende\\b|\\bheuer\\b|\\bdiesjährig\\p{L}*|\\bfin de l.année\\b|\\bfin de año\\b|\\ben lo que va de año\\b',
    'year:0',
  ],
  [
    '\\bthis (?=spring|summer|autumn|fall|winter)|\\bdiese[nrsm]? (?=Frühjahr|Frühling|Sommer|Herbst|Winter)|\\b(?:cet|ce) (?=été|automne|hiver|printemps)|\\best[ea] (?=primavera|verano|otoño|invierno)',
    'year:0',
  ],
  [
    '\\b(?:end|close|turn) of (?:the|this) decade\\b|\\blater this decade\\b|\\bEnde (?:des|dieses) Jahrzehnts\\b|\\bfin de (?:la|cette) décennie\\b|\\b(?:fin|final(?:es)?|término) de (?:la|esta) década\\b|\\bacabe (?:la|esta) década\\b',
    'decade:0',
  ],
  ['\\bthe year after next\\b', 'year:2'],
  ['\\bthe month after next\\b', 'month:2'],
  ['\\bthe week after next\\b', 'week:2'],
  ['\\bthe week before last\\b', 'week:-2'],
  ['\\b(?:Vorquartal\\p{L}*|(?:the )?(?:previous|prior) quarter)\\b', 'quarter:-1'],
  [
    '\\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night)\\b|\\b(?:the day after|a day later|one day later)\\b|\\b(?:am|zum) (?:nächsten|folgenden|darauffolgenden) (?:Tag|Morgen|Abend|Vormittag)|\\bTag(?:e)? (?:darauf|danach|später)\\b|\\ble lendemain\\b|\\bau lendemain\\b|\\bal día siguiente\\b|\\bun día después\\b',
    'after:1',
  ],
  [
    '\\b(?:the )?(?:previous|preceding) (?:day|night|evening)\\b|\\bthe day before\\b|\\ba day earlier\\b|\\bam Vortag\\b|\\bTag zuvor\\b|\\bla veille\\b|\\bla víspera\\b|\\bel día anterior\\b',
    'after:-1',
  ],
  ['\\bvorgestern\\b|\\bavant-hier\\b|\\banteayer\\b|\\bantier\\b', 'day:-2'],
  ['\\byesterday\\b|\\blast night\\b|\\bgestern\\b|(?<!avant-)\\bhier\\b|\\bayer\\b|\\banoche\\b', 'day:-1'],
  ["\\btoday\\b|\\btonight\\b|\\bheute\\b|\\baujourd['’]hui\\b|\\bhoy\\b", 'day:0'],
  ['\\bübermorgen\\b|\\baprès-demain\\b|\\bpasado mañana\\b', 'day:2'],
  [
    '\\btomorrow\\b|\\b(?:ab|bis|für|erst|schon) morgen\\b|\\bmorgen (?:früh|abend|Nachmittag|Mittag)\\b|(?<!après-)\\bdemain\\b|(?<!pasado |la |esta |de la )\\bmañana\\b',
    'day:1',
  ],
]

/** Days, weeks, months and years told from the day of writing in English, German, French and Spanish; one phrase may mean two years. */
export const relativeWest: [RegExp, string][] = [...compared, ...turnings.flatMap(patternsOf), ...alone].map(
  ([source, name]) => [withPlainLetters(new RegExp(withEdges(source), 'giu')), name],
)

// `\b` of the language knows ASCII letters only: "übermorgen" would have no beginning.
function withEdges(source: string): string {
  return source.replace(/\\b(?=\p{L}|\((?!\?[!=<]))/gu, '(?<!\\p{L})').replaceAll('\\b', '(?!\\p{L})')
}
