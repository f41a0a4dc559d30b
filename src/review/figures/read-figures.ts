import { besideUnits, cents, currencies, times, units } from './data/units.ts'
import { differenceOf } from './degrees-apart.ts'
import { hedgeOf } from './hedges.ts'
import { feetAndInches, mixedLengths } from './mixed-lengths.ts'
import { readNumbers } from './numbers.ts'
import type { Numeral } from './numeral.ts'
import { shareUnits } from './shared-units.ts'
import { sharesOf } from './shares-of.ts'
import { readWordFigures } from './word-figures.ts'
import type { Family, Figure } from './figure.ts'

/** Figures of a text. Dates and times of day are left to `dates.ts`: mask them first. */
export function readFigures(text: string, language: string): Figure[] {
  const numerals = readNumbers(text, language).flatMap((one) => withPower(one, text))
  const figures = numerals.flatMap((numeral, at) => classify(numeral, { text, language, next: numerals[at + 1] }))
  shareUnits(figures, text)
  const worded = readWordFigures(text, language).map((one) => ({
    ...one,
    ...(one.family === 'ratio' && grows(text, one.start) ? { grown: true as const } : {}),
    hedge: hedgeOf(text.slice(Math.max(0, one.start - 14), one.start), {
      after: text.slice(one.end, one.end + 6),
      more: false,
    }),
  }))
  const all = [...figures, ...worded]
  return [...all, ...mixedLengths(all, text), ...feetAndInches(all, text), ...sharesOf(all, text)].map((one) =>
    inScore(one, text) ? { ...one, inScore: true } : one,
  )
}

const scoreSign = /^[-–—―:：比]\d/u
const inScore = ({ start, end }: Figure, text: string): boolean =>
  scoreSign.test(text.slice(end, end + 2)) || /\d[-–—―:：比]$/u.test(text.slice(Math.max(0, start - 2), start))

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const power = /^[⁰¹²³⁴-⁹]{1,2}(?![⁰¹²³⁴-⁹])/u

/** 10⁶ is a million; of another number with raised signs behind it (a price, the power of a measured value) none is read. */
function withPower(numeral: Numeral, text: string): Numeral[] {
  if (!/[⁰¹²³⁴-⁹⁺⁻]/u.test(text.charAt(numeral.end))) return [numeral]
  const raised = power.exec(text.slice(numeral.end, numeral.end + 4))?.[0]
  if (raised === undefined || numeral.value !== 10) return []
  const value = 10 ** Number(Array.from(raised, (sign) => raisedDigits.indexOf(sign)).join(''))
  return [{ ...numeral, value, end: numeral.end + raised.length, step: value }]
}

