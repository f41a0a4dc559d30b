import type { Instant, Language, Term } from '../../types.ts'
import { asCents } from './cents.ts'
import { agrees, close } from './agrees.ts'
import { checkBounds } from './check-bounds.ts'
import { checkFirsts } from './check-firsts.ts'
import { checkDates, tellsDates } from './check-dates.ts'
import { checkRates } from './check-rates.ts'
import { checkTurns } from './check-turns.ts'
import { checkRounds, withoutRounds } from './check-rounds.ts'
import { checkScores } from './check-scores.ts'
import { checkSteps } from './check-steps.ts'
import { claimedFigures, isChecked } from './claimed-figures.ts'
import { readDates } from './dates.ts'
import type { Dates } from './told-dates.ts'
import { checkSingleLengths, checkVagueLengths } from './check-vague-lengths.ts'
import { clockFigures } from './clock-lengths.ts'
import { isDerived, isDifference, isYearsBetween } from './derived.ts'
import { isBareShare, isGrownTo, isPairOfHundred, mayElide, withUnitsOf } from './elided.ts'
import { readSource, type Source } from './read-source.ts'
import { readFigures } from './read-figures.ts'
import type { Family, Figure } from './figure.ts'
import type { FigureFault } from './figure-fault.ts'

export type FigureContext = {
  /** Texts that may prove the claim's figures: the cited passages. */
  sources: string[]
  sourceLanguage: Language
  readerLanguage: Language
  /** When the article was published, for "last year" and "Tuesday". */
  published: Instant | null
  /** Names with figures in them are taken out of both sides first. */
  terms: Term[]
}

/**
 * Compare every figure and date of a claim with those of its sources, by value and not by digits.
 *
 * A figure that no source has is a fault; a source's figure that the claim leaves out is not.
 */
export function checkFigures(claim: string, context: FigureContext): FigureFault[] {
  const [readers, originals] = [context.terms.map((term) => term.reader), context.terms.map((term) => term.original)]
  const [named, told] = [mask(claim, readers), context.sources.map((text) => mask(text, originals)).join('\n')]
  const [maskedClaim, source] = [withoutRounds(named), withoutRounds(told)]
  const claimDates = readDates(maskedClaim, context.readerLanguage)
  const read = readSource(source, context.sourceLanguage)
  const figures = [
    ...claimedFigures(readFigures(claimDates.rest, context.readerLanguage), claimDates.rest),
    ...clockFigures(claimDates.lengths),
  ]
  const ours = { text: claimDates.rest, language: context.readerLanguage, figures }
  const theirs = () => ({ text: read.dates().rest, language: context.sourceLanguage, figures: read.undated() })
  // A number of another power of ten, or in another currency, is not worked out from the one that it is taken from.
  const worksOut = (figure: Figure, { check }: FigureFault): boolean => {
    if (check === 'currency') return false
    const years = yearsAround(read.dates().years, context.published)
    const months = since.test(source) ? monthsAround(read.dates().months, context.published) : new Set<number>()
    // 去年同期: the words of dates say what is compared.
    const said = { ...ours, text: maskedClaim }
    if (check !== 'unit') return isDerived(figure, said, { ...theirs(), years, months })
    return figure.family === 'time' ? isYearsBetween(figure, years) : isDifference(figure, ours, theirs())
  }
  return [
    ...checkSourceDates(claimDates, read, context),
    ...figures.flatMap((figure) =>
      inEither(read, (among) => judge(figure, among)).filter((fault) => !worksOut(figure, fault)),
    ),
    ...[checkSteps, checkBounds, checkTurns].flatMap((check) => check(ours, theirs)),
    ...checkRates(maskedClaim, source),
    ...checkRounds(named, told),
    ...checkScores(maskedClaim, source),
    ...checkFirsts(maskedClaim, { text: source, language: context.sourceLanguage }, read.undated),
    ...checkSingleLengths({ text: claimDates.rest, language: context.readerLanguage }, source, read.undated),
    ...checkVagueLengths(
      { text: maskedClaim, language: context.readerLanguage },
      { text: source, language: context.sourceLanguage },
    ),
  ]
}

