import { agrees, close } from './agrees.ts'
import { asCents } from './cents.ts'
import { isAlone, isBareShare, isGrownTo, isPairOfHundred, mayElide, withUnitsOf } from './elided.ts'
import type { Family, Figure } from './figure.ts'
import type { FigureFault } from './figure-fault.ts'

const countsThings =
  /\d\s*(?:名|人|家|座|辆|艘|架|起|宗|件|所|户|栋|棵|头|张|票|席|种|种类|项|个(?!月|小时|百分)|次|条|部|册|只|匹|颗|枚|篇|处|台|间|例|幅|块)/u

function agreesWithOne(figure: Figure, same: Figure[]): boolean {
  const sameUnit = same.filter((one) => one.each === figure.each)
  if (sameUnit.some((one) => agrees(figure, one))) return true
  // A source that gives the figure in this very unit, a little different, has not said it in another one.
  const near = (one: Figure): boolean => close(one.value, figure.value, 0.1)
  return !sameUnit.some(near) && same.some((one) => agrees(figure, one))
}

/** Days of a mean Gregorian year. */
export const year = 365.2425
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

/** What is amiss with a figure of a sentence among those of its source; nothing where one of them says the same. */
export function judge(figure: Figure, sources: Figure[]): FigureFault[] {
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
    const unitSaid = figure.family === 'measure' ? same.length > 0 : isOtherUnit(figure, sources)
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

/** "18 months, seven fewer": a bare number of the one unit of time that the source tells lengths in, and of no other. */
function isOtherUnit(figure: Figure, sources: Figure[]): boolean {
  const units = new Set(sources.filter(({ family, each }) => family === 'time' && each > 0).map(({ each }) => each))
  const bare = sources.filter((one) => !('inDate' in one) && mayElide(one) && close(one.raw, figure.raw, 1e-6))
  return units.size === 1 && !units.has(figure.each) && bare.length > 0 && bare.every(isAlone)
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