const onSquareMetre =
  /^\s*(?:Liter|litres?|litros?)(?: Regen| Niederschlag| d['’]eau| de lluvia)? (?:pro|je|par|por|auf den) (?:Quadratm|m²|m2|mètre carré|metro cuadrado)/iu

/** Metres of a mile on land and at sea. */
const [statute, nautical] = [1609.3, 1852]

// 四天半, 1시간 반, "two years and a half", « deux ans et demi ».
const halfBehind =
  /^\s*(?:天|年|周|个?小时|分(?=半钟?)|个?月|个?星期|時間|か月|カ月|ヶ月|週間?|日)半(?![数价个額])|^\s*(?:시간|년|달|개월) ?반(?![가-힣])|^\s*(?:years?|hours?|days?|weeks?|months?|ans?|heures?|jours?|mois|semaines?|años?|horas?|días?|meses|semanas?) (?:and a half|et demie?|y medi[ao])\b/iu

// 2番目, 連続4年目, 두 번째, 3년째: which of them, whatever they are.
const counting =
  /^\s*(?:\p{Script=Han}|[かカヶ]月|シーズン){1,2}目|^\s*(?:번|년|일|주|달|회|차례|개월|시즌|경기|대)\s?째/u

const anyUnit = new RegExp([...times, ...units].map((one) => one.pattern.source).join('|'), 'iu')

type Place = { text: string; language: string; next: Numeral | undefined }

function classify(numeral: Numeral, { text, language, next }: Place): Figure[] {
  const before = text.slice(Math.max(0, numeral.start - 14), numeral.start)
  const raw0 = text.slice(numeral.end, numeral.end + 30)
  const more =
    /^\s*个?(?:多|余|餘|几|来)(?=个|月|名|人|万|亿|年|天|家|美|欧|英|元|公|米|吨|座|国|项|次|位|辆|户|周|小|件|条|部|册|幅|只|头|棵|株|亩|平方|种|批|艘|架|处|所|间|栋|套|份|枚|起|例|宗|篇|款|场|届|颗|块|张|台|片|词|字|页|岁)/u.exec(
      raw0,
    )
  let after = more ? `${more[0].includes('个') ? '个' : ''}${raw0.slice(more[0].length)}` : raw0
  const half = /^\s*(?:个|個)?半(?=[年天月周小个世])|^\s*(?:et demie?|y medi[ao]|and a half)\b/iu.exec(after)
  const value0 =
    half && half[0].includes('半') ? numeral.value + 0.5 : half ? numeral.value + numeral.scale / 2 : numeral.value
  if (half) after = `${/[个個]/u.exec(half[0])?.[0] ?? ''}${after.slice(half[0].length)}`
  // 200多万: the sign stands inside of the number.
  const inside = /[多余餘]/u.test(text.slice(numeral.start, numeral.end))
  const hedge = hedgeOf(before, { after, more: more !== null || inside })
  const make = (
    family: Family,
    value: number,
    { of = null, each = 1 }: { of?: string | null; each?: number } = {},
  ): Figure => ({
    ...numeral,
    value,
    raw: value0,
    each,
    family,
    of,
    hedge,
    text: text.slice(numeral.start, numeral.end + Math.min(6, raw0.length)).trim(),
  })
  if (next && /^\s*分之\s*$/u.test(text.slice(numeral.end, next.start))) return []
  if (/分之\s*$/u.test(before)) return fractionOf(text, numeral, { make, language })
  if (
    /^\s*(?:个|個)?百分点|^\s*個百分點|^[\s-]*(?:percentage|percent|per cent|%)[\s-]*points?\b|^\s*Prozentpunkte?n?|^\s*points? de pourcentage|^\s*(?:puntos porcentuales|punti percentuali|pontos percentuais|процентн\p{L}+ пункт\p{L}*)|^\s*[%％]?\s*(?:ポイント|포인트|p\b|pp\b)/iu.test(
      after,
    )
  )
    return [make('points', value0)]
  if (
    /^\s*(?:个?基点|basis points?|bps?\b|Basispunkte?n?\b|puntos? (?:básicos?|base)|points? de base|pontos? base|pb\b|ベーシスポイント|베이시스포인트|bp\b)/iu.test(
      after,
    )
  )
    return [make('points', value0 / 100)]
  if (/^[\s-]*(?:points?|Punkte?n?|Zähler\p{L}*|puntos?)(?!\p{L})/iu.test(after))
    return [make('points', value0), make('count', value0)]
  if (
    /^\s*(?:%|％|percent\b|per cent\b|pct\b|pc\b|Prozent|pour cent|por ciento|per cento|por cento|процент(?!н)|퍼센트|パーセント)/iu.test(
      after,
    )
  )
    return [grows(text, numeral.start) ? { ...make('ratio', value0 / 100), grown: true } : make('ratio', value0 / 100)]
  const tenths =
    /^\s*(?:成(?!为|立|功|员|本(?!科|地|土|市|省|县|州|校|院|国|届|期)|果|长|年|都|交|熟|型|就|份)|割(?!り|引|合))(?<rest>[一二三四五六七八九半]|\d(?=分))?/u.exec(
      after,
    )
  if (tenths && value0 <= 10) return [make('ratio', value0 / 10 + tenthsRest(tenths.groups?.['rest']))]
  // 打七折: seven tenths of the price, as "30 percent off" says it the other way.
  if (/^\s*折(?![合算磨叠射断腾旧扣价])/u.test(after)) return [make('ratio', value0 / (value0 > 10 ? 100 : 10))]
  const cent = cents.find((one) => one.pattern.test(after))
  if (cent)
    return [
      make('money', value0, { of: cent.of }),
      ...cent.in.map((of) => make('money', value0 / (cent.parts ?? 100), { of })),
    ]
  // 6-foot-6: inches.
  if (/(?:foot|feet)[- ]$/iu.test(before))
    return [make('measure', value0 * 0.0254, { of: 'length', each: 0.0254 }), make('count', value0)]
  const currency =
    currencies.find((one) => one.before?.test(before)) ??
    currencies.find((one) => one.after?.test(after.replace(/^(?:\s*(?:de|of|d['’])\s*|-(?=pound|dollar|euro))/u, '')))
  // "260 pounds" are money or weight; the sign £ is money only.
  if (
    currency?.code === 'GBP' &&
    /^[\s-]*(?:pounds?\b(?! sterling)|(?:de )?libras?\b(?! est))/iu.test(after) &&
    !/£\s?$/u.test(before)
  )
    return [make('money', value0, { of: 'GBP' }), make('measure', value0 * 0.4536, { of: 'mass', each: 0.4536 })]
  // 独中三元: three goals.
  if (/[独连]中$/u.test(before) && after.startsWith('元')) return [make('count', value0)]
  if (currency) return [make('money', value0, { of: currency.code })]
  // 翻两番: doubled as many times.
  if (/翻了?\s*$/u.test(before) && /^\s*番/u.test(after)) return [make('multiple', 2 ** value0)]
  if (/^\s*倍|^[\s-]*fold\b|^\s*배/iu.test(after))
    return [
      grows(text, numeral.start) ? { ...make('multiple', value0 + 1), raw: value0 + 1 } : make('multiple', value0),
    ]
  if (/^\s*times\b(?! in| since| a\b)|^\s*(?:mal|fois|veces)\b/iu.test(after))
    return [make('multiple', value0), make('count', value0)]
  // 延長十一回, 3位, 2度目: of a game, a race or a row.
  if (language.startsWith('ja') && /^\s*(?:回(?!答|復|収|転)|位(?!置)|度目|着|日目|戦目)/u.test(after))
    return [make('count', value0), make('ordinal', value0)]
  if (/^\s*(?:周)?岁半/u.test(after)) return [{ ...make('age', value0 + 0.5), raw: value0 + 0.5 }]
  if (
    /^\s*(?:周)?岁|^\s*歲|^-?\s?jährige?[rnms]?(?!\p{L})|^[\s-]*years?[\s-]old|^\s*歳|^\s*(?:세(?!기)|살(?![가-힣]))/iu.test(
      after,
    )
  )
    return [make('age', value0)]
  if (
    /(?:第|제)\s*$/u.test(before) ||
    /^(?:st|nd|rd|th)\b|^(?:er|e|ème|º|ª)\b|^\s*号(?!召|称|码)/u.test(after) ||
    counting.test(after) ||
    (language.startsWith('de') && /^\.\s(?=[A-ZÄÖÜ])/u.test(after))
  )
    return [make('ordinal', value0)]
  // "Dos millones de toneladas", « un million d’hectolitres »: a word stands between a number and its unit.
  const linked = /^(?:fr|es|it|pt)/u.test(language)
    ? after.replace(/^\s*(?:de\s+|d['’])/iu, ' ')
    : numeral.vague
      ? after.replace(/^\s+of\s+/u, ' ')
      : after
  const bare = linked.replace(besideUnits, ' ')
  // Most numbers have no unit: one look for all of them first.
  const mayHaveUnit = anyUnit.test(bare) || anyUnit.test(linked)
  const time = mayHaveUnit ? times.find((one) => one.pattern.test(bare)) : undefined
  // 四天半, 三年半: the half stands behind the unit.
  // "A day and a half" was read as 1.5 already.
  if (time && Number.isInteger(value0) && halfBehind.test(after))
    return [{ ...make('time', (value0 + 0.5) * time.each, { of: time.dimension, each: time.each }), raw: value0 + 0.5 }]
  if (time && !numeral.vague) return [make('time', value0 * time.each, { of: time.dimension, each: time.each })]
  // 氷点下5度, 영하 12도.
  if (/(?:氷点下|マイナス|영하)\s?$/u.test(before) && /^\s?(?:度|도)/u.test(after))
    return [make('measure', -value0, { of: 'temperature' })]
  // 최고기온은 36.4도: a warm day or its air is told in the same sentence.
  if (
    language.startsWith('ko') &&
    /^\s?도(?![가-힣]{2}[시군]|로|를 넘는 각)/u.test(after) &&
    /기온|온도|수온/u.test(text)
  )
    return [make('measure', value0, { of: 'temperature' }), make('count', value0)]
  // Degrees alone are Fahrenheit where it would boil, and may be either where it is mild.
  if (
    language.startsWith('en') &&
    /^[\s-]degrees?\b(?! (?:in|from|programs?|north|south|east|west)\b| (?:celsius|fahrenheit|centigrade))/iu.test(
      after,
    )
  )
    return [
      make('measure', ((value0 - 32) * 5) / 9, { of: 'temperature', each: 5 / 9 }),
      ...differenceOf(value0, { unit: 'fahrenheit', before, after }).map((value) =>
        make('measure', value, { of: 'temperature' }),
      ),
      ...(value0 < 50 ? [make('measure', value0, { of: 'temperature', each: 1 })] : []),
      make('count', value0),
    ]
  const unit = mayHaveUnit ? units.find((one) => one.pattern.test(linked)) : undefined
  if (unit && (unit.dimension === 'celsius' || unit.dimension === 'fahrenheit')) {
    const degrees = /(?:零下|minus |[-−–]|氷点下|영하 ?)\s*$/iu.test(before) ? -value0 : value0
    const celsius = unit.dimension === 'celsius' ? degrees : ((degrees - 32) * 5) / 9
    return [
      make('measure', celsius, { of: 'temperature', each: unit.dimension === 'celsius' ? 1 : 5 / 9 }),
      ...differenceOf(value0, { unit: unit.dimension, before, after }).map((value) =>
        make('measure', value, { of: 'temperature' }),
      ),
    ]
  }
  // 每小时215公里: the speed is said before the number.
  const hourly = /(?:每小时|时速|毎時|時速|시속)\s*(?:达|约|近|为|逾|超过|最高|高达|可达|至|约为){0,2}\s*$/u.test(
    before,
  )
  if (unit?.dimension === 'length' && hourly)
    return [make('measure', (value0 * unit.each) / 3600, { of: 'speed', each: unit.each / 3600 })]
  // Off a coast a French or Spanish mile is a nautical one.
  if (unit && /^\s*mill(?:e|a)s?\b(?! n)/iu.test(after))
    return [statute, nautical].map((each) => make('measure', value0 * each, { of: 'length', each }))
  // A litre of rain on a square metre is a millimetre.
  const rain = unit?.dimension === 'volume' && onSquareMetre.test(after)
  if (unit)
    return [
      make('measure', value0 * unit.each, { of: unit.dimension, each: unit.each }),
      ...(rain ? [make('measure', value0 / 1000, { of: 'length', each: 0.001 })] : []),
    ]
  if (/(?<!\p{L})Tempo\s$/u.test(before)) return [make('measure', value0 / 3.6, { of: 'speed', each: 1 / 3.6 })]
  // キロ is kilometres, kilograms or, behind 時速, kilometres an hour.
  if (/^\s*(?:キロ|킬로)/u.test(after))
    return [
      hourly
        ? make('measure', value0 / 3.6, { of: 'speed', each: 1 / 3.6 })
        : make('measure', value0 * 1000, { of: 'length', each: 1000 }),
      make('measure', value0, { of: 'mass', each: 1 }),
    ]
  return [make('count', value0)]
}

function tenthsRest(rest: string | undefined): number {
  if (rest === undefined) return 0
  if (/\d/u.test(rest)) return Number(rest) / 100
  return rest === '半' ? 0.05 : ('零一二三四五六七八九'.indexOf(rest) % 10) / 100
}

type Making = { make: (family: Family, value: number) => Figure; language: string }

// 三分之二: the number before 分之 is the denominator; 百分之二十 is a percentage.
function fractionOf(text: string, numeral: Numeral, { make, language }: Making): Figure[] {
  const before = text.slice(Math.max(0, numeral.start - 10), numeral.start)
  if (/百分之\s*$/u.test(before)) return [make('ratio', numeral.value / 100)]
  const parts = /(千|万|百万)分之\s*$/u.exec(before)?.[1]
  if (parts) return [make('ratio', numeral.value / { 千: 1e3, 万: 1e4, 百万: 1e6 }[parts as '千'])]
  const written = /[\d.]+(?=\s*分之\s*$)|[一二三四五六七八九十百]+(?=\s*分之\s*$)/u.exec(before)?.[0]
  const denominator = written === undefined ? undefined : readNumbers(`${written}个`, language)[0]?.value
  if (!denominator || written === undefined) return []
  const start = numeral.start - before.length + before.lastIndexOf(written)
  const hedge = hedgeOf(text.slice(Math.max(0, start - 14), start), { after: '', more: false })
  return [
    {
      ...make('ratio', numeral.value / denominator),
      form: 'word',
      start,
      hedge: hedge ?? hedgeOf('', { after: text.slice(numeral.end, numeral.end + 6), more: false }),
    },
  ]
}

/** "Grew by two times" is three times as much: 增长了两倍, 多出两倍. */
function grows(text: string, start: number): boolean {
  return /(?:增长|增加|增長|上涨|上升|提高|扩大|多出|高出|多|高|涨|增)了?(?:将近|近|约|超过|逾)?\s*$/u.test(
    text.slice(Math.max(0, start - 8), start),
  )
}