function checkSourceDates(ours: Dates, read: Source, { published }: FigureContext): FigureFault[] {
  if (!tellsDates(ours)) return []
  // A bare number may be a day or a year ("the 12th"); one with a unit (20 minutes) is neither.
  const mayDate = (one: Figure): boolean => ['count', 'ordinal', 'age'].includes(one.family) && mayElide(one)
  const numbers = (among: Figure[]): Set<number> => new Set(among.filter(mayDate).map((one) => one.raw))
  const years = (among: Figure[]): number[] =>
    among.flatMap((one) => (one.family === 'time' && close(one.each, year, 0.001) ? [one.raw] : []))
  return inEither(read, (among) =>
    checkDates(ours, read.dates(), { published, numbers: numbers(among), lengths: years(among) }),
  )
}

/** What is amiss with the figures outside of dates; only then with those of dates too, which cost a second reading. */
function inEither(read: Source, faultsAmong: (figures: Figure[]) => FigureFault[]): FigureFault[] {
  return faultsAmong(read.undated()).length === 0 ? [] : faultsAmong(read.all())
}

/**
 * Figures in digits that a passage has and its translation does not, in any unit and whether or not they became a date.
 *
 * Numbers in words are left alone: "one of the two" has many right translations without a number.
 */
export function figuresLeftOut(
  translation: string,
  passage: string,
  context: Omit<FigureContext, 'sources'>,
): string[] {
  const { sourceLanguage, readerLanguage } = context
  const ours = readSource(translation, readerLanguage).all()
  const { rest } = readDates(
    mask(
      passage,
      context.terms.map((term) => term.original),
    ),
    sourceLanguage,
  )
  const theirs = readFigures(rest, sourceLanguage).filter((one) => one.form === 'digits' && isChecked(one, rest))
  const stands = (one: Figure): boolean =>
    isClockIn(translation, one.text) ||
    ours.some(({ raw, value }) => close(raw, one.raw, 1e-6) || close(value, one.value, 1e-6))
  return theirs.filter((one) => !stands(one) && judge(one, ours).length > 0).map(({ text }) => text)
}

/** 22.40, as British and German papers write the time, told as 22时40分 or 晚上10点40分. */
function isClockIn(translation: string, figure: string): boolean {
  const [, hour, minute] = /^(\d|1\d|2[0-3])\.([0-5]\d)(?!\d)/u.exec(figure) ?? []
  if (hour === undefined || minute === undefined) return false
  const hours = [Number(hour), Number(hour) - 12].join('|')
  return new RegExp(`(?<!\\d)0?(?:${hours})\\s*(?:[时時点點:：.]|시)\\s*${minute}(?!\\d)`, 'u').test(translation)
}

function mask(text: string, names: string[]): string {
  return names
    .filter((name) =>
      /[\d一二三四五六七八九十百千万亿]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty)\b/iu.test(name),
    )
    .reduce((masked, name) => masked.replaceAll(name, '＿'.repeat(name.length)), text)
}

const countsThings =
  /\d\s*(?:名|人|家|座|辆|艘|架|起|宗|件|所|户|栋|棵|头|张|票|席|种|种类|项|个(?!月|小时|百分)|次|条|部|册|只|匹|颗|枚|篇|处|台|间|例|幅|块)/u

function agreesWithOne(figure: Figure, same: Figure[]): boolean {
  const sameUnit = same.filter((one) => one.each === figure.each)
  if (sameUnit.some((one) => agrees(figure, one))) return true
  // A source that gives the figure in this very unit, a little different, has not said it in another one.
  const near = (one: Figure): boolean => close(one.value, figure.value, figure.family === 'measure' ? 0.5 : 0.1)
  return !sameUnit.some(near) && same.some((one) => agrees(figure, one))
}

/** The years of a source, and that of publication. */
const yearsAround = (years: Set<number>, published: Instant | null): Set<number> =>
  published === null ? years : new Set([...years, new Date(published).getUTCFullYear()])

const since = /\b(?:since|depuis|seit|desde)\b|以来|から|부터|이후|[自从]/iu

