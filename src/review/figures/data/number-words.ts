/** Languages that write 1.234,5 (CLDR number symbols). */
export const decimalCommaLanguages = new Set([
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ru',
  'pl',
  'sv',
  'da',
  'nb',
  'no',
  'fi',
  'tr',
  'uk',
  'cs',
])

/** Words that multiply the digits before them. `any` holds in every language. */
export const scaleWords: Record<string, [RegExp, number][]> = {
  en: [
    [/^[\s-]*(?:trillion|trn|tn)\b/iu, 1e12],
    [/^[\s-]*(?:billion|bn)\b|^b\b(?!\.\w)/iu, 1e9],
    [
      /^[\s-]*(?:million|mln|mn)\b|^m\b(?!\.\w)(?!\s*(?:tall|high|long|wide|deep|above|below|from|race|sprint|and))/u,
      1e6,
    ],
    [/^[\s-]*lakhs? crores?\b/iu, 1e12],
    [/^[\s-]*crores?\b/iu, 1e7],
    [/^[\s-]*lakhs?\b/iu, 1e5],
    [/^[\s-]*thousand\b/iu, 1e3],
    [/^k\b/u, 1e3],
    [/^[\s-]*hundred\b/iu, 100],
    [/^[\s-]*dozen\b/iu, 12],
  ],
  de: [
    [/^\s*(?:Billionen|Billion|Bio\.)/u, 1e12],
    [/^\s*(?:Milliarden|Milliarde|Mrd\.?)/u, 1e9],
    [/^\s*(?:Millionen|Million|Mio\.?)/u, 1e6],
    [/^\s*(?:Tausend|tausend|Tsd\.?)/u, 1e3],
  ],
  fr: [
    [/^\s*(?:billions?)\b/u, 1e12],
    [/^\s*(?:milliards?|Md€?|Mds)\b/u, 1e9],
    [/^\s*(?:millions?|M(?=€))/u, 1e6],
    [/^\s*(?:mille)\b/u, 1e3],
  ],
  es: [
    [/^\s*(?:billones|billón)/u, 1e12],
    [/^\s*(?:mil millones)/u, 1e9],
    [/^\s*(?:millones|millón)/u, 1e6],
    [/^\s*mil\b/u, 1e3],
  ],
  it: [
    [/^\s*(?:miliardi|miliardo)/u, 1e9],
    [/^\s*(?:milioni|milione|mln)/u, 1e6],
    [/^\s*mila\b/u, 1e3],
  ],
  pt: [
    [/^\s*(?:mil milhões|bilhões|bilhão|bi\b)/u, 1e9],
    [/^\s*(?:milhões|milhão|mi\b)/u, 1e6],
    [/^\s*mil\b/u, 1e3],
  ],
  ru: [
    [/^\s*(?:трлн|триллион\p{L}*)/u, 1e12],
    [/^\s*(?:млрд|миллиард\p{L}*)/u, 1e9],
    [/^\s*(?:млн|миллион\p{L}*)/u, 1e6],
    [/^\s*тыс(?:яч\p{L}*|\.)?/u, 1e3],
  ],
  any: [],
}

const en: Record<string, number> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50,
  sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12,
  dozen: 12, one: 1, both: 2, couple: 2, pair: 2, single: 1, neither: 2, zero: 0, twins: 2, trio: 3,
} // prettier-ignore
const de: Record<string, number> = {
  ein: 1, eine: 1, einen: 1, einer: 1, eins: 1, zwei: 2, beide: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9,
  zehn: 10, elf: 11, zwölf: 12, dreizehn: 13, vierzehn: 14, fünfzehn: 15, sechzehn: 16, siebzehn: 17, achtzehn: 18, neunzehn: 19,
  zwanzig: 20, dreißig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80, neunzig: 90, hundert: 100, tausend: 1e3,
  dutzend: 12, million: 1e6, millionen: 1e6, milliarde: 1e9, milliarden: 1e9,
} // prettier-ignore
const fr: Record<string, number> = {
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12, treize: 13,
  quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, cents: 100, septante: 70, octante: 80, nonante: 90, trente: 30, quarante: 40, cinquante: 50, soixante: 60, cent: 100, mille: 1e3,
  douzaine: 12, douzaines: 12, dizaine: 10, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9, demi: 0.5,
} // prettier-ignore
/** Doscientos to novecientas, of either gender. */
function hundredsOfSpanish(): Record<string, number> {
  const stems = ['dosc', 'tresc', 'cuatroc', 'quin', 'seisc', 'setec', 'ochoc', 'novec']
  const words = stems.flatMap((stem, at) =>
    ['ientos', 'ientas'].map((end) => [`${stem}${end}`, (at + 2) * 100] as const),
  )
  return Object.fromEntries(words)
}

