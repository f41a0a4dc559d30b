import type { Instant, Language, Term } from '../../types.ts'
import { checkBounds } from './check-bounds.ts'
import { checkDates, tellsDates } from './check-dates.ts'
import { checkRates } from './check-rates.ts'
import { checkSteps } from './check-steps.ts'
import { readDates } from './dates.ts'
import type { Dates } from './told-dates.ts'
import { clockFigures } from './clock-lengths.ts'
import { isBareShare, mayElide, withUnitsOf } from './elided.ts'
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
  const maskedClaim = mask(claim, readers)
  const source = context.sources.map((text) => mask(text, originals)).join('\n')
  const claimDates = readDates(maskedClaim, context.readerLanguage)
  const read = readSource(source, context.sourceLanguage)
  const figures = [
    ...withoutNested(readFigures(claimDates.rest, context.readerLanguage)).filter((figure) =>
      isChecked(figure, claimDates.rest),
    ),
    ...clockFigures(claimDates.lengths),
  ]
  const ours = { text: claimDates.rest, language: context.readerLanguage, figures }
  const theirs = () => ({ text: read.dates().rest, language: context.sourceLanguage, figures: read.undated() })
  return [
    ...checkSourceDates(claimDates, read, context),
    ...figures.flatMap((figure) => inEither(read, (among) => judge(figure, among))),
    ...[checkSteps, checkBounds].flatMap((check) => check(ours, theirs)),
    ...checkRates(maskedClaim, source),
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

/** "About one in ten" is a tenth, and neither one nor ten; "an hour and a half" no half. */
function withoutNested(figures: Figure[]): Figure[] {
  const longer = (one: Figure, than: Figure): boolean =>
    one.start <= than.start && than.end <= one.end && one.end - one.start > than.end - than.start
  return figures.filter((figure) => !figures.some((one) => longer(one, figure)))
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

// Measure words before which a Chinese numeral counts something (a closed class; Chao, A Grammar of Spoken Chinese, 7.9).
const measureWords =
  /^\s*(?:多|余)?(?:个|名|位|人|家|座|条|项|次|岁|辆|艘|架|枚|只|头|张|份|篇|部|台|所|间|户|起|宗|件|桩|届|层|股|吨|公里|米|场|轮|支|种|村|县|省|州|市|镇|席|票|枪|发|周|天|年|月|小时|分钟|秒|倍|成|美元|欧元|英镑|元|日元|％|%|百分点|万|亿|千|百|国(?!集团|际|家|内|民|会|务|防|旗|王|语|土)|匹|颗|本|册|套|口|栋|幢|棵|箱|桶|升|公斤|例|幅|块|尊|具|笔|批(?!评|准|判|发)|面(?!对|临|向|积|前|环|楚|包|料)|片(?!面)|度(?!假|过|量))/u
const countsThings = /\d\s*(?:名|人|家|座|辆|艘|架|起|宗|件|所|户|栋|棵|头|张|票|席)/u
const notFigures = /^(?:十分|万一|三面|四面|八面|千万|百分百|一(?![百千万亿]))/u

/** Whether a numeral of the claim is a figure at all: Chinese numerals only before a measure word, never one. */
function isChecked(figure: Figure, text: string): boolean {
  if (figure.inName || majority.test(figure.text)) return false
  if (/^\s*年一度/u.test(text.slice(figure.end))) return false
  if (figure.family === 'multiple' || figure.family === 'ratio' || figure.family === 'points') return true
  if (figure.form === 'digits') return true
  if (figure.form === 'word') return figure.value !== 1 && figure.value !== 2
  if (notFigures.test(text.slice(figure.start)) || figure.value === 1 || figure.value === 0) return false
  if (figure.vague) return true
  // 两 and 二 before a plain measure word often stand for "both", "the two", a pair of names.
  if (figure.value === 2 && !['time', 'money', 'measure', 'ordinal'].includes(figure.family)) return false
  if (figure.family === 'ordinal') return true
  return figure.value >= 1000 || measureWords.test(text.slice(figure.end))
}

const majority = /^(?:majorit|mehrheit|mayoría|過半数|과반)/iu

// 两成半, and not the 成 of 四分之一的人赞成.
const inTenths = /^[\d.一二三四五六七八九两几]+(?:多|余)?\s*[成割]/u
const close = (a: number, b: number, share: number): boolean =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b)) + 1e-9

/** Whether a figure says the same amount, with what the words around it allow. */
function agrees(ours: Figure, theirs: Figure): boolean {
  const [a, b] = [ours.value, theirs.value]
  // 成千上万 is said of thousands and of tens of thousands.
  if (ours.text.startsWith('成千上') && theirs.vague) return b === 1e3 || b === 1e4
  if (ours.vague || theirs.vague) {
    // An exact number for "hundreds" is invented; 数百 for 312 is not.
    return theirs.vague
      ? ours.vague && close(a, b, 0.001)
      : !('inDate' in theirs) && b >= a && b < (a === 20 ? 100 : a * 10)
  }
  // Conversions of measures and lengths of time are rounded by nature (shared rule: within 3.5 %).
  if (ours.of === 'temperature' && ours.each !== theirs.each) return Math.abs(a - b) <= 1 + 0.01 * Math.abs(b)
  if ((ours.family === 'measure' || ours.family === 'time') && ours.each !== theirs.each) return close(a, b, 0.035)
  if (close(a, b, 1e-6)) return true
  const tenths = ours.family === 'ratio' && inTenths.test(ours.text)
  // 过半: more than half, and not nearly all.
  if (ours.text.startsWith('过半')) return b >= 0.5 && b < 0.9
  if (ours.hedge === 'over' && isRounder(ours, theirs)) return b >= a && b <= (tenths ? a + 0.1 : a * 1.1)
  if (ours.hedge === 'under' && isRounder(ours, theirs)) return b <= a && b >= (tenths ? a - 0.1 : a * 0.9)
  if (tenths) return Math.abs(a - b) <= 0.05
  // "About 5,000" rounds 4,930; "about 2,040" rounds nothing but 2,040.
  if (ours.hedge === 'about') return isRoundedTo(ours, theirs)
  if (ours.family === 'ratio' && ours.form === 'word') return close(a, b, 0.02)
  return false
}

