import type { Slack } from './rough-clock.ts'

/**
 * A day of the week as it was told. `week`: of the week so many from that of writing (下周二 is 1). `side`: the one before
 * or behind the day of writing ("last Tuesday"), and `near` where nothing is said.
 */
export type Weekday = { day: number; week: number | null; side: 'last' | 'next' | 'near' }

/** What a text says of days and years, each grain by itself. */
export type Dates = {
  years: Set<number>
  months: Set<number>
  /** Days of the month. */
  days: Set<number>
  /** Months and days said together, as `7-1`. */
  monthDays: Set<string>
  /** 0 Sunday … 6 Saturday. */
  weekdays: Set<number>
  /** With how far each was told to be. */
  turns: Weekday[]
  /** As `year:-1` (last year), `week:0`, `day:1`. */
  relative: Set<string>
  /** As `q3`, `h2`, `q1-3`, `spring`. */
  parts: Set<string>
  /** Thirds of months, as `6 late`; of the month of writing `+0 late`. */
  thirds: Set<string>
  /** Runs of months, as `1-8`. */
  spans: Set<string>
  /** Edges of years, as `2027 mid`. */
  edges: Set<string>
  /** As `dawn`, `evening`. */
  dayParts: Set<string>
  /** As `1990`, with `early`, `mid`, `late` where it is said: `1990 late`. */
  decades: Set<string>
  centuries: Set<number>
  /** Whether a day of the month is told without its month: 28日. */
  bareDay: boolean
  /** Whether a month, season or feast is told without its year. */
  undated: boolean
  /** Minutes of the day; with half a day added where morning or afternoon is not said. */
  times: { minutes: number; sure: boolean }[]
  /** Whether the times are told by the clock of Beijing, or are of the day after there. */
  beijing: 'told' | 'next day' | null
  /** How far the times are left open. */
  slack: Slack
  /** Lengths of several units (2:04:51), in seconds. */
  lengths: number[]
  /** The text with every date and time blanked out, same length. */
  rest: string
}

/** Signs of Chinese numbers up to ninety-nine. */
export const hanNumber = '〇零一二三四五六七八九十'
/** A number of two places in digits or Chinese signs, or a year in signs (二〇二五). */
export const toNumber = (text: string): number => {
  if (/^\d/u.test(text)) return Number(text)
  if (/^[〇零一二三四五六七八九]{4}$/u.test(text))
    return Number([...text].map((sign) => '〇一二三四五六七八九'.indexOf(sign === '零' ? '〇' : sign)).join(''))
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (sign: string | undefined): number => (sign ? Math.max(0, '〇一二三四五六七八九'.indexOf(sign)) : 0)
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones)
}

/** Blanks out what a pattern finds at a place, in UTF-16 units, unless `use` says false. */
export type Take = (pattern: RegExp, use: (match: RegExpMatchArray, at: number) => boolean | void) => void
