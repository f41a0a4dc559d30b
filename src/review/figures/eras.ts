import { withPlainLetters } from '../letters.ts'
import { ordinalWords } from './data/number-words.ts'
import { screened } from './screened.ts'
import { toNumber, type Dates, type Take } from './told-dates.ts'

const han = '[一二三四五六七八九十]'
const decadeOfCentury = new RegExp(
  `(?:(上个?世纪|本世纪|前世紀|(\\d{1,2}|${han}{1,3})世[纪紀])|((?:1[5-9]|20)\\d)0?)?\\s*(\\d0|[一二三四五六七八九]十)\\s*(?:年代|년대)\\s*(初|早|中|末|后|晚|초|중|말)?`,
  'gu',
)

/** Decades and centuries of Chinese, Japanese and Korean: 上世纪90年代, 十七世纪, 1990년대. */
export function takeEasternEras(dates: Dates, take: Take): void {
  // Before the decades of a century: of 2020年代 these would read the last two digits.
  take(/((?:1[5-9]|20)\d0)\s*(?:年代|년대)\s*(初|早|中|末|后|晚|초|중|말)?/gu, (m) => decade(dates, Number(m[1]), m[2]))
  take(decadeOfCentury, (m, at) => {
    const first = !m[1] && /公元\s?$/u.test(dates.rest.slice(Math.max(0, at - 4), at))
    const century = m[2] ? toNumber(m[2]) - 1 : m[1]?.startsWith('本') ? 20 : first ? 0 : 19
    decade(dates, century * 100 + toNumber(m[4] ?? ''), m[5])
  })
  // A length is 四个世纪 in Chinese; "近4世纪", "3世紀にわたり" are lengths too.
  take(
    /(?<!近|逾|约|超过|长达|跨越|延续|历经|达|過去)(?:公元)?(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:世纪|世紀|세기)(?!以来|末(?=の|に)|之久|多|にわた|余|에 걸)/gu,
    (m, at) => {
      const part = dates.rest.slice(at + (m[0] ?? '').length)
      // 4世紀にわたり is a length; 4世紀後半 is none.
      if (toNumber(m[1] ?? '') < 12 && !/纪/u.test(m[0] ?? '') && !partOfCentury.test(part)) return false
      century(dates, toNumber(m[1] ?? ''), part)
    },
  )
}

const spelledDecades: Record<string, number> = {
  twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90,
  zwanziger: 20, dreißiger: 30, vierziger: 40, fünfziger: 50, sechziger: 60, siebziger: 70, achtziger: 80, neunziger: 90,
  vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, 'soixante-dix': 70, 'quatre-vingt': 80, 'quatre-vingts': 80, 'quatre-vingt-dix': 90,
  veinte: 20, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90,
} // prettier-ignore
const words = Object.keys(spelledDecades)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const year = '(?:1[5-9]|20)\\d0'
const partBefore =
  /(?<!\p{L})(early|mid|late|frühen|Anfang|Mitte|Ende|späten|début|fin|principios|comienzos|inicios|mediados|finales|fines)[- ](?:der |des |the |in the |de los |de la |de )?$/iu
const decadesWest = screened(
  [
    `(?<!\\d)(${year})s\\b`,
    `(?<=(?<!\\p{L})A\\.? ?D\\.? )(\\d{2,3})s\\b`,
    `(?<!\\d)['’](\\d0)s\\b`,
    `(?<=\\b(?:early|mid|late)[- ](?:to (?:mid|late)[- ])?)(\\d0)s\\b`,
    `(?<=\\bthe (?:(?:early|mid|late)[- ])?)(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b`,
    `(?<!\\d)(${year})-х(?!\\p{L})`,
    `(?<!\\p{L})anni (?:['’])?(${year}|\\d0)(?!\\d)`,
    `(?<!\\p{L})(?:anos|década de) (${year}|\\d0)(?!\\d)`,
    `(?<!\\d)(${year}|\\d0)er[- ]?Jahren?\\b`,
    `(\\p{L}{5,11}iger)(?:[- ]?Jahren?\\b|jahre\\p{L}*|n(?!\\p{L}))`,
    `\\bannées (${year}|\\d0|${words})(?!\\p{L})`,
    `\\b(?:años|década de(?: los)?|decenio de(?: los)?) (?:los )?(${year}|\\d0|${words})(?!\\p{L})`,
    `(?<=\\b(?:en|desde|durante|de) los )(\\d0|${words})(?!\\p{L}|[ .,]\\d| \\p{Ll})`,
    `(?<=\\b(?:mediados|principios|comienzos|inicios|finales|fines) de los )(\\d0|${words})(?!\\p{L})`,
  ].map((source) => withPlainLetters(new RegExp(source, 'giu'))),
)

