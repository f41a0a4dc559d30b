/** Numerators and denominators of English, German, French and Spanish, from two fifths to nine tenths. */
const counts: Record<number, string> = { 2: 'two|zwei|deux|dos', 3: 'three|drei|trois|tres', 4: 'four|vier|quatre|cuatro', 5: 'five|fünf|cinq|cinco', 6: 'six|sechs|seis', 7: 'seven|sieben|sept|siete', 8: 'eight|acht|huit|ocho', 9: 'nine|neun|neuf|nueve' } // prettier-ignore
const parts: Record<number, string> = { 5: 'fifths|Fünftel|cinquièmes|quintos|quintas partes', 6: 'sixths|Sechstel|sixièmes|sextos', 7: 'sevenths|Siebtel|septièmes|séptimos', 8: 'eighths|Achtel|huitièmes|octavos', 9: 'ninths|Neuntel|neuvièmes|novenos', 10: 'tenths|Zehntel|dixièmes|décimos' } // prettier-ignore
const severalParts = Object.entries(parts).flatMap(([of, names]) =>
  Object.entries(counts)
    .filter(([count]) => Number(count) < Number(of))
    .map(([count, words]): [RegExp, number] => [
      new RegExp(`(?<!\\p{L})(?:${words})[ -](?:${names})(?!\\p{L})`, 'giu'),
      Number(count) / Number(of),
    ]),
)

/** "Fell threefold", « divisé par trois »: what is left, and what is gone. */
function fallenTo(): [RegExp, number][] {
  const named: [number, string, string, string][] = [
    [2, 'two|2', 'deux|2', 'dos|2'], [3, 'three|3', 'trois|3', 'tres|3'], [4, 'four|4', 'quatre|4', 'cuatro|4'], [5, 'five|5', 'cinq|5', 'cinco|5'], [10, 'ten|10', 'dix|10', 'diez|10'],
  ] // prettier-ignore
  return named.flatMap(([of, english, french, spanish]) => {
    const said = `\\b(?:fell|fallen|dropped|declined|decreased|shrunk|shrank|plunged|cut|reduced|lowered|down) (?:by )?(?:(?:${english})[- ]?fold\\b|(?:by )?a factor of (?:${english})\\b)|\\bdivis\\p{L}+ par (?:${french})\\b|\\bdivid\\p{L}+ (?:por|entre) (?:${spanish})\\b`
    return [1 / of, 1 - 1 / of].map((share): [RegExp, number] => [new RegExp(said, 'giu'), share])
  })
}

