import type { Language, Passage } from '../../types.ts'
import { readNumbers } from '../figures/numbers.ts'
import dates from './data/han-dates.json' with { type: 'json' }
import type { Hit } from './mentions.ts'

/** A calendar date as far as the text gives it. */
export type Day = { year: number | null; month: number | null; day: number | null }

const digit = '[〇零一二三四五六七八九]'
const small = '(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\\d{1,2})'
const era = `(?:${Object.keys(dates.eras).join('|')})(?:元|${small}|[一二三四五六七八九]十[一二三四五六七八九]?)`
const year = `(?<y>${digit}{4}|[12]\\d{3}|${era})\\s?年`
const free = `(?<![\\d${digit.slice(1, -1)}十.])`
const patterns = [
  new RegExp(`${free}${year}\\s?(?<m>${small})\\s?月(?:\\s?(?<d>${small})\\s?[日号號])?`, 'gu'),
  new RegExp(`${free}(?<m>${small})\\s?月\\s?(?<d>${small})\\s?[日号號]`, 'gu'),
  new RegExp(`${free}(?:${year}(?:的)?)?第(?<q>[一二三四1-4])(?:个)?(?:季度|四半期)`, 'gu'),
  new RegExp(`${free}${year}(?:的)?(?<h>[上下])半[年期]`, 'gu'),
  new RegExp(`${free}${year}(?!\\s?(?:${small}\\s?月|${dates.notYears.split(' ').join('|')}))`, 'gu'),
]
const other = new RegExp(`(?:${dates.otherCalendars.split(' ').join('|')})[^，。；、]{0,8}$`, 'u')

/** A number up to 9999 in digits or Chinese signs, 元 as one; `null` for none. */
function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (text === '元') return 1
  return /^\d+$/u.test(text) ? Number(text) : (readNumbers(text, 'zh')[0]?.value ?? null)
}

function yearOf(text: string | undefined): number | null {
  for (const [name, before] of Object.entries(dates.eras))
    if (text?.startsWith(name)) return before + (numberOf(text.slice(name.length)) ?? Number.NaN)
  return numberOf(text)
}

/**
 * Dates of a Chinese or Japanese passage: in digits or Chinese signs, in the years of an era (令和八年), quarters and halves
 * of a year, and a year alone. Days of the lunar and other calendars are none of ours.
 *
 * @param readerDay a day of our calendar in the reader's form; `null` where there is no such day
 */
export function hanDates(passage: Passage, reader: Language, readerDay: (day: Day) => string | null): Hit[] {
  return patterns.flatMap((pattern) =>
    [...passage.text.matchAll(pattern)].flatMap((match): Hit[] => {
      const { y, m, d, q, h } = match.groups ?? {}
      const hit = { passage, start: match.index, end: match.index + match[0].length }
      if (other.test(passage.text.slice(Math.max(0, hit.start - 12), hit.start))) return []
      if (q ?? h) return [{ ...hit, readerForm: partOfYear(yearOf(y), q ?? h ?? '', reader) }]
      const readerForm = readerDay({ year: yearOf(y), month: numberOf(m), day: numberOf(d) })
      return readerForm === null ? [] : [{ ...hit, readerForm }]
    }),
  )
}

/** 第三季度 and 上半年 of a year in the reader's words; `null` without a year or without words in the language. */
function partOfYear(year: number | null, part: string, reader: Language): string | null {
  const table: Record<string, { quarter: string; half: string; first: string; second: string }> = dates.readers
  const words = table[reader.split('-')[0] ?? '']
  if (year === null || !words) return null
  const half = /[上下]/u.test(part)
  const says = half ? (part === '上' ? words.first : words.second) : partName(part, reader)
  return (half ? words.half : words.quarter).replace('{year}', String(year)).replace('{part}', says)
}

function partName(part: string, reader: Language): string {
  const at = numberOf(part) ?? 0
  return reader.startsWith('zh') ? (['', '一', '二', '三', '四'][at] ?? '') : String(at)
}