/** How many months lie between those of a source and that of publication, either way. */
function monthsAround(months: Set<number>, published: Instant | null): Set<number> {
  const now = published === null ? null : new Date(published).getUTCMonth() + 1
  return new Set(now === null ? [] : [...months].flatMap((one) => [(now - one + 12) % 12, (one - now + 12) % 12]))
}

const year = 365.2425
const kin: Record<Family, Family[]> = {
  count: ['count', 'ordinal', 'age', 'multiple', 'money', 'measure'],
  money: ['money'],
  ratio: ['ratio'],
  points: ['points'],
  multiple: ['multiple', 'ratio'],
  measure: ['measure'],
  time: ['time'],
  ordinal: ['ordinal'],
  age: ['age', 'count', 'time', 'ordinal'],
}

function judge(figure: Figure, sources: Figure[]): FigureFault[] {
  // "A quarter of a percentage point" is no quarter.
  const points = sources.filter(({ family }) => family === 'points')
  const same = sources
    .map((one) => asCents(figure, asOf(figure, one)))
    .filter(
      (one) =>
        one.family === figure.family &&
        (figure.of === null || one.of === figure.of) &&
        !('inDate' in one && countsThings.test(figure.text)) &&
        !(one.family === 'ratio' && points.some(({ start, end }) => start <= one.start && one.end <= end)),
    )
  if (agreesWithOne(figure, same)) return []
  const related = sources.filter((one) => kin[figure.family].includes(one.family))
  const said = `"${figure.text}" of the sentence`
  const byRaw = (one: Figure): boolean => close(one.raw, figure.raw, 1e-6)
  if (figure.family === 'money') {
    // 1澳元兑0.71美元: the one that a price is told for, where the source has none.
    const isOne = (one: Figure): boolean => one.family === 'money' && one.value === 1
    if (figure.value === 1 && /[兑对]/u.test(figure.text) && !sources.some(isOne)) return []
    const other = sources.filter((one) => agrees({ ...figure, family: 'count' }, { ...one, value: one.raw }))
    if (other.some((one) => one.family === 'money'))
      return [{ check: 'currency', message: `${said} is in another currency in the source` }]
    // „3,40 statt 3,20 Euro“: the currency that the source names once is that of both.
    const elsewhere = sources.filter((one) => one.family === 'money' && one.of !== figure.of)
    const named = withUnitsOf(elsewhere[0] ?? figure, sources).some((one) => close(one.raw, figure.raw, 1e-6))
    if (same.length === 0 && named && isOneCurrency(elsewhere))
      return [{ check: 'currency', message: `${said} is in the other currency of the source` }]
    return other.some((one) => one.family === 'count') ? [] : [amiss(figure, related, said)]
  }
  if (figure.family === 'ratio' || figure.family === 'points') {
    // A difference that the reader can work out: 61 % and 44 % are 17 points apart.
    const shares = sources.filter((one) => one.family === 'ratio').map((one) => one.value * 100)
    const slack = figure.hedge === 'about' ? 0.25 : 1e-6
    const apart = shares.some((a) => shares.some((b) => Math.abs(a - b - figure.value) <= slack))
    const isTenfold = points.some(({ value }) => [10, 100].some((by) => close(value * by, figure.value, 1e-6)))
    if (figure.family === 'points' && figure.value > 0 && apart && !isTenfold) return []
    // "32 percent, ahead of … at 22": the sign is not said again. 半減 is a half less and a half.
    if (figure.family === 'ratio' && sources.some((one) => isBareShare(one, figure, shares))) return []
    if (figure.family === 'ratio' && isPairOfHundred(figure, sources)) return []
    // Two tenths of a thing may be the numbers of a fraction in the source.
    const swapped = sources.some(
      (one) => (one.family === 'ratio' || one.family === 'points') && close(one.raw, figure.raw, 1e-6),
    )
    const what = swapped ? 'is percent in one and percentage points in the other' : 'is not in the source'
    return [{ check: 'percent', message: `${said} ${what}` }]
  }
  if (figure.family === 'count') {
    // 5人 are not the five of "5時40分".
    const dated = (one: Figure): boolean => 'inDate' in one && countsThings.test(figure.text)
    const bare = sources.filter((one) => one.family !== 'ratio' && one.family !== 'points' && !dated(one))
    if (bare.some((one) => agrees(figure, { ...one, value: one.raw, each: 1 }))) return []
    if (sources.some((one) => (one.family === 'ratio' || one.family === 'points') && byRaw(one)))
      return [{ check: 'percent', message: `${said} lacks the percent sign of the source` }]
    return [amiss(figure, sources, said)]
  }
  if (figure.family === 'ordinal') {
    const others = sources.filter((one) => one.family === 'ordinal')
    // "Its second-largest lake has three islands": a number of things is no rank where the source has another rank.
    const ranks = (one: Figure): boolean =>
      (others.length === 0 && !one.inScore) ||
      (one.form === 'digits' && !one.inScore && mayElide(one) && !countsThings.test(one.text))
    const counted = sources.some(
      (one) =>
        (one.family === 'ordinal' || (['count', 'age'].includes(one.family) && !('inDate' in one) && ranks(one))) &&
        close(one.raw, figure.raw, 1e-6),
    )
    if (counted || (figure.value === 1 && others.length === 0)) return []
    return [{ check: 'number', message: `${said} is not in the source` }]
  }
  // 5岁 for "5 years" and "at 5", not for "5 months".
  const isAge = (one: Figure): boolean => one.family !== 'time' || close(one.each, year, 0.001)
  if (
    figure.family === 'age' &&
    sources.some((one) => one.family === 'time' && close(one.value / year, figure.value, 0.01))
  )
    return []
  if (
    figure.family === 'age' &&
    sources.some((one) => kin.age.includes(one.family) && !('inDate' in one) && isAge(one) && byRaw(one))
  )
    return []
  const counts = (one: Figure): boolean => one.family === 'count' && !('inDate' in one) && byRaw(one)
  if (figure.family === 'multiple' && (sources.some(counts) || isQuotient(figure, sources))) return []
  if (figure.family === 'multiple' && related.some((one) => agrees(figure, one) || isGrownTo(figure, one))) return []
  if (figure.family === 'time' || figure.family === 'measure') {
    const unitSaid = figure.family === 'measure' && same.length > 0
    if (!unitSaid && sources.some((one) => !('inDate' in one) && !one.inScore && mayElide(one) && byRaw(one))) return []
    if (agreesWithOne(figure, withUnitsOf(figure, sources))) return []
    const rival = sources.some((one) => (one.family === 'time' || one.family === 'measure') && byRaw(one))
    if (rival) return [{ check: 'measure', message: `${said} has another unit in the source` }]
  }
  return [amiss(figure, related, said)]
}