const es: Record<string, number> = {
  un: 1, una: 1, uno: 1, dos: 2, ambos: 2, ambas: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10,
  once: 11, doce: 12, trece: 13, catorce: 14, quince: 15, dieciséis: 16, diecisiete: 17, dieciocho: 18, diecinueve: 19, veinte: 20,
  treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90, cien: 100, ciento: 100, mil: 1e3,
  docena: 12, docenas: 12, millón: 1e6, millones: 1e6,
  veintiún: 21, veintiuno: 21, veintiuna: 21, veintidós: 22, veintitrés: 23, veinticuatro: 24, veinticinco: 25, veintiséis: 26, veintisiete: 27,
  veintiocho: 28, veintinueve: 29, ...hundredsOfSpanish(),
} // prettier-ignore

const it: Record<string, number> = {
  un: 1, una: 1, uno: 1, due: 2, entrambi: 2, entrambe: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10, undici: 11, dodici: 12, tredici: 13,
  quattordici: 14, quindici: 15, sedici: 16, diciassette: 17, diciotto: 18, diciannove: 19, venti: 20, trenta: 30, quaranta: 40, cinquanta: 50, sessanta: 60, settanta: 70, ottanta: 80,
  novanta: 90, cento: 100, duecento: 200, trecento: 300, mille: 1e3, duemila: 2e3, tremila: 3e3, diecimila: 1e4, milione: 1e6, milioni: 1e6, miliardo: 1e9, miliardi: 1e9,
} // prettier-ignore
const pt: Record<string, number> = {
  um: 1, uma: 1, dois: 2, duas: 2, ambos: 2, ambas: 2, três: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10, onze: 11, doze: 12, treze: 13, catorze: 14, quatorze: 14, quinze: 15,
  dezesseis: 16, dezasseis: 16, dezessete: 17, dezoito: 18, dezenove: 19, vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50, sessenta: 60, setenta: 70, oitenta: 80, noventa: 90, cem: 100,
  duzentos: 200, trezentos: 300, mil: 1e3, milhão: 1e6, milhões: 1e6, bilhão: 1e9, bilhões: 1e9,
} // prettier-ignore
const ru: Record<string, number> = {
  один: 1, одна: 1, одного: 1, одной: 1, два: 2, две: 2, двух: 2, двумя: 2, оба: 2, обе: 2, три: 3, трех: 3, трёх: 3, четыре: 4, четырех: 4, четырёх: 4, пять: 5, пяти: 5, шесть: 6, шести: 6, семь: 7, семи: 7,
  восемь: 8, восьми: 8, девять: 9, девяти: 9, десять: 10, десяти: 10, одиннадцать: 11, двенадцать: 12, пятнадцать: 15, двадцать: 20, двадцати: 20, тридцать: 30, тридцати: 30, сорок: 40, пятьдесят: 50,
  шестьдесят: 60, семьдесят: 70, восемьдесят: 80, девяносто: 90, сто: 100, двести: 200, тысяча: 1e3, тысячи: 1e3, тысяч: 1e3, миллион: 1e6, миллиона: 1e6, миллионов: 1e6, миллиард: 1e9, миллиарда: 1e9, миллиардов: 1e9,
} // prettier-ignore

const ko: Record<string, number> = {}

/** Words that are numbers by themselves, in lower case. */
export const numberWords: Record<string, Record<string, number>> = { en, de, fr, es, it, pt, ru, ko }

const koreanTens: [string, number][] = [
  ['', 0], ['열', 10], ['스물', 20], ['서른', 30], ['마흔', 40], ['쉰', 50], ['예순', 60], ['일흔', 70], ['여든', 80], ['아흔', 90],
] // prettier-ignore
const koreanOnes: [string, number][] = [
  ['', 0], ['한', 1], ['두', 2], ['세|석', 3], ['네|넉', 4], ['다섯', 5], ['여섯', 6], ['일곱', 7], ['여덟', 8], ['아홉', 9],
] // prettier-ignore
const koreanCounters =
  '명|개|곳|번|차례|달|시간|대|마리|가지|척|건|살|배|채|권|주|해|팀|편|군데|사람|나라|국가|회사|여 (?:명|개|곳)'