function isRoundedTo(ours: Figure, theirs: Figure): boolean {
  // About a third: what stands above the line is no place to round to.
  if (ours.family === 'ratio' && !close(ours.value * 100, ours.raw, 0.001)) return close(ours.value, theirs.value, 0.03)
  if (ours.family === 'ratio' && theirs.form === 'word' && Math.abs(ours.value - theirs.value) <= 0.0051) return true
  return Math.abs(ours.raw - theirs.raw * (theirs.each / ours.each)) <= lastPlace(ours.raw) / 2
}

function isRounder(ours: Figure, theirs: Figure): boolean {
  return inTenths.test(ours.text) || lastPlace(ours.raw) > lastPlace(theirs.raw * (theirs.each / ours.each))
}

function lastPlace(value: number): number {
  let place = 1
  if (!Number.isFinite(value) || value === 0) return 1
  while (value % (place * 10) === 0) place *= 10
  while (Math.abs(value / place - Math.round(value / place)) > 1e-9 && place > 1e-6) place /= 10
  return place
}

function agreesWithOne(figure: Figure, same: Figure[]): boolean {
  const sameUnit = same.filter((one) => one.each === figure.each)
  if (sameUnit.some((one) => agrees(figure, one))) return true
  // A source that gives the figure in this very unit, a little different, has not said it in another one.
  const near = (one: Figure): boolean => figure.family === 'measure' || close(one.value, figure.value, 0.1)
  return !sameUnit.some(near) && same.some((one) => agrees(figure, one))
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
  const same = sources.filter(
    (one) =>
      one.family === figure.family &&
      (figure.of === null || sameKind(figure, one)) &&
      !('inDate' in one && countsThings.test(figure.text)),
  )
  if (agreesWithOne(figure, same)) return []
  const related = sources.filter((one) => kin[figure.family].includes(one.family))
  const said = `"${figure.text}" of the sentence`
  const byRaw = (one: Figure): boolean => close(one.raw, figure.raw, 1e-6)
  if (figure.family === 'money') {
    const other = sources.filter((one) => agrees({ ...figure, family: 'count' }, { ...one, value: one.raw }))
    if (other.some((one) => one.family === 'money'))
      return [{ check: 'currency', message: `${said} is in another currency in the source` }]
    return other.some((one) => one.family === 'count') ? [] : [amiss(figure, related, said)]
  }
  if (figure.family === 'ratio' || figure.family === 'points') {
    // A difference that the reader can work out: 61 % and 44 % are 17 points apart.
    const shares = sources.filter((one) => one.family === 'ratio').map((one) => one.value * 100)
    const apart = shares.some((a) => shares.some((b) => close(a - b, figure.value, 1e-6)))
    if (figure.family === 'points' && figure.value > 0 && apart) return []
    // "32 percent, ahead of … at 22": the sign is not said again. 半減 is a half less and a half.
    if (figure.family === 'ratio' && sources.some((one) => isBareShare(one, figure, shares))) return []
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
    if (bare.some((one) => agrees(figure, { ...one, value: one.raw }))) return []
    if (sources.some((one) => (one.family === 'ratio' || one.family === 'points') && byRaw(one)))
      return [{ check: 'percent', message: `${said} lacks the percent sign of the source` }]
    return [amiss(figure, sources, said)]
  }
  if (figure.family === 'ordinal') {
    const counted = sources.some(
      (one) => ['ordinal', 'count', 'age'].includes(one.family) && close(one.raw, figure.raw, 1e-6),
    )
    const others = sources.filter((one) => one.family === 'ordinal')
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
  if (figure.family === 'age' && sources.some((one) => kin.age.includes(one.family) && isAge(one) && byRaw(one)))
    return []
  if (figure.family === 'multiple' && sources.some((one) => one.family === 'count' && byRaw(one))) return []
  if (figure.family === 'multiple' && related.some((one) => agrees(figure, one))) return []
  if (figure.family === 'time' || figure.family === 'measure') {
    const unitSaid = figure.family === 'measure' && same.length > 0
    if (!unitSaid && sources.some((one) => !('inDate' in one) && mayElide(one) && byRaw(one))) return []
    if (agreesWithOne(figure, withUnitsOf(figure, sources))) return []
    const rival = sources.some((one) => (one.family === 'time' || one.family === 'measure') && byRaw(one))
    if (rival) return [{ check: 'measure', message: `${said} has another unit in the source` }]
  }
  return [amiss(figure, related, said)]
}

function sameKind(ours: Figure, theirs: Figure): boolean {
  return ours.of === theirs.of
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