const isOneCurrency = (sums: Figure[]): boolean => new Set(sums.map(({ of }) => of)).size === 1

/** From 16 to 48 is three times as many: the reader can work it out. */
function isQuotient({ value }: Figure, sources: Figure[]): boolean {
  const amounts = sources.filter((one) => one.form === 'digits' && ['count', 'money', 'measure'].includes(one.family))
  const isOf = (a: Figure, b: Figure): boolean =>
    a.family === b.family && a.of === b.of && !('inDate' in a || 'inDate' in b)
  return amounts.some((a) => amounts.some((b) => isOf(a, b) && close(a.value, b.value * value, 0.01)))
}

const hour = 3600

/** "15 meters an hour" as a length, 每小时15米 as a speed: who compares decides. */
function asOf({ of }: Figure, one: Figure): Figure {
  if (of === 'length' && one.of === 'speed') return { ...one, of, value: one.value * hour, each: one.each * hour }
  if (of === 'speed' && one.of === 'length') return { ...one, of, value: one.value / hour, each: one.each / hour }
  return one
}

/** A number that is off by a power of ten has lost or won a unit. */
function amiss(figure: Figure, sources: Figure[], said: string): FigureFault {
  const power = sources.some((one) => {
    if (one.value === 0 || figure.value === 0) return false
    const log = Math.log10(figure.value / one.value)
    return Math.abs(log) > 0.5 && Math.abs(log - Math.round(log)) < 1e-6
  })
  if (power && figure.family !== 'multiple') return { check: 'unit', message: `${said} is off by a power of ten` }
  return { check: figure.family === 'measure' ? 'measure' : 'number', message: `${said} is not in the source` }
}
