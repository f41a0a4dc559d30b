import type { Dates } from './told-dates.ts'

/** First and last month of the seasons; winter ends in February. */
const seasons: Record<string, [number, number]> = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 2] }

/**
 * The years that "last spring" and "next March" may mean, as `year:-1` beside what is told otherwise.
 *
 * "Last spring" said in October is this year's to some and last year's to others: both are read, so neither is a fault. Said
 * in January it is last year's, and "next spring" said in August is next year's.
 */
export function withSeasons(dates: Dates, published: Date | null): Dates {
  const [last, next] = [dates.relative.has('season:-1'), dates.relative.has('season:1')]
  if (!last && !next) return dates
  const now = (published?.getUTCMonth() ?? 0) + 1
  const told = [
    ...[...dates.parts].flatMap((part) => (seasons[part] ? [seasons[part]] : [])),
    ...[...dates.months].map((month): [number, number] => [month, month]),
  ]
  const unsure = published === null || told.length === 0
  const years = [
    ...(last ? [-1] : []),
    ...(next ? [1] : []),
    ...(last && (unsure || told.some(([, end]) => end <= now)) ? [0] : []),
    ...(next && (unsure || told.some(([start]) => start >= now)) ? [0] : []),
  ]
  return { ...dates, relative: new Set([...dates.relative, ...years.map((year) => `year:${year}`)]) }
}
