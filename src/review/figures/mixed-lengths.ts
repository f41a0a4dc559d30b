import { times } from './data/units.ts'
import type { Figure } from './figure.ts'

const joins = /^[\s,]*(?:(?:and|und|et|y|零|又|と)\s*)?$/u
/** "Years and six months" before the second number has no more signs. */
const longest = 22

/**
 * The lengths of time that are told in two units, as one: "three years and six months", 三年零六个月, 1년 6개월. Their parts
 * stand beside them.
 */
export function mixedLengths(figures: Figure[], text: string): Figure[] {
  const lengths = figures.filter(({ family }) => family === 'time').toSorted((a, b) => a.start - b.start)
  return lengths.flatMap((first, at) => {
    const second = lengths.slice(at + 1).find(({ start }) => start >= first.end)
    if (!second || second.each >= first.each || !joined(text.slice(first.end, second.start), first.each)) return []
    const value = first.value + second.value
    return [
      { ...first, end: second.end, value, raw: value / first.each, text: text.slice(first.start, second.end + 2) },
    ]
  })
}

function joined(between: string, each: number): boolean {
  if (between.length > longest) return false
  const unit = times.find((one) => one.each === each && one.pattern.test(between))
  return unit !== undefined && joins.test(between.replace(unit.pattern, ''))
}

const between =
  /^[\s-]*(?:feet|foot|ft\.?|英尺|met(?:er|re)s?|Metern?|mètres?|metros?|米|メートル|미터|pounds?|磅)[\s,-]*(?:and |und |et |y )?$/iu

/** "6-foot-3", "5 feet 11 inches", « deux mètres et vingt centimètres »: a length of two units, in metres. */
export function feetAndInches(figures: Figure[], text: string): Figure[] {
  const lengths = figures.filter(({ of }) => of === 'length')
  return lengths.flatMap((long) => {
    const short = lengths.find(
      (one) => one.each < long.each && one.start >= long.end && between.test(text.slice(long.end, one.start)),
    )
    if (!short || long.each > 1) return []
    const value = long.value + short.value
    return [{ ...long, end: short.end, value, raw: value / long.each }]
  })
}