/** Native Korean numbers from one to ninety-nine before the words that count with them: 서른두 살. */
function nativeKorean(): [RegExp, number][] {
  return koreanTens.flatMap(([tens, ten]) =>
    koreanOnes.flatMap(([ones, one]): [RegExp, number][] => {
      if (ten + one === 0) return []
      const word = ten === 20 && one === 0 ? '스무' : `${tens}(?:${ones})`
      return [[new RegExp(`(?<![가-힣])${word}(?=\\s?(?:${koreanCounters}))`, 'gu'), ten + one]]
    }),
  )
}

/** 두세 명, 서너 곳: two or three, read as both. */
function nearKorean(): [RegExp, number][] {
  const pairs: [string, number[]][] = [['두세', [2, 3]], ['서너', [3, 4]], ['네댓|너댓', [4, 5]], ['대여섯', [5, 6]], ['예닐곱', [6, 7]], ['일고여덟', [7, 8]]] // prettier-ignore
  return pairs.flatMap(([words, values]) =>
    values.map((value): [RegExp, number] => [
      new RegExp(`(?<![가-힣])(?:${words})(?=\\s?(?:${koreanCounters}))`, 'gu'),
      value,
    ]),
  )
}

const roundUnits: [string, number][] = [
  ['百', 1e2], ['千', 1e3], ['万', 1e4], ['十万', 1e5], ['百万', 1e6], ['千万', 1e7], ['十亿', 1e9], ['百亿', 1e10], ['千亿', 1e11], ['万亿', 1e12],
] // prettier-ignore
const roundCounted =
  '(?:多|余)?(?:人|名|家|户|座|辆|艘|件|例|吨|元|美元|欧元|英镑|日元|韩元|次|份|张|套|台|头|只|亩|公顷|公里|年)'

/** 逾百人, 突破百亿元, 近万户: a power of ten without a digit, behind a word that measures. */
function roundHan(): [RegExp, number][] {
  return roundUnits.map(([unit, value]) => [
    new RegExp(
      `(?<=逾|超|超过|突破|近|将近|接近|过|约|达|达到|不足|不到|至少|多达|高达)${unit}(?=${roundCounted})`,
      'gu',
    ),
    value,
  ])
}