/** Shares in words. */
export const fractions: [RegExp, number][] = [
  [
    /一半|半数|过半|(?<![多个年天月小])半(?=成员|席|价|壁)|\bhalf\b(?! (?:a (?:million|billion|century|dozen|mile|hour|year)|of \d{4}|century|hour|year|brother|sister))|\bHälfte\b|\bmoitié(?!\p{L})|\bmitad\b|半分|halbiert|\bhalb so \p{L}+|\bmoitié (?:moins|plus)\b|\bhalv(?:ed|ing)\b|减半|半額|半价|반값|반액|절반|\b(?:zum )?halben? Preis\b|\bdemi-tarif\b/giu,
    0.5,
  ],
  // What 过半 may stand for.
  [/\bmajority\b|\bMehrheit\b|\bmajorité\b|\bmayoría\b|過半数|과반/giu, 0.51],
  // Every third train is a third of the trains; every third day is a pace.
  ...(
    [
      ['zweite', 'second', 2],
      ['dritte', 'third', 3],
      ['vierte', 'fourth', 4],
      ['fünfte', 'fifth', 5],
      ['sechste', 'sixth', 6],
      ['siebte', 'seventh', 7],
      ['achte', 'eighth', 8],
      ['neunte', 'ninth', 9],
      ['zehnte', 'tenth', 10],
      ['zwölfte', 'twelfth', 12],
      ['fünfzehnte', 'fifteenth', 15],
      ['zwanzigste', 'twentieth', 20],
    ] as const
  ).map(([german, english, of]): [RegExp, number] => [
    new RegExp(
      `\\bjede[mnrs]? ${german}[mnrs]?\\b|\\bevery ${english}\\b(?! (?:day|week|month|year|time|hour|night|Sunday))`,
      'giu',
    ),
    1 / of,
  ]),
  [
    /\b(?:a|one)[ -]third\b(?!-)|\b(?:ein|einem|einen|das|dem|gut|knapp|rund|gutes|knappes) Drittel\b|\bun tiers\b|\bun tercio\b/giu,
    1 / 3,
  ],
  // Three times less is a third.
  [
    /\bdeux fois (?:moins|inférieur\p{L}*)|\bdos veces (?:menos|menor)\p{L}*|\bzweimal (?:weniger|kleiner)|\b(?:two times|twice) (?:less|fewer|smaller|cheaper|lower)/giu,
    0.5,
  ],
  [
    /\btrois fois (?:moins|inférieur\p{L}*)|\btres veces (?:menos|menor)\p{L}*|\bdreimal (?:weniger|kleiner)|\bthree times (?:less|fewer|smaller|cheaper|lower)/giu,
    1 / 3,
  ],
  [
    /\bquatre fois (?:moins|inférieur\p{L}*)|\bcuatro veces (?:menos|menor)\p{L}*|\bviermal (?:weniger|kleiner)|\bfour times (?:less|fewer|smaller|cheaper|lower)/giu,
    0.25,
  ],
  [
    /\bcinq fois (?:moins|inférieur\p{L}*)|\bcinco veces (?:menos|menor)\p{L}*|\bfive times (?:less|fewer|smaller|cheaper|lower)/giu,
    0.2,
  ],
  [
    /\bdix fois (?:moins|inférieur\p{L}*)|\bdiez veces (?:menos|menor)\p{L}*|\bten times (?:less|fewer|smaller|cheaper|lower)/giu,
    0.1,
  ],
  ...fallenTo(),
  // Italian, Portuguese and Russian.
  [/(?<!\p{L})(?:metà|metade|половин(?:а|у|ы|е|ой))(?!\p{L})/giu, 0.5],
  [/(?<!\p{L})(?:un terzo|um terço|треть[юи]?|трети)(?!\p{L})/giu, 1 / 3],
  [/(?<!\p{L})(?:due terzi|dois terços|две трети|двух третей)(?!\p{L})/giu, 2 / 3],
  [/(?<!\p{L})(?:um quarto|четверть[ю]?|четверти)(?!\p{L})/giu, 0.25],
  [/(?<!\p{L})(?:tre quarti|três quartos|три четверти)(?!\p{L})/giu, 0.75],
  [/(?<!\p{L})(?:un quinto|um quinto|пят(?:ая|ую|ой) част\p{L}+)(?!\p{L})/giu, 0.2],
  [/(?<!\p{L})(?:un decimo|um décimo|десят(?:ая|ую|ой) част\p{L}+)(?!\p{L})/giu, 0.1],
  [/\btwo[ -]thirds\b|\bzwei Drittel\b|\bdeux tiers\b|\bdos tercios\b/giu, 2 / 3],
  [
    /\b(?:a|one)[ -]quarter\b(?! of \d|-)|\b(?:ein|einem|das|dem|gut|knapp|rund|gutes|knappes) Viertel\b|\bun quart\b|\bun cuarto\b/giu,
    0.25,
  ],
  [/\bthree[ -]quarters\b|\bdrei Viertel\b|\btrois quarts\b|\btres cuartos\b/giu, 0.75],
  ...severalParts,
  [/\b(?:a|one)[ -]fifth\b(?!-)|\bein Fünftel\b|\bun cinquième\b/giu, 0.2],
  ...(
    [
      ['sixth', 'Sechstel', 'sixième', 'sexto', 6],
      ['seventh', 'Siebtel', 'septième', 'séptimo', 7],
      ['eighth', 'Achtel', 'huitième', 'octavo', 8],
      ['ninth', 'Neuntel', 'neuvième', 'noveno', 9],
      ['twelfth', 'Zwölftel', 'douzième', 'doceavo', 12],
      ['twentieth', 'Zwanzigstel', 'vingtième', 'veinteavo', 20],
      ['fiftieth', 'Fünfzigstel', 'cinquantième', 'cincuentavo', 50],
      ['hundredth', 'Hundertstel', 'centième', 'centésimo', 100],
    ] as const
  ).map(([english, german, french, spanish, of]): [RegExp, number] => [
    new RegExp(
      `\\b(?:an?|one)[ -]${english} of (?!an? |the second)|\\bein(?:em)? ${german} de[rs]\\b|\\bun ${french} d|\\bun ${spanish} de\\b`,
      'giu',
    ),
    1 / of,
  ]),
  [/\b(?:a|one)[ -](?:tenth)\b|\bein Zehntel\b|\bun dixième\b/giu, 0.1],
]

