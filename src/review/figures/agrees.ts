import type { Figure } from './figure.ts'

// 两成半, and not the 成 of 四分之一的人赞成.
const inTenths = /^[\d.一二三四五六七八九两几]+(?:多|余)?\s*[成割]/u
const isMore = /^[\d.,一二三四五六七八九十百千万亿两]*[十百千万亿0]\s*个?[多余]/u
const isHalf = /^[^，。]{1,5}半/u

/** Whether two numbers differ by no more than a share of the greater one. */
export const close = (a: number, b: number, share: number): boolean =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b)) + 1e-9

/** Whether a figure says the same amount, with what the words around it allow. */
export function agrees(ours: Figure, theirs: Figure): boolean {
  const [a, b] = [ours.value, theirs.value]
  // 成千上万 is said of thousands and of tens of thousands.
  if (ours.text.startsWith('成千上') && theirs.vague) return b === 1e3 || b === 1e4
  if (ours.vague || theirs.vague) {
    // 十几 for 13, and not for 35.
    if (ours.vague && ours.value === 10 && !theirs.vague) return b > 10 && b < 20
    // An exact number for "hundreds" is invented; 数百 for 312 is not.
    if (theirs.vague) return ours.vague && (close(a, b, 0.001) || isVagueConversion(ours, theirs))
    const within = (value: number): boolean => value >= a && value < (a === 20 ? 100 : a * 10)
    return !('inDate' in theirs) && (within(b) || (isVagueConversion(ours, theirs) && within(theirs.raw * ours.each)))
  }
  // Conversions of measures and lengths of time are rounded by nature (shared rule: within 3.5 %).
  if (ours.of === 'temperature' && ours.each !== theirs.each) return Math.abs(a - b) <= 1 + 0.01 * Math.abs(b)
  if ((ours.family === 'measure' || ours.family === 'time') && ours.each !== theirs.each)
    return close(a, b, 0.035) || isRoundConversion(ours, theirs) || isMonthsOfWeeks(ours, theirs)
  if (close(a, b, 1e-6)) return true
  // 八旬, 八十多岁: any of ten years.
  if (ours.family === 'age' && a % 10 === 0 && (ours.hedge === 'over' || ours.text.endsWith('旬')))
    return b >= a && b < a + 10
  const tenths = ours.family === 'ratio' && inTenths.test(ours.text)
  // 过半: more than half, and not nearly all.
  if (ours.text.startsWith('过半')) return b >= 0.5 && b < 0.9
  // 逾百人 is said up to two hundred: the power of ten is all that it tells.
  if (ours.hedge === 'over' && /^[十百千万亿]+(?![分之])/u.test(ours.text)) return b >= a && b < a * 2
  // 一百多年 is said up to two hundred, 五十多人 up to sixty.
  if (ours.hedge === 'over' && isMore.test(ours.text)) return b >= a && b < a + lastPlace(ours.raw) * ours.each
  // 近三年半 for 3.4 years.
  if (ours.hedge !== null && isHalf.test(ours.text) && close(a, b, 0.04))
    return ours.hedge === 'about' || b < a === (ours.hedge === 'under')
  if (ours.hedge === 'over' && isRounder(ours, theirs)) return b >= a && b <= (tenths ? a + 0.1 : a * 1.1)
  if (ours.hedge === 'under' && isRounder(ours, theirs)) return b <= a && b >= (tenths ? a - 0.1 : a * 0.9)
  if (tenths) return Math.abs(a - b) <= 0.05
  // "About 5,000" rounds 4,930; "about 2,040" rounds nothing but 2,040.
  if (ours.hedge === 'about') return isRoundedTo(ours, theirs)
  if (ours.family === 'ratio' && ours.form === 'word') return close(a, b, 0.02)
  return false
}

/** 几百米 for "a few hundred yards", 数百公里 for "hundreds of miles": units near enough for the power of ten to hold. */
const isVagueConversion = (ours: Figure, theirs: Figure): boolean =>
  ours.family === 'measure' && close(ours.each, theirs.each, 0.4) && close(ours.raw, theirs.raw, 0.001)

const [week, month] = [7, 30.436875]

/** 一个半月 for six weeks: up to twelve, four of them are called a month. */
function isMonthsOfWeeks(ours: Figure, theirs: Figure): boolean {
  const [months, weeks] = ours.each > theirs.each ? [ours, theirs] : [theirs, ours]
  const fits = close(months.each, month, 0.001) && weeks.each === week
  return fits && weeks.raw <= 12 && close(months.raw * 4, weeks.raw, 1e-6)
}

/** 不到2公里 for "less than a mile", 14公里多 for nine miles: converted, and told to the place that is written. */
function isRoundConversion(ours: Figure, theirs: Figure): boolean {
  if (ours.hedge === null || close(ours.raw, theirs.raw, 1e-6)) return false
  const place = Math.min(lastPlace(ours.raw), 10) * ours.each
  const gap = theirs.value - ours.value
  if (ours.hedge === 'about') return Math.abs(gap) <= place / (ours.family === 'time' ? 4 : 2)
  return ours.hedge === 'over' ? gap >= 0 && gap < place : gap <= 0 && gap > -place
}

function isRoundedTo(ours: Figure, theirs: Figure): boolean {
  // About a third: what stands above the line is no place to round to.
  if (ours.family === 'ratio' && !close(ours.value * 100, ours.raw, 0.001))
    return Math.abs(ours.value - theirs.value) <= (theirs.form === 'word' ? 0.0051 : Math.min(0.03, ours.value / 10))
  if (ours.family === 'ratio' && theirs.form === 'word' && Math.abs(ours.value - theirs.value) <= 0.0051) return true
  // The number of "18 cents" is no sum of dollars.
  if (ours.family === 'money') return Math.abs(ours.value - theirs.value) <= lastPlace(ours.value) / 2
  return Math.abs(ours.raw - theirs.raw * (theirs.each / ours.each)) <= lastPlace(ours.raw) / 2
}

function isRounder(ours: Figure, theirs: Figure): boolean {
  // 近半数, 逾三分之一: a share in words rounds any figure.
  if (ours.family === 'ratio' && ours.form === 'word') return true
  return inTenths.test(ours.text) || lastPlace(ours.raw) > lastPlace(theirs.raw * (theirs.each / ours.each))
}

function lastPlace(value: number): number {
  let place = 1
  if (!Number.isFinite(value) || value === 0) return 1
  while (value % (place * 10) === 0) place *= 10
  while (Math.abs(value / place - Math.round(value / place)) > 1e-9 && place > 1e-6) place /= 10
  return place
}
