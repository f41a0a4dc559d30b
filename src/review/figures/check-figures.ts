import type { Instant, Language, Term } from '../../types.ts'
import { close } from './agrees.ts'
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
import { mayElide } from './elided.ts'
import { judge, year } from './judge-figure.ts'
import { readSource, type Source } from './read-source.ts'
import { readFigures } from './read-figures.ts'
import type { Figure } from './figure.ts'
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
    const lengths = lengthsBetween(read.dates(), since.test(source) ? context.published : null)
    // 去年同期: the words of dates say what is compared.
    const said = { ...ours, text: maskedClaim }
    if (check !== 'unit') return isDerived(figure, said, { ...theirs(), years, lengths })
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

/** "A 10-year average": of such a length no year is reckoned. */
const isOfNoun = /^[\p{L}\d]+-year(?!-)/u

function checkSourceDates(ours: Dates, read: Source, { published }: FigureContext): FigureFault[] {
  if (!tellsDates(ours)) return []
  // A bare number may be a day or a year ("the 12th"); one with a unit (20 minutes) is neither.
  const mayDate = (one: Figure): boolean => ['count', 'ordinal', 'age'].includes(one.family) && mayElide(one)
  const numbers = (among: Figure[]): Set<number> => new Set(among.filter(mayDate).map((one) => one.raw))
  const years = (among: Figure[]): number[] =>
    among.flatMap((one) =>
      one.family === 'time' && close(one.each, year, 0.001) && !isOfNoun.test(one.text) ? [one.raw] : [],
    )
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

/** The years of a source, and that of publication. */
const yearsAround = (years: Set<number>, published: Instant | null): Set<number> =>
  published === null ? years : new Set([...years, new Date(published).getUTCFullYear()])

const since = /\b(?:since|depuis|seit|desde)\b|以来|から|부터|이후|[自从]/iu

const month = 30.436875
const dayOfYear = (monthDay: string): number => {
  const [of = 1, day = 1] = monthDay.split('-').map(Number)
  return Math.round(Date.UTC(2025, of - 1, day) / 86_400_000)
}

/** Lengths in days between the days of a source, and between its months and that of publication. */
function lengthsBetween({ months, monthDays }: Dates, published: Instant | null): Set<number> {
  const now = published === null ? null : new Date(published).getUTCMonth() + 1
  const apart = now === null ? [] : [...months].flatMap((one) => [(now - one + 12) % 12, (one - now + 12) % 12])
  const days = [...monthDays].map(dayOfYear)
  return new Set([
    ...apart.filter((count) => count > 1).map((count) => count * month),
    ...days.flatMap((a) => days.flatMap((b) => (b > a ? [b - a] : []))),
  ])
}