/** Amounts that have a word of their own, halves of round numbers among them. */
export const collectiveWords: Record<string, [RegExp, number][]> = {
  zh: [...roundHan(), [/半(?=米|公里|千米|英里|英尺|英寸|吨|升|公顷|公斤|英亩|磅)/gu, 0.5]],
  en: [
    [/\ban? (?=(?:(?:kilo)?met(?:er|re)|mile|ton|acre|inch|foot|yard|gallon|pound|second|minute|hour|day|week|month|year|decade|century) and a half\b)/giu, 1.5],
    [/\bhalf an? (?=(?:kilo|centi)?met(?:er|re)\b|mile\b|tonn?e?\b|acre\b|inch\b|foot\b|lit(?:er|re)\b|gallon\b|degree\b|kilogram\b|pound\b)/giu, 0.5],
    [/\bhalf[ -](?:an? )?thousand\b/giu, 500], [/\bhalf[ -](?:an? )?million\b/giu, 5e5], [/\bhalf[ -](?:an? )?billion\b/giu, 5e8], [/\bhalf[ -](?:an? )?trillion\b/giu, 5e11],
    [/\bhat[ -]?tricks?\b|\bDreierpacks?\b|\bHattricks?\b|\btriplés?(?!\p{L})|\b(?:triplete|tripleta)\b|ハットトリック|해트트릭|帽子戏法/giu, 3],
    [/\bhalf[ -](?:an? )?dozen\b/giu, 6], [/\ba score(?= (?:of|or) )/giu, 20], [/\btwo score\b/giu, 40], [/\bthree ?score\b/giu, 60], [/\bfour ?score\b/giu, 80], [/\ba quarter of a million\b|\bquarter-million\b/giu, 2.5e5], [/\ba quarter of a billion\b/giu, 2.5e8],
    [/\bthree[ -]quarters of a million\b/giu, 7.5e5], [/\ba million and a half\b/giu, 1.5e6], [/\ba billion and a half\b/giu, 1.5e9],
    [/(?<![\d%] |\b(?:dollars|cents|euros|pounds|pence|times|once|twice) )\ban? (?=(?:mile|kilomet(?:er|re)|acre|inch|yard|ton|tonne|gallon|square mile)\b(?! and a half))|\ba (?=foot of\b|pound of\b)/giu, 1],
  ],
  de: [
    [/\bhalbe[nrs]? (?=(?:Kilo)?meter\b|Tonne\b|Liter\b|Hektar\b)/giu, 0.5], [/\bhalbe[nr]? Million\b/giu, 5e5], [/\bhalbe[nr]? Milliarde\b/giu, 5e8], [/\bhalbe[sn]? Dutzend\b/giu, 6], [/\bViertelmillion\b/giu, 2.5e5],
    [/\b(?:anderthalb|eineinhalb) Millionen\b/giu, 1.5e6], [/\b(?:anderthalb|eineinhalb) Milliarden\b/giu, 1.5e9], [/\b(?:anderthalb|eineinhalb)\b/giu, 1.5], [/\bzweieinhalb Millionen\b/giu, 2.5e6],
    [/\bzweieinhalb Milliarden\b/giu, 2.5e9], [/\bzweieinhalb\b/giu, 2.5], [/\bdreieinhalb\b/giu, 3.5],
  ],
  fr: [
    [/\bune? (?=(?:(?:kilo|centi)?mètre|tonne|litre|hectare) et demie?(?![a-z]))/giu, 1.5], [/\bdemi-(?=(?:kilo)?mètre|tonne|litre)/giu, 0.5], [/\bdemi-million\b/giu, 5e5], [/\bdemi-milliard\b/giu, 5e8], [/\bdemi-douzaine\b/giu, 6], [/\bdizaine\b/giu, 10], [/\bdouzaine\b/giu, 12], [/\bquinzaine\b/giu, 15],
    [/\bvingtaine\b/giu, 20], [/\btrentaine\b/giu, 30], [/\bquarantaine\b/giu, 40], [/\bcinquantaine\b/giu, 50], [/\bsoixantaine\b/giu, 60], [/\bcentaine\b/giu, 100], [/\bmillier\b/giu, 1000],
  ],
  it: [[/(?<!\p{L})mezzo milione(?!\p{L})/giu, 5e5], [/(?<!\p{L})un milione e mezzo(?!\p{L})/giu, 1.5e6], [/(?<!\p{L})un miliardo e mezzo(?!\p{L})/giu, 1.5e9], [/(?<!\p{L})(?:una )?decina(?!\p{L})/giu, 10], [/(?<!\p{L})(?:un )?centinaio(?!\p{L})/giu, 100]],
  pt: [[/(?<!\p{L})meio milhão(?!\p{L})/giu, 5e5], [/(?<!\p{L})um milhão e meio(?!\p{L})/giu, 1.5e6], [/(?<!\p{L})meia dúzia(?!\p{L})/giu, 6], [/(?<!\p{L})(?:uma )?dúzia(?!\p{L})/giu, 12]],
  ru: [[/(?<!\p{L})полтор(?:а|ы|ых) миллион\p{L}*/giu, 1.5e6], [/(?<!\p{L})полтор(?:а|ы|ых) миллиард\p{L}*/giu, 1.5e9], [/(?<!\p{L})полтор(?:а|ы|ых)(?!\p{L})/giu, 1.5], [/(?<!\p{L})полмиллиона(?!\p{L})/giu, 5e5], [/(?<!\p{L})десяток(?!\p{L})/giu, 10]],
  ko: [...nativeKorean(), ...nearKorean()],
  es: [
    [/(?<![a-zñ])(?:un |una )?(?=(?:(?:kiló|centí)?metro|tonelada|litro|hectárea) y medi[oa](?![a-z]))/giu, 1.5], [/\bmedi[oa] (?=(?:kiló)?metro\b|tonelada\b|litro\b)/giu, 0.5], [/\bmedio millón\b/giu, 5e5], [/\bmedio centenar\b/giu, 50], [/\bmedio millar\b/giu, 500], [/\bmedia docena\b/giu, 6], [/\bdecena\b/giu, 10], [/\bdocena\b/giu, 12], [/\bquincena\b/giu, 15],
    [/\bveintena\b/giu, 20], [/\btreintena\b/giu, 30], [/\bcentenar\b/giu, 100], [/\bmillar\b/giu, 1000],
  ],
} // prettier-ignore

const unitOrdinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const unitsOfFrench = [
  'unième',
  'deuxième',
  'troisième',
  'quatrième',
  'cinquième',
  'sixième',
  'septième',
  'huitième',
  'neuvième',
]

/** Twenty-first to ninety-ninth, vingt-deuxième to soixante-neuvième: a ten and the ordinal of its unit. */
function compoundOrdinals(tens: string[], units: string[]): Record<string, number> {
  return Object.fromEntries(
    tens.flatMap((ten, at) => units.map((one, more) => [`${ten}-${one}`, (at + 2) * 10 + more + 1] as const)),
  )
}

/** Erste to zehnter, with the endings of every case. */
function ordinalsOfGerman(): Record<string, number> {
  const stems = ['erst', 'zweit', 'dritt', 'viert', 'fünft', 'sechst', 'siebt', 'acht', 'neunt', 'zehnt']
  return Object.fromEntries(
    stems.flatMap((stem, at) => ['e', 'en', 'er', 'es', 'em'].map((end) => [`${stem}${end}`, at + 1] as const)),
  )
}

/** Ordinals by their stems from the first on, with each of the endings. */
const ordinalsOf = (stems: string[], endings: string[]): Record<string, number> =>
  Object.fromEntries(stems.flatMap((stem, at) => endings.map((end) => [`${stem}${end}`, at + 1] as const)))

const teensOfSpanish = [
  'undécim',
  'duodécim',
  'decimotercer',
  'decimocuart',
  'decimoquint',
  'decimosext',
  'decimoséptim',
  'decimoctav',
  'decimonoven',
  'vigésim',
]
const tensOfEnglish = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const tensOfFrench = ['vingt', 'trente', 'quarante', 'cinquante', 'soixante']

/** Ordinals spelt out; "-" also stands for a space. */
export const ordinalWords: Record<string, Record<string, number>> = {
  en: {
    first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12,
    thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, hundredth: 100, runoff: 2,
    ...compoundOrdinals(tensOfEnglish, unitOrdinals),
  },
  de: { ...ordinalsOfGerman(), stichwahl: 2 },
  fr: { premier: 1, première: 1, deuxième: 2, second: 2, seconde: 2, troisième: 3, quatrième: 4, cinquième: 5, sixième: 6, septième: 7, huitième: 8, neuvième: 9, dixième: 10, ballottage: 2,
    onzième: 11, douzième: 12, treizième: 13, quatorzième: 14, quinzième: 15, seizième: 16, 'dix-septième': 17, 'dix-huitième': 18, 'dix-neuvième': 19,
    vingtième: 20, trentième: 30, quarantième: 40, cinquantième: 50, centième: 100, 'vingt-et-unième': 21, 'trente-et-unième': 31, 'quarante-et-unième': 41,
    ...compoundOrdinals(tensOfFrench, unitsOfFrench),
  },
  es: { primer: 1, primero: 1, primera: 1, segundo: 2, segunda: 2, tercer: 3, tercero: 3, tercera: 3, cuarto: 4, cuarta: 4, quinto: 5, quinta: 5, sexto: 6, séptimo: 7, octavo: 8, noveno: 9, décimo: 10, sexta: 6, séptima: 7, octava: 8, novena: 9, décima: 10, balotaje: 2,
    ...Object.fromEntries(teensOfSpanish.flatMap((stem, at) => ['o', 'a'].map((end) => [`${stem}${end}`, at + 11] as const))),
  },
  it: ordinalsOf(['prim', 'second', 'terz', 'quart', 'quint', 'sest', 'settim', 'ottav', 'non', 'decim'], ['o', 'a']),
  pt: ordinalsOf(['primeir', 'segund', 'terceir', 'quart', 'quint', 'sext', 'sétim', 'oitav', 'non', 'décim'], ['o', 'a']),
  ru: ordinalsOf(
    ['перв', 'втор', 'трет', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят', 'десят'],
    ['ый', 'ой', 'ая', 'ую', 'ого', 'ом', 'ым', 'ий', 'ья', 'ью', 'ьей', 'ьего'],
  ),
} // prettier-ignore