const ordinals = Object.assign({}, ...Object.values(ordinalWords)) as Record<string, number>
const germanCenturies: Record<string, number> = {
  zwölften: 12, dreizehnten: 13, vierzehnten: 14, fünfzehnten: 15, sechzehnten: 16, siebzehnten: 17, achtzehnten: 18, neunzehnten: 19, zwanzigsten: 20,
} // prettier-ignore
const named = { ...ordinals, ...germanCenturies }
const names = Object.keys(named)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
// Spanish papers write siglo XIX, French ones XIXe siècle or dix-neuvième siècle.
const centuriesWest = screened(
  [
    /(?<!\p{L})([IVX]{1,5})(?:e|ᵉ|er|ème)?(?: et [IVX]+(?:e|ᵉ)?)? siècles?(?!\p{L})(\s*(?:B\.?\s?C\.?|v(?:\.|or) ?Chr\.?|av(?:ant|\.) J\.?-C\.?|a\. ?C\.))?/gu,
    /\bsiglos? ([IVX]{1,5})(?!\p{L})(\s*(?:B\.?\s?C\.?|v(?:\.|or) ?Chr\.?|av(?:ant|\.) J\.?-C\.?|a\. ?C\.))?/gu,
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|e|ᵉ|ème|\.|º)(?:(?: and | und | et |[-–/])\d{1,2}(?:st|nd|rd|th|e|\.)?)?[- ](?:century|centuries|Jahrhunderte?[ns]?|siècles?)(?!\p{L})(\s*(?:B\.?\s?C\.?|v(?:\.|or) ?Chr\.?|av(?:ant|\.) J\.?-C\.?|a\. ?C\.))?/giu,
    new RegExp(`(?<!\\p{L})(${names})[- ](?:century|Jahrhunderts?|siècle)(?!\\p{L})`, 'giu'),
  ].map(withPlainLetters),
)

/** Decades and centuries of English, German, French and Spanish, in digits, words and Roman numerals. */
export function takeWesternEras(dates: Dates, take: Take): void {
  for (const pattern of centuriesWest)
    take(pattern, (m, at) => {
      const told = numberOf(m[1] ?? '')
      if (told === undefined) return false
      century(dates, told * (m[2] ? -1 : 1), dates.rest.slice(Math.max(0, at - 28), at))
    })
  for (const pattern of decadesWest)
    take(pattern, (m, at) => {
      const told = (m[1] ?? '').toLowerCase()
      const value = /\d/u.test(told) ? Number(told) : spelledDecades[told]
      if (value === undefined) return false
      decade(
        dates,
        value < 100 && !/A\.? ?D\.? $/u.test(dates.rest.slice(Math.max(0, at - 6), at)) ? 1900 + value : value,
        partBefore.exec(dates.rest.slice(Math.max(0, at - 16), at))?.[1],
      )
    })
}

const partOfCentury = /^\s?(?:の)?(?:前半|後半|初|末|中|半ば|ごろ|頃|から|まで|전반|후반|초|말|중)/u
const centuryParts: [string, RegExp][] = [
  ['first', /^\s?(?:の|的)?(?:上半|前半|전반)|(?:first half of the|erste[nr]? Hälfte des|première moitié du|primera mitad del)\s$/iu],
  ['second', /^\s?(?:の|的)?(?:下半|后半|後半|후반)|(?:(?:second|latter|last) half of the|zweite[nr]? Hälfte des|(?:seconde|deuxième) moitié du|segunda mitad del)\s$/iu],
  ['early', /^\s?(?:の|的)?(?:初|초)|(?:early[- ](?:in the )?|beginning of the |(?:Anfang|Beginn) des |frühen |début du |(?:principios|comienzos) del )$/iu],
  ['mid', /^\s?(?:の|的)?(?:中|半ば|중)|(?:mid(?:dle of the |[- ])|Mitte des |milieu du |mediados del )$/iu],
  ['late', /^\s?(?:の|的)?(?:末|晚|后期|後期|말)|(?:late[- ](?:in the )?|end of the |Ende des |späten |fin du |(?:finales|fines) del )$/iu],
] // prettier-ignore

/** A century, and which part of it the words beside it name: `19 mid` beside 19. */
function century(dates: Dates, value: number, beside: string): void {
  dates.centuries.add(value)
  const part = centuryParts.find(([, pattern]) => pattern.test(beside))?.[0]
  if (part) dates.parts.add(`c${value} ${part}`)
}

const romans: Record<string, number> = { I: 1, V: 5, X: 10 }

function numberOf(told: string): number | undefined {
  if (/^\d+$/u.test(told)) return Number(told)
  if (!/^[IVX]+$/u.test(told)) return named[told.toLowerCase().replaceAll(' ', '-')]
  const signs = [...told].map((sign) => romans[sign] ?? 0)
  return signs.reduce((sum, one, at) => sum + (one < (signs[at + 1] ?? 0) ? -one : one), 0)
}

function decade(dates: Dates, start: number, said: string | undefined): void {
  dates.decades.add(`${start}${said === undefined ? '' : partOf(said)}`)
}

function partOf(said: string): string {
  if (/初|早|초|early|frühen|Anfang|début|principios|comienzos|inicios/iu.test(said)) return ' early'
  return /中|중|mid|Mitte|mediados/iu.test(said) ? ' mid' : ' late'
}