/** Times as much, in words. */
export const multiples: [RegExp, number][] = [
  [/(?<!\p{L})(?:il doppio|raddoppi\p{L}+|o dobro|dobr(?:ou|aram|ar)|вдвое|удво\p{L}+|в два раза)(?!\p{L})/giu, 2],
  [
    /(?<!\p{L})(?:il triplo|triplicat\p{L}+|o triplo|triplic\p{L}+|втрое|утро(?:ил|ен)\p{L}*|в три раза)(?!\p{L})/giu,
    3,
  ],
  [/(?<!\p{L})(?:il quadruplo|quadruplicat\p{L}+|вчетверо|в четыре раза)(?!\p{L})/giu, 4],
  [
    /\bune fois et demie(?!\p{L})|\b(?:una )?vez y media\b|\bhalf (?:again as|as (?:much|many|big|large|high|long) again)\b|\b(?:anderthalb|eineinhalb)(?:mal|fach\p{L}*)(?!\p{L})|\b(?:Anderthalb|Eineinhalb)fache\p{L}*/giu,
    1.5,
  ],
  [
    /\bdoubl(?:ed|es|ing|e)\b|\btwice\b|\btwo-?fold\b|翻一番|翻番|翻了一番|翻倍|verdoppel\p{L}*|doppelt|\bDoppelte\p{L}*|\bZweifache\p{L}*|\bdoubl(?:é|er|ent)\p{L}*|\bdeux fois\b|\bduplic\p{L}+|倍増|(?<![\d一二三四五六七八九十数何])倍(?=に|以上に)|두 배|갑절|곱절|\bdoble\b/giu,
    2,
  ],
  [
    /\btripl(?:ed|es|ing|e)\b|\bthree-?fold\b|\bthree times\b|verdreifach\p{L}*|\bDreifache\p{L}*|dreimal|\btripl\p{L}+|\btrois fois\b|세 배/giu,
    3,
  ],
  [
    /\bquadrupl\p{L}+|\bfour-?fold\b|vervierfach\p{L}*|\bVierfache\p{L}*|viermal|\bcuadruplic\p{L}+|\bcuádrup\p{L}+|\bquadruple|\bquatre fois\b|네 배/giu,
    4,
  ],
  [
    /\b[qc]uintupl\p{L}+|\bfive-?fold\b|verfünffach\p{L}*|\bFünffache\p{L}*|\bquíntupl\p{L}+|\bcinq fois\b|다섯 배/giu,
    5,
  ],
  [/\bten-?fold\b|verzehnfach\p{L}*|\bZehnfache\p{L}*|\bdécupl\p{L}+|열 배/giu, 10],
  [
    /\bhalv(?:ed|ing|es)\b|减半|减少一半|减少了一半|halbier\p{L}*|半減|\bdivis\p{L}+ par deux\b|\bdivid\p{L}+ (?:por|entre) dos\b/giu,
    0.5,
  ],
]

/** Lengths of time of one word, in days (months and years by the mean Gregorian year). */
export const spans: [RegExp, number][] = [
  // Lengths in an adjective: « la moyenne quinquennale », „der Fünfjahresschnitt“.
  [/\b(?:trienni?al|triennal|trienal)\p{L}*|\bDreijahres\p{L}+|\bdreijährig\p{L}*/giu, 1095.7275],
  [/\bquinquen\p{L}+|\bFünfjahres\p{L}+|\bfünfjährig\p{L}*/giu, 1826.2125],
  [/\bdécennal\p{L}*|\bdecenal\p{L}*|\bZehnjahres\p{L}+|\bzehnjährig\p{L}*/giu, 3652.425],
  [
    /\b(?:a|per|each|every|this|the(?: (?:past|last|next|previous|preceding|following|same))?) decade\b|\bein(?:em)? Jahrzehnt\b|\b(?:letzten?|vergangenen?|nächsten?|kommenden?) Jahrzehnt\b|\bune décennie\b|\bla (?:dernière|prochaine) décennie\b|\bla décennie (?:écoulée|passée|suivante)\b|\buna década\b|\bla (?:última|pasada|próxima|anterior) década\b/giu,
    3652.425,
  ],
  [
    /\bhalf[- ]a[- ]century\b|\bhalf[- ]century\b|\bun demi-siècle\b|\bmedio siglo\b|(?<![个個])半个?多?世纪|半世紀/giu,
    18262.125,
  ],
  [/\b(?:a|the (?:past|last)) century\b|\bun siècle\b|\bun siglo\b/giu, 36524.25],
  [
    /\ban hour and a quarter\b|\bune heure (?:et )?quart(?!\p{L})|\buna hora y cuarto\b|\bein(?:e und eine|ein)e?viertel Stunden?\b/giu,
    5 / 96,
  ],
  [/\ban hour and a half\b|\bune heure et demie\b|\bhora y media\b|\b(?:anderthalb|eineinhalb) Stunden\b/giu, 1 / 16],
  [/\ba year and a half\b|\bun an et demi\b|\baño y medio\b|\b(?:anderthalb|eineinhalb) Jahren?\b/giu, 547.86375],
  [
    /\ba quarter of an hour\b|\bquarter-hour\b|\bViertelstunde\b|\bun quart d['’]heure\b|\bun cuarto de hora\b/giu,
    1 / 96,
  ],
  [
    /\bdrei ?viertel ?stunden?\b|\btrois quarts d['’]heure\b|\btres cuartos de hora\b|\bthree[- ]quarters of an hour\b/giu,
    1 / 32,
  ],
  [
    /\bquarter[- ]century\b|\ba quarter of a century\b|\b(?:ein )?Vierteljahrhundert\b|\bun quart de siècle\b|\bun cuarto de siglo\b|四分之一个?世纪|四半世紀/giu,
    9131.0625,
  ],
  [
    /\b(?:three[- ]quarters of a|three-quarter) century\b|\btrois quarts de siècle\b|\btres cuartos de siglo\b/giu,
    27393.1875,
  ],
  [/\bbimestral(?:es)?\b|\bbimestriel\p{L}*|\bevery other month\b|\bzweimonatlich\p{L}*|隔月|격월/giu, 60.87375],
  [/\btrimestral(?:es)?\b|\btrimestriel\p{L}*|\bvierteljährlich\p{L}*/giu, 91.31],
  [/\bsemestral(?:es)?\b|\bsemestriel\p{L}*|\bhalbjährlich\p{L}*|\bbiannual(?:ly)?\b/giu, 182.62],
  [/\bbiennial\b|\bbienal\b|\bzweijährlich\p{L}*|\bbisannuel\p{L}*/giu, 730.485],
  [/一刻钟/gu, 1 / 96],
  [/两刻钟/gu, 1 / 48],
  [/三刻钟/gu, 1 / 32],
  [/\ba day\b|\beine[mn]? Tag\b|\bune journée\b|\bun jour\b|\bun día\b|하루/giu, 1],
  [/이틀/gu, 2],
  [/사흘/gu, 3],
  [/나흘/gu, 4],
  [/닷새/gu, 5],
  [/엿새/gu, 6],
  [/\ba week\b|\beiner? Woche\b|\bune semaine\b|\buna semana\b|일주일/giu, 7],
  [/열흘/gu, 10],
  [/보름/gu, 15],
  [/\ba month\b|\beine[mn] Monat\b|\bun mois\b|\bun mes\b|한 달/giu, 30.436875],
  [/\ba year\b|\beine[mn]? Jahr\b|\bun an\b|\bun año\b|일 년/giu, 365.2425],
  [/\ban hour\b|\beiner? Stunde\b|\bune heure\b|\buna hora\b/giu, 1 / 24],
  // Eight and fifteen days are a week and two, as French, Spanish and German count them.
  [/\bhuit jours\b|\bocho días\b|\bacht Tagen?\b/giu, 7],
  [/\ba fortnight\b|\bfortnight\b|\b(?:quinze jours|une quinzaine)\b|\bquince días\b|\buna quincena\b/giu, 14],
  [
    /\ba decade and a half\b|\banderthalb Jahrzehnten?\b|\bune décennie et demie\b|\buna década y media\b/giu,
    5478.6375,
  ],
  [
    /\bhalf[- ]an?[- ]hour\b|\beine[rn]? halben? Stunde\b|\bmedia hora\b|\bune demi-heure\b|(?<![个個])半个?小时|(?<![个個])半個?小時|半時間/giu,
    1 / 48,
  ],
  [/\bhalf a year\b|\bhalf-year\b|\bsix-month\b|\bein(?:em)? halbe[sn] Jahr\b|\bmedio año\b|半年(?!报)/giu, 182.62],
]

const tenthsOfSpanish = ['una|1', 'dos|2', 'tres|3', 'cuatro|4', 'cinco|5', 'seis|6', 'siete|7', 'ocho|8', 'nueve|9']
const tenthsOfFrench = ['un|1', 'deux|2', 'trois|3', 'quatre|4', 'cinq|5', 'six|6', 'sept|7', 'huit|8', 'neuf|9']

/** Parts of a percentage point in words, as central banks move their rates. */
export const pointParts: [RegExp, number][] = [
  ...(['an? ', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const).map(
    (word, at): [RegExp, number] => [
      new RegExp(
        `(?<!\\p{L})(?:${word}[ -]?tenths?(?: of a)?(?: percentage)?[ -]point(?!\\p{L})|(?:${tenthsOfSpanish[at]}) décimas?(?! de segundo)(?!\\p{L})|(?:${tenthsOfFrench[at]}) dixièmes? de point)`,
        'giu',
      ),
      (at + 1) / 10,
    ],
  ),
  [
    /\ba quarter of a (?:percentage )?point\b|\bquarter[- ](?:percentage[- ])?point\b|\bViertelpunkt\p{L}*|\bViertelprozentpunkt\p{L}*|\bun quart de point\b|\bun cuarto de punto\b|四分之一个?百分点/giu,
    0.25,
  ],
  [
    /\bhalf (?:a |of a )?(?:percentage )?point\b|\bhalf[- ](?:percentage[- ])?point\b|\bhalben Prozentpunkt\b|\bun demi-point\b|\bmedio punto\b|半个?百分点/giu,
    0.5,
  ],
  [
    /\bthree[- ]quarters? of a (?:percentage )?point\b|\bthree-quarter[- ]point\b|\btrois quarts de point\b|四分之三个?百分点/giu,
    0.75,
  ],
]
